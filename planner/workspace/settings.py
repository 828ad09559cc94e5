"""Both YAML files to records, with every problem of both at once; remembered in the cache, so that commands start fast.

Invariant: what is remembered is keyed by the files' digests, so an edited file is always read.
"""

from planner.curriculum.model import Curriculum
from planner.learner.model import Profile
from planner.problems import DataError
from planner.workspace.cache import recall, remember
from planner.workspace.context import Context

Settings = tuple[Curriculum, Profile]


def read_settings(context: Context, profile: bytes, curriculum: bytes, key: str) -> Settings:
    """Return the curriculum and the profile; raises `DataError` with every problem of both files."""
    known = recall(context, "settings", key)
    if isinstance(known, tuple):
        return known[0], known[1]
    read = parse_settings(profile, curriculum)
    remember(context, "settings", key, read)
    return read


def parse_settings(profile_text: bytes, curriculum_text: bytes) -> Settings:
    """Read both files; raises `DataError` with every problem of both."""
    from planner.curriculum.reading import read_curriculum
    from planner.documents.reading import read_document
    from planner.learner.checks import check_profile
    from planner.learner.reading import read_profile

    profile, problems = read_profile(profile_text, "profile.yaml")
    curriculum, more = read_curriculum(curriculum_text, "curriculum.yaml")
    if profile is None or curriculum is None:
        raise DataError([*problems, *more])
    document, _ = read_document(profile_text, "profile.yaml")
    unfit = check_profile(profile, curriculum, document)
    if unfit:
        raise DataError(unfit)
    return curriculum, profile

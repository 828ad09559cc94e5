"""Both YAML files to records, with every problem of both at once; remembered in the cache, so that commands start fast.

Invariant: what is remembered is keyed by the files' very bytes, so an edited file is always read.
"""

from dataclasses import replace

from planner.curriculum.model import Curriculum
from planner.curriculum.selection import names_of_now
from planner.learner.model import Profile
from planner.problems import DataError
from planner.workspace.cache import recall, remember
from planner.workspace.context import Context

Settings = tuple[Curriculum, Profile]
Digests = tuple[str, str]


def read_settings(context: Context, profile: bytes, curriculum: bytes) -> tuple[Settings, Digests]:
    """Return curriculum and profile, and both texts' digests; raises `DataError` with every problem of both files."""
    known = recall(context, "settings", (profile, curriculum))
    if isinstance(known, tuple):
        return known[0], known[1]
    read = parse_settings(profile, curriculum), (digest(profile), digest(curriculum))
    remember(context, "settings", (profile, curriculum), read)
    return read


def keep_settings(context: Context, profile: bytes, curriculum: bytes, settings: Settings) -> None:
    """Remember what both files say, because they were just written."""
    remember(context, "settings", (profile, curriculum), (settings, (digest(profile), digest(curriculum))))


def digest(text: bytes) -> str:
    """Return the fingerprint of a file's bytes: 16 hex digits of SHA-256."""
    from hashlib import sha256

    return sha256(text).hexdigest()[:16]


def parse_settings(profile_text: bytes, curriculum_text: bytes, known: Curriculum | None = None) -> Settings:
    """Read both files, or the profile alone when the curriculum is `known`; raises `DataError` with every problem."""
    from planner.curriculum.reading import read_curriculum
    from planner.documents.document import in_order
    from planner.documents.reading import read_document
    from planner.learner.checks import check_document
    from planner.learner.reading import read_profile

    profile, problems = read_profile(profile_text, "profile.yaml")
    curriculum, more = (known, ()) if known else read_curriculum(curriculum_text, "curriculum.yaml")
    document, _ = read_document(profile_text, "profile.yaml")
    if document and curriculum:
        problems = in_order([*problems, *check_document(document, curriculum)])
    if profile is None or curriculum is None or problems:
        raise DataError([*problems, *more])
    drop = names_of_now(curriculum, profile.drop)
    return curriculum, profile if drop == profile.drop else replace(profile, drop=drop)

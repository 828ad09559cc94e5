"""Both YAML files to records, with every problem of both at once; remembered in the cache, so that commands start fast.

Invariant: the cache only saves time: it is keyed by the files' digests and the program's version, and without it, or
with a broken one, the files are read.
"""

import pickle
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from planner import __version__
from planner.curriculum.model import Curriculum
from planner.learner.model import Profile
from planner.problems import DataError
from planner.workspace.context import Context
from planner.workspace.files import replace_file

Settings = tuple[Curriculum, Profile]


def read_settings(context: Context, profile: bytes, curriculum: bytes, key: str) -> Settings:
    """Return the curriculum and the profile; raises `DataError` with every problem of both files."""
    place = _place(context)
    known = _remembered(place, key)
    if known is not None:
        return known
    read = parse_settings(profile, curriculum)
    with suppress(OSError):
        replace_file(place, pickle.dumps((__version__, key, read), protocol=5), lasting=False)
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


def _place(context: Context) -> Path:
    name = sha256(str(context.home.absolute()).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return context.cache / "settings" / f"{name}.pickle"


def _remembered(place: Path, key: str) -> Settings | None:
    """Return what the cache holds; the cache folder is the user's own, as is the program's code."""
    try:
        version, known, read = pickle.loads(place.read_bytes())  # noqa: S301 - our own file, see above
    except Exception:  # noqa: BLE001 - whatever a broken or foreign cache does, the files are read instead
        return None
    matches = (version, known) == (__version__, key) and isinstance(read, tuple)
    return (read[0], read[1]) if matches else None

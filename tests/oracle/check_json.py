"""Is the document of `planner plan --json` true? It is held against the raw files of the plan folder.

    python -m tests.oracle.check_json PLAN.json HOME [--shown]

`--shown` is for a plan that was accepted earlier: its sessions are held against what was known then, its figures
against what is known now; its optimality is not checked.
"""

import json
import sys
from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace
from zoneinfo import ZoneInfo

from planner.curriculum.model import Effort
from planner.schedule.model import Inputs
from tests.oracle.by_hand import dropped, with_added
from tests.oracle.calendar import epoch_minutes
from tests.oracle.check_plan import check
from tests.oracle.check_shown import check_shown
from tests.oracle.check_verdict import check_contradictions, check_last_ratio, check_repairs
from tests.oracle.raw_journal import before_acceptance, fold, pinned
from tests.oracle.raw_yaml import read_curriculum, read_profile
from tests.oracle.shape import SHAPE, check_shape


def day_of(value):
    return date.fromisoformat(value) if value else None


def plan_like(document, ratio):
    """The document with the names of the `Plan` record; topics are not checked by index."""
    verdict = SimpleNamespace(**{key: document["verdict"][key] for key in SHAPE["verdict"]})
    sessions = [
        SimpleNamespace(
            id=s["id"], module=s["module"], kind=s["kind"], day=day_of(s["day"]), topics=(),
            start=int(epoch_minutes(datetime.fromisoformat(s["start"]))),
            end=int(epoch_minutes(datetime.fromisoformat(s["end"]))),
        )
        for s in document["sessions"]
    ]  # fmt: skip
    weeks = [
        SimpleNamespace(
            start=day_of(w["start"]),
            capacity=w["capacity_minutes"],
            buffer=w["buffer_minutes"],
            minutes=w["minutes"],
        )
        for w in document["weeks"]
    ]
    modules = [
        SimpleNamespace(
            id=m["id"], effort=m["effort_minutes"], done=m["done_minutes"], remaining=m["remaining_minutes"],
            start=day_of(m["start"]), finish=day_of(m["finish"]),
        )
        for m in document["modules"]
    ]  # fmt: skip
    milestones = [
        SimpleNamespace(
            id=m["id"], kind=m["kind"], due=day_of(m["due"]), expected=day_of(m["expected"]),
            lateness_days=m["lateness_days"], slack=m["slack_minutes"], reached=m["status"] == "reached",
        )
        for m in document["milestones"]
    ]  # fmt: skip
    return SimpleNamespace(
        start=day_of(document["start"]), goal=day_of(document["goal"]), effort=document["effort_minutes"],
        done=document["done_minutes"], capacity_to_goal=document["capacity_minutes_to_goal"],
        finish=day_of(document["finish"]), verdict=verdict, weeks=weeks, sessions=sessions, modules=modules,
        milestones=milestones, ratio=ratio,
    )  # fmt: skip


def read_inputs(document, home: Path) -> tuple[Inputs, dict[str, int]]:
    """The inputs from the raw files; modules without hours get the document's effort. Topics are counted apart."""
    profile = read_profile((home / "profile.yaml").read_bytes())
    curriculum, unknown = read_curriculum((home / "curriculum.yaml").read_bytes())
    topics = {module.id: len(module.topics) for module in curriculum.modules}
    said = {row["id"]: row["effort_minutes"] for row in document["modules"]}
    modules = []
    for module in curriculum.modules:
        if module.id in unknown and module.id in said:
            module = replace(module, effort=Effort(0, said[module.id], said[module.id]), credit=())  # noqa: PLW2901
        modules.append(replace(module, topics=()))
    progress = fold(home / "journal")
    now = datetime.fromisoformat(document["now"])
    modules = with_added(modules, progress)
    profile = replace(profile, drop=dropped(modules, profile, progress))
    return Inputs(replace(curriculum, modules=tuple(modules)), profile, progress, now), topics


def check_names(document, inputs: Inputs, topics) -> list[str]:
    """What only the document says: names, topics, uids, offsets of the learner's time zone."""
    zone, wrong = ZoneInfo(inputs.profile.timezone), []
    for key, truth in {"curriculum": inputs.profile.curriculum, "timezone": inputs.profile.timezone}.items():
        wrong += [] if document[key] == truth else [f"{key} is {document[key]!r}, not {truth!r}"]
    for s in document["sessions"]:
        for key in ("start", "end"):
            moment = datetime.fromisoformat(s[key])
            if moment.utcoffset() != moment.astimezone(zone).utcoffset():
                wrong.append(f"{s['id']}: {key} {s[key]} has not the offset of {inputs.profile.timezone}")
        if s["kind"] == "study" and topics.get(s["module"]) and not s["topic"]:
            wrong.append(f"{s['id']}: no topic")
    uids = [s["uid"] for s in document["sessions"]]
    return wrong + [f"uid {uid} is not the only one" for uid in sorted(set(uids)) if uids.count(uid) > 1]


def check_pins(document, home: Path):
    """A session is pinned when the journal says so, and then it is where the journal has it."""
    known = pinned(home / "journal")
    for s in document["sessions"]:
        start, flag = known.get(s["id"], (None, False))
        if s["pinned"] != flag:
            yield f"{s['id']}: pinned {s['pinned']}, not {flag}"
        if flag and epoch_minutes(datetime.fromisoformat(s["start"])) != start:
            yield f"{s['id']}: pinned, and not where it was accepted"


def without_pins(document, lines):
    """What holds where nothing is pinned: with pins a smaller repair may not do, and a proof counts less free time."""
    pins = any(s["pinned"] for s in document["sessions"])
    unsure = (" would do", "a proof, but", "proof: ", "has no proof")
    return [line for line in lines if not (pins and any(words in line for words in unsure))]


def was_edited(accepted, home: Path) -> bool:
    """Whether the files are no longer those that the accepted plan was made from."""
    known = accepted.inputs if accepted else {}
    return any(
        sha256((home / name).read_bytes()).hexdigest()[:16] != digest for name, digest in known.items()
    )


def check_document(document, home: Path, *, shown: bool = False) -> list[str]:
    """Return everything that is wrong with the document."""
    wrong = check_shape(document)
    if wrong:
        return wrong
    inputs, topics = read_inputs(document, home)
    then, checkin = before_acceptance(home / "journal")
    ratio = inputs.progress.accepted.ratio if inputs.progress.accepted else (1, 1)
    plan = plan_like(document, ratio)
    wrong += check_names(document, inputs, topics)
    wrong += check_pins(document, home)
    wrong += check_contradictions(document, inputs, (home / "curriculum.yaml").read_bytes())
    wrong += without_pins(document, check_repairs(document, inputs, Fraction(*ratio)))
    if shown:
        return wrong + check_shown(plan, inputs, then, edited=was_edited(inputs.progress.accepted, home))
    return [*wrong, *check_last_ratio(inputs, then, checkin=checkin), *check(plan, inputs)]


def main(arguments: list[str]) -> int:
    plain = [argument for argument in arguments if argument != "--shown"]
    document = json.loads(Path(plain[0]).read_text("utf-8"))
    wrong = check_document(document, Path(plain[1]), shown="--shown" in arguments)
    for line in wrong:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

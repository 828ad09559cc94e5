"""Random damage to a file, and a plan folder to damage: two machines, a conflict copy, a backup."""

import shutil
from datetime import timedelta
from pathlib import Path

from planner.journal.events import encode
from planner.workspace.backup.making import make_backup
from planner.workspace.milestones import tick_step
from planner.workspace.opening import open_plan
from planner.workspace.proposal import accept, propose_replan
from planner.workspace.tracking.log import log_time, mark_done
from planner.workspace.undoing.undo import undo

FOLDERS = ("plan", "state", "cache")


def live(learner, start):
    """Live a week on two machines; returns the plan as it is then, with a backup of all of it."""
    learner.begin()
    for number in range(4):
        log_time(
            open_plan(learner.on(start + timedelta(number))), "python-basics", 60 + number, note="読んだ"
        )
    week = start + timedelta(days=6)
    other = learner.on(week, 20, state=learner.folder / "other")
    log_time(open_plan(other), "sql-basics", 45)
    mark_done(open_plan(other), "sql-basics")
    tick_step(open_plan(learner.on(week, 21)), "first-tool", 1)
    accept(propose_replan(open_plan(learner.on(week, 22))))
    undo(log_time(open_plan(learner.on(week, 22)), "extra", 30))
    [mine] = [path for path in (learner.home / "journal").iterdir() if b'"extra"' in path.read_bytes()]
    shutil.copy(mine, mine.with_name(f"{mine.stem}.sync-conflict-20261206-101010-ABCDEFG.jsonl"))
    _shorten(mine)
    make_backup(learner.on(week), "by-hand")
    opened = open_plan(learner.on(week))
    _ = opened.plan
    return opened


def _shorten(file):
    """Leave the last lines to the conflict copy alone, and one of the copy's first to the file alone."""
    lines = file.read_bytes().splitlines(keepends=True)
    copy = next(file.parent.glob("*conflict*"))
    file.write_bytes(b"".join(lines[:-2]))
    copy.write_bytes(b"".join(lines[:1] + lines[2:]))


def keep(folder):
    """Put a copy of a learner's folders aside, times included."""
    for name in FOLDERS:
        shutil.copytree(folder / name, folder / "kept" / name)


def put_back(folder):
    """Make a learner's folders what they were when they were kept."""
    for name in FOLDERS:
        shutil.rmtree(folder / name)
        shutil.copytree(folder / "kept" / name, folder / name)


def intact(home, events):
    """Return the events whose very line is still in some file of the journal; found without the program's reader."""
    lines = set()
    for path in (home / "journal").glob("*.jsonl") if (home / "journal").is_dir() else ():
        if path.is_file():
            content = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
            lines |= {line.rstrip(b"\r") for line in content.split(b"\n")}
    return [event for event in events if encode(event).rstrip(b"\n") in lines]


def damage(path: Path, chance) -> str:
    """Damage a file in a random way, and return which; it may by chance leave the file as it was."""
    content = path.read_bytes()
    how = chance.choice([*_CONTENT, *_WHOLE])
    if how in _CONTENT:
        path.write_bytes(_CONTENT[how](content, chance))
    else:
        path.unlink()
        _WHOLE[how](path, chance)
    return how


def _flip(content, chance):
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 1, 8, 64))):
        if changed:
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _span(content, chance):
    start = chance.randrange(len(content) + 1)
    return start, min(len(content), start + chance.choice((1, 8, 64, 512)))


def _zero(content, chance):
    start, end = _span(content, chance)
    return content[:start] + bytes(end - start) + content[end:]


def _cut_out(content, chance):
    start, end = _span(content, chance)
    return content[:start] + content[end:]


def _put_in(content, chance):
    start, _ = _span(content, chance)
    return content[:start] + chance.randbytes(chance.choice((1, 8, 64))) + content[start:]


def _of_lines(change):
    def changed(content, chance):
        lines = content.splitlines(keepends=True) or [b"\n"]
        change(lines, chance.randrange(len(lines)), chance.randrange(len(lines)))
        return b"".join(lines)

    return changed


def _delete(lines, one, _):
    del lines[one]


def _double(lines, one, other):
    lines.insert(other, lines[one])


def _swap(lines, one, other):
    lines[one], lines[other] = lines[other], lines[one]


def _join(lines, one, _):
    lines[one] = lines[one].rstrip(b"\n")


def _mark(lines, one, _):
    lines.insert(one, b"<<<<<<< HEAD\n")
    lines += [b"=======\n", b">>>>>>> other\n"]


def _in(encoding):
    return lambda content, _: content.decode("utf-8", "replace").encode(encoding, "replace")


_CONTENT = {
    "flip": _flip,
    "zero": _zero,
    "cut out": _cut_out,
    "put in": _put_in,
    "truncate": lambda content, chance: content[: chance.randrange(len(content) + 1)],
    "delete a line": _of_lines(_delete),
    "double a line": _of_lines(_double),
    "swap lines": _of_lines(_swap),
    "join lines": _of_lines(_join),
    "mark a conflict": _of_lines(_mark),
    "empty": lambda *_: b"",
    "append": lambda content, chance: content + chance.randbytes(chance.choice((1, 30, 300))),
    "end lines otherwise": lambda content, _: content.replace(b"\n", b"\r\n"),
    "begin with a mark": lambda content, _: b"\xef\xbb\xbf" + content,
    "utf-16": _in("utf-16"),
    "cp932": _in("cp932"),
    "utf-7": _in("utf-7"),
}


def _other_file(path, chance):
    others = [
        each for each in sorted(path.parents[path.parent.name == "journal"].rglob("*")) if each.is_file()
    ] or [__file__]
    shutil.copy(chance.choice(others), path)


_WHOLE = {
    "delete": lambda *_: None,
    "folder": lambda path, _: path.mkdir(),
    "loop": lambda path, _: path.symlink_to(path.name),
    "another file": _other_file,
}

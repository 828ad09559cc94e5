"""Devices that share a plan: each has its own copy of the folder, its own state and its own, wrong clock.

Syncing is as tools do it: files arrive one by one, late, in older versions, as conflict copies, shuffled by merges.
Invariant: no step destroys the last copy of a line, as no tool in its right mind does.
"""

import os
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

from planner.journal.events import Draft, new_action
from planner.journal.store import append
from planner.problems import DataError
from planner.workspace.device import device_name
from planner.workspace.opening import open_plan
from tests.workspace.deeds import DEEDS

NOW = datetime(2026, 12, 9, 12, tzinfo=UTC)
CONFLICTS = (
    "{stem}.sync-conflict-20261206-201530-{number:07}.jsonl",
    "{stem} (desk's conflicted copy 2026-12-06 {number}).jsonl",
    "{stem} ({number}).jsonl",
)
GIT = ["git", "-c", "user.name=Learner", "-c", "user.email=learner@example.org", "-c", "commit.gpgsign=false"]


class Device:
    """One machine: what it did, what it knows, and what the tools do to its files."""

    def __init__(self, learner, template, number):
        self.folder = learner.folder / f"device-{number}"
        self.home = self.folder / "plan"
        shutil.copytree(template, self.home)
        self.chance = Random(number)
        self.clock = NOW + timedelta(minutes=self.chance.randrange(-5_000, 5_000))
        self.base = replace(
            learner.on(NOW.date()),
            home=self.home,
            cache=self.folder / "cache",
            state=self.folder / "state",
            random_bits=self.chance.getrandbits,
        )
        self.acknowledged = {}
        self.name = device_name(self.base)

    def open(self):
        """Open the plan at the device's moment."""
        return open_plan(replace(self.base, now=self.clock))

    def do(self, seed):
        """Do one thing a while later, or earlier by this clock; what is refused changes nothing."""
        chance = Random(seed)
        self.clock += timedelta(minutes=chance.choice((-3_000, -90, 0, 1, 45, 600, 1_500)))
        opened = self.open()
        before, profile = {event.id for event in opened.events}, self.profile.read_bytes()
        latest = max(event.at for event in opened.events)  # of those that no tool took away for a while
        try:
            after = chance.choice(DEEDS)(opened, chance)
        except DataError:
            after = self.open()
            assert {event.id for event in after.events} == before
            assert self.profile.read_bytes() == profile
            return
        new = [event for event in after.events if event.id not in before]
        assert all(event.at > latest for event in new)
        assert {event.id for event in self.open().events} == before | {event.id for event in new}
        self.acknowledged |= {event.id: event for event in new}

    def write_what_only_newer_versions_know(self):
        """Append an event of a kind that is not known here."""
        event = new_action(
            [Draft("telepathy", {"module": "python-basics", "minutes": "∞"})],
            at=self.clock, day=self.clock.date(), device=self.name, bits=self.chance.getrandbits(80),
        )[0]  # fmt: skip
        append(self.home, self.name, [replace(event, v=2)])
        self.acknowledged[event.id] = replace(event, v=2)

    def files(self):
        """Return the journal's files, by name."""
        return {path.name: path.read_bytes() for path in sorted(self.home.glob("journal/*.jsonl"))}

    @property
    def profile(self):
        """The file of settings, which is synced as a whole."""
        return self.home / "profile.yaml"

    def put(self, name, content):
        """Replace a file, as tools do."""
        temporary = self.home / "journal" / ".download"
        temporary.write_bytes(content)
        temporary.replace(self.home / "journal" / name)


class Cloud:
    """The tools between the devices; it keeps old versions of files, which arrive late."""

    def __init__(self, devices):
        self.devices, self.versions, self.number = devices, [], 0
        self.profiles = []

    def keep(self, device):
        """Upload a device's files as they are."""
        self.versions += [(name, content) for name, content in device.files().items()]
        self.profiles.append(device.profile.read_bytes())

    def deliver(self, device, seed):
        """Let some version of some file arrive at a device: in its place, or beside it as a conflict copy."""
        if not self.versions:
            return
        chance = Random(seed)
        name, content = chance.choice(self.versions)
        if name in device.files() and (
            chance.random() < 0.4 or not self._is_elsewhere(device, name, content)
        ):
            self.number += 1
            copy = chance.choice(CONFLICTS).format(stem=name.removesuffix(".jsonl"), number=self.number)
            if chance.random() < 0.5:
                device.put(copy, content)
                return
            device.put(copy, device.files()[name])
        device.put(name, content)

    def settle(self, device, seed):
        """Let some version of the settings arrive at a device, in their place or beside them."""
        chance = Random(seed)
        if self.profiles:
            name = chance.choice(("profile.yaml", "profile.yaml", "profile (1).yaml"))
            (device.home / name).write_bytes(chance.choice(self.profiles))

    def _is_elsewhere(self, device, name, content):
        """Tell whether every line of a device's file is in the new content or in some other file."""
        others = set(content.splitlines())
        for each in self.devices:
            for other, text in each.files().items():
                if (each, other) != (device, name):
                    others.update(text.splitlines())
        return others.issuperset(device.files()[name].splitlines())

    def shuffle(self, device, seed):
        """Write a file's lines in another order, some of them twice, as union merges do."""
        chance = Random(seed)
        name, content = chance.choice(sorted(device.files().items()))
        lines = content.splitlines(keepends=True)
        lines += chance.choices(lines, k=2)
        chance.shuffle(lines)
        device.put(name, b"".join(line if line.endswith(b"\n") else line + b"\n" for line in lines))

    def merge(self, device, other):
        """Merge one device's folder into another's with git, as .gitattributes says; its own settings win."""
        for each in (other, device):
            if not (each.home / ".git").exists():
                _git(each, "init", "-q")
            _git(each, "add", "-A")
            _git(each, "commit", "-q", "--allow-empty", "-m", "x")
        if other is not device:
            _git(device, "fetch", "-q", str(other.home))
            _git(
                device, "merge", "-q", "--allow-unrelated-histories", "--no-edit", "-X", "ours", "FETCH_HEAD"
            )

    def sync_all(self):
        """Bring every file of every device to every other one, under names of their own; one profile stays."""
        every = [(each, name, content) for each in self.devices for name, content in each.files().items()]
        for device in self.devices:
            for number, (other, name, content) in enumerate(every):
                if other is not device and device.files().get(name) != content:
                    stem = name.removesuffix(".jsonl")
                    device.put(f"{stem}.sync-conflict-20261231-235959-{number}.jsonl", content)
        for device in self.devices:
            device.profile.write_bytes(self.devices[0].profile.read_bytes())


def _git(device, *words):
    environment = os.environ | {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}
    done = subprocess.run([*GIT, *words], cwd=device.home, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, (words, done.stdout, done.stderr)

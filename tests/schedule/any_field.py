"""Curricula of any shape and size, as YAML texts that are the same on every machine."""

from random import Random

HEAD = "id: {name}\ntitle: {name}\nmonths: {months}\nphases:\n"


def one_module() -> str:
    """A phase with a module, and nothing else."""
    module = "{id: only, title: Only, track: t, hours: 7.3}"
    return (
        HEAD.format(name="one", months=1) + f"  - {{id: p, title: P, months: [1, 1], modules: [{module}]}}\n"
    )


def dense(modules: int = 149, prerequisites: int = 934) -> str:
    """Modules in which nearly everything requires half a dozen others."""
    random = Random(prerequisites)
    pairs = random.sample([(i, j) for i in range(modules) for j in range(i)], prerequisites)
    lines = [HEAD.format(name="dense", months=24)]
    for phase in range(8):
        lines.append(
            f"  - id: p{phase}\n    title: P{phase}\n    months: [{phase * 3 + 1}, {phase * 3 + 3}]\n    modules:\n"
        )
        for i in range(phase * modules // 8, (phase + 1) * modules // 8):
            requires = ", ".join(f"m{j}" for after, j in pairs if after == i)
            hours = "" if i % 11 == 0 else f", hours: {random.choice([2, 4, 7.5, 11, 16])}"
            lines.append(
                f"      - {{id: m{i}, title: M{i}, track: t{i % 5}, requires: [{requires}]{hours}}}\n"
            )
    return "".join(lines) + milestones(modules, 24)


def decade(modules: int = 6000, months: int = 120) -> str:
    """Lessons of an hour and a half over ten years, each after one or two of the dozen before it."""
    random = Random(modules)
    lines = [HEAD.format(name="decade", months=months)]
    for year in range(months // 12):
        lines.append(
            f"  - id: y{year}\n    title: Y{year}\n    months: [{year * 12 + 1}, {year * 12 + 12}]\n    modules:\n"
        )
        for i in range(year * modules * 12 // months, (year + 1) * modules * 12 // months):
            before = sorted({i - random.randint(1, 12) for _ in range(i % 3)})
            requires = ", ".join(f"m{j}" for j in before if j >= 0)
            topics = "[one, {en: two, ja: 二}]" if i % 4 else "[]"
            hours = random.choice([0.75, 1.5, "{low: 0.5, likely: 1.25, high: 4}", 2.1])
            lines.append(
                f"      - {{id: m{i}, title: {{en: Lesson {i}, ja: 第{i}課}}, track: t{i % 9}, hours: {hours}, "
                f"requires: [{requires}], topics: {topics}}}\n"
            )
    return "".join(lines) + milestones(modules, months)


def milestones(modules: int, months: int) -> str:
    """One a quarter, that requires the modules up to then."""
    count = months // 3
    lines = [
        f"  - {{id: ms{n}, title: N{n}, kind: deliverable, requires: [m{modules * n // count - 1}], "
        f"by: {{month: {3 * n}}}}}\n"
        for n in range(1, count + 1)
    ]
    return "milestones:\n" + "".join(lines)

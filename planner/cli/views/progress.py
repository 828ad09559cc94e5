"""Progress as text: the pace in one sentence, hours by week and by track, and what finished modules took."""

from planner.cli.views.page import Page, join
from planner.text.messages import Minutes, msg, msg_n
from planner.workspace.views.progress import ProgressView
from planner.workspace.views.progress_said import pace_said, week_note

_BAR, _FIGURES = 24, 60


def progress_lines(page: Page, view: ProgressView) -> list[str]:
    """Return the progress; parts that have nothing yet say when they will."""
    return join(_head(page, view), _weeks(page, view), _tracks(page, view), _took(page, view))


def _head(page: Page, view: ProgressView) -> list[str]:
    t = page.t
    done = msg("{done} of {effort} studied", done=Minutes(view.done), effort=Minutes(view.effort))
    modules = msg_n(
        "{done} of one module finished",
        "{done} of {count} modules finished",
        view.modules[1],
        done=view.modules[0],
    )
    reached, every = view.milestones
    milestones = msg("{reached} of {count} milestones reached", reached=reached, count=every)
    said = t(msg(", ")).join(t(each) for each in ((done, modules, milestones) if every else (done, modules)))
    return [*page.paragraph(page.accent(t(pace_said(view)))), *page.paragraph(t(msg("{what}.", what=said)))]


def _weeks(page: Page, view: ProgressView) -> list[str]:
    """Return the weeks, the latest first; bars and notes give way where there is no room for them."""
    t, last = page.t, view.weeks[-1]
    most = max(1, *(max(week.studied, week.planned) for week in view.weeks))
    length = min(_BAR, page.columns - _FIGURES)
    rows = []
    for week in reversed(view.weeks):
        row = [page.day(week.monday, year=week.monday.year != last.monday.year)]
        row += [_bar(week.studied, week.planned, most, length)] if length > 0 else []
        row += [page.minutes(week.studied), _of(page, week.planned)]
        rows.append([*row, t(week_note(week, running=week is last))] if page.columns >= _FIGURES else row)
    align = {3: "rrl", 4: "rrll", 5: "rlrll"}[len(rows[0])]
    return [page.heading(t(msg("hours by week"))), *page.table(rows, align)]


def _bar(studied: int, planned: int, most: int, length: int) -> str:
    """Return what was studied as signs, and what was planned besides as dots."""
    filled = round(studied / most * length) or (1 if studied else 0)
    return ("#" * filled + "." * (round(planned / most * length) - filled)).ljust(length)


def _tracks(page: Page, view: ProgressView) -> list[str]:
    t = page.t
    rows = [
        [
            t(each.title),
            page.minutes(each.studied),
            _of(page, each.effort),
            _percent(page, each.studied, each.effort),
        ]
        for each in view.tracks
    ]
    return [page.heading(t(msg("tracks"))), *page.table(rows, "*rlr")] if rows else []


def _took(page: Page, view: ProgressView) -> list[str]:
    t = page.t
    head = page.heading(t(msg("studied against estimated")))
    if view.ratio is None:
        return [head, *page.items([t(msg("No module is finished yet. Mark one with: planner done MODULE"))])]
    together: list[tuple[str, int, int]] = [(t(msg("all together")), *view.ratio)]
    each = [(t(took.title), took.actual, took.estimated) for took in view.took]
    rows = [
        [name, page.minutes(actual), _of(page, guess), _times(actual, guess)]
        for name, actual, guess in together + each
    ]
    return [head, *page.table(rows, "*rlr")]


def _of(page: Page, whole: int) -> str:
    return page.t(msg("of {time}", time=Minutes(whole)))


def _percent(page: Page, part: int, whole: int) -> str:
    return page.t(msg("{percent} %", percent=100 * part // whole)) if whole else ""


def _times(actual: int, estimated: int) -> str:
    return f"{actual / estimated:.2f} ×"

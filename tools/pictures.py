"""The pictures of the app in docs/pictures: the demo plan at a fixed moment, every screen, both languages.

Needs `rsvg-convert` and a font with Japanese (Debian: librsvg2-bin, fonts-noto-cjk). Look at what it draws.
"""

import asyncio
import html
import random
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from unicodedata import east_asian_width

from planner.workspace.context import Context
from planner.workspace.setup.demo import demo_context
from tui.app import PlannerApp
from tui.theme import DARK, LIGHT

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
NOW = datetime(2027, 2, 9, 10, 0, tzinfo=UTC)
FIRST = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)
SCREENS = {
    "today": (), "plan": ("2",), "week": ("3",), "milestones": ("4",), "whatif": ("5", "right", "right"),
    "progress": ("6",), "history": ("y",), "checkin": ("c",), "replan": ("r",), "why": ("w",), "first-run": (),
}  # fmt: skip
THEMES = {"": DARK, "-light": LIGHT}
SIZE = (120, 36)
CELL = 12.2
_TEXT = re.compile(
    r'<text((?: class="[^"]*")?) x="([\d.]+)"([^>]*?)(?: textLength="[^"]*")?(?: clip-path="[^"]*")?>([^<]*)</text>'
)


async def draw(context: Context, name: str, keys: tuple[str, ...]) -> None:
    """Draw one screen of the app in its language, in the dark and in the light theme."""
    app = PlannerApp(context)
    async with app.run_test(size=SIZE) as pilot:
        for key in ("", *keys):
            await pilot.press(*filter(None, [key]))
            await app.workers.wait_for_complete()
            await pilot.pause(0.5)
        for ending, theme in THEMES.items():
            app.theme = theme
            await pilot.pause()
            svg = app.export_screenshot(title="planner")
            to_png(svg, PICTURES / f"{name}-{context.language}{ending}.png")


def to_png(svg: str, target: Path) -> None:
    """Render a screenshot; every character is set into its own cell, since fonts differ in width."""
    program = shutil.which("rsvg-convert")
    if program is None:
        sys.exit(
            "rsvg-convert is missing (Debian: apt-get install librsvg2-bin fonts-noto-cjk fonts-dejavu-core)"
        )
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "screen.svg"
        file.write_text(_TEXT.sub(_cells, svg), encoding="utf-8")
        subprocess.run([program, "--width", "1000", "-o", str(target), str(file)], check=True)  # noqa: S603


def _cells(found: re.Match[str]) -> str:
    """Return one text element for each character of a run of text."""
    before, x, after, text = found.groups()
    at, parts = float(x), []
    for character in html.unescape(text):
        wide = east_asian_width(character) in "WF"
        font = "Noto Sans Mono CJK JP; font-size: 23px" if wide else "DejaVu Sans Mono"
        if not character.isspace():
            shown = html.escape(character)
            parts.append(f'<text{before} x="{at:.1f}"{after} style="font-family: {font}">{shown}</text>')
        at += CELL * (2 if wide else 1)
    return "".join(parts)


def main() -> None:
    """Draw all pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for language in ("en", "ja"):
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder)
            context = Context(
                place / "plan",
                NOW,
                cache=place / "cache",
                state=place / "state",
                random_bits=random.Random(1).getrandbits,  # noqa: S311 - the same pictures each time
                language=language,
                timezone="Asia/Tokyo",
            )
            context = demo_context(place, context)
            for name, keys in SCREENS.items():
                empty = replace(context, home=place / "none", now=FIRST)
                asyncio.run(draw(empty if name == "first-run" else context, name, keys))


if __name__ == "__main__":
    main()

"""Figures in few cells: hours without minutes, and one length out of another."""

from planner.text.messages import Message, msg


def hours(minutes: int) -> str:
    """Say a length in hours, to a tenth: `2`, `1.5`, `0.3`; what is not nothing is at least a tenth."""
    tenths = (abs(minutes) + 3) // 6 or (1 if minutes else 0)
    return ("-" if minutes < 0 else "") + f"{tenths / 10:.1f}".removesuffix(".0")


def of_hours(done: int, whole: int) -> Message:
    """Say a part and the whole in hours: `11 of 24 h`."""
    return msg("{done} of {whole} h", done=hours(done), whole=hours(whole))

"""The learner who studies the made-up curricula: 19 h a week, none on public holidays."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import accumulate
from zoneinfo import ZoneInfo

from planner.curriculum.model import Curriculum
from planner.journal.model import Progress
from planner.learner.model import Availability, Profile, WeekPattern
from planner.learner.windows import FreeTime
from planner.schedule.model import Inputs

START = date(2022, 1, 3)  # TaskJuggler knows no year after 2035
ZONE = "Asia/Tokyo"
EVENING, SATURDAY, SUNDAY = (1200, 1320), (540, 840), (600, 840)
WEEK = WeekPattern(weekday=(EVENING,), day_off=(), days=((5, (SATURDAY,)), (6, (SUNDAY,))))
AVAILABILITY = Availability(WEEK, holidays="JP")


def learner(curriculum: Curriculum) -> Profile:
    """Return a learner with 19 h a week: 2 h on weekdays, 5 h on Saturdays, 4 h on Sundays, none on holidays."""
    return Profile(
        curriculum=curriculum.id,
        start=START,
        goal=START + timedelta(days=curriculum.months * 365 // 12),
        timezone=ZONE,
        language="en",
        availability=AVAILABILITY,
    )


def inputs(curriculum: Curriculum) -> Inputs:
    """Return what a first plan depends on, at the beginning of the first day."""
    moment = datetime.combine(START, time(), tzinfo=ZoneInfo(ZONE))
    return Inputs(curriculum, learner(curriculum), Progress(), moment)


def days_of(minutes: Sequence[int], ends: Sequence[int], room: int) -> list[date]:
    """Return the days on which the learner's week holds the first 1, 2, ... pieces of work, each with its room."""
    free = FreeTime(AVAILABILITY, ZONE)
    done = list(accumulate(minutes))
    day, held, days = START.toordinal() - 1, 0, []
    for end in ends:
        while held * 100 < done[end] * room:
            day += 1
            held += sum(stop - start for start, stop in free.windows(day))
        days.append(date.fromordinal(day))
    return days

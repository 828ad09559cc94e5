"""What the finished modules say about the learner's effort: (40 h + actual) / (40 h + estimated).

A module finished without any time on it was known before, and says nothing; time in a week after its last is review.
"""

from fractions import Fraction

from tests.oracle.calendar import monday, up
from tests.oracle.facts import chosen, credited


def finished_ratio(inputs) -> set[Fraction]:
    """The ratio with estimates as likely after credit, and the same with each estimate on the granule."""
    ids, _ = chosen(inputs.curriculum, inputs.profile)
    actual, exact, rounded = 2400, Fraction(2400), 2400
    for module in inputs.curriculum.modules:
        done = inputs.progress.done.get(module.id)
        if done is None or module.id not in ids:
            continue
        end = monday(done)
        logs = [log for log in inputs.progress.logs if log.module == module.id]
        studied = sum(log.minutes for log in logs if log.week <= end)
        if studied:
            estimate = credited(module, inputs.profile)
            actual += studied
            exact, rounded = exact + estimate, rounded + up(estimate)
    return {Fraction(actual) / exact, Fraction(actual, rounded)}

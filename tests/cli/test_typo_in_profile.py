"""A typo in profile.yaml: what would change settings says that the line is for a hand to mend."""

import pytest


@pytest.mark.parametrize(
    "words",
    [["profile", "set", "goal", "2027-12-31"], ["profile", "unset", "goal"], ["undo"], ["redo"]],
    ids=" ".join,
)
def test_a_typo_in_the_profile_says_where_and_what_to_do_first(run, words):
    file = run.home / "profile.yaml"
    file.write_text(file.read_text("utf-8").replace("start:", "strat:"), "utf-8")
    result = run.process(*words)
    assert result.returncode == 1
    assert result.stderr.startswith(b"profile.yaml:")
    assert result.stderr.decode().splitlines()[-1].startswith("Mend this line by hand first")

"""The words that click itself says, listed for the catalogue, so that help and usage errors speak one language.

Invariant: each is exactly a text that click looks up with gettext; `speak` makes click look in our catalogue.
"""

import gettext
import os

from planner.text.messages import LOCALE


def N_(text: str) -> str:  # noqa: N802  # the name that gettext's users know
    """Mark a text for the catalogue, and return it as it is."""
    return text


def N_n(singular: str, plural: str) -> tuple[str, str]:  # noqa: N802  # beside N_
    """Mark a counted text for the catalogue."""
    return singular, plural


WORDS = (
    N_("Usage:"),
    N_("Options"),
    N_("Commands"),
    N_("Missing command."),
    N_("Error: {message}"),
    N_("Error: invalid input"),
    N_("Try '{command} {option}' for help."),
    N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Missing parameter"),
    N_("Choose from:\n\t{choices}"),
    N_("No such option {name!r}."),
    N_("No such command {name!r}."),
    N_("No such option: {name}"),
    N_("No such command {name!r}"),
    N_("(Did you mean one of: {possibilities}?)"),
    N_("Option {name!r} does not take a value."),
    N_("{value!r} is not a valid {number_type}."),
    N_("{value} is not in the range {range}."),
    N_("{name} {filename!r} does not exist."),
    N_("{name} {filename!r} is a directory."),
    N_("{name} {filename!r} is a file."),
    N_("Could not open file {filename!r}: {message}"),
    N_("default: {default}"),
    N_("env var: {var}"),
    N_("required"),
    N_("file"),
    N_("directory"),
    N_("path"),
    N_("Show the version and exit."),
    N_("Show this message and exit."),
    N_("%(prog)s, version %(version)s"),
    N_("Aborted!"),
)
COUNTED = (
    N_n("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    N_n(
        "Got unexpected extra argument ({args})",
        "Got unexpected extra arguments ({args})",
    ),
    N_n("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    N_n(
        "Option {name!r} requires an argument.",
        "Option {name!r} requires {nargs} arguments.",
    ),
)


def speak(language: str) -> None:
    """Make gettext, and with it click, speak a language; only the edge of the process may call this."""
    gettext.bindtextdomain("planner", str(LOCALE))
    gettext.textdomain("planner")
    os.environ["LANGUAGE"] = language

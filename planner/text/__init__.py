"""Words: languages, translated messages, durations, and dates as people say them.

The lowest room. Messages are data until a `Translator` says them, so that no layer below the outermost needs to
know the user's language.
"""

from planner.text.languages import LANGUAGES, LocalText, choose_language
from planner.text.messages import Message, Minutes, Translator, msg, msg_n, translator

__all__ = [
    "LANGUAGES",
    "LocalText",
    "Message",
    "Minutes",
    "Translator",
    "choose_language",
    "msg",
    "msg_n",
    "translator",
]

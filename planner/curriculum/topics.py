"""Topics against their module: the hours of the parts must fit into those of the whole."""

from collections.abc import Iterator, Mapping
from typing import Any

from planner.curriculum import values
from planner.curriculum.outline import Found, Outline
from planner.documents.wrong import Wrong
from planner.text.messages import Minutes, msg


def check_topics(outline: Outline) -> Iterator[Found]:
    """Find modules whose topics together take longer than the module does at most."""
    for module in outline.modules:
        topics = module.value.get("topics")
        timed = [topic for topic in topics if _is_timed(topic)] if isinstance(topics, list) else []
        if not timed or "hours" not in module.value:
            continue
        try:
            parts = sum(values.topic(topic).minutes for topic in timed)
            whole = values.effort(module.value["hours"]).high
        except Wrong:
            continue
        if parts > whole:
            text = msg(
                "the topics take {parts} and their module {whole} at most; write fewer hours here, or more there",
                parts=Minutes(parts),
                whole=Minutes(whole),
            )
            yield (*module.path, "topics"), text


def _is_timed(topic: object) -> bool:
    known: Mapping[str, Any] = topic if isinstance(topic, dict) else {}
    return "hours" in known

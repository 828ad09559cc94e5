"""What the learner's hand changed, in one or two sentences: what was done, what moved with it, and how dates shift."""

from planner.text.messages import KeyOf, Message, Translator, msg, msg_n
from planner.workspace.hand.changing import Change


def said_of(done: Change, t: Translator) -> Message:
    """Say what was done, what else changed, and how it is taken back; when nothing changes, only why."""
    what = _sentence(t(done.said), t)
    if not done.proposal.drafts:
        return Message(what)
    more = [_sentence(t(each), t) for each in _consequences(done)] if done.replans else []
    parts = [what, *more, t(msg("{undo} takes it back.", undo=KeyOf("undo")))]
    return Message(("" if t.language == "ja" else " ").join(parts))


def _consequences(done: Change) -> list[Message]:
    diff, named = done.proposal.diff, {draft.data.get("session") for draft in done.proposal.drafts}
    moved = [new for _, new in diff.moved if new.id not in named]
    found: list[Message] = []
    if count := len(moved):
        found.append(msg_n("{count} other session moves", "{count} other sessions move", count))
    late = next((each for each in diff.milestones if each.before and each.after), None)
    if late is not None and late.before is not None and late.after is not None:
        title = done.proposal.titles[late.id]
        found.append(
            msg(
                "{milestone} is expected on {after} instead of {before}",
                milestone=title,
                after=late.after,
                before=late.before,
            )
        )
    before, after = diff.finish
    if late is None and before and after and before != after:
        found.append(msg("everything is done on {after} instead of {before}", after=after, before=before))
    return found


def _sentence(text: str, t: Translator) -> str:
    """Begin with a capital letter and end with a full stop."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "。", "!", "?")) else text + ("。" if t.language == "ja" else ".")

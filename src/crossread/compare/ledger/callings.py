"""What a party is called in a line of the ledger, where the story has no name for it: "his lawyers" are Hill's."""

from __future__ import annotations

from dataclasses import replace

from crossread.record.annotation import Account, Mention, MentionForm, Party
from crossread.record.dossier import Who
from crossread.text.closed_classes import POSSESSIVES


def called(account: Account, party: Party | None, who: Who | None, speaker: Who | None = None) -> Who | None:
    """Return a party with the name of whose it is, if the account has it; "my colleagues" are the `speaker`'s."""
    if party is None or who is None or who.entity is not None:
        return who
    first, *rest = who.name.split()
    if first.lower() not in POSSESSIVES or not rest:
        return who
    ours = first.lower() in ("my", "our")
    name = (speaker.name if speaker else None) if ours else _owner(account, party)
    return who if name is None else replace(who, name=f"{name}’s {' '.join(rest)}")


def _owner(account: Account, party: Party) -> str | None:
    """Return the name of whom "his" or "their" at the head of a party stands for."""
    first = account.analysis.token_at(party.span.start)
    if first is None:
        return None
    span = account.analysis.tokens[first].span
    mention = next((m for m in account.annotation.mentions if m.span == span), None)
    return None if mention is None else name_in_account(account, mention)


def name_in_account(account: Account, mention: Mention) -> str | None:
    """Return the longest name that the account itself gives for whom a mention denotes."""
    if mention.chain is None:
        return None
    names = [
        m.name for m in account.annotation.mentions if m.chain == mention.chain and m.form is MentionForm.NAME
    ]
    return max(names, key=lambda name: (len(name), name), default=None)

"""What a party is called in a line of the ledger, where the story has no name for it: "his lawyers" are Hill's."""

from __future__ import annotations

from dataclasses import replace

from crossread.record.annotation import Account, EntityType, Mention, MentionForm, Party
from crossread.record.dossier import Who
from crossread.text.closed_classes import DEFINITE, POSSESSIVES
from crossread.text.offices import Office, office


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


# So many sentences after "a federal judge" the one who is then named with that office is still he.
_SOON = 5


def introduced(account: Account, party: Party | None) -> Party | None:
    """Return a party; of one first told without a name, "a federal judge", who is soon named with that office."""
    if party is None:
        return None
    words, mentions = party.span.of(account.text), account.annotation.mentions
    first, said = words.partition(" ")[0].lower(), office(words)
    headline = (
        party.mention is None and first not in DEFINITE and bool(said.words | said.ranks)
    )  # "Federal Judge"
    holder = next((n for n, one in enumerate(mentions) if _holds(account, one, said)), None)
    if holder is None or not (headline or first in ("a", "an")):
        return party
    span = mentions[holder].span
    between = sum(party.span.end <= one.start <= span.start for one in account.sentences)
    return Party(span, holder) if span.start > party.span.end and between <= _SOON else party


def _holds(account: Account, mention: Mention, said: Office) -> bool:
    """Whether a mention names a person with an office of this kind."""
    if mention.form is not MentionForm.NAME or mention.type is not EntityType.PERSON:
        return False
    held = (office(role.of(account.text)) for role in mention.roles)
    return any(one.head == said.head and one.ranks == said.ranks for one in held)


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

"""What a party is called in a line of the ledger, where the story has no name for it.

"Their families" says nothing alone; "the group" is one that was told of before.
The account's own words help where they can.
"""

from __future__ import annotations

import re
from dataclasses import replace

from crossread.compare.ledger.pointing import name_in_account
from crossread.compare.placed import INSTITUTIONS
from crossread.record.annotation import Account, MentionForm, Party
from crossread.record.dossier import Who
from crossread.text.closed_classes import DEFINITE, POSSESSIVES
from crossread.text.listing import listed
from crossread.text.rolewords import role_noun

_COUNTS = listed("two three four five six other")
# Words that set somebody beside those told of before: "other senators", "various parties".
_OTHERS = listed("other others another various such same both latter")
# Words that pick out of a crowd nobody in particular.
_SOME = listed("each certain numerous countless")
_SHARE = re.compile(
    r"(?:an? |the )?(?:\w+ )?(?:majority|minority|plurality|half|third|quarter|share|percent|per cent|fraction) of\b",
    re.IGNORECASE,
)
# Nouns for what one is to somebody, who must be named with them: "Hill's colleagues", "allies of Hill".
_RELATIONAL = listed(
    "colleague colleagues ally allies opponent opponents rival rivals supporter supporters critic critics aide aides "
    "friend friends relative relatives backers counterparts counterpart successor predecessor foes"
)
_ANYBODY = listed(
    "two three pair men women people persons man woman person somebody someone both chambers sides members stores"
)
_PREPOSITIONS = listed("of in at for from with to on")
_DETERMINING = DEFINITE | listed("a an one some many several two three four five six other")
# Bodies and offices there is one of in a place, and crowds: "the police" are called so by everybody.
_PLACED = INSTITUTIONS | listed(
    "house opposition coalition administration authorities ministry council kremlin taliban protesters demonstrators "
    "residents families democrats republicans conservatives union unions governor mayor prime prosecution defence "
    "defense prosecutors republican democrat white"
)


def called(account: Account, party: Party | None, who: Who | None, speaker: Who | None = None) -> Who | None:
    """Return a party by words that can be read alone, as far as the account has them.

    "my colleagues" are those of the `speaker`.
    """
    if party is None:
        return who
    if who is None or (who.entity is None and who.name.lower().startswith("the ")):
        body = _named_body(account, party)
        if body is not None:
            return Who(body, None, None if who is None else who.mention)
    if who is None or not left_open(who):
        return who
    words = who.name.split()
    if words[0].lower() in ("my", "our"):
        return who if speaker is None else replace(who, name=f"{speaker.name}’s {' '.join(words[1:])}")
    name = _owner(account, party) if words[0].lower() in POSSESSIVES else None
    if name is not None:
        return replace(who, name=f"{name}’s {' '.join(words[1:])}")
    return who


def left_open(who: Who | None) -> bool:
    """Whether a party's words point at somebody told before, or are only a part of a phrase: "their families", "the
    group", "combative mayor"."""
    if who is None or who.entity is not None:
        return False
    words = [word.lower() for word in who.name.split()]
    if words[0] in POSSESSIVES:
        return True
    told_by_name = any(word[0].isupper() for word in who.name.split()[1:-1])  # "the two Hill voters"
    counted = len(words) > 2 and words[0] in DEFINITE and words[1] in _COUNTS and not told_by_name
    if counted:
        return True
    if len(words) == 1 and role_noun(words[0]) is not None:
        return True
    owned = re.search(r"['’]s? ", who.name) is not None
    return (
        nameless(who)
        or (words[-1] in _RELATIONAL and not owned and not told_by_name)
        or (len(words) == 2 and words[0] in DEFINITE and words[1] not in _PLACED and _common(who.name))
    )


def _named_body(account: Account, party: Party) -> str | None:
    """Return the one body with this noun that the account named before "the court": "the Supreme Court"."""
    words = party.span.of(account.text).split()
    if len(words) != 2 or words[0].lower() != "the" or words[1].lower() not in _NAMED_AFTER:
        return None
    noun = "court" if words[1].lower() == "justices" else words[1].lower()
    names = {
        m.name
        for m in account.annotation.mentions
        if m.form is MentionForm.NAME
        and m.span.end <= party.span.start
        and m.name.split()[-1].lower() == noun
        and len(m.name.split()) > 1
    }
    return names.pop() if len(names) == 1 else None


# Nouns of bodies that are called by them alone once they were named.
_NAMED_AFTER = listed(
    "justices court committee commission board council agency department ministry bureau party union association "
    "league institute foundation university senate house parliament assembly authority corporation company group fund "
    "bank"
)


def _common(name: str) -> bool:
    """Whether the last word is a common noun: "the group", but not "The Herald"."""
    return name.split()[-1][:1].islower()


def nameless(who: Who | None) -> bool:
    """Whether a party's words name nobody even beside the sentence before: "other senators", "combative mayor"."""
    if who is None or who.entity is not None:
        return False
    words = [word.lower() for word in who.name.split()]
    head = next((words[i - 1] for i in range(1, len(words)) if words[i] in _PREPOSITIONS), words[-1])
    if (
        words[0] in _OTHERS | _SOME
        or _SHARE.match(who.name)
        or (words[-1] in _ANYBODY and len(words) - (words[0] == "the") == 1)
    ):
        return True
    return (
        who.name[0].islower() and words[0] not in _DETERMINING | POSSESSIVES and role_noun(head) is not None
    )


def _owner(account: Account, party: Party) -> str | None:
    """Return the name of whom "his" or "their" at the head of a party stands for."""
    first = account.analysis.token_at(party.span.start)
    if first is None:
        return None
    span = account.analysis.tokens[first].span
    mention = next((m for m in account.annotation.mentions if m.span == span), None)
    return None if mention is None else name_in_account(account, mention)

"""Whom personal pronouns of the third person denote, where that is safe to say.

The resolver is one of salience: the subject of the same or the last sentence that told of somebody of fitting
gender wins, if nobody else comes near. Words in quotation marks and the story around them are kept apart, and
captions and other words beside the story are never looked at.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crossread.annotate.mentions import clauses, quoted, telling
from crossread.annotate.mentions.grammar import (
    is_argument,
    is_person_noun,
    is_subject,
    modifies,
    only_tells_whose,
    owns_subject,
    subjects_of_own_verb,
    unlisted_name,
    wholly_quoted,
)
from crossread.annotate.mentions.known import Known
from crossread.annotate.mentions.pronoun_words import BODY_VERBS
from crossread.annotate.mentions.reading import Reading
from crossread.record.annotation import Gender, Mention, MentionForm

# How many sentences of the story a pronoun may look back over. Tried 1 to 4 on the worked example and the
# stories of development: at 1 a quarter of the right ones is lost, above 2 most of what is gained is wrong.
WINDOW = 2

# Points of a possible antecedent. A subject, or whose subject it is, outweighs a name, that a gender not excluded.
# A name of the pronoun's gender gets a point more as the subject of a whole sentence before, which the next one goes
# on with (centering: Grosz, Joshi and Weinstein 1995); given to every subject, or within the sentence, it was wrong as
# often as right in the 40 stories read.
MAIN, SUBJECT, OWNER, SAME_GENDER, NAMED = 1, 4, 3, 2, 1
# How many points the best must have over the second.
MARGIN = 3


# Tokens from "he" over the verb, a comma and the mark to a quotation's first word.
_CUE = 6


def resolve(
    reading: Reading,
    mentions: Sequence[Mention],
    chains: Sequence[int | None],
    genders: Mapping[int, Gender | None],
) -> dict[int, int]:
    """Return the chain of each pronoun that is safe to settle, by its number among the mentions.

    `chains` are those of names and descriptions, `genders` those of the chains. Pronouns settled earlier serve as
    antecedents, and tell the gender of their chain where nothing else does.
    """
    return _Resolver(Known(reading, mentions, list(chains), dict(genders))).run()


class _Resolver:
    """One pass over an article's mentions in text order."""

    def __init__(self, known: Known) -> None:
        self.known, self.reading, self.mentions = known, known.reading, known.mentions
        self.chains, self.genders, self.by_sentence = known.chains, known.genders, known.by_sentence
        self._fits = known.fits

    def run(self) -> dict[int, int]:
        settled: dict[int, int] = {}
        for number, mention in enumerate(self.mentions):
            token = self.reading.analysis.head_of(mention.span)
            if token is None or not self.reading.telling(mention.span.start):
                continue
            if mention.form is MentionForm.PRONOUN and not mention.plural:
                chain = self._antecedent(number, token)
                if chain is not None:
                    settled[number] = self.chains[number] = chain
                    if self.genders.get(chain) is None:
                        self.genders[chain] = mention.gender
            self.by_sentence.setdefault(self.reading.sentence_of[token], []).append(number)
        return settled

    def _antecedent(self, number: int, token: int) -> int | None:
        doer = self._doer(token)
        if doer is not None:
            over = [n for n in self._mentions_over(doer, number) if self._fits(number, n)]
            return self.chains[over[-1]] if over else None
        told = telling.teller(self.reading, token)
        if told is not None and not self._is_named(told, number):
            described = [n for n in self._mentions_over(told, number) if self._fits(number, n)]
            own = described and telling.speaks_for_himself(self.reading, told)
            return (
                self.chains[described[-1]]
                if own and not self._told(self.reading.tokens[told].head, number)
                else None
            )
        if self.known.quotation_of(number) is not None:
            return quoted.antecedent(self.known, number, token)
        if self.reading.opened_before(self.mentions[number].span.start):
            return None
        chain = self._by_clause(number, token)
        return chain if chain is not None else self._by_salience(number, token)

    def _by_clause(self, number: int, token: int) -> int | None:
        """Return the chain that the words of the pronoun's own clause tell."""
        rules = (clauses.owner, clauses.described, telling.goes_on, clauses.subject_before)
        found = (rule(self.known, number, token) for rule in rules)
        return next((chain for chain in found if chain is not None), None)

    def _by_salience(self, number: int, token: int) -> int | None:
        """Return the chain of whoever stands out in the sentence or those before it."""
        looked, sentence = 0, self.reading.sentence_of[token]
        while sentence >= 0 and looked <= WINDOW:
            points = (
                {} if looked == 0 and self._closes_report(token) else self._points(number, token, sentence)
            )
            if points:
                best = self._best(points)
                best = self._goes_on_of(number, points, looked) if best is None else best
                if best is not None and not self._may_be_another(best, number, token, sentence):
                    return best
                break
            sentence -= 1
            while sentence >= 0 and wholly_quoted(self.reading, sentence):
                sentence -= 1
            looked += 1
        return clauses.subject_behind(self.known, number, token)

    def _goes_on_of(self, number: int, points: dict[int, int], looked: int) -> int | None:
        """Return of whom the sentence told by a pronoun, and of nobody else: "In his speech, he said"."""
        own = [n for n in self.by_sentence.get(self.known.sentence_of(number), ()) if n < number]
        pronouns = all(self.mentions[n].form is MentionForm.PRONOUN for n in own if self._fits(number, n))
        return next(iter(points)) if looked == 0 and len(points) == 1 and pronouns else None

    def _closes_report(self, token: int) -> bool:
        """Whether the pronoun says what stands before it: nobody named in "Cole would lose, he said" is he."""
        lower = self.reading.lower
        return (
            self._says(token) and lower[token - 1 : token] == [","] and lower[token + 2 : token + 3] == ["."]
        )

    def _points(self, number: int, token: int, sentence: int) -> dict[int, int]:
        """Return the points of each chain that the sentence offers."""
        points: dict[int, int] = {}
        barred = subjects_of_own_verb(self.reading, token)
        told_of = self._named_in_own_words(token)
        for other in self.by_sentence.get(sentence, ()):
            chain = self.chains[other]
            if other >= number or chain is None or chain in told_of or not self._fits(number, other):
                continue
            mention = self.mentions[other]
            if self.known.quotation_of(other) is not None or modifies(self.reading, mention):
                continue
            if barred and not barred.isdisjoint(self.reading.analysis.tokens_in(mention.span)):
                continue
            named, fitting = mention.form is MentionForm.NAME, self._of_gender(number, other)
            worth = NAMED * named + SAME_GENDER * fitting
            worth += (
                SUBJECT if self._is_subject(other) else OWNER if owns_subject(self.reading, mention) else 0
            )
            before = sentence < self.reading.sentence_of[token]
            worth += MAIN * (before and named and fitting and self._is_main_subject(other))
            points[chain] = max(points.get(chain, 0), worth)
        return points

    def _named_in_own_words(self, token: int) -> set[int | None]:
        """Return the chains whom the quotation of "he said" names: nobody speaks of himself by his name."""
        if not self._says(token):
            return set()
        starts = [t.start for t in self.reading.tokens[max(0, token - 2) : token + _CUE]]
        beside = {self.reading.quotation_at(start) for start in starts} - {None}
        return {
            self.chains[n]
            for n, mention in enumerate(self.mentions)
            if mention.form is MentionForm.NAME and self.reading.quotation_at(mention.span.start) in beside
        }

    def _is_subject(self, number: int) -> bool:
        return is_subject(self.reading, self.mentions[number])

    def _is_main_subject(self, number: int) -> bool:
        """Whether a mention is the subject of the verb that its sentence hangs on."""
        head = self.reading.analysis.head_of(self.mentions[number].span)
        return (
            head is not None
            and self.reading.tokens[head].dep.startswith("nsubj")
            and self.reading.tokens[self.reading.tokens[head].head].dep == "root"
        )

    def _best(self, points: dict[int, int]) -> int | None:
        """Return the chain with clearly most points; None where two are near or nothing speaks for the one."""
        ranked = sorted(points, key=lambda chain: (-points[chain], chain))
        best = ranked[0]
        if points[best] <= SAME_GENDER:
            return None  # a description that is no subject, or nobody of known gender
        if len(ranked) > 1 and (points[best] - points[ranked[1]] < MARGIN or points[best] < SUBJECT):
            return None
        return best

    def _may_be_another(self, best: int, number: int, token: int, sentence: int) -> bool:
        """Whether somebody else of fitting gender may be meant as well as the most salient person."""
        if self.mentions[number].gender is Gender.NEUTER:
            return False
        own = self.reading.sentence_of[token]
        rivals = self._rivals(best, number, sentence)
        if sentence == own:
            known = [self.mentions[other].span for other in self.by_sentence.get(sentence, ())]
            doubt = bool(rivals) or unlisted_name(
                self.reading, sentence, known, self.mentions[number].span.start
            )
            # "Citing the deal that Marsh opposed, he said": as likely the subject of the sentence before.
            main = self.reading.tokens[self.reading.tokens[token].head].dep == "root"
            doubt |= main and any(map(self._is_subject, self._rivals(best, number, sentence - 1)))
            return doubt and not self._is_local(best, number, token)
        if self._announced(best, number, token):
            return True
        passive = self.reading.tokens[token].dep == "nsubj:pass"
        named = any(
            self.chains[other] == best and self.mentions[other].form is not MentionForm.DESCRIPTION
            for other in self.by_sentence.get(sentence, ())
        )
        if (rivals and passive) or self._is_open(best, number, sentence, named=named):
            return True
        told_of = self._named_in_own_words(token)
        others = [other for other in rivals if self.chains[other] not in told_of]
        argued = {other for other in rivals if is_argument(self.reading, self.mentions[other])}
        if not self._spoken_of_as_subject(best, number, sentence) and not argued.isdisjoint(others):
            return True  # "Cole's remarks angered Marsh. He"
        if not self._says(token) and (argued or (rivals and not named)):
            return True
        if self._spoken_of_as_subject(best, number, sentence) and own - sentence == 1:
            return False
        return any(map(self._is_subject, self._rivals(best, number, sentence - 1)))

    def _spoken_of_as_subject(self, chain: int, number: int, sentence: int) -> bool:
        own = (n for n in self.by_sentence.get(sentence, ()) if self.chains[n] == chain and n < number)
        return any(map(self._is_subject, own))

    def _is_open(self, best: int, number: int, sentence: int, *, named: bool) -> bool:
        """Whether another pronoun like this one stayed open in a sentence: "A spokesman said he was ill. He".

        It is a rival of whom the sentence only describes, or does not tell as its main subject.
        """
        here = [n for n in self.by_sentence.get(sentence, ()) if n < number]
        like = [
            n
            for n in here
            if self.chains[n] is None
            and self.mentions[n].form is MentionForm.PRONOUN
            and self.mentions[n].gender is self.mentions[number].gender
        ]
        main = any(self.chains[n] == best and self._is_main_subject(n) for n in here)
        return bool(like) and (not named or (not main and any(map(self._is_main_subject, like))))

    def _rivals(self, best: int, number: int, sentence: int) -> list[int]:
        """Return the mentions of others whom the pronoun may denote: named, or of the pronoun's gender."""
        return [
            other
            for other in self.by_sentence.get(sentence, ())
            if other < number
            and self.chains[other] != best
            and self._fits(number, other)
            and not modifies(self.reading, self.mentions[other])
            and not only_tells_whose(self.reading, self.mentions[other])
            and (self.mentions[other].form is MentionForm.NAME or self._of_gender(number, other))
            and self.reading.quotation_at(self.mentions[other].span.start) is None
        ]

    def _of_gender(self, number: int, other: int) -> bool:
        chain = self.chains[other]
        return chain is not None and self.genders.get(chain) is self.mentions[number].gender

    def _is_local(self, best: int, number: int, token: int) -> bool:
        """Whether the person is the subject of the pronoun's own verb, or of the verb of saying right above it.

        "Marsh said Cole lost his …" and "Asked about Cole, Marsh said he …", but not "Marsh found Cole lied when he …".
        """
        above = self.reading.analysis.ancestors(token)
        verb = next((i for i in above if self.reading.tokens[i].upos in ("VERB", "AUX")), None)
        if verb is None:
            return False
        tokens = self.reading.tokens
        if tokens[token].dep.startswith("nsubj"):
            verb = tokens[token].head  # which may be no verb: "how old she is"
            if tokens[verb].dep != "ccomp":
                return False
            verb = tokens[verb].head
            if any(self.chains[other] != best for other in self._told(verb, number)):
                return False
        subjects = self.reading.analysis.children(verb, "nsubj")
        objects = self._told(verb, number, "obj", "iobj")
        if tokens[token].tag == "PRP$" and any(self.chains[other] != best for other in objects):
            return False  # "Marsh fired Cole over his remarks"
        return any(self.chains[other] == best for s in subjects for other in self._mentions_over(s, number))

    def _told(self, verb: int, number: int, *parts: str) -> list[int]:
        """Return the mentions of whoever a verb is told to or done to, and who may be meant."""
        arguments = self.reading.analysis.children(verb, *(parts or ("obj", "iobj", "obl")))
        over = (other for argument in arguments for other in self._mentions_over(argument, number))
        return [other for other in over if self._fits(number, other)]

    def _is_named(self, token: int, number: int) -> bool:
        """Whether a token is of a name or a pronoun, or of no words for a person: "the report says he"."""
        over = self._mentions_over(token, number)
        described = any(self.mentions[n].form is MentionForm.DESCRIPTION for n in over)
        return not described and (bool(over) or not is_person_noun(self.reading, token))

    def _doer(self, token: int) -> int | None:
        """Return the subject of the verb whose object "himself" is, where no other object comes nearer."""
        tokens, children = self.reading.tokens, self.reading.analysis.children
        own = tokens[token].head
        if not self.reading.lower[token].endswith("self") or tokens[token].dep not in ("obj", "iobj", "obl"):
            return None
        for verb in self.reading.analysis.ancestors(token):
            for subject in children(verb, "nsubj", "nsubj:pass"):
                nearer = verb != own and any(children(verb, "obj", "iobj"))
                return None if nearer or tokens[subject].tag in ("WP", "WDT") else subject
        return None

    def _mentions_over(self, token: int, number: int) -> list[int]:
        """Return the mentions before `number` in the token's sentence that cover the token."""
        return [n for n in self.known.here(token) if n < number and self.known.covers(n, token)]

    def _announced(self, best: int, number: int, token: int) -> bool:
        """Whether the pronoun comes before the subject it may belong to: "Pressed on why he …, Marsh said"."""
        tokens = self.reading.tokens
        if tokens[token].dep.startswith("nsubj") and tokens[tokens[token].head].dep == "root":
            return False
        end = self.reading.sentence(token)
        for other in range(number + 1, len(self.mentions)):
            mention = self.mentions[other]
            head = self.reading.analysis.head_of(mention.span)
            if end is None or mention.span.start >= end.end or head is None:
                return False
            if mention.form is MentionForm.PRONOUN or self.chains[other] == best:
                continue
            if tokens[token].dep == "nmod:poss" and tokens[head].head == tokens[token].head:
                continue  # "His lawyer, Jon Cole, said": nobody is his own lawyer
            between = self.reading.text[self.mentions[number].span.end : mention.span.start]
            if "," in between and self._fits(number, other) and self._is_subject(other):
                return True
        return False

    def _says(self, token: int) -> bool:
        """Whether the pronoun is the subject of a verb of saying."""
        verb = self.reading.tokens[self.reading.tokens[token].head]
        return self.reading.tokens[token].dep == "nsubj" and verb.lemma in BODY_VERBS

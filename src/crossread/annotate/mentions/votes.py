"""The weights of signs of what a name names, and their sum over an article."""

from __future__ import annotations

from dataclasses import dataclass, field

from crossread.record.annotation import EntityType

PERSON, BODY, PLACE, GROUP = EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE, EntityType.GROUP

# The weight of a sign: a certain one beats any number of weak ones that one article holds, a good one beats the
# model. Ranges tried on stories of development: CERTAIN 6-10, GOOD 3-5, FAIR 2-3, WEAK 1-1.5.
CERTAIN = 8.0
GOOD = 4.0
FAIR = 2.5
WEAK = 1.0
MODEL = 1.5
MODEL_CAP = 2  # votes of the model and of weak signs count for so many occurrences at most
# A name with "the" before it in more than this share of its occurrences is no person's ("the Otters"). Tried .2 to .5.
ARTICLE_SHARE = 0.34
# A type needs so many votes, and more than any other has; less leaves the words unnamed.
ENOUGH = {PERSON: 4.0, BODY: 3.0, PLACE: 2.5, GROUP: 3.0}


@dataclass
class Votes:
    """Votes for the types of one name over the article."""

    strong: dict[EntityType, float] = field(default_factory=dict)
    weak: dict[EntityType, float] = field(default_factory=dict)
    other: float = 0.0
    seen: int = 0
    with_article: int = 0
    possessive: int = 0
    titled: int = 0  # how often it stands alone in quotation marks, as titles of works do
    located: int = 0  # how often it stands after "at" or "outside"
    shop: int = 0  # how often a capitalised word follows its possessive: "Cole's Burgers"
    likened: int = 0  # how often it stands for whoever is like its bearer: "a legislative Cole"
    surname_only: bool = False  # a word that alone names a kind of place or happening: "Avenue", "Eve"

    def add(self, type: EntityType, weight: float) -> None:
        """Count a strong sign once: the strongest of its type."""
        self.strong[type] = max(self.strong.get(type, 0.0), weight)

    def add_weak(self, type: EntityType, weight: float) -> None:
        self.weak[type] = min(self.weak.get(type, 0.0) + weight, MODEL_CAP * MODEL + WEAK)

    def total(self, type: EntityType) -> float:
        return self.strong.get(type, 0.0) + self.weak.get(type, 0.0)

    def _bare(self) -> bool:
        """Whether the name stands as a person's does, or has a title or a fuller form to go with.

        A person's name mostly has no "the" before it, and is not always a possessive ("Weber's").
        """
        if self.likened and self.likened == self.seen:
            return False
        if self.strong.get(PERSON, 0.0) > GOOD:
            return True
        if self.weak.get(PERSON, 0.0) >= MODEL_CAP * MODEL and not self.total(BODY):
            return True
        shop = (self.seen > 1 and self.possessive == self.seen) or (self.shop > 0 and self.shop == self.seen)
        return not shop and self.with_article <= ARTICLE_SHARE * self.seen

    def verdict(self) -> EntityType | None:
        """Return the type with most votes, None where none has enough or two have as many."""
        allowed = [type for type in ENOUGH if type is not PERSON or self._bare()]
        ranked = sorted(allowed, key=self.total, reverse=True)
        best, second = ranked[0], ranked[1]
        if self.total(best) < max(ENOUGH[best], self.other) or self.total(best) == self.total(second):
            return None
        if best is not PERSON and (self.surname_only or (self.titled and self.titled == self.seen)):
            return None
        return PLACE if best is BODY and self.located and self.located == self.seen else best

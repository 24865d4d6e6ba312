"""What a people is called."""

from crossread.text.peoples import nationality, one_of_people


def test_nouns_and_adjectives_of_a_people_are_one() -> None:
    assert nationality("Brit") == nationality("British") == "british"
    assert nationality("Dutchman") == "dutch"
    assert nationality("Asian") is None


def test_some_adjectives_stand_for_one_person() -> None:
    assert one_of_people("German")
    assert not one_of_people("French")
    assert not one_of_people("Christian")

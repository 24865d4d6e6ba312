"""Which of many things hold what: those with one key, with several, and the numbers of many."""

from crossread.compare.holders import Holders, numbers


def test_those_that_hold_enough_of_the_keys() -> None:
    holders = Holders[str]()
    for number, keys in enumerate(("ab", "bc", "abc", "d")):
        holders.add(number, keys)
    assert list(numbers(holders.any("a"))) == [0, 2]
    assert list(numbers(holders.any("ad"))) == [0, 2, 3]
    assert list(numbers(holders.several("abc", 2))) == [0, 1, 2]
    assert list(numbers(holders.several("abc", 3))) == [2]
    assert list(numbers(holders.any("x"))) == []


def test_numbers_come_in_order_however_many_there_are() -> None:
    told = [0, 1, 63, 511, 512, 5000]
    assert list(numbers(sum(1 << number for number in told))) == told


def test_a_thing_may_learn_of_more_keys() -> None:
    holders = Holders[str]()
    holders.add(7, "a")
    holders.add(7, "b")
    assert list(numbers(holders.several("ab", 2))) == [7]

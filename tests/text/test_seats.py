"""The party and the place that a seat beside a name tells."""

from __future__ import annotations

import pytest

from crossread.text.seats import beside


@pytest.mark.parametrize(
    ("behind", "party", "place"),
    [
        (" (R-Ky.) said", "Republican", "Kentucky"),
        (" (D–N.Y.) said", "Democrat", "New York"),
        (", D-Mo., said", "Democrat", "Missouri"),
        (", I-Vt.", "independent", "Vermont"),
        (" (R) of Ohio, said", "Republican", "Ohio"),
        (" of West Virginia said", "", "West Virginia"),
        (" of New York Rail said", "", ""),
        (" (R., Fla.) said", "Republican", "Florida"),
        (" (D) said", "Democrat", ""),
        (" (Leeds) said", "", ""),
    ],
)
def test_a_seat_beside_a_name(behind: str, party: str, place: str) -> None:
    assert beside(f"Anna Weber{behind}", 10)[1:] == (party, place)

"""Texts of two stories, told several times, for the tests of grouping."""

from __future__ import annotations

from datetime import date

DAY = date(2021, 3, 14)
FERRY = (
    "The ferry Aurora sank off Skerray on Sunday with ninety people on board, the coastguard said.",
    "Ninety people were on board when the Aurora, a ferry, sank near Skerray. The coastguard is searching.",
    "Divers of the coastguard reached the wreck of the Aurora, the ferry that sank off Skerray with ninety people.",
)
TAXES = (
    "The council of Thurso raised its taxes by a tenth, after a long debate about its swimming pool.",
    "Taxes in Thurso go up by a tenth: the council decided after a debate about the swimming pool.",
)

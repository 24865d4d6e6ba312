"""Nouns for what somebody says or does once, known as such by the one whose it is: "Hart's claim last week"."""

from __future__ import annotations

from crossread.text.listing import listed

# What somebody says: without the words that follow these tell nothing. From WordNet 3.0's noun.communication.
SAYINGS = listed(
    """claim remark comment assertion allegation announcement disclosure revelation promise pledge vow warning apology
    admission denial threat demand request order decision choice proposal question answer reply response criticism rant
    outburst call accusation suggestion recommendation report story ruling verdict testimony interview speech address"""
)
# What somebody does, or what is done to him. From WordNet 3.0's noun.act and noun.event.
DEEDS = listed(
    """firing hiring sacking ouster dismissal resignation retirement nomination appointment confirmation indictment
    arrest conviction sentence sentencing acquittal plea confession death birth exit return departure visit
    trial inauguration election re-election victory win defeat loss debut rally appearance
    funeral impeachment refusal withdrawal collapse murder killing assassination wedding surrender escape arrival
    landing hearing meeting"""
)

"""Nouns that readers of the news place by "the" alone, without being told which one is meant."""

from __future__ import annotations

from crossread.text.listing import listed

# Institutions and offices of which a country has one.
INSTITUTIONS = listed(
    "police government army military court parliament congress senate president queen king pope public media press"
)
# Beside these what there is one of altogether, and whoever a report of a crime has one of.
PLACED = INSTITUTIONS | listed("world country nation economy internet suspect gunman attacker victim")

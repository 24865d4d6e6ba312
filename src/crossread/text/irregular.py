"""The plain form of an English verb, where a model's guess at it is no word."""

from __future__ import annotations

from functools import cache

from crossread.text.background import UNLISTED, background
from crossread.text.words import STOPWORDS

# The irregular verbs of English whose past is no other verb's plain form: plain form, past, participle.
_VERBS = """
arise arose arisen/awake awoke awoken/become became/begin began begun/bend bent/bind bound/bite bit bitten
bleed bled/blow blew blown/break broke broken/breed bred/bring brought/build built/burn burnt/buy bought
catch caught/choose chose chosen/cling clung/come came/creep crept/deal dealt/dig dug/do did done/draw drew drawn
dream dreamt/drink drank drunk/drive drove driven/eat ate eaten/fall fell fallen/feed fed/feel felt/fight fought
flee fled/fling flung/fly flew flown/forbid forbade forbidden/forget forgot forgotten/forgive forgave forgiven
freeze froze frozen/get got gotten/give gave given/go went gone/grow grew grown/hang hung/have had/hear heard
hide hid hidden/hold held/keep kept/kneel knelt/know knew known/lead led/lean leant/leap leapt/learn learnt
lend lent/light lit/lose lost/make made/mean meant/meet met/pay paid/plead pled/ride rode ridden/ring rang rung
rise rose risen/run ran/say said/see saw seen/seek sought/sell sold/send sent/shake shook shaken/shine shone
shoot shot/show showed shown/shrink shrank shrunk/sing sang sung/sink sank sunk/sit sat/sleep slept/slide slid
sling slung/smell smelt/speak spoke spoken/spend spent/spill spilt/spin spun/spit spat/spoil spoilt
spring sprang sprung/stand stood/steal stole stolen/stick stuck/sting stung/stink stank/strike struck stricken
strive strove striven/swear swore sworn/sweep swept/swell swelled swollen/swim swam swum/swing swung/take took taken
teach taught/tear tore torn/tell told/think thought/throw threw thrown/tread trod trodden/wear wore worn
weave wove woven/weep wept/win won/withstand withstood/wring wrung/write wrote written
"""
_PLAIN = {
    past: forms[0]
    for forms in (verb.split() for verb in _VERBS.replace("\n", "/").strip("/").split("/"))
    for past in forms[1:]
}
# No guess that is shorter is put right by its ending.
_SHORTEST = 3
# What stands before them and leaves their forms as they are: "overtook", "withheld", "misled".
_PREFIXES = ("over", "under", "with", "fore", "mis", "out", "un", "re", "up")


@cache
def plain_form(word: str, guess: str) -> str:
    """Return the plain form of a verb: by the table if it is irregular, else the guess as far as that is a word.

    Endings that double a letter or drop an "e" are put right: "rammed" is no form of "ramm".
    """
    word = word.lower()
    for prefix in ("", *_PREFIXES):
        if word.startswith(prefix) and (base := _PLAIN.get(word.removeprefix(prefix))):
            return prefix + base
    table = background()
    if guess == word or guess in STOPWORDS or len(guess) < _SHORTEST or table.count(guess) > UNLISTED:
        return guess
    doubled = guess[-2:-1] == guess[-1:]
    tried = [guess + "e", guess.removesuffix("e"), *([guess[:-1]] if doubled else [])]
    best = max(tried, key=table.count)
    return best if table.count(best) > UNLISTED else guess

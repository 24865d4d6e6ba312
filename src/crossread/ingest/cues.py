"""Words and shapes that mark a line as something other than the story's own text.

Every pattern is general: it names furniture of news pages (players, sign-up
forms, share buttons), agencies and the conventions of captions, never a
person, place or story. Collected by reading the short and unpunctuated lines
of about 120 English articles from 30 outlets; every pattern was then checked
for hits among punctuated body lines of 11,000 articles.
"""

from __future__ import annotations

import re

# Picture and news agencies as they stand in credits.
AGENCY = (
    r"(?:AP(?::\s?Associated Press)?|AP Photo|Associated Press|AFP(?:/Getty Images)?|Agence France-Presse"
    r"|Getty(?: Images)?(?: - Getty)?|REUTERS|Reuters|EPA(?:-EFE)?|PA(?: Wire|:Press Association)?|Press Association"
    r"|Shutterstock|Rex(?: Features)?|REX|Alamy|Splash News|Bloomberg|NurPhoto|ZUMA(?: Press)?|SIPA|Xinhua|TASS"
    r"|Anadolu(?: Agency)?|ANSA|DPA|UPI|iStock|Flickr|Wikimedia(?: Commons)?|Handout|POLITICO|SWNS|LNP|WENN|BPI"
    r"|Barcroft(?: Media)?|Action Images)"
)
PLATFORM = r"(?:Twitter|TWITTER|Facebook|YouTube|Instagram)"


def _line(*alternatives: str) -> re.Pattern[str]:
    """Compile alternatives that must each be the whole line."""
    return re.compile(r"(?:" + "|".join(alternatives) + r")\s*\Z", re.IGNORECASE)


# Notices of the page, not of the story: the whole line.
BOILERPLATE_LINE = _line(
    r"(?:please )?use (?:the )?(?:google )?chrome browser\b.{0,60}",
    r"media playback is (?:not supported|unsupported) on (?:this|your) device",
    r"(?:this video|this content|your browser).{0,40}(?:not (?:available|supported)|does not support).{0,60}",
    r"(?:please )?enable javascript.{0,80}",
    r"(?:scroll down|click here) (?:for|to (?:watch|see)) .{0,30}(?:video|graphic|gallery)",
    r"advertisement:?(?:\s?[-–—]?\s?(?:continue|story continues).{0,40})?|ad|sponsored|promoted stories",
    r"(?:story|article) continue[sd]? below(?: advertisement)?|continue reading(?: the main story| below)?",
    r"(?:please )?(?:sign|signing) up (?:for|to|here|now|today)\b.{0,120}",
    r".{0,160}\b(?:(?:delivered|straight|directly|right|sent) )?(?:in)?to your inbox\b.{0,160}",
    r".{0,120}\b(?:in|meet) your inbox\b.{0,160}|.{0,160}\bthis (?:site|page) is protected by recaptcha\b.{0,120}",
    r"(?:get|receive) [^,.!?\"“”]{0,60}\b(?:alerts|newsletters|briefings)\b(?:\.| (?:and|by|from|in|on|to)\b).{0,160}"
    r"|[^\"“”]{0,120}, delivered (?:weekdays?|every|each|daily)\b[^.!?\"“”]{0,60}\.?"
    r"|download the [^.!?\"“”]{2,60} app for\b[^.!?\"“”]{0,120}\.?",
    r"subscribe (?:to|now|here|today)\b.{0,120}|.{0,60}by subscribing now.{0,20}|manage newsletters",
    r"newsletter sign-?up|daily newsletters?|(?:thank you|thanks) for (?:signing up|subscribing)\b.{0,120}",
    r"by (?:signing up|subscribing|entering your email),? you agree\b.{0,160}",
    r"share(?: this)?(?: article| story| via| on)?:?(?:\s(?:share|tweet|post|e-?mail|print|pin|pocket|facebook|twitter"
    r"|whatsapp|linkedin|reddit|this|article|story|with|link|copy|close|messenger|on|via))*",
    r"(?:e-?mail|print|tweet|whatsapp|facebook|twitter|pinterest|linkedin|reddit|pocket|close|loading\.*"
    r"|share|comments?|video|photos?|gallery|youtube|instagram|flipboard|messenger|menu|search"
    r"|add interest|enlarge(?: this)? image|hide caption|toggle caption)",
    r"read or share this story:.{0,200}",
    r"(?:you can )?(?:(?:join|follow|like) (?:us|me|the|@)|follow [\w. '’-]{2,40} (?:on|at)\b|- ?follow).{0,100}",
    r"[^\"“”]{0,240}\b(?:send|submit|respond|contact|comments?|claim)\b[^\"“”]{0,120}\S+@\S+\.\w+.{0,120}|@\w+",
    r"interested in .{2,60}\? add .{2,60} as an interest\b.{0,200}",
    r"[^.:!?]{3,40}[:!] subscribe to\b.{0,120}|[^.\"“”]{3,60}\?:? ?join our\b.{0,120}"
    r"|[^\"“”]{0,200}\b(?:promo code|subscribe to our|our youtube channel)\b.{0,160}",
    r".{0,50} on (?:twitter|facebook):? @?[\w.]+\.?|follow @\w+(?: follow @\w+)*",
    r"(?:e-?mail|contact|write to)\b[^.!?]{0,120}\S+@\S+\.\w+.{0,120}",
    r"(?:all content )?(?:copyright|©|\(c\))\s?(?:©|\(c\)|\d{4}|by)?.{0,160}(?:rights reserved|reprint permission"
    r"|\d{4}|inc|ltd|llc|agency)\b.{0,120}",
    r"all rights reserved.{0,120}|this material may not be published.{0,160}",
    r"(?:the |any )?(?:opinions|views)(?: and opinions)? expressed\b.{0,60}\b(?:are|do not|belong)\b.{0,160}",
    r"(?:prev(?:ious)?|next) image \d+ of \d+|image \d+ of \d+|slideshow \(\d+ images?\)|\d+ photos?",
    r"this article is more than \d+ (?:years?|months?|days?) old|\d+ (?:years?|months?|days?|hours?) ago",
    r"(?:please )?(?:click|tap) here (?:to|for)\b.{0,100}|(?:don|can)[’']t see the (?:graphic|video|chart).{0,60}",
    r"(?:read|see|watch|view|find)\b[^.!?\"“”]{0,100}\bhere\.?|original post\W*",
    r"read (?:the|his|her|their) (?:full|whole|entire|original)\b[^.!?]{0,60}\.?|embed .{0,200}copy this code.{0,80}",
    r"(?:you (?:may|might)(?: also)?|also) be interested in\b.{0,80}",
    r"(?:(?:correction|clarification|note|update)\b.{0,30})?an (?:earlier|previous) version of this"
    r" (?:story|article|report|post)\b.*",
    r"ticker security last change change %.{0,300}|get our free (?:weekly|daily) newsletter\b.{0,160}",
    r"got a (?:news )?tips?\b.{0,120}|do you have (?:a story|any (?:information|photos)).{0,120}\?.{0,120}",
    r"if you (?:enjoyed|liked) this (?:article|story)\b.{0,200}",
    r"this is a rush transcript.{0,80}|editor[’']?s[’']? note:?|urgent:|dear reader:?",
    r"(?:analysis|opinion|comment|commentary|exclusive|breaking|updated?|news|politics|world)(?:/opinion)?:?",
    r"(?:first )?(?:published|updated|posted)\b:?\s.{0,60}\d.{0,30}",
    r"[-–—*•(\[ ]*(?:(?:updates?|(?:corrections?|clarifications?| and | & )+|(?:editor[’']?s[’']? )?note): )?"
    r"this (?:story|article|report|post|page) (?:has been|was|will be|may be) (?:last )?"
    r"(?:updated|corrected|amended)\b.*",
    r"this is a (?:breaking|developing)(?: news)? story\b.*",
    r"\[?pull ?quote\]?|\[?(?:gallery|video|image|embed)\]|watch:|read more:?|authors?:|more:|urgent|close",
    r"click to share on \S+ \(opens in new window\)",
    r"(?:watch|see|visit|download)\b.{0,60}\b(?:at|from|to) (?:video\.|www\.|the app ?store).{0,60}",
)

# Ways to something else: the whole line. Case matters where capitals are the cue.
TEASER_LINE = re.compile(
    r"(?:"
    r"(?i:live (?:updates?|blog|coverage)\b:?.{0,120}|live:.{0,140})"
    r"|(?i:(?:read|see|watch|also read|listen|find out) ?(?:more|also|next|now|here|this)\b(?: next)?"
    r"\s?[:|–—-].{0,200})"
    r"|(?i:(?:related|recommended|trending|most (?:read|popular|viewed)|more (?:from|on|in|stories)|also (?:on|in|read)"
    r"|you may (?:also )?like|don[’']t miss|further reading|in (?:pictures|video)|now playing|up next|just watched)\b"
    r"(?:\s?:.{0,300}|[^.?!]{0,500}))"
    r"|(?:MORE|More|WATCH|Watch|VIDEO|Video|PHOTOS?|Photos?|GALLERY|READ|Read|RELATED|LISTEN|Listen|PODCAST|EXPLAINER"
    r"|EXCLUSIVE|SEE ALSO|See also|OPINION|ANALYSIS|PLAY)(?: \([^()]{2,40}\))?:\s?\S.{0,220}"
    r"|Play [Vv]ideo \d{1,2}:\d\d\b.{5,200}|\S.{5,320} Listen · \d{1,2}:\d\d(?: \d{1,2}:\d\d)?"
    r"|see also (?=[A-Z‘“'\"])\S.{10,300}"
    r"|\(\s?(?i:photos?|video|watch|also on|see also|read|related|more|listen|full)\b"
    r"[^()]{0,200}(?:\([^()]*\))?[^()]{0,40}\)"
    r"|\[[^\[\]]{12,240}\]"
    r"|[^.]{15,300}[^.?!] Read more(?: »| >|…)?"
    r"|\S.{0,40}(?i:click here for (?:complete|more|full|the latest)).{0,60}"
    r"|[^:.!?]{3,120}:(?=[A-Z‘“'\"])[^.]{12,200}[\w'’\"”?!]"
    r"|JUST WATCHED .{3,300}MUST WATCH .{3,300}"
    r"|CLICK HERE .{2,80}|FAST FACTS:? .{2,120}"
    r")\s*\Z",
    re.DOTALL,
)

# Who made the words or the picture: the whole line.
CREDIT_LINE = re.compile(
    r"(?:"
    r"(?:[\w ]{2,40}: )?(?:(?i:pics?|picture|photos?|photograph|photo credit|image|image credit|credit|source|video)"
    r"(?i: by| courtesy(?: of)?)?\s?:\s?[^.!?]{2,60}(?:\.(?:org|com|net|co\.uk)[^.!?]{0,60}){0,2})"
    r"|(?:Image copyright|Image source|Media caption) [^.!?]{2,40}"
    r"|(?:©|\(c\)|\(C\)) ?[^.!?]{2,60}"
    r"|[\w.'’&-]+(?: [\w.'’&-]+){0,4} ?/ ?(?:[\w.'’ -]{2,30} ?/ ?){0,2}" + AGENCY + r"(?: via [\w ./]{2,30})?"
    r"|[\w.'’ -]{3,40} / [\w.'’ -]{3,40}"
    r"|[\w.'’/ -]{3,60} via " + AGENCY + r"|" + AGENCY + r""
    r"|\((?i:photo|image|picture|pic|credit)s?(?i: by| credit)?:? [^()]{2,60}\)"
    r"|(?i:(?:additional |further )?(?:reporting|report|writing|editing|compiled) by) [^!?]{3,200}"
    r"|(?i:(?:with )?(?:contributing|contributors?|additional reporting):?) [^!?]{2,160}"
    r"|[^!?\"“”]{2,160}\bcontributed (?:reporting\b|(?:to|from) (?:this|the) (?:report|story|article))"
    r"[^!?\"“”]{0,60}"
    r"|(?:Edited|Produced|Translated|Illustrations?|Graphics?|Video) by"
    r" (?:[A-Z][\w.'’-]+,? (?:and )?){1,6}[A-Z][\w.'’-]+"
    r"|(?i:this (?:story|report|article) (?:was|is) (?:reported|written|produced|provided|published|first)"
    r"[^!?\"“”]{2,120})"
    r"|By (?:[A-Z][\w.'’-]+,? (?:and )?){1,7}(?:[A-Z][\w.'’-]+)?(?:, [^.!?]{2,60}|\s?\|[^.!?]{2,60})?"
    r"|By [A-Z][^.!?\"“”]{2,60}(?i:correspondent|editor|reporter|staff|writer)s?(?: [^.!?\"“”]{2,40})?"
    r"|[A-Z][\w ]{2,30} \| (?i:updated|published)[^.!?]{3,40}"
    r")\s*\Z"
)

# Who else made it, and what an author is told of below: the whole of a line of any length.
MAKERS = re.compile(
    r"[^!?\"“”]{2,600}\bcontributed (?:to|from) (?:this|the) (?:report|story|article)[^.!?\"“”]{0,60}\.?\Z"
    r"|[-–—]? ?(?:[^\"“”]{2,200}\. )?(?:[A-Z][\w.'’-]+,? (?:and )?){2,12}(?:also )?contributed\.?\Z"
    r"|(?:[^\"“”]{2,200}\. )?(?i:contributing|additional reporting(?: by)?): ?[^!?\"“”]{2,400}\Z"
    r"|[^\"“”]{10,900}\b[Ff]ollow (?:him|her|them|me) (?:on|at)\b[^\"“”]{0,60}@\w+[^\"“”]{0,60}\Z",
    re.DOTALL,
)

# Marks of a caption that need nothing else beside them.
CAPTION_START = re.compile(
    r"(?:(?:image (?:copyright|source) .{2,60}?)?(?:image|media) caption|enlarge this image|toggle caption"
    r"|caption:|file photo\b|file ?[-–—] ?in this"
    r"|a (?:supplied|handout|file|still|general view|video grab|screen ?(?:shot|grab))\b|pictured\b"
    r"|in this (?:undated |file |handout )*(?:photo|image|picture|frame|still)|photos?: .{3,}hide caption"
    r"|(?:from )?left to right\b|(?:top|bottom|above|below),? (?:left|right)\b"
    r"|facebook twitter (?:google )?(?:whatsapp )?pinterest\b)",
    re.IGNORECASE,
)
CAPTION_PLACE = re.compile(
    r"\((?:pictured|seen|left|right|centre|center|top|bottom|above|below|inset|far|second|front|back|l|r|c)"
    r"(?: (?:left|right|centre|center|above|below|together|here|with [^()]{2,40}|in [^()]{2,40}))?\)",
    re.IGNORECASE,
)
CAPTION_CREDIT = re.compile(
    r"(?:"
    r"\([^()]{0,80}(?:\b" + AGENCY + r"|Photo|photo|Photograph|Post|Times|Image|Images|Pool|File|Handout)\)"
    r"|\((?:AP|Photo|PHOTO|Photograph|Image|Picture|Credit|Courtesy|Source)\b[^()]{0,120}\)"
    r"|(?i:photo(?:graph)?|picture|credit|image|photo by|pic):? [A-Z][^.!?]{2,60}"
    r"|[.!?\"”’)] (?:[\w.'’-]+ ){0,4}?(?:[\w.'’-]+ ?/ ?)?(?:" + AGENCY + "|" + PLATFORM + r")"
    r"|\b" + AGENCY + r"/[\w.'’ -]{3,40}(?:[,/][\w.'’ -]{3,40}){0,2}|[\w'’]+ ?/ ?" + AGENCY + r""
    r"|\| [\w.'’ ]{2,30}(?:/" + AGENCY + r")?|©\s?[\w. ]{2,40}(?:\([\w/ ]{2,20}\))?"
    r"|\b(?:Hide Caption)(?: \d+ of \d+)?"
    r")\s*\Z"
)
CAPTION_AGENCY_START = re.compile(AGENCY + r"(?: \d{1,3})? [A-Z‘“'\"]\w")
CAPTION_VIDEO_START = re.compile(r"CLOSE [A-Z‘“'\"]\w")
CAPTION_SEEN = re.compile(
    r"\b(?:is|are) (?:seen|pictured|shown|photographed)\b"
    r"|\bpictured (?:in|on|at|with|here|above|below|left|right|after)\b"
    r"|, (?:left|right|centre|center|second from (?:left|right)),|\b(?:from left|file photo|file image)\b",
    re.IGNORECASE,
)
CAPTION_DATED = re.compile(
    r",? (?:in )?(?:(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.) (?:\d{1,2}, )?)(?:19|20)\d\d\s*\Z"
)

# What people and things do in pictures, as base forms: captions use the present tense. Verbs whose forms are
# common nouns ("talks", "protests", "visits") are left out: headings are full of those.
_SCENE_VERBS = (
    "admire applaud arrive attend carry celebrate chant chat cheer clash climb comfort confront cry dance",
    "deliver demonstrate depart detain embrace enter exit flee gather gesture greet guard hang hold hug",
    "inspect join kiss laugh lay lift listen look mourn observe operate participate pass patrol perform",
    "pose pray prepare raise react ride salute shake shout sing sit smile speak stand stare survey swim tend",
    "wait walk watch wave wear weep",
)


def _present(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "z")):
        return f"{verb}(?:es)?"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"(?:{verb}|{verb[:-1]}ies)"
    return f"{verb}s?"


SCENE = re.compile(
    r"(?<!to )(?<!will )(?<!the )\b(?:" + "|".join(map(_present, " ".join(_SCENE_VERBS).split())) + r")\b"
)

# A line that opens or reports like the story itself is not taken for a caption on weak cues.
STORY_OPENING = re.compile(
    r"(?:[“\"'‘]|But|And|So|However|Yet|Or|He|She|It|They|We|I|You|That|This|These|Those|There|If|When|While|Although"
    r"|Because|Meanwhile|Additionally|Also|Then|Now|Still|Instead|According|Asked|Here|Here[’']s|What|Why|How|Who|Let"
    r"|[QA](?=:)|\d+[.)]|[•►▶●▪◦⦁¶*·–—-])(?:\s|[’']|:|,)|.*\b(?:said|says|told|tweeted|added|according to)\b",
    re.DOTALL,
)
TWEET = re.compile(r"(?:@\w{2,}\)|pic\.twitter\.com/|https?://t\.co/)")
QUESTION = re.compile(
    r"(?:What|Who|Whom|Whose|Why|When|Where|Which|How|Is|Are|Was|Were|Do|Does|Did|Can|Could|Will|Would|Should|Has|Have|Had"
    r"|Am|And|So)\b[^.!?\"“”]*\?\s*\Z"
)
# Footnote marks ("[12]") may follow a full stop.
ENDED = re.compile(r"[.!?…:;,][\"”’'»)\]]*(?:\[\d+\])*\s*\Z|[-–—]\s*\Z")
SENTENCE_END = re.compile(r"[.!?…][\"”’'»)\]]*(?:\[\d+\])*\s*\Z")
WORD = re.compile(r"[^\W_][\w'’.&-]*")
# Two to four capitalised words and nothing else: somebody's or something's name. Then a list of such names.
_NAME = r"(?!The\b|A\b|An\b|And\b)[^\W\d_a-z][\w'’.-]*(?: (?:of|de|van|von|al|bin|[^\W\d_a-z][\w'’.-]*)){1,3}"
BARE_NAME = re.compile(_NAME + r"\Z")
BARE_NAMES = re.compile(_NAME + "(?:(?:, " + _NAME + ")*,? (?:and|&) " + _NAME + r")?\Z")

"""The HTML report: well-formed, loads nothing, every link leads somewhere, hostile text stays text."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.present.conftest import READING_DAY, article_of

from crossread.present.display import visible
from crossread.present.report import GRID, OPENED, story_page, write
from crossread.present.view import NOTHING, view_of
from crossread.record.annotation import EntityType, StatementKind
from crossread.record.article import Article
from crossread.record.dossier import BriefSentence, Dossier, Entity, Speaker, Statement, Who
from crossread.record.span import Span, evidence
from crossread.record.story import Links, Membership, Story

VOID = {"meta", "input", "br", "link", "img", "hr", "base", "source", "col", "wbr"}
LOADING = {"src", "srcset", "data", "poster", "background", "action", "formaction", "manifest", "ping"}
HOSTILE = (
    "<script>alert(1)</script> \"double\" 'single' <img src=x onerror=alert(2)> & &amp; "
    "]]> --> {{ 7*7 }} {% raw %} </style></script></mark> \u202eright to left\u202c שלום مرحبا "
    "\U0001f469\u200d\U0001f692 zero\u200bwidth null\x00 escape\x1b[31m half\ud800"
)


class Page(HTMLParser):
    """A strict reader of our own pages: each tag closed in order, ids unique."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.marks: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        assert len(given) == len(attrs), f"an attribute twice on <{tag}>"
        self.tags.append((tag, given))
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag == "a" and given.get("href"):
            self.hrefs.append(str(given["href"]))
        if tag == "mark":
            self.marks.append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, f"</{tag}> closes another"

    def handle_data(self, data: str) -> None:
        if not {"script", "style"} & set(self.open):
            self.text.append(data)
        if "mark" in self.open:
            self.marks[-1] += data

    @property
    def words(self) -> str:
        return " ".join("".join(self.text).split())


def checked(html: str) -> Page:
    """Read a page and hold it to what every page must keep."""
    page = Page(html)
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    internal = {href[1:] for href in page.hrefs if href.startswith("#")}
    assert internal <= set(page.ids), sorted(internal - set(page.ids))[:5]
    for tag, attributes in page.tags:
        assert tag not in {"link", "img", "iframe", "object", "embed", "base", "form"}
        assert not LOADING & set(attributes), (tag, attributes)
        assert not any(name.startswith("on") or name == "style" for name in attributes)
    assert "url(" not in html
    assert "@import" not in html
    return page


def page_of(dossier: Dossier) -> Page:
    return checked(story_page(view_of(dossier, as_of=READING_DAY)))


def test_page_is_well_formed_and_loads_nothing(dossier: Dossier) -> None:
    page = page_of(dossier)
    assert sum(tag == "script" for tag, _ in page.tags) == 1
    assert [h for h in page.hrefs if not h.startswith("#")] == ["https://courier.example/1"]
    policy = next(g["content"] for t, g in page.tags if g.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith("default-src 'none'")


def test_page_has_landmarks_and_headings_in_order(dossier: Dossier) -> None:
    page = page_of(dossier)
    names = [tag for tag, _ in page.tags]
    assert [names.count(tag) for tag in ("main", "nav", "header", "footer", "h1")] == [1, 1, 1, 1, 1]
    levels = [int(tag[1]) for tag in names if re.fullmatch(r"h[1-6]", tag)]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert page.tags[[t for t, _ in page.tags].index("a")][1]["href"] == "#main"
    assert dict(page.tags[0][1]).get("lang") == "en"


def test_the_eight_parts_stand_in_order(dossier: Dossier) -> None:
    ids = page_of(dossier).ids
    parts = ["brief", "timeline", "claims", "statements", "ledger", "figures", "entities", "accounts", "read"]
    assert [i for i in ids if i in parts] == parts


def test_the_brief_leads_to_what_is_contested_and_who_must_answer(dossier: Dossier) -> None:
    made = story_page(view_of(dossier, as_of=READING_DAY))
    glance = made[made.index('<dl class="glance">') : made.index("</dl>")]
    assert set(re.findall(r'href="#([^"]+)"', glance)) >= {"conflict-1", "ledger-1"}


def test_the_ledger_is_read_by_person_and_by_day_too(dossier: Dossier) -> None:
    made = story_page(view_of(dossier, as_of=READING_DAY))
    by_person, by_day = re.findall(r'<details class="reading">.*?</details>', made, re.DOTALL)
    mayor = by_person[by_person.index("<h3>Ines Falk</h3>") :]
    assert mayor.index("Has to answer for") < mayor.index('href="#ledger-1"')
    assert re.findall(r'href="#([^"]+)"', by_day) == ["ledger-3"]
    assert "<h3>Friday 17 May 2024</h3>" in by_day


def test_lines_open_the_exact_words_in_their_paragraph(dossier: Dossier) -> None:
    page = page_of(dossier)
    texts = [article.text for article in dossier.articles]
    assert len(page.marks) > 40
    assert all(any(words in text for text in texts) for words in page.marks)
    assert "A-39" in page.ids
    assert "#A-74-91" in page.hrefs


def test_every_empty_part_says_so(bare: Dossier) -> None:
    words = page_of(bare).words
    parts = set(NOTHING) - {"open", "due"}
    assert [part for part in sorted(parts) if NOTHING[part] not in words] == []


def hostile_dossier() -> Dossier:
    article = replace(
        article_of("X", HOSTILE, outlet=HOSTILE, title=HOSTILE, byline=HOSTILE, language=HOSTILE),
        url="javascript:alert(3)",
        ref=HOSTILE,
        analysed=False,
    )
    whole = evidence(article.id, HOSTILE, Span(0, len(HOSTILE)))
    who = Who(HOSTILE, None, whole)
    return Dossier(
        Story("story-hostile", HOSTILE, (Membership(article.id, 1.0, HOSTILE),)),
        (article,),
        brief=(BriefSentence(HOSTILE, (whole,)),),
        statements=(
            Statement(
                "statement-h",
                StatementKind.DIRECT,
                HOSTILE,
                Speaker(HOSTILE, None, whole, HOSTILE),
                (whole,),
                channel=who,
                venue=who,
            ),
        ),
        entities=(Entity("entity-h", EntityType.PERSON, HOSTILE, (HOSTILE + "x",), (), (whole,)),),
    )


def test_hostile_text_stays_text() -> None:
    page = page_of(hostile_dossier())
    assert sum(tag == "script" for tag, _ in page.tags) == 1
    assert "<script>alert(1)</script> \"double\" 'single' <img src=x onerror=alert(2)>" in page.words
    assert "{{ 7*7 }}" in page.words
    assert not set("".join(page.text)) & set("\x00\x1b\u202e\ud800")
    assert not any(href.startswith("javascript:") for href in page.hrefs)


def test_hostile_text_can_be_written(tmp_path: Path) -> None:
    (path,) = write([hostile_dossier()], tmp_path / "h.html", as_of=READING_DAY)
    assert checked(path.read_text("utf-8")).words


@settings(max_examples=25, deadline=None)
@given(text=st.text(min_size=1, max_size=80).filter(lambda t: bool(t.strip())))
def test_any_text_makes_a_page_that_holds_it(text: str) -> None:
    article = article_of("X", text)
    whole = evidence(article.id, text, Span(0, len(text)))
    story = Story("story-x", text, (Membership(article.id, 1.0, text),))
    page = page_of(Dossier(story, (article,), brief=(BriefSentence(text, (whole,)),)))
    assert " ".join(visible(text).split()) in page.words


def test_page_names_the_reading_day_and_no_other_clock(dossier: Dossier) -> None:
    first = story_page(view_of(dossier, as_of=READING_DAY))
    assert "Read as of 1 June 2024" in first
    assert first == story_page(view_of(dossier, as_of=READING_DAY))


def test_many_paragraphs_under_one_line_become_links() -> None:
    text = "\n".join(f"The bridge groaned in night {n}." for n in range(OPENED + 5))
    article = article_of("X", text)
    cited = tuple(
        evidence(article.id, text, Span(at.start(), at.end())) for at in re.finditer("groaned", text)
    )
    story = Story("story-x", "t", (Membership(article.id, 1.0, ""),))
    page = page_of(Dossier(story, (article,), brief=(BriefSentence("It groaned.", cited),)))
    assert len(page.marks) == OPENED
    assert {f"#A-{e.start}-{e.end}" for e in cited} <= set(page.hrefs)


def test_many_accounts_need_no_column_each(dossier: Dossier) -> None:
    more = tuple(article_of(f"M{n}", f"Another account, number {n}.") for n in range(GRID))
    page = page_of(replace(dossier, articles=(*dossier.articles, *more)))
    assert sum(tag == "th" and given.get("scope") == "col" for tag, given in page.tags) == 2
    assert "A and B: 1 passage and 1 quotation" in page.words
    assert "The bridge was closed on Tuesday" in page.words


@pytest.fixture
def two(dossier: Dossier, bare: Dossier) -> tuple[Dossier, Dossier]:
    return dossier, bare


def test_one_story_goes_into_one_file(dossier: Dossier, tmp_path: Path) -> None:
    out = tmp_path / "new" / "report.html"
    assert write(iter([dossier]), out, as_of=READING_DAY) == (out,)
    assert [p.name for p in out.parent.iterdir()] == ["report.html"]


@pytest.mark.parametrize("name", ["report.html", "report", "present"])
def test_many_stories_get_an_index_whose_links_resolve(
    two: tuple[Dossier, Dossier], tmp_path: Path, name: str
) -> None:
    (tmp_path / "present").mkdir()
    index, *stories = write(two, tmp_path / name, as_of=READING_DAY)
    page = checked(index.read_text("utf-8"))
    listed = [(index.parent / href).resolve() for href in page.hrefs if not href.startswith("#")]
    assert listed == [path.resolve() for path in stories]
    assert page.words.index("5 accounts") < page.words.index("1 account,")
    for path in stories:
        back = [h for h in checked(path.read_text("utf-8")).hrefs if h.endswith(".html")]
        assert (path.parent / back[0]).resolve() == index.resolve()


def test_stages_of_one_matter_lead_to_each_other(two: tuple[Dossier, Dossier], tmp_path: Path) -> None:
    first, second = (dossier.story for dossier in two)
    links = Links({s.id: s.title for s in (first, second)}, follows=((second.id, first.id),))
    _, *pages = write(two, tmp_path, as_of=READING_DAY, links=links)
    earlier, later = (checked(path.read_text("utf-8")) for path in pages)
    assert f"{second.id}.html" in earlier.hrefs
    assert "Later in the same matter" in earlier.words
    assert f"{first.id}.html" in later.hrefs
    assert "Earlier in the same matter" in later.words


def test_address_of_a_merged_story_leads_to_the_whole(two: tuple[Dossier, Dossier], tmp_path: Path) -> None:
    now = two[0].story
    write(two, tmp_path, as_of=READING_DAY, links=Links({now.id: now.title}, merged={"story-old": now.id}))
    moved = checked((tmp_path / "stories" / "story-old.html").read_text("utf-8"))
    assert ("meta", {"http-equiv": "refresh", "content": f"0; url={now.id}.html"}) in moved.tags
    assert f"{now.id}.html" in moved.hrefs


def test_no_story_is_said(tmp_path: Path) -> None:
    (index,) = write([], tmp_path / "report.html", as_of=READING_DAY)
    assert "No story was found." in checked(index.read_text("utf-8")).words


def test_writing_again_replaces_whole_files(dossier: Dossier, tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    write([dossier], out, as_of=READING_DAY)
    before = out.read_bytes()
    write([dossier], out, as_of=READING_DAY)
    assert out.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["report.html"]


def test_article_without_paragraphs_keeps_its_citations(articles: dict[str, Article]) -> None:
    article = replace(articles["E"], paragraphs=())
    cited = evidence(article.id, article.text, Span(4, 17))
    story = Story("story-x", "t", (Membership(article.id, 1.0, ""),))
    page = page_of(Dossier(story, (article,), brief=(BriefSentence("x", (cited,)),)))
    assert "A-4-17" in page.ids


def colours() -> dict[str, dict[str, str]]:
    """Return the named colours of the light and the dark scheme."""
    style = (files("crossread.present") / "templates" / "style.css").read_text("utf-8")
    light, dark = re.findall(r":root \{(.*?)\}", style, re.DOTALL)[:2]
    named = [dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block)) for block in (light, dark)]
    return {"light": named[0], "dark": named[1]}


def luminance(colour: str) -> float:
    """Return the relative luminance as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "sunk", "mark", "shared"])
def test_text_stands_out_from_its_ground(scheme: str, ground: str) -> None:
    """AA of WCAG 2: at least 4.5 to 1."""
    named = colours()[scheme]
    inks = {"mark": ["on-mark"], "shared": ["ink"]}.get(ground, ["ink", "quiet", "link", "hot"])
    for ink in inks:
        bright, dim = sorted((luminance(named[ink]), luminance(named[ground])), reverse=True)
        assert (bright + 0.05) / (dim + 0.05) >= 4.5, (ink, ground)

"""The site's own words: dates, lists, counts, and what a claim says."""

from pathlib import Path

import pytest

from macros import language, wording
from macros.agreement import Agreement, State, Support
from macros.dates import Point, Span
from macros.figure import Figure
from macros.language import speaking
from macros.library import Library
from tests import invented

LIBRARY = invented.library()


@pytest.mark.parametrize(
    ("date", "printed"),
    [
        ("2031", "2031"),
        ("2031-05", "May 2031"),
        ("2031-05-07", "7 May 2031"),
        ("2031-12-31", "31 December 2031"),
    ],
)
def test_a_date_is_printed_as_precisely_as_it_is_known(date: str, printed: str) -> None:
    assert wording.date(Point.parse(date)) == printed


@pytest.mark.parametrize(
    ("span", "printed"),
    [
        ("2031-05-07", "7 May 2031"),
        ("since 2031-05", "since May 2031"),
        ("2031-05-07/2031-06-01", "7 May 2031 to 1 June 2031"),
        ("2030/2031", "2030 to 2031"),
    ],
)
def test_a_period_is_printed_with_both_ends_or_as_open(span: str, printed: str) -> None:
    assert wording.span(Span.parse_period(span)) == printed


@pytest.mark.parametrize(
    ("unit", "figures", "printed"),
    [
        ("boats", ["40"], "boats"),
        ("of the oil", ["40%"], "of the oil"),
        ("percent", ["12 to 15 percent"], ""),
        ("%", ["12%", "about 15%"], ""),
        ("$", ["$5", "$6 million"], ""),
        ("$", ["$5", "6 million"], "$"),
        ("£", ["$5"], "£"),
    ],
)
def test_what_is_counted_is_not_printed_twice(unit: str, figures: list[str], printed: str) -> None:
    claims = "".join(
        f"{{source: post, figure: {f}, locator: they said {f} of it}}, " for f in figures
    )
    assert wording.unit(invented.fact(f"{{unit: '{unit}', claims: [{claims}]}}")) == printed


@pytest.mark.parametrize(
    ("values", "printed"),
    [
        (["4 May 2031", "6 May 2031"], "4 or 6 May 2031"),
        (["30 April 2031", "6 May 2031"], "30 April 2031 or 6 May 2031"),
        (["4 May 2031", "6 May 2031", "7 May 2031"], "4 or 6 or 7 May 2031"),
        (["2030", "2031"], "2030 or 2031"),
        (["4 May 2031"], "4 May 2031"),
    ],
)
def test_alternatives_print_once_what_they_share(values: list[str], printed: str) -> None:
    assert wording.alternatives(values) == printed


@pytest.mark.parametrize(
    ("figure", "printed"),
    [
        ("about 5,000", "4,500 to 5,500"),
        ("more than €3", "above €3"),
        ("nearly 40", "36 to just below 40"),
        ("35–50%", "35 to 50 %"),
        ("-3.5%", "−3.5 %"),
        ("about −5,000", "−5,500 to −4,500"),
        ("−5 to 3", "−5 to 3"),
        ("-$3 million", "−$3,000,000"),
    ],
)
def test_the_numbers_that_a_figure_leaves_room_for_are_printed(figure: str, printed: str) -> None:
    assert wording.room(Figure.parse(figure)) == printed


@pytest.mark.parametrize(
    ("values", "printed"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_a_list_ends_in_and(values: list[str], printed: str) -> None:
    assert wording.listed(values) == printed


@pytest.mark.parametrize(
    ("count", "printed"),
    [(0, "0 articles"), (1, "1 article"), (2, "2 articles"), (12_000, "12,000 articles")],
)
def test_one_is_singular_and_thousands_have_commas(count: int, printed: str) -> None:
    assert wording.counted(count, "article") == printed


@pytest.mark.parametrize(("count", "printed"), [(1, "one"), (12, "twelve"), (13, "13")])
def test_small_numbers_are_words(count: int, printed: str) -> None:
    assert wording.number(count) == printed


@pytest.mark.parametrize(
    ("support", "printed"),
    [
        (Support(1, (), 0, ()), "1 article, origin not named"),
        (Support(3, ("harbor-office",), 3, ()), "3 articles, 1 origin (AHO)"),
        (Support(3, ("harbor-office",), 2, ()), "3 articles, 1 origin (AHO) named by 2"),
        (Support(2, ("alba", "brume"), 2, ()), "2 articles, 2 origins (Alba, Brume)"),
        (Support(3, (), 0, (("salt-wire", 2),)), "3 articles, origin not named, 2 via Salt Wire"),
        (
            Support(3, ("alba",), 1, (("salt-wire", 2),)),
            "3 articles, 1 origin (Alba) named by 1, 2 via Salt Wire",
        ),
        (Support(1, ("nobody-known",), 1, ()), "1 article, 1 origin (nobody-known)"),
    ],
)
def test_support_is_printed_as_counts_side_by_side(support: Support, printed: str) -> None:
    assert wording.support(LIBRARY, support) == printed
    whole = wording.agreement(LIBRARY, Agreement(State.SAME, support))
    assert whole == f"same · {printed}"


@pytest.mark.parametrize("state", State)
def test_every_state_has_a_word_and_a_meaning(state: State) -> None:
    assert wording.STATES[state]
    assert wording.STATE_MEANINGS[state]


@pytest.mark.parametrize(
    ("claim", "printed"),
    [
        ("figure: around 5,000", "around 5,000"),
        ("date: 2031-05-07", "7 May 2031"),
        ("answer: boat", "by boat"),
        ("answer: unknown", "unknown"),
        ("quotation: we came", "“we came”"),
        ("says: heavy crowds", "heavy crowds"),
        (
            "readings: [{date: 2031-05-04, because: a}, {date: 2031-05-06, because: b}]",
            "4 or 6 May 2031",
        ),
        (
            "readings: [{figure: 'about 5', because: a}, {answer: boat, because: b}]",
            "about 5 or by boat",
        ),
    ],
)
def test_a_claim_is_said_in_its_article_s_words_or_in_ours(claim: str, printed: str) -> None:
    fact = invented.fact("{answers: {boat: by boat}, claims: [{answer: boat}]}")
    assert wording.said(LIBRARY, fact, invented.claim(claim)) == printed


def test_what_is_not_known_of_a_publication_is_said() -> None:
    sources = LIBRARY.sources
    assert wording.published(sources["post"]) == "7 May 2031"
    assert wording.published(sources["star"]) == "May 2031, exact day not printed"
    assert wording.published(sources["tide-table"]) == "date not known"
    assert wording.about(sources["tide-table"]) == ""
    undated = sources["star"].model_copy(update={"published": Span.parse("2031-07/2031-12")})
    assert wording.published(undated) == "July 2031 to December 2031"
    dutch = sources["star"].model_copy(update={"lang": "nl"})
    assert wording.about(dutch) == "May 2031, exact day not printed, in Dutch"


def published(*dates: str, use: str = "compared") -> Library:
    """The world with articles of Salt Wire, one of each date: their codes are W0, W1 and so on."""
    articles = [
        f"== sources/wire-{i}\ntitle: Part {i}\npublisher: salt-wire\ncode: W{i}\npublished: {date}\n"
        f"url: https://wire.example.org/{i}\nuse: {use}\norder: {i + 5}\n"
        for i, date in enumerate(dates)
    ]
    return invented.library(also="".join(articles))


@pytest.mark.parametrize(
    ("dates", "names"),
    [
        pytest.param(["2031-05-07"], "Salt Wire", id="one alone needs no date"),
        pytest.param(
            ["1904-05-07", "2031"],
            "Salt Wire of 1904, Salt Wire of 2031",
            id="of two years the year is enough",
        ),
        pytest.param(
            ["2031-04-30", "2031-05", "1904-05"],
            "Salt Wire of April 2031, Salt Wire of May 2031, Salt Wire of 1904",
            id="of one year the month parts them",
        ),
        pytest.param(
            ["2031-05-04", "2031-05-07", "2031-06-07"],
            "Salt Wire of 4 May 2031, Salt Wire of 7 May 2031, Salt Wire of June 2031",
            id="of one month the day parts them",
        ),
        pytest.param(
            ["2031-05-07", "2031-05-07", "2031-05-08"],
            "Salt Wire of 7 May 2031 (W0), Salt Wire of 7 May 2031 (W1), Salt Wire of 8 May 2031",
            id="of one day only their codes part them",
        ),
        pytest.param(
            ["2031", "2031-05", "2031-05-07"],
            "Salt Wire of 2031 (W0), Salt Wire of May 2031 (W1), Salt Wire of 7 May 2031",
            id="a year or month that holds another article's day is not its own",
        ),
        pytest.param(
            ["2031-05-04/2031-05-07", "2031-06", "1904"],
            "Salt Wire of May 2031, Salt Wire of June 2031, Salt Wire of 1904",
            id="two days lie in one month",
        ),
        pytest.param(
            ["1301/1400", "1350", "1350-02-01/1350-03-31"],
            "Salt Wire of 1301 to 1400, Salt Wire of 1350 (W1), "
            "Salt Wire of 1 February 1350 to 31 March 1350",
            id="a time between two years is no year",
        ),
    ],
)
def test_of_several_articles_of_a_publisher_each_is_named_by_what_parts_it(
    dates: list[str], names: str
) -> None:
    library = published(*dates)
    named = [wording.source(library, f"wire-{i}") for i in range(len(dates))]
    assert ", ".join(named) == names
    assert len(set(named)) == len(dates)
    assert wording.publisher(library, "wire-0") == "Salt Wire"


def test_an_article_for_remarks_parts_no_other() -> None:
    assert wording.source(LIBRARY, "post") == wording.source(LIBRARY, "tide-table") == "Port Press"
    library = published("2030", "2031", use="context")
    assert wording.source(library, "wire-0") == "Salt Wire"


def test_an_article_is_named_in_the_language_of_the_site() -> None:
    library = published("1904", "2031-04", "2031-05-04", "2031-05-07")
    with speaking("de"):
        named = [wording.source(library, f"wire-{i}") for i in range(3)]
    assert named == ["Salt Wire von 1904", "Salt Wire von April 2031", "Salt Wire vom 4. Mai 2031"]


def test_beside_its_whole_date_an_article_needs_at_most_its_code() -> None:
    library = published("1904", "2031-05-07", "2031-05-07")
    named = [wording.dated(library, library.sources[f"wire-{i}"]) for i in range(3)]
    assert named == ["Salt Wire, 1904", "Salt Wire (W1), 7 May 2031", "Salt Wire (W2), 7 May 2031"]


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("sent about 40 visitors", "“sent about 40 visitors”"),
        ('met in a "warm mood," the bureau said', "“met in a ‘warm mood,’ the bureau said”"),
        ("met in a “warm mood,” the bureau said", "“met in a ‘warm mood,’ the bureau said”"),
        ('spoke "for the first time', "“spoke ‘for the first time”"),
        ('between the two" amid the rain', "“between the two’ amid the rain”"),
        ("“It isn’t over,” she said", "“‘It isn’t over,’ she said”"),
        ("“It isn’t over.”", "“It isn’t over.”"),
        ("„Es ist aus“, sagte sie", "“‘Es ist aus’, sagte sie”"),
        ("sagte sie, „so hell war es nie“", "“sagte sie, ‘so hell war es nie’”"),
        ("„Es ist aus.“", "“Es ist aus.”"),
        ("« le pain », a dit", "“‘le pain’, a dit”"),
        ("a dit : «\u202fle pain\u202f» hier", "“a dit : ‘le pain’ hier”"),
        ("dijo «el pan» ayer", "“dijo ‘el pan’ ayer”"),
        ("hun sagde: »Vi betaler.« Så gik", "“hun sagde: ‘Vi betaler.’ Så gik”"),
        ("sa han: ”Vi går.” Så gick", "“sa han: ‘Vi går.’ Så gick”"),
        ('"One" and "the other"', "“‘One’ and ‘the other’”"),
    ],
)
def test_a_quotation_has_its_own_marks_and_single_ones_inside(words: str, printed: str) -> None:
    assert wording.quoted(words) == printed


def test_a_language_that_sets_a_space_within_its_marks_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "FOLDER", tmp_path)
    marks = {"“ ”": "«\u00a0 \u00a0»", "‘ ’": "“ ”"}
    said = "\n\n".join(f'msgid "{ours}"\nmsgstr "{own}"' for ours, own in marks.items())
    (tmp_path / "fr.po").write_text(said, "utf-8")
    with language.speaking("fr"):
        assert wording.quoted("le « pain » dur") == "«\u00a0le “pain” dur\u00a0»"
        assert language.quotation("fr").fullmatch("«\u202fle pain dur\u202f»")
    language.language.cache_clear()
    language.quotation_marks.cache_clear()
    language.quotation.cache_clear()


@pytest.mark.parametrize(
    ("claim", "printed"),
    [
        ("date: 2031-05", "May 2031"),
        ("date: 2031-05, hedge: about", "May 2031 (“about”)"),
        ("date: 2031-05, hedge: In or around", "May 2031 (“In or around”)"),
        ("date: 2031-05, hedge: reportedly … no later than", "May 2031 (“no later than”)"),
        ("date: 2031-05, hedge: c.", "May 2031 (“c.”)"),
        ("date: 2031-05, hedge: by", "May 2031 (“by”)"),
        ("date: 2031-05, hedge: reportedly", "May 2031"),
        ("figure: 5000, hedge: by", "5000"),
        ("says: in May, hedge: about", "“in May”"),
    ],
)
def test_a_date_by_itself_is_printed_with_what_makes_it_less_sure(claim: str, printed: str) -> None:
    fact = invented.fact(f"{{claims: [{{{claim}}}]}}")
    assert wording.by_itself(LIBRARY, fact, fact.claims[0]) == printed


@pytest.mark.parametrize(
    ("support", "told"),
    [
        (
            Support(3, ("harbor-office",), 2, ()),
            "Two of these articles say whose statement or estimate it is; one does not.",
        ),
        (
            Support(3, ("harbor-office",), 1, ()),
            "One of these articles says whose statement or estimate it is; two do not.",
        ),
        (Support(3, ("harbor-office",), 3, ()), ""),
        (Support(3, (), 0, ()), ""),
    ],
)
def test_named_by_is_spelled_out_where_it_is_printed(support: Support, told: str) -> None:
    assert wording.named_by(support) == told

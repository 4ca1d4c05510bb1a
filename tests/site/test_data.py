"""What is true of the data of this site, whoever edits it next."""

import re
import unicodedata

import pytest
import yaml

from macros import wording
from macros.agreement import Standing, standing
from macros.check import check
from macros.faults import Fault
from macros.fingerprint import Fingerprint
from macros.fold import words
from macros.library import Library
from macros.model import Claim, Fact
from macros.passages import MOST_SHOWN, coverage, passages
from macros.printed_dates import MONTHS
from macros.site import Site
from tests.conftest import ROOT, versioned_files
from tests.page_faults import none_of

JUNE = "nk-in-focus-2025-06"
STATES = {"russia": "Russia", "ukraine": "Ukraine", "north-korea": "North Korea", "south-korea": "South Korea",
          "united-states": "United States", "china": "China", "japan": "Japan"}  # fmt: skip
CAPITALS = re.compile(r"\b(Moscow|Seoul|Beijing|Kiev|Kyiv|Tokyo|Washington)\b")
"""Where nothing happens here but what a government says; Pyongyang is also the place of the visit."""
TITLES = re.compile(r"\b(Mr|Mrs|Ms|Dr|Gen|General|Minister|Marshal|Leader|Dictator|President|Comrade|Sir)\b", re.IGNORECASE)  # fmt: skip


@pytest.fixture(scope="module")
def checked() -> tuple[Library, list[Fault]]:
    return check(ROOT)


@pytest.fixture(scope="module")
def library(checked: tuple[Library, list[Fault]]) -> Library:
    return checked[0]


@pytest.fixture(scope="module")
def claims(library: Library) -> list[tuple[Fact, Claim]]:
    return [(fact, claim) for fact in library.facts.values() for claim in fact.claims]


def test_a_check_finds_no_error_and_nothing_to_notice(
    checked: tuple[Library, list[Fault]],
) -> None:
    none_of(map(str, checked[1]))


# Proved against the articles


def test_every_compared_article_has_a_fingerprint(library: Library) -> None:
    assert {source.id for source in library.compared} == library.fingerprints.keys()


def test_every_locator_that_is_written_was_checked_and_found(library: Library) -> None:
    covered = coverage(library)
    assert covered.found == covered.checked == covered.written == sum(1 for _ in passages(library))
    assert covered.written > 300


def test_what_is_written_is_counted_again_by_other_means(library: Library) -> None:
    def locators(value: object) -> int:
        if isinstance(value, dict):
            return sum((key == "locator") + locators(item) for key, item in value.items())
        return sum(map(locators, value)) if isinstance(value, list) else 0

    files = (ROOT / "data").rglob("*.yml")
    counted = sum(locators(yaml.load(file.read_bytes(), yaml.CBaseLoader)) for file in files)
    assert coverage(library).written == counted


def test_no_article_is_shown_beyond_the_limit(library: Library) -> None:
    shown = coverage(library).shown
    assert shown
    none_of(f"{source}: {share:.0%}" for source, share in shown.items() if share > MOST_SHOWN)


def test_no_article_lies_in_the_repository(library: Library) -> None:
    """No file of text holds more runs of an article than locators do."""
    texts = [f for f in versioned_files() if f.suffix in (".txt", ".md", ".html", ".json")]
    for file in (text for text in texts if "fingerprints" not in text.parts):
        text = file.read_text("utf-8")
        for source, fingerprint in library.fingerprints.items():
            held = Fingerprint.of(source, text).hashes & fingerprint.hashes
            assert len(held) < 0.2 * len(fingerprint.hashes), f"{file} and {source}"


# June is another event


def test_the_june_article_never_stands_beside_november_s(library: Library) -> None:
    for fact in library.facts.values():
        if any(claim.source == JUNE for claim in fact.claims):
            november = fact.when is not None and fact.when.first.isoformat() >= "2025-11"
            assert not november, fact.id
        if fact.topic == "visit":
            assert JUNE not in {claim.source for claim in fact.claims}, fact.id


def test_the_june_article_is_before_every_event_of_november(library: Library) -> None:
    june = library.sources[JUNE]
    for fact in library.facts.values():
        if fact.when and fact.when.first.isoformat() >= "2025-11":
            assert standing(fact, june) is Standing.BEFORE, fact.id


def test_nobody_quoted_in_june_s_article_speaks_on_the_visit(library: Library) -> None:
    quoted = {
        name
        for fact in library.facts.values()
        for claim in fact.claims
        if claim.source == JUNE
        for name in [fact.speaker, *claim.origins]
        if name in library.people
    }
    visit = [fact for fact in library.facts.values() if fact.topic == "visit"]
    for fact in visit:
        assert fact.speaker not in quoted, fact.id
        assert not quoted & {o for claim in fact.claims for o in claim.origins}, fact.id


# Names


def test_states_have_one_neutral_name(library: Library) -> None:
    for state, name in STATES.items():
        assert library.organizations[state].name == name


def test_persons_are_named_without_title_once_and_in_one_alphabet(library: Library) -> None:
    names = [person.name for person in library.people.values()]
    assert len({words(name) for name in names}) == len(names)
    for name in names:
        assert not TITLES.search(name), name
        assert {unicodedata.name(c).split()[0] for c in name if c.isalpha()} == {"LATIN"}, name


def test_everyone_who_has_a_file_appears_on_a_question(library: Library) -> None:
    site = Site(library)
    none_of(person for person in library.people if not site.appearances.get(person))


def test_goremykin_and_fomin_are_two(library: Library) -> None:
    one, other = library.people["viktor-goremykin"], library.people["alexander-fomin"]
    assert one.spellings is not None
    assert other.spellings is not None
    assert not one.spellings.keys() & other.spellings.keys()


def test_our_own_words_call_governments_by_their_names(library: Library) -> None:
    """What articles print stays inside locators, quotations and spellings."""
    loaded = re.compile(r"\b(regime|hermit|rogue|Kiev|Kremlin|strongman|dictator)\b")
    abbreviated = re.compile(r"\b(DPRK|ROK)\b")  # a remark may explain these
    for fact in library.facts.values():
        remarks = [fact.remark, *(claim.remark for claim in fact.claims)]
        ours = [fact.question, fact.label, fact.event or ""]
        ours += [answer.wording for answer in (fact.answers or {}).values()]
        for text in ours:
            for other in (abbreviated, CAPITALS):
                assert not other.search(re.sub(r"“[^”]*”", "", text)), f"{fact.id}: {text}"
        for text in [*ours, *(remark.text for remark in remarks if remark)]:
            assert not loaded.search(re.sub(r"“[^”]*”", "", text)), f"{fact.id}: {text}"


def test_our_pages_call_no_government_by_its_capital() -> None:
    for page in (ROOT / "docs").rglob("*.md"):
        for line in page.read_text("utf-8").splitlines():
            ours = re.sub(r"\{\{.*?\}\}|“[^”]*”", "", line)
            assert not CAPITALS.search(ours), f"{page.name}: {line}"


# What each file says


def test_every_fact_asks_a_question(library: Library) -> None:
    none_of(f.path for f in library.facts.values() if not f.question.endswith("?"))
    none_of(f.path for f in library.facts.values() if len(f.label) > 40)


def test_neighbors_are_other_questions(library: Library) -> None:
    for fact in library.facts.values():
        seen = fact.see_also or ()
        assert fact.id not in seen
        assert len(set(seen)) == len(seen), fact.id


def test_no_article_says_the_same_twice_on_one_question(library: Library) -> None:
    for fact in library.facts.values():
        said = [(c.source, wording.said(library, fact, c), c.locator.text) for c in fact.claims]
        assert len(set(said)) == len(said), fact.id


def test_relative_time_gets_its_year(claims: list[tuple[Fact, Claim]]) -> None:
    for fact, claim in claims:
        for text in filter(None, [fact.question, fact.label, fact.event]):
            month = re.search(
                rf"\b({'|'.join(m.capitalize() for m in MONTHS if m != 'may')})\b", text
            )
            assert not month or re.search(r"\b(19|20)\d\d\b", text), f"{fact.id}: {text}"
        if claim.period:
            assert claim.period.start.year >= 1900


def test_no_question_asks_for_a_sum_or_an_average(library: Library) -> None:
    computed = re.compile(
        r"\b(in total|average|altogether|combined|sum of|on average|median)\b", re.IGNORECASE
    )
    none_of(f.question for f in library.facts.values() if computed.search(f.question))


def test_context_sources_carry_remarks_and_nothing_else(
    library: Library, claims: list[tuple[Fact, Claim]]
) -> None:
    assert {claim.source for _, claim in claims} == {source.id for source in library.compared}


def test_facts_are_written_in_the_order_of_a_sentence(library: Library) -> None:
    """Keys stand in the model's order, so that two files read alike."""
    order = {name: i for i, name in enumerate(Fact.model_fields)}
    inner = {name: i for i, name in enumerate(Claim.model_fields)}
    for fact in library.facts.values():
        value = yaml.load((ROOT / fact.path).read_bytes(), yaml.CBaseLoader)
        assert list(value) == sorted(value, key=order.__getitem__), fact.path
        for claim in value["claims"]:
            keys = [key for key in claim if key != "printed"]  # it stands beside what it explains
            assert keys == sorted(keys, key=inner.__getitem__), fact.path


def test_every_fact_was_read_again_on_a_day_that_is_written_down(library: Library) -> None:
    none_of(fact.path for fact in library.facts.values() if fact.checked is None)


def test_every_question_says_when_it_was_last_checked_and_that_is_not_before_its_articles(
    library: Library, claims: list[tuple[Fact, Claim]]
) -> None:
    for fact, claim in claims:
        published = library.sources[claim.source].published
        assert fact.checked, fact.path
        assert published is None or published.first <= fact.checked.last, fact.path

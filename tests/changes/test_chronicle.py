"""What became of the questions of the invented world, commit by commit."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from macros.agreement import State
from macros.changes.chronicle import Change, Chronicle, chronicle
from macros.history import Missing, history
from macros.loading import load
from tests import invented, versioned
from tests.invented import a_fact

POST = "source: post, figure: around 40, locator: counted around 40 boats there"
STAR = "source: star, origin: alba, figure: about 40, locator: and about 40 boats came"
BOATS = a_fact(POST, STAR, keys="unit: boats\n")
FILE = "data/facts/festival/visitors.yml"
ADDED = "added: Port Press added nothing → around 40 (origin not named), Evening House added nothing → about 40 (Alba)"


def told(change: Change) -> str:
    """A change in one line."""
    pieces = [*change.values]
    for claim in change.claims:
        details = f" ({'; '.join(claim.details)})" if claim.details else ""
        said = f"{claim.was or 'nothing'} → {claim.now or 'nothing'}"
        pieces.append(f"{claim.publisher} {claim.step} {said}{details}")
    if change.differs:
        pieces.append(f"now {change.states[1]}")
    return f"{change.kind}: {', '.join(pieces)}"


def past(root: Path, steps: Sequence[str | tuple[str, tuple[str, ...]]]) -> Chronicle:
    """Commit the world, and then each step: the files that it writes, and those that it removes."""
    versioned.begin(root)
    versioned.commit(root, "2031-05-01", "The world", invented.WORLD)
    for number, step in enumerate(steps, 2):
        files, gone = (step, ()) if isinstance(step, str) else step
        versioned.commit(root, f"2031-05-{number:02}", f"Step {number}", files, gone=gone)
    library, _ = load(root, invented.TOPICS)
    return chronicle(history(root), library)


@pytest.mark.parametrize(
    ("steps", "lines"),
    [
        pytest.param([BOATS], [ADDED], id="a question is added"),
        pytest.param(
            [BOATS, BOATS.replace("figure: around 40", "figure: around 70")],
            [
                "changed: Port Press changed around 40 → around 70, now differ",
                ADDED,
            ],
            id="a figure is corrected, and two articles differ since",
        ),
        pytest.param(
            [BOATS, a_fact(POST, keys="unit: boats\n")],
            ["changed: Evening House taken out about 40 → nothing, now single", ADDED],
            id="a claim is taken out",
        ),
        pytest.param(
            [BOATS, BOATS.replace("origin: alba", "via: salt-wire")],
            [
                "changed: Evening House changed about 40 → about 40 (origin: Alba → none; credited outlet: none → Salt Wire)",
                ADDED,
            ],
            id="whose statement it is",
        ),
        pytest.param(
            [BOATS, BOATS.replace("counted around 40 boats there", "around 40 boats there so")],
            [
                "changed: Port Press changed around 40 → around 40 (it rests on another passage, or on more or less of it)",
                ADDED,
            ],
            id="a passage, which is not printed",
        ),
        pytest.param(
            [BOATS, BOATS.replace("unit: boats", "# counted\nunit:   boats")],
            [ADDED],
            id="a file that is only written otherwise has not changed",
        ),
        pytest.param(
            [BOATS, a_fact(STAR, POST, keys="unit: boats\n")],
            [ADDED],
            id="nor has one whose claims stand in another order",
        ),
        pytest.param(
            [BOATS, BOATS.replace("label: The", "checked: 2031-06-01\nlabel: All the")],
            [ADDED],
            id="where a question stands, and when it was looked at, is no change of what is said",
        ),
        pytest.param(
            [BOATS, (BOATS.replace("festival", "harbor"), (FILE,))],
            ["changed: topic: festival → The harbor", ADDED],
            id="a question that moves to another topic is the same question",
        ),
        pytest.param(
            [BOATS, ("", (FILE,)), BOATS],
            [ADDED, "taken out: ", ADDED],
            id="a file that is removed and comes back",
        ),
        pytest.param(
            [
                BOATS + a_fact(POST, path="facts/festival/boats"),
                "== facts/festival/visitors\nquestion: How about visitors?\nlabel: The visitors\n"
                "kind: moved\nto: boats\nbecause: It was asked twice.\n",
                BOATS,
            ],
            [
                ADDED.replace("added:", "asked again:", 1),
                "asked no more: answered now by The boats, It was asked twice.",
                ADDED,
            ],
            id="a question that is asked no more, and again",
        ),
        pytest.param(
            [BOATS, BOATS.replace("unit:", "unti:"), BOATS.replace("around 40", "around 41")],
            [
                "changed: Port Press changed around 40 → around 41 (it rests on another passage, or on more or less of it), now compatible",
                ADDED,
            ],
            id="a state that can't be read is passed over",
        ),
        pytest.param(
            [
                BOATS,
                a_fact(POST, keys="unit: boats\n"),
                ("", ("data/sources/star.yml",)),
            ],
            ["changed: Evening House taken out about 40 → nothing, now single", ADDED],
            id="an article that is not there any more keeps its name",
        ),
    ],
)
def test_what_became_of_a_question_is_told_newest_first(
    tmp_path: Path, steps: list[str], lines: list[str]
) -> None:
    found = past(tmp_path, steps)
    assert [told(change) for change in found.changes if change.question.id == "visitors"] == lines


def test_a_change_names_its_commit(tmp_path: Path) -> None:
    found = past(tmp_path, [BOATS, BOATS.replace("around", "about")])
    newest = found.changes[0].commit
    assert (newest.subject, str(newest.day)) == ("Step 3", "2031-05-03")
    assert found.last["visitors"] == newest


def test_an_edit_that_is_not_committed_is_not_told(tmp_path: Path) -> None:
    past(tmp_path, [BOATS])
    invented.write(tmp_path, BOATS.replace("figure: around 40", "figure: 40"), world="")
    library, _ = load(tmp_path)
    found = chronicle(history(tmp_path), library)
    assert [told(change) for change in found.changes] == [ADDED]
    assert not found.is_committed(library.facts["visitors"])
    invented.write(tmp_path, BOATS, world="")
    assert found.is_committed(load(tmp_path)[0].facts["visitors"])


FIFTY = BOATS.replace("figure: around 40", "figure: 50")
ONE_LESS = a_fact(STAR, keys="unit: boats\n")
ASKED = "== facts/festival/visitors\nquestion: How about visitors?\nlabel: The visitors\n"


@pytest.mark.parametrize(
    ("after", "typed", "word", "claims"),
    [
        (FIFTY, "", "changed", ["changed"]),
        (FIFTY, "Correction: It says 50.", "corrected", ["corrected"]),
        (FIFTY, "Superseded: Port Press counts 50 since.", "superseded", ["superseded"]),
        (ONE_LESS, "", "changed", ["taken out"]),
        (ONE_LESS, "Correction: It never said so.", "corrected", ["corrected"]),
        (ONE_LESS, "Withdrawn: Port Press took it back.", "withdrawn", ["withdrawn"]),
        (a_fact(POST.replace("40", "50"), STAR, POST, keys="unit: boats\n"), "Superseded: So.", "superseded", ["added"]),
        (ASKED + "kind: retired\nbecause: Nobody asks.\n", "", "withdrawn", []),
        (ASKED + "kind: retired\nbecause: So.\n", "Correction: So.", "withdrawn", []),
        (ASKED + "kind: moved\nto: boats\n", "", "superseded", []),
        ("", "", "taken out", []),
        ("", "Withdrawn: All articles took it back.", "withdrawn", []),
    ],
)  # fmt: skip
def test_corrected_withdrawn_and_superseded_are_typed(
    tmp_path: Path, after: str, typed: str, word: str, claims: list[str]
) -> None:
    past(tmp_path, [BOATS + a_fact(POST, path="facts/festival/boats")])
    gone = () if after else (FILE,)
    versioned.commit(tmp_path, "2031-05-09", f"So\n\n{typed}", after, gone=gone)
    change = chronicle(history(tmp_path), load(tmp_path, invented.TOPICS)[0]).changes[0]
    assert change.word == word
    assert [change.became(claim) for claim in change.claims] == claims


PASSAGE = BOATS.replace("counted around 40 boats there", "around 40 boats there so")


@pytest.mark.parametrize(
    ("after", "typed", "only"),
    [
        (PASSAGE, "", True),
        (PASSAGE, "Correction: We had cut off a word.", False),
        (PASSAGE.replace("figure: about 40", "figure: about 41"), "", False),
        (PASSAGE.replace("origin: alba", "via: salt-wire"), "", False),
        (PASSAGE.replace("question: How", "question: Now how"), "", False),
        (FIFTY, "", False),
        (ONE_LESS, "", False),
        (ASKED + "kind: retired\nbecause: Nobody asks.\n", "", False),
    ],
)
def test_the_same_on_other_words_is_nothing_else(
    tmp_path: Path, after: str, typed: str, only: bool
) -> None:
    past(tmp_path, [BOATS])
    versioned.commit(tmp_path, "2031-05-09", f"So\n\n{typed}", after)
    change = chronicle(history(tmp_path), load(tmp_path, invented.TOPICS)[0]).changes[0]
    assert change.only_passages is only


def test_whether_articles_differ_is_computed_beside_what_is_typed(tmp_path: Path) -> None:
    past(tmp_path, [BOATS])
    versioned.commit(tmp_path, "2031-05-09", "So\n\nCorrection: It says 50.", FIFTY)
    change = chronicle(history(tmp_path), load(tmp_path, invented.TOPICS)[0]).changes[0]
    assert (change.word, change.states) == ("corrected", (State.SAME, State.DIFFER))


def test_states_that_cannot_be_read_are_counted(tmp_path: Path) -> None:
    assert past(tmp_path, [BOATS, BOATS.replace("unit:", "unti:")]).unread == 1


def test_without_a_history_there_is_none(tmp_path: Path) -> None:
    found = chronicle(history(tmp_path), invented.library())
    assert (found.changes, found.missing) == ((), Missing.NO_GIT)


SHIPS = a_fact(POST, path="facts/festival/ships")
FORMER = "== facts/harbor/visitors\nquestion: How about visitors?\nlabel: The visitors\nkind: retired\nbecause: So.\n"
IN_HARBOR = BOATS.replace("festival", "harbor")
THERE = "data/facts/harbor/visitors.yml"


@pytest.mark.parametrize(
    ("steps", "left"),
    [
        pytest.param([BOATS], {}, id="a question that stands where it stood"),
        pytest.param(
            [BOATS + SHIPS, (IN_HARBOR, (FILE,))],
            {"festival": ["visitors"]},
            id="one that moved to another topic",
        ),
        pytest.param(
            [BOATS, (IN_HARBOR, (FILE,)), (BOATS, (THERE,))],
            {"harbor": ["visitors"]},
            id="one that moved back",
        ),
        pytest.param(
            [
                BOATS,
                (IN_HARBOR, (FILE,)),
                (BOATS.replace("festival", "pier"), (THERE,)),
            ],
            {"festival": ["visitors"], "harbor": ["visitors"]},
            id="one that moved twice",
        ),
        pytest.param(
            [BOATS, ("", (FILE,)), IN_HARBOR],
            {"festival": ["visitors"]},
            id="one that was taken out, and asked again elsewhere",
        ),
        pytest.param(
            [BOATS, (FORMER, (FILE,))],
            {"festival": ["visitors"]},
            id="one that is asked no more, and whose file lies elsewhere",
        ),
        pytest.param(
            [FORMER, (BOATS, (THERE,))],
            {"harbor": ["visitors"]},
            id="one that was asked no more, and is asked again elsewhere",
        ),
        pytest.param(
            [BOATS + SHIPS, ("", (FILE,))], {}, id="one that was taken out stands nowhere"
        ),
        pytest.param(
            [BOATS.replace("unit:", "unti:"), (IN_HARBOR, (FILE,))],
            {},
            id="one that no page could show where it stood",
        ),
    ],
)
def test_a_question_leaves_an_address_in_each_topic_where_it_stood(
    tmp_path: Path, steps: list[str], left: dict[str, list[str]]
) -> None:
    found = past(tmp_path, steps)
    library, _ = load(tmp_path, invented.TOPICS)
    by_topic = {
        topic: [asked.id for asked in found.left(topic, library)]
        for topic in ("festival", "harbor", "pier")
    }
    assert {topic: ids for topic, ids in by_topic.items() if ids} == left


def test_what_is_not_committed_yet_leaves_the_address_of_the_newest_commit(tmp_path: Path) -> None:
    found = past(tmp_path, [BOATS])
    (tmp_path / FILE).unlink()
    invented.write(tmp_path, IN_HARBOR, world="")
    library, _ = load(tmp_path, invented.TOPICS)
    assert [asked.id for asked in found.left("festival", library)] == ["visitors"]
    invented.write(tmp_path, a_fact(POST, path="facts/pier/ships"), world="")
    (tmp_path / "data/facts/pier/ships.yml").rename(tmp_path / "data/facts/harbor/ships.yml")
    library, _ = load(tmp_path, invented.TOPICS)
    assert not found.left("pier", library), "no commit had it there"


def test_where_no_history_is_known_no_address_is_left(tmp_path: Path) -> None:
    library, _ = load(invented.write(tmp_path, IN_HARBOR), invented.TOPICS)
    found = chronicle(history(tmp_path), library)
    assert found.missing is Missing.NO_GIT
    assert not found.left("festival", library)

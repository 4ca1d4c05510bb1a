"""What is there already is found before it is written a second time."""

from typing import Any

import pytest

from macros.drafting.alike import alike
from macros.model import Entity, Fact, Organization, Person, Source
from tests import invented

LIBRARY = invented.library(
    invented.fact("{question: How many lanterns were lit in 2031?, label: Lanterns lit}"
                  .replace("}", ", claims: [{figure: '5'}]}"), "festival/lanterns")
)  # fmt: skip


@pytest.mark.parametrize(
    ("model", "values", "found"),
    [
        (Fact, {"question": "How many lanterns were lit in May 2031?", "label": "x"}, ["lanterns"]),
        (Fact, {"question": "Who lit them?", "label": "lanterns LIT"}, ["lanterns"]),
        (Fact, {"question": "How many boats came in 2031?", "label": "Boats"}, []),
        (Person, {"name": "Ada Quil"}, ["ada-quill"]),
        (Person, {"name": "Quill Ada"}, ["ada-quill"]),
        (Person, {"name": "Áda-Quíll"}, ["ada-quill"]),
        (Person, {"name": "Tomas Quill"}, []),
        (Organization, {"name": "Alba Harbour Office"}, ["harbor-office"]),
        (Organization, {"name": "AHO"}, ["harbor-office"]),
        (Organization, {"name": "Bakers"}, []),
        (Source, {"url": "https://www.post.example.org/lanterns/?x=1", "title": "x"}, ["post"]),
        (Source, {"url": "https://a.example/b", "title": "Lanterns over the Harbour"}, ["post"]),
        (Source, {"url": "https://a.example/b", "title": "Boats"}, []),
    ],
)
def test_a_question_a_name_and_an_article_are_found_in_other_words(
    model: type[Entity], values: dict[str, Any], found: list[str]
) -> None:
    assert [entity.id for entity, _ in alike(LIBRARY, model, values)] == found

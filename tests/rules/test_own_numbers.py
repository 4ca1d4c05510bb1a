"""A number means what it means in the language of the article."""

from pathlib import Path

import pytest

from macros.rules import own_numbers, words_in_locator
from tests import invented


@pytest.mark.parametrize(
    ("lang", "figure", "printed", "told"),
    [
        ("nl", "4.200", "", True),
        ("de", "around €4.200", "", True),
        ("pt-BR", "3.5 million", "", True),
        ("fr", "4,200", "", True),
        ("nl", "4,200", "4.200", False),
        ("nl", "3.5 million", "3,5 miljoen", False),
        ("de", "around 12.000", "rund 12.000", True),
        ("de", "around 120,000", "rund 12.000", True),
        ("de", "12", "zwölf", False),
        ("nl", "−250,000 to 50,000", "tussen −250.000 en 50.000", False),
        ("de", "35–50%", "35 bis 50 Prozent", False),
        ("de", "35–55%", "35 bis 50 Prozent", True),
        ("de-CH", "12,000.5", "12’000.5", False),
        ("fr", "about 1,200,000", "environ 1 200 000", False),
        ("fr", "about 1,200", "environ 1 200 000", True),
        ("fr", "2.5%", "2,5 %", False),
        ("es-MX", "12,000", "12,000", False),
        ("es", "12,000", "12,000", True),
        ("hi", "500,000", "5 लाख", False),
        ("ja", "12,000", "1万2000", False),
        ("fi", "1.2 million", "1,2 miljoonan neliömetrin", False),
        ("fi", "3,000", "3 tuhannen", False),
        ("pl", "3,000", "3 tysiącami", False),
        ("ru", "1.2 million", "1,2 миллионам", False),
        ("it", "12", "12.000 militari", True),
        ("es", "12", "12.000 billetes", True),
        ("es", "1.2", "1.200 millas", True),
        ("de", "12", "12.000 Millimeter", True),
        ("pl", "12", "12 000 milicjantów", True),
        ("ru", "12", "12 000 миллиметров", True),
        ("hu", "1.2 million", "1,2 millióan", False),
        ("fi", "89", "−89 astetta", True),
        ("de", "10–12%", "10 -12 %", False),
        ("fi", "−89.5", "−89,5 astetta", False),
        ("fi", "−5", "5 astetta pakkasta", False),
        ("de", "3–5", "3-5", False),
        ("ar", "9.5%", "٩٫٥ في المئة", False),
        ("ar", "95%", "٩٫٥ في المئة", True),
        ("ar", "1,200", "١٬٢٠٠", False),
        ("fa", "12", "۱٬۲۰۰", True),
        ("fa", "1.7%", "۱٫۷٪", False),
        ("es", "2.4", "2,4 millones", True),
        ("es", "2.4 million", "2,4 millones", False),
        ("pl", "30", "30 tysięcy", True),
        ("ja", "5", "5万", True),
        ("ja", "50,000", "5万", False),
        ("ko", "5", "5만명", True),
        ("ko", "50,000", "5만명", False),
        ("nl", "1.2 billion", "1,2 miljard", False),
        ("nl", "1.2 million", "1,2 miljard", True),
        ("nl", "about 70 million", "zowat 50 miljoen pond", True),
        ("nl", "7", "50 miljoen", True),
        ("es", "$1.25 billion", "1,25 millones de dólares", True),
        ("es", "1.25 million", "1,25 millones de dólares", False),
        ("es", "1.5 billion", "1,5 mil millones", False),
        ("es", "1.5 million", "1,5 mil millones", True),
        ("fr", "2.5 million", "2 millions et demi", False),
        ("pl", "40,000", "30 tysięcy", True),
        ("ja", "5,000,000", "50万回分", True),
        ("ja", "500,000", "50万回分", False),
        ("ja", "50 million", "5千万", False),
        ("ko", "50 million", "5천만명", False),
        ("ko", "60,000", "5만명", True),
        ("hi", "700,000", "5 लाख", True),
        ("da", "5,300,000", "5 millioner og 300 tusind", False),
        ("nl", "12.5", "−12,5", True),
        ("nl", "−12.5", "−12,5", False),
        ("nl", "2", "2½ dag", True),
        ("nl", "2.5", "2½ dag", False),
        ("nl", "900", "", False),
        ("nl", "900", "—", False),
        ("en", "4,200", "", False),
        ("en-GB", "6.125%", "", False),
        ("ja", "4,200", "", False),
        ("", "4,200", "", False),
        ("xx", "4,200", "", False),
    ],
)
def test_a_number_is_typed_as_english_writes_it(
    tmp_path: Path, lang: str, figure: str, printed: str, told: bool
) -> None:
    own = f", printed: '{printed}'" if printed else ""
    passage = f"there were {printed or figure} boats at sea"
    assert bool(_found(tmp_path, lang, f"figure: '{figure}'{own}", passage)) is told


@pytest.mark.parametrize(
    ("lang", "passage", "scale"),
    [
        ("de", "es kamen 5 Millionen Boote", "millionen"),
        ("de", "es kamen 5 Mio. Boote an", "mio"),
        ("de", "es waren 5 m bis zum Boot", None),
        ("de", "es kamen 5 Boote in Millionen", None),
        ("fr", "il y avait 5 mille bateaux", "mille"),
        ("ja", "港には5万人が集まった", "万"),
        ("ja", "港には5千人が集まった", "千"),
        ("zh", "港口有5百万人聚集在那里", "百"),
        ("zh", "港口有5億人聚集在那里", "億"),
        ("ja", "港には約5人が集まった", None),
        ("ja", "港には5人、次には5万人が", None),
        ("ko", "항구에 5만명이 모였다", "만"),
        ("ko", "항구에 약 5명이 모였다", None),
        ("hi", "बंदरगाह पर 5 लाख लोग", "लाख"),
        ("hi", "बंदरगाह पर 5 हजार लोग", "हजार"),
        ("hi", "बंदरगाह पर 5 कमरे थे", None),
        ("th", "มีผู้เข้าชมราว 5 ล้านคน", "ล้าน"),
        ("xx", "es kamen 5 Millionen Boote", None),
        ("en", "there came 5 million boats", None),
        ("", "es kamen 5 Millionen Boote", None),
    ],
)
def test_a_word_behind_it_that_makes_more_of_it_belongs_to_a_number(
    tmp_path: Path, lang: str, passage: str, scale: str | None
) -> None:
    found = _found(tmp_path, lang, "figure: 5", passage)
    assert [one.split("“")[1].split("”")[0] for one in found] == ([scale] if scale else [])
    for own in (passage, "5"):  # with its words beside it, whole or not
        told = _found(tmp_path / own[:2], lang, f"figure: 5, printed: '{own}'", passage)
        assert bool(told) is (scale is not None)


def test_a_figure_in_our_words_is_not_sought_in_an_article_of_another_language(
    tmp_path: Path,
) -> None:
    """Its own words are; so that is what an editor is told to type."""
    world = _of("nl", "figure: about 3.5 million", "rond 3,5 miljoen boten op zee")
    (told,) = invented.blamed(words_in_locator.check, tmp_path, world)
    assert told.endswith("put the article's own words for it into `printed:`.")
    own = _of(
        "nl",
        "figure: about 3.5 million, printed: 'rond 3,5 miljoen'",
        "rond 3,5 miljoen boten op zee",
    )
    assert not invented.blamed(words_in_locator.check, tmp_path / "own", own)


def _found(tmp_path: Path, lang: str, figure: str, passage: str) -> list[str]:
    found = invented.blamed(own_numbers.check, tmp_path, _of(lang, figure, passage))
    assert all(one.startswith("visitors:4: ") and "`printed:`" in one for one in found)
    return found


def _of(lang: str, figure: str, passage: str) -> str:
    """A claim of an article in a language."""
    source = "\n".join(
        [
            "== sources/paper",
            "title: A morning at sea",
            "publisher: press",
            "code: PA",
            "published: 2031-05",
            "url: https://paper.example.org/",
            "use: compared",
            "order: 9",
            f"lang: {lang}" if lang else "",
            "",
        ]
    )
    claim = f"source: paper, {figure}, locator: '{passage}'"
    return source + invented.a_fact(claim)

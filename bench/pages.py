"""The pages of a synthetic explainer, in the real shape of docs/, and its mkdocs.yml: the repository's own, but for names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from bench.synthetic import Size, is_told_in_words, topic_name
from macros.volumes import BY_TOPIC

REPOSITORY = Path(__file__).parent.parent
_OWN = ("site_name", "site_url", "extra", "nav")
_BLOCKS = {
    "facts/index": ("All facts by topic", "{{ topic_list() }}"),
    "method": ("Method", "{{ rules() }}\n\n{{ coverage() }}\n\n{{ stalest() }}"),
    "about": ("About and corrections", "{{ contact() }}"),
}
_LISTS = {
    "differ": ("Where the sources differ", "differences", 10),
    "singles": ("What only one article says", "single_source_list", 400),
    "compare": ("Compare the sources", "comparison_table", 4),
    "people": ("People", "people_directory", 160),
    "organizations": ("Organizations", "organization_list", 50),
    "sources": ("Sources", "source_list", 100),
    "cover": ("Who covers what", "cover", 30),
}
"""Lists that are cut, each with how many people, topics or articles a page takes: so many stay below its limit."""
_WAYS = (
    'By {{{{ articles("{0}") }}}}, {{{{ figure("{0}") }}}} boats came {{{{ period("{0}") }}}}, and '
    '{{{{ organization("body-{1}") }}}} keeps the list of them.',
    'The harbor counted {{{{ figure("{0}") }}}} boats at the quay; {{{{ person("person-{1}") }}}} was there in the '
    "morning and saw the nets being dried on the wall.",
    'Those who went out before sunrise were back at noon{{{{ cite("{0}") }}}}, and the market was full.',
    '- **On the count.** {{{{ agreement("{0}") }}}}: the articles tell of {{{{ figure("{0}") }}}} boats.',
)
_IN_WORDS = 'Of another quay it is written that the men {{{{ says("{0}") }}}}, and no more.'


def write(root: Path, size: Size) -> None:
    """Write docs/ and mkdocs.yml below `root`, and lead from there to the machine."""
    (root / "macros").symlink_to(REPOSITORY / "macros")
    (root / "mkdocs.yml").write_text(_configuration(size), "utf-8")
    for name, text in _pages(size):
        file = root / "docs" / f"{name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def _configuration(size: Size) -> str:
    """The repository's configuration with the names of this explainer's topics and pages."""
    sections = re.split(r"(?m)^(?=[a-z_]+:)", (REPOSITORY / "mkdocs.yml").read_text("utf-8"))
    kept = "".join(part for part in sections if part.partition(":")[0] not in _OWN)
    topics = "".join(f"    topic-{i}: {topic_name(i)}\n" for i in range(size.topics))
    explained = "".join(f"      - {topic_name(i)}: topics/{i}.md\n" for i in range(size.topics))
    entries = "".join(f"      - {topic_name(i)}: facts/topic-{i}.md\n" for i in range(size.topics))
    listed = "".join(f"  - {title}: {name}.md\n" for name, (title, _) in _BLOCKS.items())
    for name, (title, _, _) in _LISTS.items():
        volumes = "".join(f"      - {title}: {path}.md\n" for path, _ in _volumes(size, name))
        listed += f"  - {title}:\n{volumes}"
    return (
        f"site_name: Harbors\nsite_url: https://harbors.example.org/\nextra:\n  topics:\n{topics}"
        "  row:\n    - Home: index.md\n    - Compare: compare.md\n    - People: people.md\n    - Method: method.md\n"
        f"{kept}\nnav:\n  - Home: index.md\n  - Topics:\n{explained}  - Facts by topic:\n{entries}{listed}"
    )


def _pages(size: Size) -> Iterator[tuple[str, str]]:
    shown = ", ".join(f'"fact-{i}"' for i in (0, 1, 2, 5, 6))
    home = f"{_told(size, range(8))}\n\n{{{{ article_list() }}}}\n\n{{{{ key_figures({shown}) }}}}"
    yield "index", _page("Harbors", f'{home}\n\n{{{{ flow("fact-1") }}}}')
    for name, (title, blocks) in _BLOCKS.items():
        yield name, _page(title, blocks)
    for name, (title, word, _) in _LISTS.items():
        for path, first in _volumes(size, name):
            yield path, _page(title, f"{{{{ {word}({first}) }}}}")
    for i in range(size.topics):
        told, drawn = _told(size, size.facts_of(i)), size.facts_of(i)[1]
        yield f"topics/{i}", _page(topic_name(i), f'{told}\n\n{{{{ chart("fact-{drawn}") }}}}')
        yield f"facts/topic-{i}", _page(topic_name(i), f'{{{{ fact_entries("topic-{i}") }}}}')


def _volumes(size: Size, name: str) -> Iterator[tuple[str, str]]:
    """The pages of a list that is cut, each with where it begins, as it is typed in its word."""
    _, word, most = _LISTS[name]
    kinds = {"people": ("person", size.people), "organizations": ("body", size.bodies)}
    articles = ("source", size.sources)
    kind, count = ("topic", size.topics) if word in BY_TOPIC else kinds.get(name, articles)
    keys = [f"{kind}-{i}" for i in range(count)]
    for first in (keys if word in BY_TOPIC else sorted(keys))[::most]:
        yield (name, "") if first == f"{kind}-0" else (f"{name}/{first}", f'first="{first}"')


def _page(title: str, text: str) -> str:
    return f"---\ntitle: {title}\ndescription: What is told of the boats, and by whom.\n---\n\n{text}\n"


def _told(size: Size, facts: range) -> str:
    """Some paragraphs on each of these facts, in sections."""
    return "\n\n".join(
        f"## {topic_name(i % 16)}\n\n{_sentence(size, i)}" if i % 5 == 0 else _sentence(size, i)
        for i in facts
    )


def _sentence(size: Size, fact: int) -> str:
    way = _IN_WORDS if is_told_in_words(fact) else _WAYS[fact % len(_WAYS)]
    named = fact % 8 if way is _WAYS[0] else fact % size.people
    return way.format(f"fact-{fact}", named)

"""mkdocs.yml is code: it says what this project needs and nothing else."""

from pathlib import Path

import pytest

from macros.configuration import check_configuration, topics

GOOD = """\
site_name: Lanterns
site_url: !ENV [SITE_URL, ""]
extra:
  repository: !ENV [REPOSITORY, ""]
  topics:
    harbor: The harbor
    festival: The festival
plugins:
  - macros:
      module_name: macros
      on_undefined: strict
      on_error_fail: false
markdown_extensions:
  - tables
  - toc:
      permalink: false
"""


def _told(root: Path, text: str) -> list[str]:
    (root / "mkdocs.yml").write_text(text, "utf-8")
    return [str(fault) for fault in check_configuration(root)]


def test_what_the_project_needs_is_let_through(tmp_path: Path) -> None:
    assert _told(tmp_path, GOOD) == []


def test_a_folder_without_a_configuration_has_no_fault(tmp_path: Path) -> None:
    assert list(check_configuration(tmp_path)) == []


BAD = {
    "a hook": (
        "site_name: Lanterns",
        "site_name: Lanterns\nhooks: [evil.py]",
        "2:1: error: “hooks” is not a setting",
    ),
    "a script": (
        "extra:",
        "extra_javascript: [https://evil.example/x.js]\nextra:",
        "“extra_javascript”",
    ),
    "the address that asks another host": (
        "extra:",
        "repo_url: https://example.org\nextra:",
        "“repo_url”",
    ),
    "another template folder": ("extra:", "docs_dir: /etc\nextra:", "“docs_dir”"),
    "an inherited file": ("extra:", "INHERIT: ../other.yml\nextra:", "“INHERIT”"),
    "a secret": ("[SITE_URL", "[GITHUB_TOKEN", "2:11: error: the tag !ENV"),
    "a secret without brackets": ('!ENV [SITE_URL, ""]', "!ENV GITHUB_TOKEN", "the tag !ENV"),
    "a program in a tag": ("Lanterns", "!!python/object/apply:os.system [id]", "runs code"),
    "a function's name": ("- tables", "- !!python/name:os.system", "runs code"),
    "a relative path tag": ("Lanterns", "!relative x", "the tag !relative"),
    "another plugin": ("  - macros:", "  - exec\n  - macros:", "9:5: error: the plugin “exec”"),
    "a plugin with settings": (
        "  - macros:",
        "  - exec:\n      command: id\n  - macros:",
        "the plugin “exec”",
    ),
    "attributes in Markdown": ("- tables", "- attr_list", "the Markdown extension “attr_list”"),
    "snippets of any file": (
        "- tables",
        "- pymdownx.snippets:\n      base_path: /",
        "“pymdownx.snippets”",
    ),
    "another module of words": (
        "module_name: macros",
        "module_name: evil",
        "needs `module_name: macros`",
    ),
    "words that may be undefined": (
        "      on_undefined: strict\n",
        "",
        "needs `on_undefined: strict`",
    ),
    "a server that dies": (
        "on_error_fail: false",
        "on_error_fail: true",
        "needs `on_error_fail: false`",
    ),
    "a language without our words": (
        "plugins:",
        "theme:\n  name: material\n  custom_dir: macros/theme\n  font: false\n  language: tlh\nplugins:",
        "“tlh” is no language that the site speaks. Write one of these: ",
    ),
    "a misspelt setting": ("plugins:", "plugin:", "Did you mean “plugins”"),
    "a build that is never strict": (
        "plugins:",
        "strict: false\nplugins:",
        "8:9: error: “strict” can't be “false”",
    ),
    "a link that nobody looks at": (
        "plugins:",
        "validation:\n  links:\n    not_found: ignore\nplugins:",
        "10:16: error: “validation” can't be “ignore” here. Write warn",
    ),
    "another folder that is watched": (
        "plugins:",
        "watch: [data, /etc]\nplugins:",
        "can't be “/etc”",
    ),
    "pages that are left out": (
        "plugins:",
        "exclude_docs: |\n  /assets/javascripts/\n  *.md\nplugins:",
        "“exclude_docs” can't be “*.md”",
    ),
    "a name that YAML takes for a number": (
        "site_name: Lanterns",
        "site_name: 1984",
        "1:12: error: “1984” is no text to YAML. Put it in double quotes, or remove the line.",
    ),
    "a description that YAML takes for a yes": (
        "extra:",
        "site_description: Yes\nextra:",
        "“Yes” is no text to YAML",
    ),
    "a topic that YAML takes for a date": (
        "    harbor: The harbor",
        "    2031-05-07: The harbor",
        "6:5: error: “2031-05-07” is no text to YAML",
    ),
    "broken YAML": ("plugins:", "plugins: ][", "not valid YAML"),
}


@pytest.mark.parametrize("name", BAD)
def test_whatever_runs_code_or_publishes_secrets_is_refused(tmp_path: Path, name: str) -> None:
    old, new, told = BAD[name]
    assert old in GOOD
    assert told in "\n".join(_told(tmp_path, GOOD.replace(old, new, 1)))


MENUS = {
    "- Home: index.md\n- More:\n  - Boats: boats.md\n": [],
    "- Home: index.md\n- Boats: bots.md\n": [
        "19:10: error: there is no page “bots.md” in docs/. Did you mean “boats.md”?",
    ],
    "- Home: index.md\n": [
        "18:1: error: no entry leads to docs/boats.md. Add one, or remove the page.",
    ],
    "- Home: index.md\n- Boats: boats.md\n- Again: boats.md\n": [
        "20:10: error: “boats.md” stands here again. Keep one of the two.",
    ],
    "- Home: index.md\n- 1825: boats.md\n": [
        "19:3: error: “1825” is no text to YAML. Put it in double quotes, or remove the line.",
    ],
    "- Home: index.md\n- '1825': boats.md\n": [],
    "- Home: index.md\n- b: boats.md\n- {}\n": [
        "20:3: error: an entry of the menu has one name. Begin each with a hyphen, e.g. - Method: method.md.",
    ],
    "- Home: index.md\n  Boats: boats.md\n": [
        "19:3: error: an entry of the menu has one name. Begin each with a hyphen, e.g. - Method: method.md.",
    ],
    "- Home: index.md\n- More:\n    Boats: boats.md\n": [
        "20:5: error: a menu is a list. Begin each with a hyphen, e.g. - Method: method.md.",
    ],
    "- Home: index.md\n- - boats.md\n": [
        "19:3: error: an entry of the menu has one name. Begin each with a hyphen, e.g. - Method: method.md.",
    ],
    "  Home: index.md\n  Boats: boats.md\n": [
        "18:3: error: a menu is a list. Begin each with a hyphen, e.g. - Method: method.md.",
    ],
    "- Home: index.md\n- Boats: https://example.org\n- b: boats.md": [
        "19:10: error: “https://example.org” is not a page. Write its path below docs/, e.g. method.md.",
    ],
}


@pytest.mark.parametrize("menu", MENUS)
def test_the_menu_names_each_page_once(tmp_path: Path, menu: str) -> None:
    (tmp_path / "docs").mkdir()
    for page in ("index.md", "boats.md"):
        (tmp_path / "docs" / page).write_text("Some words.\n", "utf-8")
    told = _told(tmp_path, f"{GOOD}nav:\n{menu}")
    assert sorted(told) == sorted(f"mkdocs.yml:{fault}" for fault in MENUS[menu])


def test_no_two_pages_have_one_address(tmp_path: Path) -> None:
    (tmp_path / "docs" / "facts").mkdir(parents=True)
    (tmp_path / "docs" / "index").mkdir()
    for page in ("facts.md", "facts/index.md", "index.md", "index/index.md"):
        (tmp_path / "docs" / page).write_text("Some words.\n", "utf-8")
    menu = f"{GOOD}nav:\n- facts.md\n- facts/index.md\n- index.md\n- index/index.md\n"
    assert _told(tmp_path, menu) == [
        "docs/facts.md:1:1: error: this page and docs/facts/index.md have one address. Rename one of the two."
    ]
    assert _told(tmp_path, f"{menu}use_directory_urls: false\n") == []


def test_no_page_lies_among_what_may_be_left_out(tmp_path: Path) -> None:
    (tmp_path / "docs" / "assets").mkdir(parents=True)
    (tmp_path / "docs" / "assets" / "x.md").write_text("Some words.\n", "utf-8")
    (told,) = _told(tmp_path, f"{GOOD}nav:\n- assets/x.md\n")
    assert told.startswith("docs/assets/x.md:1:1: error: docs/assets/ holds pictures")


ROWS = {
    "\n    - Home: indx.md": "Did you mean “index.md”?",
    "\n    index.md: Home": "“row” is a list. Write its lines as those of nav, e.g. - Home: index.md.",
    "\n    - index.md": "“row” is a list. Write its lines as those of nav, e.g. - Home: index.md.",
    " index.md": "“row” is a list. Write its lines as those of nav, e.g. - Home: index.md.",
}


def test_the_row_at_the_top_names_pages_of_the_menu(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("Some words.\n", "utf-8")
    for row, told in ROWS.items():
        text = GOOD.replace("extra:", f"extra:\n  row:{row}") + "nav:\n  - index.md\n"
        assert told in "".join(_told(tmp_path, text)), row


def test_topics_come_in_the_order_of_the_site(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(GOOD, "utf-8")
    assert list(topics(tmp_path).items()) == [
        ("harbor", "The harbor"),
        ("festival", "The festival"),
    ]


@pytest.mark.parametrize("text", ["", "extra: 1", "extra: {topics: [a]}", "][", "- a"])
def test_a_configuration_without_topics_has_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    assert topics(tmp_path) == {}

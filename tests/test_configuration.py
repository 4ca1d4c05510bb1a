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
    "a misspelt setting": ("plugins:", "plugin:", "Did you mean “plugins”"),
    "broken YAML": ("plugins:", "plugins: ][", "not valid YAML"),
}


@pytest.mark.parametrize("name", BAD)
def test_whatever_runs_code_or_publishes_secrets_is_refused(tmp_path: Path, name: str) -> None:
    old, new, told = BAD[name]
    assert old in GOOD
    assert told in "\n".join(_told(tmp_path, GOOD.replace(old, new, 1)))


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

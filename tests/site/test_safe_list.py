"""The list of what a pull request could do, each with the tests that prove it harmless.

A proof is a file and what it holds: a test function, or the name of a case. A proof that is renamed or removed is told
here, so that no row is left without one.
"""

import ast
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MARKDOWN, FILES = "tests/safety/test_safe_markdown.py", "tests/safety/test_safe_files.py"
ESCAPE, READING, DOCS = "tests/test_escape.py", "tests/test_reading.py", "tests/test_docs.py"
POLICY, PLANTED, BROKEN = (
    "tests/site/test_policy.py",
    "tests/site/test_planted.py",
    "tests/site/test_one_thing_broken.py",
)
FLOWS = "tests/test_workflows.py"
CASES = "tests/safety/cases/"
EVERYWHERE = (MARKDOWN, "test_a_payload_in_every_text_changes_nothing_but_texts")
RANDOM = (MARKDOWN, "test_no_hostile_text_changes_more_than_texts")
Proof = tuple[str, str]

ROWS: dict[str, tuple[Proof, ...]] = {
    # What was proven to work elsewhere
    "text of YAML is raw HTML": (EVERYWHERE, RANDOM, (PLANTED, "test_no_planted_text_does_anything")),
    "a handler by attribute lists": (EVERYWHERE, (ESCAPE, "test_no_payload_makes_an_element_or_an_attribute"), (CASES + "markup.txt", "an attribute of a heading"), (CASES + "configuration.txt", "extensions that let markup through")),
    "notes, contents, abbreviations and cells": (EVERYWHERE, RANDOM),
    "a payload in a title runs on every page": ((CASES + "front-matter.txt", "a title that ends its element"), (PLANTED, "test_no_planted_text_does_anything")),
    "front matter overrides variables": ((CASES + "front-matter.txt", "facts of its own"), (CASES + "front-matter.txt", "a word that is replaced")),
    "front matter turns words off": ((CASES + "front-matter.txt", "words that are not rendered"),),
    "a page is code": ((CASES + "templates.txt", "a way to the system"), (CASES + "templates.txt", "the configuration"), (DOCS, "test_a_page_can_do_nothing_but_name_a_fact"), (DOCS, "test_what_is_let_through_is_run_by_jinja_as_it_was_read")),
    "a title is code": ((MARKDOWN, "test_a_title_that_is_a_template_is_not_run"), (CASES + "configuration.txt", "a title that is a template")),
    "a product in the data is never worked out": (EVERYWHERE, (PLANTED, "test_the_planted_texts_are_shown_as_they_are")),
    "a way out of what is raw": ((CASES + "templates.txt", "the end of what is raw"), EVERYWHERE),
    "the configuration runs code": ((CASES + "configuration.txt", "tags that run code"), (CASES + "configuration.txt", "a hook"), (CASES + "configuration.txt", "packages to install, other folders, other signs")),
    "the configuration publishes secrets": ((CASES + "configuration.txt", "a secret"), (CASES + "configuration.txt", "a secret behind our own variable")),
    "links in docs/ and data/": (("tests/test_files.py", "test_a_symbolic_link_is_refused"), (FILES, "test_a_folder_that_is_a_link_is_told_and_not_followed"), ("tests/test_loading.py", "test_a_symbolic_link_is_refused_and_not_followed")),
    "an alias bomb": ((CASES + "data.txt", "an alias bomb"), (CASES + "configuration.txt", "a list that holds itself"), (READING, "test_no_file_takes_longer_than_a_second")),
    "what ends a YAML parser": ((CASES + "data.txt", "brackets that end a parser"), (CASES + "data.txt", "a number of five thousand digits"), (CASES + "data.txt", "a tag that ends a parser"), ("tests/site/test_fuzz.py", "test_shaken_bytes_end_in_clean_faults")),
    "brackets that take Markdown seconds": ((CASES + "markup.txt", "brackets that take minutes"), (CASES + "data.txt", "brackets that end a parser")),
    "what a parser of addresses lets through": ((ESCAPE, "test_what_is_no_address_of_a_public_host_is_refused"), (CASES + "data.txt", "addresses that are none"), (CASES + "data.txt", "a space before an address, and one behind it")),
    "workflows that give rights away": ((FLOWS, "test_no_workflow_breaks_a_rule"), (FLOWS, "test_each_rule_sees_what_breaks_it")),
    # The defences
    "one text() and one safe_url()": ((ESCAPE, "test_any_text_is_one_text_in_an_element_and_in_an_attribute"), (ESCAPE, "test_any_address_is_refused_or_leads_to_its_own_host"), (MARKDOWN, "test_every_text_of_the_model_is_planted")),
    "a loader of our own": ((READING, "test_every_scalar_is_the_text_that_stands_there"), (READING, "test_any_bytes_end_in_a_value_or_in_clean_faults")),
    "the policy": ((POLICY, "test_every_page_has_the_policy_before_all_that_it_rules"), (POLICY, "test_no_page_holds_what_the_policy_would_have_to_stop"), (POLICY, "test_every_script_of_the_site_is_one_of_ours"), (PLANTED, "test_the_hostile_site_is_searched_and_its_colors_chosen"), (PLANTED, "test_the_site_itself_is_searched_and_its_colors_chosen_at_the_root")),
    "checks before the build": ((FILES, "test_another_repository_within_this_one_is_told"), (FILES, "test_a_name_that_is_none_is_told_on_one_line"), (FILES, "test_a_hidden_folder_and_a_page_that_runs_are_told")),
    "workflows": ((FLOWS, "test_no_workflow_breaks_a_rule"), (FLOWS, "test_each_rule_sees_what_breaks_it"), (FLOWS, "test_zizmor_finds_nothing"), ("tests/test_requirements.py", "test_every_package_has_hashes")),
    "nothing is fetched by a check": (("tests/test_command_line.py", "test_check_needs_no_repository_and_no_pages"), ("tests/test_upkeep.py", "test_nothing_else_of_the_machine_speaks_to_the_network")),
    "addresses have three states": (("tests/test_upkeep.py", "test_what_an_address_answers"), ("tests/test_upkeep.py", "test_an_address_is_dead_only_if_it_is_gone_a_second_time")),
    # Bad inputs, and what must happen
    "an image in a name, a script in a title of data/": (EVERYWHERE, (PLANTED, "test_the_planted_texts_are_shown_as_they_are")),
    "the same in front matter": ((CASES + "front-matter.txt", "a title with an image that runs a script"), (BROKEN, "a title with a script")),
    "bars in a table": (EVERYWHERE, (ESCAPE, "test_a_text_of_the_data_is_shown_letter_by_letter")),
    "signs of Markdown": (EVERYWHERE,),
    "{{ 7*7 }} is never 49": (EVERYWHERE, (CASES + "templates.txt", "a product")),
    "signs that nobody sees": ((READING, "test_bytes_that_would_deceive_are_told_with_their_place"), (CASES + "data.txt", "signs that nobody sees, in names"), (CASES + "markup.txt", "a text in another direction")),
    "look-alike letters, and whole names of other alphabets": ((READING, "test_bytes_that_would_deceive_are_told_with_their_place"), (CASES + "markup.txt", "letters of two alphabets"), (READING, "test_every_scalar_is_the_text_that_stands_there")),
    "accents apart from their letters": ((READING, "test_bytes_that_would_deceive_are_told_with_their_place"),),
    "addresses that are none": ((CASES + "data.txt", "addresses that are none"), (CASES + "markup.txt", "a link without encryption, to no host, to this machine")),
    "an address with ( ) _ * ~ & |": ((MARKDOWN, "test_a_link_leads_to_the_very_address_that_was_typed"), (MARKDOWN, "test_an_address_with_a_bar_leads_to_it_encoded")),
    "country: NO": ((CASES + "data.txt", "a country that is no"),),
    "days that do not exist, or are written otherwise": ((CASES + "data.txt", "days that do not exist"), (CASES + "data.txt", "a day as it is written elsewhere")),
    "figures that are none": ((CASES + "data.txt", "figures that are none"),),
    "nothing for a required text": ((CASES + "data.txt", "nothing where a name belongs"), ("tests/bad/values.txt", "every way to write nothing"), ("tests/site/test_pages.py", "test_pages_are_whole")),
    "a key twice": (("tests/bad/yaml.txt", "a key twice in a remark in a claim"), (CASES + "front-matter.txt", "a key twice"), (CASES + "configuration.txt", "a key twice")),
    "merge keys, anchors, aliases, tags": (("tests/bad/yaml.txt", "a merge key"), ("tests/bad/yaml.txt", "an anchor and its alias"), ("tests/bad/yaml.txt", "a tag that runs code in other loaders"), ("tests/bad/yaml.txt", "a tag that reads the environment in other loaders")),
    "two documents, none, another kind, no text": (("tests/bad/yaml.txt", "two documents in one file"), ("tests/bad/yaml.txt", "a list where a fact belongs"), (BROKEN, "test_a_file_that_is_empty_or_no_text_is_told")),
    "an unknown key": ((CASES + "data.txt", "an unknown key, an unknown source"), (BROKEN, "a key")),
    "an unknown id": (("tests/bad/sense.txt", "an unknown source, person, body, fact"), (BROKEN, "a source's id")),
    "a fact without a claim, a claim without a source or a locator": (("tests/bad/keys.txt", "a fact without a claim"), ("tests/bad/keys.txt", "a claim without a source"), ("tests/bad/keys.txt", "a claim without a locator")),
    "a source that nothing uses is a notice": (("tests/rules/test_context_sources.py", "notice"),),
    "a locator that is not in the article, a figure that is not in the locator": ((BROKEN, "a word of a locator"), (BROKEN, "a figure's digit")),
    "published after checked; an archive of another page": (("tests/bad/sense.txt", "a source that was read before it was published"), (CASES + "data.txt", "an archived copy of another page")),
    "a link instead of a file; a name with spaces or capitals": (("tests/test_files.py", "test_a_symbolic_link_is_refused"), (FILES, "test_a_name_that_is_none_is_told_on_one_line")),
    "front matter and pages that are refused": ((CASES + "front-matter.txt", "another template"), (CASES + "templates.txt", "a word that is no word"), (CASES + "markup.txt", "a script")),
    "20 MB, and 100,000 characters": ((FILES, "test_a_page_of_twenty_megabytes_is_told_in_under_a_second"), (READING, "test_a_file_that_is_too_large_is_not_even_read"), (READING, "test_bytes_that_would_deceive_are_told_with_their_place")),
    "commands in what a check prints": ((FILES, "test_the_command_line_prints_no_line_that_a_file_made_up"), (FILES, "test_a_fault_that_quotes_a_command_stays_one_line")),
}  # fmt: skip


@cache
def held(path: str) -> frozenset[str]:
    """The test functions of a module and the texts in it that name cases; or the names of a file's cases."""
    text = (ROOT / path).read_text("utf-8")
    if path.endswith(".txt"):
        return frozenset(line[4:] for line in text.splitlines() if line.startswith("=== "))
    nodes = list(ast.walk(ast.parse(text)))
    functions = {node.name for node in nodes if isinstance(node, ast.FunctionDef)}
    texts = {str(node.value) for node in nodes if isinstance(node, ast.Constant)}
    words = {word for name in functions for word in name.split("_")}
    return frozenset(functions | texts | words)


@pytest.mark.parametrize("row", ROWS)
def test_a_row_is_proven(row: str) -> None:
    assert ROWS[row]
    missing = [f"{path}: {what}" for path, what in ROWS[row] if what not in held(path)]
    assert not missing


def test_there_are_many_more_cases_than_rows() -> None:
    ours = sorted((ROOT / CASES).glob("*.txt"))
    assert sum(len(held(path.relative_to(ROOT).as_posix())) for path in ours) > len(ROWS) + 40

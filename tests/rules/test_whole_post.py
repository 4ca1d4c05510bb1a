"""A post is all that its article prints of it."""

from pathlib import Path

import pytest

from macros.rules import whole_post
from tests import invented


@pytest.mark.parametrize(
    ("post", "locator", "more"),
    [
        ("harbor master", "the harbor master Ada Quill", None),
        ("harbor master", "the deputy harbor master Ada Quill", "deputy"),
        ("deputy harbor master", "the deputy harbor master Ada Quill", None),
        ("harbor master", "a former harbor master of Alba", "former"),
        ("harbor master", "Vice-Harbor Master Ada Quill said", "vice"),
        ("harbor master", "the harbor master-designate Ada Quill", "designate"),
        ("harbor master", "the deputy harbor master, a harbor master's son", None),
        ("keeper", "the harbor master Ada Quill", None),
    ],
)
def test_what_makes_another_post_of_it_is_not_left_out(
    tmp_path: Path, post: str, locator: str, more: str | None
) -> None:
    role = f"{{post: {post}, source: post, locator: “{locator}”}}".replace("“", '"').replace(
        "”", '"'
    )
    found = invented.blamed(
        whole_post.check, tmp_path, f"== people/zoe-lark\nname: Zoe Lark\nroles:\n  - {role}\n"
    )
    assert len(found) == bool(more)
    assert all(f"prints “{more}” with “{post}”" in line for line in found)

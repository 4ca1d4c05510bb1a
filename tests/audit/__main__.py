"""python -m tests.audit: every tool on every page of the built site; 1 when anything is found.

First each check is shown faults that are planted in a copy of the site, then it looks at the
pages. Lighthouse comes last and alone, for it takes the time.
"""

import argparse
import sys
import tempfile
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.audit import (
    axe,
    figures,
    keyboard,
    lighthouse,
    links,
    loading,
    nu,
    reflow,
    running,
    scriptless,
    still,
    tools,
)
from tests.audit.check import Check, Served
from tests.browser import chromium
from tests.browser.server import serve
from tests.conftest import PUBLISHED, ROOT, build, with_macros
from tests.page_faults import Site

UNDER = "/who-says-what/"


def main() -> int:
    """Read the options, run the audit, and tell. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.audit", description=__doc__)
    parser.add_argument("--keep", action="store_true", help=f"write {figures.FIGURES.name} anew")
    parser.add_argument("--only", default="", help="only the checks whose names begin so")
    parser.add_argument(
        "--of", type=Path, metavar="DIR", help="another explainer, built by this macros/"
    )
    arguments = parser.parse_args()
    try:
        checks, versions = prepare()
    except (tools.Missing, chromium.NoBrowser) as error:
        print(error, file=sys.stderr)
        return 1
    checks = [check for check in checks if check.name.startswith(arguments.only)]
    with tempfile.TemporaryDirectory() as folder:
        try:
            root = with_macros(arguments.of, Path(folder, "root")) if arguments.of else ROOT
            return audit(root, Path(folder), checks, versions, keep=arguments.keep)
        except pytest.fail.Exception as error:  # the site does not build
            print(error, file=sys.stderr)
            return 1


def prepare() -> tuple[list[Check], dict[str, str]]:
    """All checks, each with its tool ready, and the tools' versions.

    Raises chromium.NoBrowser or tools.Missing: nothing is left out because it is not installed.
    """
    chromium.prepare()
    with sync_playwright() as playwright:
        path, browser = chromium.found(playwright.chromium)
        version = browser.version
        browser.close()
    ready = tools.prepare()
    checks: list[Check] = [
        axe.check(ready.axe),
        axe.forced_colors(ready.axe),
        reflow.check(),
        keyboard.check(),
        still.check(),
        scriptless.check(),
        loading.check(),
        links.check(),
        nu.check(ready),
        lighthouse.check(ready, path),
    ]
    return checks, ready.versions | {"Chromium": version}


def audit(
    root: Path, folder: Path, checks: list[Check], versions: dict[str, str], *, keep: bool
) -> int:
    """Build the site of `root` as it is published, prove the checks, and run them. Returns the exit status."""
    site = build(folder / "site", PUBLISHED, root=root)
    print("Planting faults of each kind in copies of the site …", flush=True)
    blind = running.overlooked_faults(site, folder, checks)
    planted = sum(len(check.planted) for check in checks)
    print(f"Found {planted - len(blind)} of {planted}. Looking at every page …", flush=True)
    with serve(site, UNDER) as address:
        served = Served(Site(site, PUBLISHED["SITE_URL"]), address)
        looks = list(running.look(served, checks))
    report = figures.Report(checks, looks, len(served.site.pages), address)
    print("", report.table, "", report.scores, "", *report.faults, *blind, sep="\n")
    if keep:
        figures.keep(report, versions)
    wrong = len(report.faults) + len(blind)
    print(f"{wrong} found" if wrong else "Nothing found.")
    return min(wrong, 1)


if __name__ == "__main__":
    sys.exit(main())

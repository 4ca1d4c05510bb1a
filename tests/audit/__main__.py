"""python -m tests.audit: every tool on every page of this site and of another subject; 1 when anything is found.

First each check is shown faults that are planted in a copy of the site, then it looks at the
pages. Lighthouse comes last and alone, for it takes the time; its aims are those of this site.
"""

import argparse
import sys
import tempfile
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.audit import (
    axe,
    engines,
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
from tests.conftest import PUBLISHED, ROOT
from tests.next_engine import both
from tests.page_faults import Site

UNDER = "/who-says-what/"
ANOTHER = ROOT / "tests" / "another-subject"


def main() -> int:
    """Read the options, run the audit of each explainer, and tell. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.audit", description=__doc__)
    parser.add_argument("--keep", action="store_true", help=f"write {figures.FIGURES.name} anew")
    parser.add_argument("--only", default="", help="only the checks whose names begin so")
    parser.add_argument(
        "--of", type=Path, metavar="DIR", help="one explainer alone, built by this macros/"
    )
    arguments = parser.parse_args()
    try:
        checks, versions = prepare()
    except (tools.Missing, chromium.NoBrowser) as error:
        print(error, file=sys.stderr)
        return 1
    reports: list[figures.Report] = []
    for home in [arguments.of] if arguments.of else [ROOT, ANOTHER]:
        asked = [check for check in checks if home == ROOT or check.name != lighthouse.NAME]
        try:
            reports.append(audit(home, asked, arguments.only, proven=bool(reports)))
        except (pytest.fail.Exception, AssertionError) as error:  # the site does not build
            print(error, file=sys.stderr)
            return 1
    if arguments.keep:
        figures.keep(reports, versions)
    wrong = sum(len(report.faults) for report in reports)
    print(f"{wrong} found" if wrong else "Nothing found.")
    return min(wrong, 1)


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


def audit(home: Path, checks: list[Check], only: str, *, proven: bool) -> figures.Report:
    """Have both engines build an explainer as it is published, prove the checks, run them, and tell.

    Checks that were `proven` on another explainer are not shown planted faults again.
    """
    with tempfile.TemporaryDirectory() as folder:
        built = both(home, Path(folder, "engines"))
        asked = [
            check
            for check in (*checks, engines.check(built.zensical))
            if check.name.startswith(only)
        ]
        blind: list[str] = []
        if not proven:
            print("Planting faults of each kind in copies of the site …", flush=True)
            blind = running.overlooked_faults(built.mkdocs, Path(folder), asked)
            planted = sum(len(check.planted) for check in asked)
            print(f"Found {planted - len(blind)} of {planted}.")
        print(f"Looking at every page of {name_of(home)} …", flush=True)
        with serve(built.mkdocs, UNDER) as address:
            served = Served(Site(built.mkdocs, PUBLISHED["SITE_URL"]), address)
            looks = list(running.look(served, asked))
        pages = len(served.site.pages)
    report = figures.Report(name_of(home), asked, looks, pages, address, blind)
    print("", report.tables, "", *report.faults, sep="\n")
    return report


def name_of(home: Path) -> str:
    """What an explainer is called where both are audited."""
    return "this site" if home == ROOT else home.name.replace("-", " ")


if __name__ == "__main__":
    sys.exit(main())

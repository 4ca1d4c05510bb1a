"""What was looked at and what was found, as tables for a terminal and for figures.md."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from tests.audit import lighthouse
from tests.audit.check import Check, SiteCheck
from tests.audit.running import Look

FIGURES = Path(__file__).parent / "figures.md"

KEPT = """\
# The last figures

Measured with `make audit KEEP=1` on {day}, with {versions}.
Every check was first shown faults planted in a copy of the site, and had to find each of them.

{tables}

Lighthouse runs over the site compressed as its server sends it; again, {runs} times at most, where a page was only slow, for a busy machine slows it down, and none makes it faster than it is.
The row is the last run. Times depend on what else the machine does.
"""


@dataclass(frozen=True)
class Report:
    """All looks of all checks at a site of so many pages, served at an address; and the checks that proved blind."""

    name: str
    checks: list[Check]
    looks: list[Look]
    pages: int
    root: str
    blind: list[str] = field(default_factory=list)

    @property
    def tables(self) -> str:
        """What was looked at, and Lighthouse's scores where it was asked."""
        title = f"## {self.name[:1].upper()}{self.name[1:]}"
        return "\n\n".join(filter(None, [title, self.table, self.scores]))

    @property
    def table(self) -> str:
        """A row for each check: of how many pages, at how much it looked, with what result."""
        rows = [self.row(check) for check in self.checks]
        return "\n".join(["| check | pages | looked at | faults |", "|---" * 4 + "|", *rows])

    def row(self, check: Check) -> str:
        looks = [look for look in self.looks if look.check is check]
        cells = (
            check.name,
            f"{self.looked_at(check)} of {self.asked(check)}",
            f"{sum(look.seen.looked_at for look in looks):,} {check.unit}",
            f"{sum(len(look.seen.faults) for look in looks)}",
        )
        return f"| {' | '.join(cells)} |"

    def looked_at(self, check: Check) -> int:
        """How many pages a check has looked at."""
        return sum(look.pages for look in self.looks if look.check is check)

    def asked(self, check: Check) -> int:
        """How many pages it has to look at."""
        return len(check.only) if isinstance(check, SiteCheck) and check.only else self.pages

    @property
    def scores(self) -> str:
        """Lighthouse's scores, a row for each page and form; nothing where it was not asked."""
        rows = [row for look in self.looks for row in look.seen.figures]
        if not rows:
            return ""
        rule = "|---" * (lighthouse.HEAD.count("|") - 1) + "|"
        return "\n".join([lighthouse.HEAD, rule, *rows])

    @property
    def faults(self) -> list[str]:
        """Each fault with the check that found it, and the page; pages left out and blind checks are faults, too."""
        found = [
            ": ".join(filter(None, [look.check.name, self.place(look), fault]))
            for look in self.looks
            for fault in look.seen.faults
        ]
        return [*found, *self.blind] + [
            f"{check.name}: looked at {self.looked_at(check)} of {self.asked(check)} pages"
            for check in self.checks
            if self.looked_at(check) != self.asked(check)
        ]

    def place(self, look: Look) -> str:
        return look.where and (look.where.removeprefix(self.root) or "home")


def keep(reports: list[Report], versions: dict[str, str]) -> None:
    """Write the figures into the repository."""
    told = ", ".join(f"{name} {version}" for name, version in versions.items())
    day = date.today()
    FIGURES.write_text(
        KEPT.format(
            day=f"{day.day} {day:%B %Y}",
            versions=told,
            runs=lighthouse.RUNS,
            tables="\n\n".join(report.tables for report in reports),
        ),
        "utf-8",
    )

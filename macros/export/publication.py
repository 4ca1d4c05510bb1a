"""What an export says of the site itself: its name and address, and on which terms it may be used."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from macros.addresses import Addresses
from macros.configuration import setting
from macros.escape import safe_url
from macros.export.shapes import License
from macros.volumes import Volumes


@dataclass(frozen=True)
class Publication:
    """A site as it is published; `address` is empty where it is not known, else it ends in a slash."""

    name: str
    address: str
    license: str
    terms: str
    as_folders: bool = True
    volumes: Volumes = field(default_factory=Volumes)
    repository: str = ""

    @classmethod
    def of(cls, root: Path, volumes: Volumes) -> Publication:
        """Read mkdocs.yml below `root`, and what it takes from the environment; take where the lists are cut.

        Raises ValueError, in an editor's words, if the repository's address is none.
        """
        address = setting(root, "site_url")
        return cls(
            name=setting(root, "site_name"),
            address=f"{address.rstrip('/')}/" if address else "",
            license=setting(root, "extra", "license"),
            terms=setting(root, "copyright"),
            as_folders=setting(root, "use_directory_urls").lower() != "false",
            volumes=volumes,
            repository=_repository(root),
        )

    @property
    def addresses(self) -> Addresses:
        """How an export names the places of the site."""
        return Addresses(
            root=self.address,
            as_folders=self.as_folders,
            volumes=self.volumes,
            repository=self.repository,
        )

    @property
    def terms_of_use(self) -> License:
        """The terms, for the head of a file."""
        return License(address=self.license or None, terms=self.terms)


def _repository(root: Path) -> str:
    found = setting(root, "extra", "repository").rstrip("/")
    try:
        return safe_url(found) if found else ""
    except ValueError as refusal:
        raise ValueError(f"extra.repository, or REPOSITORY: {refusal}") from None

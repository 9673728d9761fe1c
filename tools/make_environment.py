"""Makes `.venv/`, with everything that running (`run`), testing (`test`) or measuring (`bench`) the checkout needs.

Run by `make setup`; works with the standard library alone, from any Python that is new enough.
"""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import system_libraries

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
PLACE = ENVIRONMENT / "place"
MORE = {"test": "requirements-dev.txt", "bench": "requirements-bench.txt"}


def make() -> None:
    """An empty environment, made anew where the one that is there was made elsewhere or no longer starts."""
    if PYTHON.exists() and (not PLACE.exists() or PLACE.read_text().strip() == str(ROOT)) and starts():
        return
    print("Making .venv/ …", flush=True)
    if not can_make():
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        sys.exit(f"Python's venv is missing here. On Debian: sudo apt-get install python{version}-venv")
    shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    venv.create(ENVIRONMENT, with_pip=True, symlinks=os.name != "nt")


def starts() -> bool:
    """Whether the environment's Python still runs (the one that it was made from may be gone)."""
    try:
        return subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def can_make() -> bool:
    """Debian keeps `ensurepip`, which fills an environment, in a package of its own."""
    try:
        import ensurepip  # noqa: F401
    except ImportError:
        return system_libraries.install([f"python{sys.version_info.major}.{sys.version_info.minor}-venv"])
    return True


def pip(*arguments: str) -> None:
    """pip inside the environment; ends with one sentence where it can't."""
    done = subprocess.run(
        [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *arguments], cwd=ROOT, check=False
    )
    if done.returncode != 0:
        sys.exit("Setting up stopped: see pip's own words above. Once that is mended, run make again; nothing is lost.")


def packages() -> Path:
    """The folder that the environment's packages lie in."""
    libraries = ENVIRONMENT / ("Lib" if os.name == "nt" else "lib")
    return next(libraries.rglob("site-packages"))


def link(site: Path) -> None:
    """Says where the checkout lies as seen from the packages.

    pip writes the whole path, which Python can't read where it holds æøå and the locale knows ASCII alone.
    """
    for path_file in site.glob("__editable__*facilitator*.pth"):
        path_file.write_text(f"{os.path.relpath(ROOT, site)}\n", encoding="ascii")


def main() -> None:
    kind = sys.argv[1]
    if kind == "run":
        make()
        print("Fetching what the app stands on (once, some 150 MB) …", flush=True)
        pip("--require-hashes", "--only-binary", ":all:", "-r", "requirements.txt")
        # Nothing is fetched here: this only links the checkout, so that .venv/bin/facilitator runs it.
        pip("--no-index", "--no-deps", "--no-build-isolation", "--editable", ".")
        link(packages())
        system_libraries.provide(packages() / "PySide6" / "Qt")
        PLACE.write_text(f"{ROOT}\n")
    else:
        lock = MORE[kind]
        print(f"Fetching what {lock} names (once) …", flush=True)
        pip("--require-hashes", "--only-binary", ":all:", "-r", lock)
    (ENVIRONMENT / f"{kind}.ready").touch()
    print("Ready.", flush=True)


if __name__ == "__main__":
    main()

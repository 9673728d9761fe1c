"""The libraries that Qt takes from the system on Linux, and what this machine lacks of them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

# Debian's package for each library that Qt takes from the system.
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}

# Without these nothing of Qt loads; the others are needed only once a window is on a screen.
ALWAYS = (
    "lib/libQt6Widgets.so.6",
    "lib/libQt6Svg.so.6",
    "lib/libQt6Pdf.so.6",
    "plugins/platforms/libqoffscreen.so",
)
ON_A_SCREEN = ("plugins/platforms/libqxcb.so", "plugins/platforms/libqwayland.so")


def missing(qt: Path, parts: tuple[str, ...]) -> list[str]:
    """The libraries that `parts` of the Qt folder ask the system for in vain, sorted."""
    if shutil.which("ldd") is None:
        return []
    lines: list[str] = []
    for part in parts:
        told = subprocess.run(["ldd", str(qt / part)], capture_output=True, text=True, check=False)
        lines += told.stdout.splitlines()
    # A library of Qt's own that is left out (no Essentials) is no concern of the system's.
    return sorted({line.split()[0] for line in lines if "not found" in line and "libQt6" not in line})


def install(packages: list[str]) -> bool:
    """Installs Debian packages where this user may; says whether it did."""
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        return False
    print(f"Installing from the system: {' '.join(packages)}.", flush=True)
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    for command in (["update", "-qq"], ["install", "-qq", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run(
            ["apt-get", *command], env=quiet, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False
        )
        if done.returncode != 0 and command[0] == "install":
            return False
    return True


def provide(qt: Path) -> None:
    """Sees to it that Qt loads, or ends with one plain sentence; warns where only windows would miss something."""
    if not sys.platform.startswith("linux"):
        return
    needed, shown = missing(qt, ALWAYS), missing(qt, ON_A_SCREEN)
    packages = sorted({PACKAGES.get(name, name) for name in (*needed, *shown)})
    if not packages or install(packages):
        return
    advice = f"sudo apt-get install {' '.join(packages)}"
    if needed:
        sys.exit(f"The window's libraries need these from the system: {', '.join(packages)}. On Debian: {advice}")
    print(f"Before a window can open on this machine, it needs: {', '.join(packages)}. On Debian: {advice}")

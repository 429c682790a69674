"""Shows the copies of homes that backup_homes.py made, keeps one for good, and brings one back.

Usage: home_copies.py ACTION HOMES COPIES [HOME [TIME]], where ACTION is `list`, `keep` or `restore`, HOMES holds a folder a person, COPIES
has the copies, HOME is the name of a person's folder (`_workspaces/NAME` for a shared account) and TIME that of a copy, as `list` shows it.

`keep` archives the home as it is now into `_kept`, which no run of backup_homes.py removes. `restore` unpacks a copy, the newest without
TIME, into a new folder `restored-TIME` of the home, or as the home itself where there is none any more: nothing that is there is changed.
"""

import os
import sys
import tarfile
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path

from backup_homes import FORM, archive, runs_in

ENDING = ".tar.gz"
KEPT = "_kept"
WORKSPACES = "_workspaces"


class Refused(Exception):
    """What was asked for can't be done; the text says why."""


def home_in(homes: Path, name: str) -> Path:
    """The folder of a home: of a person, or of a shared account where only that has the name."""
    plain = name.removeprefix(f"{WORKSPACES}/")
    if plain in ("", ".", "..") or plain.startswith("_") or "/" in plain or "\0" in plain:
        raise Refused(f"{name!r} is not the name of a home's folder")
    shared = homes / WORKSPACES / plain
    return shared if plain != name or (shared.is_dir() and not (homes / plain).exists()) else homes / plain


def copies_of(copies: Path, name: str | None) -> list[tuple[str, str, Path]]:
    """The copies there are: time, home and archive, the oldest first."""
    found = []
    for when, folder in runs_in(copies):
        time = when.strftime(FORM)
        found += [(time, path.name.removesuffix(ENDING), path) for path in folder.glob(f"*{ENDING}")]
    for path in (copies / KEPT).glob(f"*{ENDING}"):
        home, _, time = path.name.removesuffix(ENDING).rpartition("-")
        found.append((time, home, path))
    return sorted(one for one in found if name is None or one[1] == name)


def show(copies: Path, name: str | None) -> None:
    found = copies_of(copies, name)
    for time, home, path in found:
        kept = "  kept" if path.parent.name == KEPT else ""
        print(f"{time}  {path.stat().st_size / 2**20:9.1f} MiB  {home}{kept}")
    if not found:
        raise Refused("there are no copies" + (f" of {name}" if name else ""))


def keep(homes: Path, copies: Path, name: str) -> None:
    home = home_in(homes, name)
    if home.is_symlink() or not home.is_dir():
        raise Refused(f"there is no home {name}")
    kept = copies / KEPT
    kept.mkdir(mode=0o700, exist_ok=True)
    target = kept / f"{home.name}-{datetime.now(timezone.utc).strftime(FORM)}{ENDING}"
    partial = target.with_name(f".{target.name}")
    archive(home, partial)
    partial.rename(target)
    print(f"kept as {KEPT}/{target.name}")


def restore(homes: Path, copies: Path, name: str, time: str | None) -> None:
    home = home_in(homes, name)
    found = [one for one in copies_of(copies, home.name) if time in (None, one[0])]
    if not found:
        raise Refused(f"there is no copy of {name}" + (f" of {time}" if time else ""))
    when, _, path = found[-1]
    if home.is_symlink():
        raise Refused(f"the home {name} is a link")
    target = home / f"restored-{when}" if home.exists() else home
    if target.exists():
        raise Refused(f"{target.name} is already there: rename or delete it first")
    # A killed run leaves a folder whose name says that it is not whole, and that no backup takes for a home.
    partial = target.with_name(f"_restoring-{target.name}")
    partial.mkdir(mode=0o700)
    with tarfile.open(path) as opened:
        # The filter refuses whatever would land outside of the folder, and takes away rights that a copy must not bring.
        opened.extractall(partial, members=without_top(opened, home.name), filter="tar")
    partial.rename(target)
    print(f"restored the copy of {when} to {os.path.relpath(target, homes)}")


def without_top(opened: tarfile.TarFile, top: str) -> Iterator[tarfile.TarInfo]:
    """The entries of a home's archive by their place in the home."""
    for entry in opened:
        if entry.name == top:
            continue
        entry.name = entry.name.removeprefix(f"{top}/")
        if entry.islnk():
            entry.linkname = entry.linkname.removeprefix(f"{top}/")
        yield entry


def main(action: str, homes: str, copies: str, name: str = "", time: str = "") -> int:
    try:
        if action == "list":
            show(Path(copies), name.removeprefix(f"{WORKSPACES}/") or None)
        elif action == "keep":
            keep(Path(homes), Path(copies), name)
        elif action == "restore":
            restore(Path(homes), Path(copies), name, time or None)
        else:
            raise Refused(f"{action!r} is not list, keep or restore")
    except (Refused, OSError, tarfile.TarError) as problem:
        print(f"nothing was done: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

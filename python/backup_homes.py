"""Copies every home into an archive of its own, and removes copies that are older than they are kept for.

Usage: backup.py HOMES COPIES KEEP, where HOMES holds a folder a person, COPIES is where the copies go, and KEEP is for how many
seconds one is kept. Each run makes a folder named by its time, with `<folder>.tar.gz` for each home. A home that is as it was at
the last run is not archived again: its archive is the same file under a second name. A run that fails in part keeps what it has
under a name that ends in `-partial`, and ends with an error. A run that finds no homes is an error too: it copies and removes nothing,
since the homes may be elsewhere.
"""

import contextlib
import hashlib
import os
import shutil
import stat
import sys
import tarfile
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

FORM = "%Y%m%dT%H%M%SZ"
PARTIAL = "-partial"
ATTEMPTS = 3


def state_of(home: Path) -> str:
    """What tells whether anything in a home has changed: names, kinds, rights, sizes and times."""
    seen = hashlib.sha256()
    for path in entries_of(home):
        try:
            facts = os.lstat(path)
        except FileNotFoundError:
            continue
        size = facts.st_size if stat.S_ISREG(facts.st_mode) else 0
        line = (os.path.relpath(path, home), facts.st_mode, size, facts.st_mtime_ns)
        seen.update(repr(line).encode("utf-8", "surrogateescape"))
    return seen.hexdigest()


def entries_of(home: Path) -> Iterator[str]:
    """The home and everything in it. What is taken away meanwhile is passed over."""
    yield str(home)
    for folder, folders, files in os.walk(home, onerror=unless_gone):
        folders.sort()
        for name in sorted([*folders, *files]):
            yield os.path.join(folder, name)


def unless_gone(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        raise error


def archive(home: Path, into: Path) -> None:
    with tarfile.open(into, "w:gz", compresslevel=3) as opened:
        for path in entries_of(home):
            name = os.path.join(home.name, os.path.relpath(path, home)) if path != str(home) else home.name
            try:
                opened.add(path, arcname=name, recursive=False, filter=kept)
            except FileNotFoundError:
                continue


def back_up(home: Path, into: Path, before: Path | None) -> str:
    """Archives a home. Its state is noted first, so that what changes meanwhile is archived again by the next run."""
    state = state_of(home)
    target, note = into / f"{home.name}.tar.gz", into / f"{home.name}.state"
    if before is not None and is_alike(before, home.name, state):
        share(before / target.name, target)
        done = "as before"
    else:
        archive(home, target)
        done = "archived"
    note.write_text(state)
    return done


def try_back_up(home: Path, into: Path, before: Path | None) -> str:
    """A file that grows shorter while it is read spoils an archive: it is begun again, up to three times."""
    for attempt in range(1, ATTEMPTS + 1):
        try:
            return back_up(home, into, before)
        except OSError as error:
            with contextlib.suppress(OSError):
                (into / f"{home.name}.tar.gz").unlink()
            if attempt == ATTEMPTS:
                print(f"{home.name}: {error}", file=sys.stderr)
    return "failed"


def kept(entry: tarfile.TarInfo) -> tarfile.TarInfo | None:
    """Pipes and devices are nobody's work."""
    return None if entry.isfifo() or entry.isdev() else entry


def is_alike(before: Path, name: str, state: str) -> bool:
    try:
        return (before / f"{name}.state").read_text() == state and (before / f"{name}.tar.gz").is_file()
    except FileNotFoundError:
        return False


def share(earlier: Path, archive: Path) -> None:
    """A second name for the archive; where the storage has no second names (SMB), a copy of it."""
    try:
        os.link(earlier, archive)
    except OSError:
        shutil.copyfile(earlier, archive)


def runs_in(copies: Path) -> list[tuple[datetime, Path]]:
    found = []
    for folder in copies.iterdir():
        try:
            when = datetime.strptime(folder.name.removesuffix(PARTIAL), FORM)
        except ValueError:
            continue
        found.append((when.replace(tzinfo=timezone.utc), folder))
    return sorted(found)


def remove_old(copies: Path, keep: timedelta, now: datetime) -> None:
    """The newest whole run stays, however old."""
    runs = runs_in(copies)
    whole = [folder for _, folder in runs if not folder.name.endswith(PARTIAL)]
    for when, folder in runs:
        if now - when > keep and folder not in whole[-1:]:
            shutil.rmtree(folder)
            print(f"removed {folder.name}")


def is_persons(home: Path) -> bool:
    return not home.name.startswith("_") and not home.is_symlink() and home.is_dir()


def main(homes: str, copies: str, keep: str) -> int:
    now = datetime.now(timezone.utc)
    target = Path(copies)
    # What begins with `_` is no person's: shared folders, other stages, the copies themselves. Shared accounts have a folder of theirs.
    folders = [folder for folder in (Path(homes), Path(homes) / "_workspaces") if folder.is_dir()]
    people = sorted(home for folder in folders for home in folder.iterdir() if is_persons(home))
    if not people:
        print("there are no homes here: nothing was copied, and no copy was removed", file=sys.stderr)
        return 1
    whole = [folder for _, folder in runs_in(target) if not folder.name.endswith(PARTIAL)]
    before = whole[-1] if whole else None
    folder = target / f"{now.strftime(FORM)}{PARTIAL}"
    folder.mkdir()
    counts: dict[str, int] = {}
    for home in people:
        done = try_back_up(home, folder, before)
        counts[done] = counts.get(done, 0) + 1
    failed = counts.get("failed", 0)
    if failed == 0:
        folder.rename(target / folder.name.removesuffix(PARTIAL))
    remove_old(target, timedelta(seconds=int(keep)), now)
    print(", ".join(f"{count} {what}" for what, count in sorted(counts.items())))
    return 1 if failed > 0 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

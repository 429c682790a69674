"""Who is in which group, by the values and the lists of people in the hub's Secret."""

import unicodedata
from collections.abc import Iterable, Mapping
from logging import Logger
from pathlib import Path
from typing import Protocol

from hubc_hub.data import SECRETS_DIRECTORY, HubData
from hubc_hub.starting import stop

NAMESPACE = "hubc:"
"""Every group that hubc makes begins so. What sign-in gives under such a name is no group."""

Listed = tuple[str, str]
"""Where a name is written, for messages, and the name."""


class Names(Protocol):
    """What is asked of the hub's authenticator."""

    log: Logger

    def normalize_username(self, username: str) -> str: ...

    def validate_username(self, username: str) -> bool: ...


def read_groups(data: HubData) -> dict[str, list[Listed]]:
    """The names on the lists of each group, as written."""
    read: dict[str, list[Listed]] = {}
    for group, spec in (data.get("groups") or {}).items():
        listed = (spec or {}).get("members") or []
        keys = (spec or {}).get("secretMembers") or []
        read[group] = [(f"members of {group}", name) for name in listed]
        read[group] += [pair for key in keys for pair in read_list(data, key)]
    return read


def read_list(data: HubData, key: str) -> list[Listed]:
    """A secret list: a user name a line, `#` comments. Messages never hold a name."""
    path = Path(data.get("secretsDirectory", SECRETS_DIRECTORY)) / key
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as problem:
        secret = data.get("secretName", "of this hub")
        stop(
            f"can't read the list of people {key!r} ({type(problem).__name__}). The Kubernetes Secret {secret!r}"
            f" must have the key {key!r}: text with a user name a line, mounted at {path}."
        )
    names = ((number, line.partition("#")[0].strip()) for number, line in enumerate(lines, start=1))
    return [(f"secret list {key}, line {number}", name) for number, name in names if name]


def fold(name: str) -> str:
    """One form for all spellings that a person could take for the same name."""
    return unicodedata.normalize("NFKC", name).casefold().strip()


class Roster:
    """Names in the form that this hub's sign-in gives."""

    def __init__(self, data: HubData, lists: Mapping[str, Iterable[Listed]], names: Names) -> None:
        self.names = names
        clean = names.normalize_username
        spaces = data.get("workspaces") or {}
        self.workspaces = {clean(account): set(spec.get("memberOf") or []) for account, spec in spaces.items()}
        self.refused = {fold(name) for account in spaces for name in (account, clean(account))}
        self.prefixes = tuple(fold(prefix) for prefix in data.get("accountPrefixes") or [])
        self.courses = list((data.get("courses") or {}).values())
        self.admins = self.people(("admins", name) for name in data.get("admins") or [])
        self.listed = {group: self.people(listed) for group, listed in lists.items()}
        open_groups = {course["people"] for course in self.courses if course.get("everyone")}
        # A source is a group too: who is in it was said by their last sign-in. A source that changes is another one.
        self.sources = {
            group: set((spec or {}).get("sources") or []) for group, spec in (data.get("groups") or {}).items()
        }
        self.source_names = set[str]().union(*self.sources.values())
        of_workspaces = set[str]().union(*self.workspaces.values())
        self.declared = set(self.listed) | open_groups | of_workspaces | self.source_names

    def people(self, listed: Iterable[Listed]) -> set[str]:
        """The usable names of a list. One that can't be a user name, or is a workspace, is left out with a warning."""
        people = set()
        for place, written in listed:
            name = self.names.normalize_username(written)
            if self.is_account(name):
                self.names.log.warning("hubc: %s: left out, since a workspace is not a person", place)
            elif not self.names.validate_username(name):
                self.names.log.warning("hubc: %s: left out, since it can't be a user name", place)
            else:
                people.add(name)
        return people

    def is_account(self, name: str) -> bool:
        """Is it a shared account's name, or one of those that are kept for such accounts?"""
        folded = fold(name)
        return folded in self.refused or folded.startswith(self.prefixes)

    def groups_of(self, name: str, other_groups: set[str], sources: set[str]) -> set[str]:
        """The declared groups that hold this user, who is in `sources`, and in `other_groups` of the sign-in's own."""
        if name in self.workspaces:
            return self.workspaces[name]
        groups = sources | {group for group, names in self.listed.items() if name in names}
        groups |= {group for group, needed in self.sources.items() if needed & sources}
        for course in self.courses:
            is_staff = set(course.get("staff") or []) & (groups | other_groups)
            if course.get("everyone") and not is_staff and name not in self.admins:
                groups.add(course["people"])
        return groups

    def all_groups_of(self, name: str, current: set[str]) -> set[str]:
        """All groups of this user. What the hub or the sign-in says counts for sources and undeclared groups only."""
        given = {group for group in current if not group.startswith(NAMESPACE)}
        other = set() if name in self.workspaces else given - self.declared
        return other | self.groups_of(name, other, current & self.source_names)

"""The courses and exams that there are to choose from on this hub: who may choose them, and when.

What there is to choose is plain values in `singleuser.profileList`, and each has its rules under the same slug.
"""

from collections.abc import Callable, Iterable
from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from jupyterhub import orm

from hubc_hub.data import ServersData
from hubc_hub.starting import stop


def course_of(slug: str) -> str:
    """Exams are named after their course."""
    return slug.partition(".")[0]


def read_zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        stop(f"this hub's image doesn't know the time zone {name!r} of the project.")


class Profiles:
    """The rules by slug, in the order of the values. False where nothing is chosen on this hub."""

    def __init__(self, data: ServersData, clock: Callable[[tzinfo], datetime] = datetime.now) -> None:
        self.rules = data.get("entries") or {}
        self.accounts = data.get("accounts") or {}
        self.zone = read_zone(data.get("timezone") or "UTC")
        self.clock = clock

    def __bool__(self) -> bool:
        return bool(self.rules)

    def title(self, slug: str) -> str:
        return self.rules[slug]["title"] if slug in self.rules else slug

    def is_exam(self, slug: str) -> bool:
        return "opens" in self.rules[slug]

    def is_ahead(self, slug: str) -> bool:
        return self.is_exam(slug) and self.clock(self.zone) < self.moment(self.rules[slug]["opens"])

    def is_over(self, slug: str) -> bool:
        return self.is_exam(slug) and self.clock(self.zone) >= self.moment(self.rules[slug]["closes"])

    def hours(self, exam: str) -> str:
        """When an exam is open, for people."""
        opens, closes = self.moment(self.rules[exam]["opens"]), self.moment(self.rules[exam]["closes"])
        until = f"{closes:%H:%M}" if opens.date() == closes.date() else f"{closes:%Y-%m-%d %H:%M}"
        return f"from {opens:%Y-%m-%d %H:%M} to {until} ({self.zone.key})"

    def moment(self, text: str) -> datetime:
        """A time on the clocks of the people."""
        return datetime.fromisoformat(text).replace(tzinfo=self.zone)

    def open_to(self, user: orm.User, group_members: Callable[[str], Iterable[orm.User]]) -> list[str]:
        """What this user's server may be, exams that are over left out."""
        account = self.accounts.get(user.name)
        if account is None:
            slugs = self.of_person(user)
        elif "course" in account:
            # A course's grader grades that course, whatever its staff may choose.
            slugs = [account["course"]]
        else:
            slugs = self.of_team(account["group"], group_members(account["group"]))
        return [slug for slug in slugs if not self.is_over(slug)]

    def of_person(self, user: orm.User) -> list[str]:
        groups = {group.name for group in user.groups}
        return [slug for slug in self.rules if user.admin or self.is_for(slug, groups)]

    def is_for(self, slug: str, groups: set[str]) -> bool:
        """May members of these groups choose it?"""
        wanted = self.rules[slug].get("groups")
        return wanted is None or not groups.isdisjoint(wanted)

    def of_team(self, team: str, members: Iterable[orm.User]) -> list[str]:
        """What a shared account may be: what names its group, else what every member that the hub knows may choose."""
        slugs = {slug for slug in self.rules if self.is_for(slug, {team})}
        if not any(team in (rules.get("groups") or []) for rules in self.rules.values()):
            of_members = [set(self.of_person(member)) for member in members]
            slugs |= set.intersection(*of_members) if of_members else set()
        return [slug for slug in self.rules if slug in slugs]

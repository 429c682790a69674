"""The courses, exams and profiles that there are to choose from on this hub: who may choose them, and when.

What there is to choose is plain values in `singleuser.profileList`, and each has its rules under the same slug.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import deepcopy
from datetime import datetime, tzinfo
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from jupyterhub import orm

from hubc_hub.data import Profile, ServersData
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

    def __init__(
        self,
        data: ServersData,
        clock: Callable[[tzinfo], datetime] = datetime.now,
        profile_list: Sequence[Profile] = (),
    ) -> None:
        self.rules = data.get("entries") or {}
        self.profile_list = profile_list
        self.accounts = data.get("accounts") or {}
        self.zone = read_zone(data.get("timezone") or "UTC")
        self.clock = clock

    def __bool__(self) -> bool:
        return bool(self.rules)

    def title(self, slug: str) -> str:
        return self.rules[slug]["title"] if slug in self.rules else slug

    def is_profile(self, slug: str) -> bool:
        return self.rules.get(slug, {}).get("profile", False)

    def has_options(self, slug: str) -> bool:
        """Is something chosen within it?"""
        return any(one["slug"] == slug and one.get("profile_options") for one in self.profile_list)

    def usual(self, slugs: Iterable[str]) -> str | None:
        """Of these, what starts where nothing is asked for."""
        return next((slug for slug in slugs if self.rules[slug].get("default")), None)

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

    def offered_to(self, user: orm.User, slugs: Iterable[str]) -> list[Profile]:
        """These entries of KubeSpawner's list, with the choices within each that are open to this user."""
        account = self.accounts.get(user.name)
        groups = {group.name for group in user.groups} if account is None else {account.get("group", "")}
        wanted = set(slugs)
        offered = [deepcopy(profile) for profile in self.profile_list if profile["slug"] in wanted]
        for profile in offered:
            for name, guarded in (self.rules[profile["slug"]].get("choices") or {}).items():
                choices = profile["profile_options"][name]["choices"]
                for choice, allowed in guarded.items():
                    if not (user.admin and account is None) and groups.isdisjoint(allowed):
                        del choices[choice]
        return offered

    def is_exam_image(self, typed: str, slugs: Iterable[str]) -> bool:
        """Is what a person types an image of exams alone, none of which is open to them? These slugs may be ahead."""
        now = {slug for slug in slugs if not self.is_ahead(slug)}
        images = [
            (profile["slug"], split_image(image)) for profile in self.profile_list for image in images_of(profile)
        ]
        usual = {image for slug, image in images if slug in now or not self.is_exam(slug)}
        closed = {image for _, image in images} - usual
        path, tag = split_image(typed)
        # By its digest an image can't be told from another of the same repository, and another tag may be the same image.
        shared = "@" not in typed and any(path == used for used, _ in usual)
        return any(path == image[0] and (tag == image[1] or not shared) for image in closed)

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


def is_offered(option: Mapping[str, Any], choice: object) -> bool:
    """Is it one of the option's choices?"""
    return isinstance(choice, str) and choice in (option.get("choices") or {})


def may_type(option: Mapping[str, Any], typed: object) -> bool:
    """May a person give this as a choice of their own? All of it has to be of the form that the option asks for."""
    unlisted = option.get("unlisted_choice") or {}
    if not unlisted.get("enabled") or not isinstance(typed, str):
        return False
    return re.fullmatch(unlisted.get("validation_regex") or ".*", typed) is not None


def images_of(profile: Profile) -> list[str]:
    """The images that an entry of KubeSpawner's list starts, those of its choices among them."""
    options = (profile.get("profile_options") or {}).values()
    entries = [profile, *(choice for option in options for choice in (option.get("choices") or {}).values())]
    images = [(entry.get("kubespawner_override") or {}).get("image") for entry in entries]
    return [image for image in images if isinstance(image, str)]


def split_image(image: str) -> tuple[str, str]:
    """The path of an image's name, and its tag. The registry's host is left off: one registry has many names, and mirrors."""
    name = image.partition("@")[0].lower()
    host, slash, rest = name.partition("/")
    if slash and (host == "localhost" or "." in host or ":" in host):
        name = rest
    path, _, tag = name.partition(":")
    return path.removeprefix("library/"), tag

"""Which server each person gets: the courses that are theirs, exams in their hours, and what their groups add.

Written by hubc, the same for every hub. What there is to choose is plain values in `singleuser.profileList`; who may
choose it, and what a profile can't say, stands under `custom.hubc.servers`. A profile that the form does not show could
still be asked for by hand, so every start is checked here, whoever asks and however: by the form, by a link, or by the
API. A start that is refused says why.

It works as a class put in front of the hub's own spawner, which keeps its settings and its hooks.
"""

import sys
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from jupyterhub import orm
from jupyterhub.spawner import Spawner
from tornado.web import HTTPError
from traitlets.utils.importstring import import_item
from z2jh import get_config

hubc_servers = get_config("custom.hubc.servers", {}) or {}
hubc_entries = hubc_servers.get("entries") or {}
hubc_accounts = hubc_servers.get("accounts") or {}
hubc_profiles = get_config("singleuser.profileList", []) or []


def hubc_check_servers():
    """Stops unless all is there that is used below, so that a newer JupyterHub can't silently drop a rule."""
    base = hubc_spawner_base
    for name in "_apply_overrides get_options_form load_user_options profile_list run_pre_spawn_hook".split():
        if not (isinstance(base, type) and issubclass(base, Spawner) and hasattr(base, name)):
            sys.exit(f"hubc: the hub's spawner, {base!r}, has no {name}. Use the chart version this was made for.")
    # Without entries of its own, a list of profiles is the hub's own, and only raises are made here.
    if hubc_entries and {profile.get("slug") for profile in hubc_profiles} != set(hubc_entries):
        sys.exit("hubc: singleuser.profileList and custom.hubc.servers.entries don't name the same servers.")


def hubc_now():
    """The time on the clocks of the people."""
    return datetime.now(hubc_zone)


def hubc_moment(text):
    return datetime.fromisoformat(text).replace(tzinfo=hubc_zone)


def hubc_hours(entry):
    """When an exam is open, for people."""
    opens, closes = hubc_moment(entry["opens"]), hubc_moment(entry["closes"])
    until = f"{closes:%H:%M}" if opens.date() == closes.date() else f"{closes:%Y-%m-%d %H:%M}"
    return f"from {opens:%Y-%m-%d %H:%M} to {until} ({hubc_zone.key})"


class HubcServers:
    """The rules above, at the places where JupyterHub asks its spawner."""

    hubc_refusal = None

    def hubc_may(self, user, entry, groups):
        """May this user, who is in `groups`, choose the entry at all?"""
        asked = entry.get("groups")
        return asked is None or user.admin or bool(groups.intersection(asked))

    def hubc_of_person(self, user):
        """The slugs of all that a person may choose, in the order of the values."""
        groups = {group.name for group in user.groups}
        return [slug for slug, entry in hubc_entries.items() if self.hubc_may(user, entry, groups)]

    def hubc_of_account(self, team):
        """What a shared account may choose: what names its group, else what every member that the hub knows may."""
        asked = {slug: entry.get("groups") for slug, entry in hubc_entries.items()}
        slugs = {slug for slug, groups in asked.items() if groups is None or team in groups}
        if not any(team in (groups or []) for groups in asked.values()):
            group = orm.Group.find(self.user.db, team)
            members = [set(self.hubc_of_person(member)) for member in (group.users if group else [])]
            slugs |= set.intersection(*members) if members else set()
        return [slug for slug in hubc_entries if slug in slugs]

    def hubc_choices(self):
        """The slugs of all that this server may be, exams that are over left out."""
        account = hubc_accounts.get(self.user.name)
        if account and "course" in account:
            # A course's grader grades that course, whatever its staff may choose.
            slugs = [account["course"]]
        else:
            slugs = self.hubc_of_account(account["group"]) if account else self.hubc_of_person(self.user.orm_user)
        return [slug for slug in slugs if not self.hubc_is_over(hubc_entries[slug])]

    def hubc_is_over(self, entry):
        return "closes" in entry and hubc_now() >= hubc_moment(entry["closes"])

    def hubc_refuse(self, status, message):
        """Raises what the person sees. The choice is forgotten, so that the next start doesn't repeat it."""
        self.hubc_forget()
        # JupyterHub takes it for a server that failed, and ends itself after a few in a row
        # (`consecutiveFailureLimit`): people could stop the hub by asking for what is not theirs.
        settings = getattr(getattr(self, "handler", None), "settings", None)
        if settings is not None and getattr(self, "_spawn_pending", False):
            settings["failure_count"] = settings.get("failure_count", 0) - 1
        problem = HTTPError(status, "%s", message)
        problem.jupyterhub_message = message
        self.hubc_refusal = problem
        raise problem

    def hubc_forget(self):
        self.user_options = {}
        self.orm_spawner.user_options = {}
        self.user.db.commit()

    def hubc_refuse_stranger(self):
        self.hubc_refuse(
            403,
            f"{self.user.name} is in none of the courses of this hub. If you take or teach one of them, ask its"
            f" staff to put {self.user.name} on its list, then sign in again.",
        )

    def hubc_choose(self):
        """Settles what this server is, or refuses to start it."""
        choices = self.hubc_choices()
        asked = self.user_options.get("profile")
        if not isinstance(asked, str):
            asked = None
        if asked in hubc_entries and asked not in choices:
            entry = hubc_entries[asked]
            if self.hubc_is_over(entry):
                self.hubc_refuse(403, f"{entry['title']} is over. It was open {hubc_hours(entry)}.")
            self.hubc_refuse(403, f"{self.user.name} is not in {entry['title']}. Choose among your own courses.")
        if not choices:
            self.hubc_refuse_stranger()
        if asked not in choices:
            # Nothing is asked for, or what an earlier version of this hub had.
            asked = self.hubc_only(choices)
        entry = hubc_entries[asked]
        if "opens" in entry and hubc_now() < hubc_moment(entry["opens"]):
            self.hubc_refuse(403, f"{entry['title']} is not open yet. It opens {hubc_hours(entry)}.")
        self.user_options = {"profile": asked}
        return entry

    def hubc_only(self, choices):
        """The one course, where there is one: an exam is never started without being asked for."""
        courses = [slug for slug in choices if "opens" not in hubc_entries[slug]]
        if len(courses) != 1:
            titles = ", ".join(hubc_entries[slug]["title"] for slug in courses)
            self.hubc_refuse(400, f"Choose one of your courses: {titles}.")
        return courses[0]

    async def get_options_form(self):
        if not hubc_entries:
            return await super().get_options_form()
        choices = self.hubc_choices()
        if not choices:
            self.hubc_refuse_stranger()
        stored = (self.orm_spawner.user_options or {}).get("profile")
        if stored is not None and stored not in choices:
            self.hubc_forget()
        if len(choices) > 1:
            return await super().get_options_form()
        # Who has one course is not asked. JupyterHub would start it in place of one that a link names and that was refused.
        if self.hubc_refusal:
            raise self.hubc_refusal
        return ""

    def run_pre_spawn_hook(self):
        if hubc_entries:
            self.hubc_choose()
        return super().run_pre_spawn_hook()

    async def load_user_options(self):
        # Again, since another hook may have changed what was asked for.
        entry = self.hubc_choose() if hubc_entries else {}
        await super().load_user_options()
        groups = {group.name for group in self.user.groups}
        if groups.intersection(entry.get("staff") or []):
            self._apply_overrides(entry["staffOverride"])
        if hubc_accounts.get(self.user.name, {}).get("collaborates"):
            self._apply_overrides(entry.get("accountOverride") or {})
        if self.user.name == entry.get("grader"):
            self._apply_overrides(entry["graderOverride"])
        # Lists of the hub hold more than the course's own, so they are added to.
        if entry.get("tolerations"):
            self.tolerations = [*self.tolerations, *entry["tolerations"]]
        if entry.get("owner"):
            others = [one for one in self.init_containers if hubc_name(one) != entry["owner"]["name"]]
            self.init_containers = [entry["owner"], *others]
        self.hubc_raise(groups)

    def hubc_raise(self, groups):
        """Raises guarantees and limits to the largest of the person's groups, each for itself. No limit is the largest."""
        for group, amounts in (hubc_servers.get("raises") or {}).items():
            for trait, amount in amounts.items() if group in groups else ():
                current = getattr(self, trait)
                if current is None and trait.endswith("_limit"):
                    continue
                setattr(self, trait, max(current or 0, amount))


def hubc_name(container):
    """Containers of values are maps; the chart's own, which closes the metadata server, is an object."""
    return container.get("name") if isinstance(container, dict) else container.name


def hubc_profile_list(spawner):
    """What the form shows, and what KubeSpawner itself takes."""
    choices = set(spawner.hubc_choices())
    return [profile for profile in hubc_profiles if profile["slug"] in choices]


try:
    hubc_zone = ZoneInfo(hubc_servers.get("timezone") or "UTC")
except (ZoneInfoNotFoundError, ValueError):
    sys.exit(f"hubc: this hub's image doesn't know the time zone {hubc_servers['timezone']!r} of the project.")
hubc_spawner_base = c.JupyterHub.spawner_class  # noqa: F821, `c` is the hub's configuration
if isinstance(hubc_spawner_base, str):
    hubc_spawner_base = import_item(hubc_spawner_base)
hubc_check_servers()
c.JupyterHub.spawner_class = type(  # noqa: F821
    f"{hubc_spawner_base.__name__}OfHubc", (HubcServers, hubc_spawner_base), {"__module__": hubc_spawner_base.__module__}
)
if hubc_entries:
    c.KubeSpawner.profile_list = hubc_profile_list  # noqa: F821

"""Which server each person gets: the courses that are theirs, exams in their hours, and what their groups add.

Written by hubc, the same for every hub. What there is to choose is plain values in `singleuser.profileList`; who may
choose it, and what a profile can't say, stands under `custom.hubc.servers`. A profile that the form does not show could
still be asked for by hand, so every start is checked here, whoever asks and however: by the form, by a link, or by the
API. A start that is refused says why.

JupyterHub remembers what each person chose last, for ever, and what is offered changes with the day: exams and courses
end. So a choice that somebody asks for now is granted or refused, and one that is only remembered gives way to what the
person may have today, with a word on the page.

It works as a class put in front of the hub's own spawner, which keeps its settings and its hooks.
"""

import sys
from copy import deepcopy
from datetime import datetime
from html import escape
from inspect import isawaitable
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from jupyterhub import orm
from jupyterhub.spawner import Spawner
from tornado.web import HTTPError
from traitlets.utils.importstring import import_item
from z2jh import get_config

hubc_servers = get_config("custom.hubc.servers", {}) or {}
hubc_entries = hubc_servers.get("entries") or {}
hubc_accounts = hubc_servers.get("accounts") or {}
hubc_workspaces = set(get_config("custom.hubc.workspaces", {}) or {})
hubc_homes = get_config("custom.hubc.workspaceHomes", {}) or {}
hubc_profiles = get_config("singleuser.profileList", []) or []
hubc_used = (
    "_apply_overrides _get_initialized_profile_list get_options_form load_user_options profile_list progress"
    " run_pre_spawn_hook"
).split()


def hubc_has_all(base):
    """Has the spawner all that is used below?"""
    return isinstance(base, type) and issubclass(base, Spawner) and all(hasattr(base, name) for name in hubc_used)


def hubc_check_servers():
    """Stops unless the rules can be kept, so that a newer JupyterHub can't silently drop one."""
    if not hubc_has_all(hubc_spawner_base):
        used = ", ".join(hubc_used)
        sys.exit(f"hubc: {hubc_spawner_base!r} lacks one of {used}. Use the chart version this was made for.")
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


def hubc_is_over(entry):
    return "closes" in entry and hubc_now() >= hubc_moment(entry["closes"])


def hubc_is_ahead(entry):
    return "opens" in entry and hubc_now() < hubc_moment(entry["opens"])


def hubc_may(user, entry, groups):
    """May this user, who is in `groups`, choose the entry at all?"""
    asked = entry.get("groups")
    return asked is None or user.admin or bool(groups.intersection(asked))


def hubc_of_person(user):
    """The slugs of all that a person may choose, in the order of the values."""
    groups = {group.name for group in user.groups}
    return [slug for slug, entry in hubc_entries.items() if hubc_may(user, entry, groups)]


def hubc_is_among(choice, choices):
    return isinstance(choice, str) and choice in choices


def hubc_course(slug):
    """Exams are named after their course."""
    return slug.partition(".")[0]


def hubc_title(slug):
    return hubc_entries[slug]["title"] if slug in hubc_entries else slug


class HubcServers:
    """The rules above, at the places where JupyterHub asks its spawner."""

    hubc_refusal = None
    hubc_word = None

    def hubc_of_account(self, team):
        """What a shared account may choose: what names its group, else what every member that the hub knows may."""
        asked = {slug: entry.get("groups") for slug, entry in hubc_entries.items()}
        slugs = {slug for slug, groups in asked.items() if groups is None or team in groups}
        if not any(team in (groups or []) for groups in asked.values()):
            group = orm.Group.find(self.user.db, team)
            members = [set(hubc_of_person(member)) for member in (group.users if group else [])]
            slugs |= set.intersection(*members) if members else set()
        return [slug for slug in hubc_entries if slug in slugs]

    def hubc_choices(self):
        """The slugs of all that this server may be, exams that are over left out."""
        account = hubc_accounts.get(self.user.name)
        if account and "course" in account:
            # A course's grader grades that course, whatever its staff may choose.
            slugs = [account["course"]]
        else:
            slugs = self.hubc_of_account(account["group"]) if account else hubc_of_person(self.user.orm_user)
        return [slug for slug in slugs if not hubc_is_over(hubc_entries[slug])]

    def hubc_is_asked(self):
        """Does the request that starts this server name a profile? Else JupyterHub brings the last one again."""
        request = getattr(getattr(self, "handler", None), "request", None)
        return request is not None and ("profile" in request.arguments or b"profile" in (request.body or b""))

    def hubc_refuse(self, status, message):
        """Raises what the person sees."""
        # JupyterHub takes it for a server that failed, and ends itself after a few in a row
        # (`consecutiveFailureLimit`): people could stop the hub by asking for what is not theirs.
        settings = getattr(getattr(self, "handler", None), "settings", None)
        if settings is not None and getattr(self, "_spawn_pending", False):
            settings["failure_count"] = settings.get("failure_count", 0) - 1
        problem = HTTPError(status, "%s", message)
        problem.jupyterhub_message = message
        self.hubc_refusal = problem
        raise problem

    def hubc_refuse_stranger(self):
        name = self.user.name
        if "outsideTerms" in hubc_servers:
            whose = f"the people of {hubc_servers['outsideTerms']}" if hubc_servers["outsideTerms"] else "its admins"
            self.hubc_refuse(403, f"No course is running on this hub now, and {name} is none of {whose}.")
        self.hubc_refuse(
            403,
            f"{name} is in none of the courses of this hub. If you take or teach one of them, ask its"
            f" staff to put {name} on its list, then sign in again.",
        )

    def hubc_wanted(self):
        wanted = self.user_options.get("profile")
        return wanted if isinstance(wanted, str) else None

    def hubc_settle(self):
        """Settles what this server is, or refuses to start it. Gives the rules of what was chosen."""
        slug = self.hubc_choose(self.hubc_wanted(), self.hubc_choices())
        self.user_options = {"profile": slug}
        return hubc_entries[slug]

    def hubc_choose(self, wanted, choices):
        asked = self.hubc_is_asked()
        if asked and wanted in hubc_entries and wanted not in choices:
            entry = hubc_entries[wanted]
            if hubc_is_over(entry):
                self.hubc_remember_course(wanted)
                self.hubc_refuse(403, f"{entry['title']} is over. It was open {hubc_hours(entry)}.")
            self.hubc_refuse(403, f"{self.user.name} is not in {entry['title']}. Choose among your own courses.")
        if not choices:
            self.hubc_refuse_stranger()
        if wanted not in choices:
            return self.hubc_instead(wanted, choices)
        entry = hubc_entries[wanted]
        if not hubc_is_ahead(entry):
            return wanted
        if asked:
            self.hubc_remember_course(wanted)
            self.hubc_refuse(403, f"{entry['title']} is not open yet. It opens {hubc_hours(entry)}.")
        return self.hubc_instead(wanted, choices)

    def hubc_remember_course(self, exam):
        """JupyterHub has noted the exam that was asked for; it must not start by itself when it opens, or is held again."""
        self.orm_spawner.user_options = {"profile": hubc_course(exam)}
        self.user.db.commit()

    def hubc_instead(self, wanted, choices):
        """The course in place of nothing, or of what the person can't have. An exam is never started unasked."""
        courses = [slug for slug in choices if "opens" not in hubc_entries[slug]]
        of_exam = hubc_course(wanted or "")
        if of_exam in courses:
            slug = of_exam
        elif courses and (len(courses) == 1 or (wanted and not self.hubc_is_asked())):
            slug = courses[0]
        else:
            titles = ", ".join(map(hubc_title, courses))
            self.hubc_refuse(400, f"Choose one of your courses: {titles}.")
        self.user_options = {"profile": slug}
        if wanted:
            self.hubc_say(f"{hubc_title(wanted)} is not open to {self.user.name} now: this is {hubc_title(slug)}.")
        return slug

    async def hubc_keep_offered(self):
        """Where nothing of hubc's is chosen: forgets what is not offered, which KubeSpawner would take for an error."""
        wanted = self.hubc_wanted()
        profiles = self.profile_list
        if callable(profiles):
            profiles = profiles(self)
            profiles = await profiles if isawaitable(profiles) else profiles
        offered = {one["slug"]: one for one in self._get_initialized_profile_list(profiles or [])}
        options = dict(self.user_options)
        gone = [name for name in ("profile",) if options.get(name) and wanted not in offered]
        for name, option in (offered.get(wanted, {}).get("profile_options") or {}).items():
            if options.get(name) and not hubc_is_among(options[name], option.get("choices") or {}):
                gone.append(name)
        if gone:
            said = ", ".join(str(options.pop(name)) for name in gone)
            self.user_options = options
            self.hubc_say(f"{said} is not offered now: this is the usual server.")

    def hubc_say(self, word):
        """A word for the page that waits for the server, once: what it is now is what is remembered from now on."""
        self.hubc_word = word
        self.log.info("hubc: %s: %s", self._log_name, word)
        self.orm_spawner.user_options = dict(self.user_options)
        self.user.db.commit()

    async def get_options_form(self):
        if not hubc_entries:
            return await super().get_options_form()
        choices = self.hubc_choices()
        if not choices:
            self.hubc_refuse_stranger()
        if len(choices) > 1:
            last = (self.orm_spawner.user_options or {}).get("profile")
            form = await super().get_options_form()
            if not isinstance(last, str) or last in choices:
                return form
            word = f"{hubc_title(last)} is not open to {self.user.name} now. Choose again."
            return f'<p class="alert alert-info">{escape(word)}</p>{form}'
        # Who has one course is not asked. JupyterHub would start it in place of one that a link names and that was refused.
        if self.hubc_refusal:
            raise self.hubc_refusal
        return ""

    def run_pre_spawn_hook(self):
        self.hubc_word = None
        if not hubc_entries:
            return self.hubc_before_start(super().run_pre_spawn_hook)
        # At once, without waiting for anything: so the API answers with the refusal, and not that the start is under way.
        self.hubc_settle()
        return super().run_pre_spawn_hook()

    async def hubc_before_start(self, hook):
        await self.hubc_keep_offered()
        more = hook()
        if isawaitable(more):
            await more

    async def progress(self):
        if self.hubc_word:
            yield {"progress": 0, "message": self.hubc_word}
        async for event in super().progress():
            yield event

    async def load_user_options(self):
        # Again, since another hook may have changed what was asked for.
        entry = self.hubc_settle() if hubc_entries else {}
        if not entry:
            await self.hubc_keep_offered()
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
        if self.user.name in hubc_workspaces:
            self.hubc_move_home()

    def hubc_move_home(self):
        """Gives a shared account a home apart from those of people, so that no name makes it a person's."""
        if self.storage_pvc_ensure:
            self.pvc_name = self._expand_user_properties(f"workspace-{self.pvc_name_template}")
        elif hubc_homes:
            # A copy, since some of them are the values' own.
            self.init_containers = deepcopy(self.init_containers)
            makers = [one for one in self.init_containers if isinstance(one, dict)]
            lists = [self.volume_mounts, *(one.get("volumeMounts") or [] for one in makers)]
            for mount in (one for found in lists for one in (found.values() if isinstance(found, dict) else found)):
                if mount.get("subPath") == hubc_homes["from"]:
                    mount["subPath"] = hubc_homes["to"]

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
if hubc_servers:
    hubc_check_servers()
if hubc_has_all(hubc_spawner_base):
    c.JupyterHub.spawner_class = type(  # noqa: F821
        f"{hubc_spawner_base.__name__}OfHubc",
        (HubcServers, hubc_spawner_base),
        {"__module__": hubc_spawner_base.__module__},
    )
if hubc_entries:
    c.KubeSpawner.profile_list = hubc_profile_list  # noqa: F821

"""Which server each person gets: the courses that are theirs, exams in their hours, and what their groups add.

A profile that the form does not show could still be asked for by hand, so every start is checked here, whoever asks and however: by
the form, by a link, or by the API. A start that is refused says why.

JupyterHub remembers what each person chose last, for ever, and what is offered changes with the day: exams and courses end. So a
choice that somebody asks for now is granted or refused, and one that is only remembered gives way to what the person may have today,
with a word on the page.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from copy import deepcopy
from html import escape
from inspect import isawaitable
from typing import TYPE_CHECKING, Any, NoReturn

from jupyterhub import orm
from jupyterhub.spawner import Spawner
from tornado.web import HTTPError

from hubc_hub.data import EntryData, HomesData, HubData, Profile, ServersData
from hubc_hub.profiles import Profiles, course_of, is_offered, may_type
from hubc_hub.starting import check_has, chosen_class, put_in_front, stop

USED = (
    "_apply_overrides _get_initialized_profile_list get_options_form load_user_options profile_list progress"
    " run_pre_spawn_hook"
)
"""What is used of KubeSpawner (7.0)."""

if TYPE_CHECKING:

    class Base(Spawner):
        """What is used of KubeSpawner beside JupyterHub's own."""

        profile_list: Any
        tolerations: list[Any]
        init_containers: list[Any]
        volume_mounts: Any
        storage_pvc_ensure: bool
        pvc_name: str
        pvc_name_template: str

        def _get_initialized_profile_list(self, profile_list: Sequence[Profile]) -> list[Profile]: ...

        def _apply_overrides(self, spawner_override: dict[str, Any]) -> None: ...

        def _expand_user_properties(self, template: str) -> str: ...

        async def load_user_options(self) -> None: ...

else:
    Base = object


def configure(c: Any, data: HubData, profile_list: Sequence[Profile]) -> None:
    """Puts the rules in front of the hub's spawner, and shows each person their own courses."""
    servers: ServersData = data.get("servers") or {}
    profiles = Profiles(servers, profile_list=profile_list)
    base = chosen_class(c, "spawner")
    if servers:
        check_has(base, USED)
    if profiles and {profile.get("slug") for profile in profile_list} != set(profiles.rules):
        stop("singleuser.profileList and custom.hubc.servers.entries don't name the same servers.")
    # Another spawner than KubeSpawner has none of what is offered here, and stays as it is where nothing is decided.
    if servers or all(hasattr(base, name) for name in USED.split()):
        put_in_front(c, "spawner", Servers, hubc_data=data, hubc_servers=servers, hubc_profiles=profiles)
    if profiles:
        c.KubeSpawner.profile_list = shown


def shown(spawner: "Servers") -> list[Profile]:
    """What the form shows a person, and what KubeSpawner itself takes."""
    return spawner.hubc_profiles.offered_to(spawner.user.orm_user, spawner.hubc_choices())


def name_of(container: Any) -> str:
    """Containers of values are maps; the chart's own, which closes the metadata server, is an object."""
    name = container.get("name") if isinstance(container, dict) else container.name
    return str(name)


class Servers(Base):
    """The rules, at the places where JupyterHub asks its spawner."""

    hubc_data: HubData
    hubc_servers: ServersData
    hubc_profiles: Profiles
    hubc_refusal: HTTPError | None = None
    hubc_word: str | None = None

    def hubc_choices(self) -> list[str]:
        """The slugs of all that this server may be."""
        return self.hubc_profiles.open_to(self.user.orm_user, self.hubc_members_of)

    def hubc_members_of(self, name: str) -> Sequence[orm.User]:
        group = orm.Group.find(self.user.db, name)
        return group.users if group else []

    def hubc_is_asked(self) -> bool:
        """Does the request that starts this server name a profile? Else JupyterHub brings the last one again."""
        request = getattr(getattr(self, "handler", None), "request", None)
        return request is not None and ("profile" in request.arguments or b"profile" in (request.body or b""))

    def hubc_refuse(self, status: int, message: str) -> NoReturn:
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

    def hubc_refuse_stranger(self) -> NoReturn:
        name, outside = self.user.name, self.hubc_servers.get("outsideTerms")
        if any(map(self.hubc_profiles.is_profile, self.hubc_profiles.rules)):
            self.hubc_refuse(403, f"No server of this hub is for {name}. Ask those who run it, then sign in again.")
        if outside is not None:
            whose = f"the people of {outside}" if outside else "its admins"
            self.hubc_refuse(403, f"No course is running on this hub now, and {name} is none of {whose}.")
        self.hubc_refuse(
            403,
            f"{name} is in none of the courses of this hub. If you take or teach one of them, ask its"
            f" staff to put {name} on its list, then sign in again.",
        )

    def hubc_wanted(self) -> str:
        """The slug that was asked for now or earlier; empty where none was."""
        wanted = self.user_options.get("profile")
        return wanted if isinstance(wanted, str) else ""

    def hubc_settle(self) -> EntryData:
        """Settles what this server is, or refuses to start it. Gives the rules of what was chosen."""
        wanted, options = self.hubc_wanted(), dict(self.user_options)
        slug = self.hubc_choose(wanted, self.hubc_choices())
        within = self.hubc_choose_within(slug, options) if wanted in ("", slug) else {}
        self.user_options = {"profile": slug, **within}
        return self.hubc_profiles.rules[slug]

    def hubc_choose_within(self, slug: str, options: dict[str, Any]) -> dict[str, str]:
        """Of what was asked for within a profile, what is open: the rest is refused, or left off where it is only remembered."""
        profiles, asked = self.hubc_profiles, self.hubc_is_asked()
        (offered,) = profiles.offered_to(self.user.orm_user, [slug])
        within: dict[str, str] = {}
        gone: list[str] = []
        for name, option in (offered.get("profile_options") or {}).items():
            typed = f"{name}--unlisted-choice"
            for key, is_open in ((name, is_offered), (typed, may_type)):
                wanted = options.get(key)
                if not wanted:
                    continue
                if key == typed and is_open(option, wanted) and self.hubc_is_exam_image(wanted):
                    if asked:
                        self.hubc_refuse(
                            403, f"{wanted} is an image of an exam that is not open to {self.user.name} now."
                        )
                    gone.append(wanted)
                elif is_open(option, wanted):
                    within[key] = wanted
                elif asked:
                    title = profiles.title(slug)
                    self.hubc_refuse(
                        403, f"{wanted} is no {option['display_name'].lower()} of {title} for {self.user.name}."
                    )
                else:
                    gone.append(str(wanted))
        if gone:
            # First, so that what is remembered from now on is what starts.
            self.user_options = {"profile": slug, **within}
            self.hubc_say(f"{', '.join(gone)} is not open to {self.user.name} now: this is the usual choice.")
        return within

    def hubc_is_exam_image(self, typed: str) -> bool:
        """Would it show a person an exam outside of its hours? Admins may look."""
        profiles, user = self.hubc_profiles, self.user.orm_user
        is_admin = user.admin and user.name not in profiles.accounts
        return not is_admin and profiles.is_exam_image(typed, self.hubc_choices())

    def hubc_choose(self, wanted: str, choices: list[str]) -> str:
        profiles, asked = self.hubc_profiles, self.hubc_is_asked()
        if asked and wanted in profiles.rules and wanted not in choices:
            title = profiles.title(wanted)
            if profiles.is_over(wanted):
                self.hubc_remember_course(wanted)
                self.hubc_refuse(403, f"{title} is over. It was open {profiles.hours(wanted)}.")
            if profiles.is_profile(wanted):
                self.hubc_refuse(403, f"{title} is not for {self.user.name}. Choose among what is offered.")
            self.hubc_refuse(403, f"{self.user.name} is not in {title}. Choose among your own courses.")
        if not choices:
            self.hubc_refuse_stranger()
        if wanted not in choices:
            return self.hubc_instead(wanted, choices)
        if not profiles.is_ahead(wanted):
            return wanted
        if asked:
            self.hubc_remember_course(wanted)
            self.hubc_refuse(403, f"{profiles.title(wanted)} is not open yet. It opens {profiles.hours(wanted)}.")
        return self.hubc_instead(wanted, choices)

    def hubc_remember_course(self, exam: str) -> None:
        """JupyterHub has noted the exam that was asked for; it must not start by itself when it opens, or is held again."""
        self.orm_spawner.user_options = {"profile": course_of(exam)}
        self.user.db.commit()

    def hubc_instead(self, wanted: str, choices: list[str]) -> str:
        """What starts in place of nothing, or of what the person can't have. An exam is never started unasked."""
        profiles, asked = self.hubc_profiles, self.hubc_is_asked()
        courses = [slug for slug in choices if not profiles.is_exam(slug)]
        of_exam, usual = course_of(wanted), profiles.usual(courses)
        if of_exam in courses:
            slug = of_exam
        elif usual is not None and not asked:
            slug = usual
        elif courses and (len(courses) == 1 or (wanted and not asked)):
            slug = courses[0]
        else:
            titles = ", ".join(map(profiles.title, courses))
            what = "one of these" if any(map(profiles.is_profile, courses)) else "one of your courses"
            self.hubc_refuse(400, f"Choose {what}: {titles}.")
        self.user_options = {"profile": slug}
        if wanted:
            self.hubc_say(
                f"{profiles.title(wanted)} is not open to {self.user.name} now: this is {profiles.title(slug)}."
            )
        return slug

    async def hubc_keep_offered(self) -> None:
        """Where nothing of hubc's is chosen: forgets what is not offered, which KubeSpawner would take for an error."""
        wanted = self.hubc_wanted()
        profiles = self.profile_list
        if callable(profiles):
            profiles = profiles(self)
            profiles = await profiles if isawaitable(profiles) else profiles
        offered = {one["slug"]: one for one in self._get_initialized_profile_list(profiles or [])}
        options = dict(self.user_options)
        gone = ["profile"] if options.get("profile") and wanted not in offered else []
        for name, option in (offered.get(wanted, {}).get("profile_options") or {}).items():
            if options.get(name) and not is_offered(option, options[name]):
                gone.append(name)
        if gone:
            said = ", ".join(str(options.pop(name)) for name in gone)
            self.user_options = options
            self.hubc_say(f"{said} is not offered now: this is the usual server.")

    def hubc_say(self, word: str) -> None:
        """A word for the page that waits for the server, once: what it is now is what is remembered from now on."""
        self.hubc_word = word
        self.log.info("hubc: %s: %s", self._log_name, word)
        self.orm_spawner.user_options = dict(self.user_options)
        self.user.db.commit()

    async def get_options_form(self) -> str:
        if not self.hubc_profiles:
            return await super().get_options_form()
        choices = self.hubc_choices()
        if not choices:
            self.hubc_refuse_stranger()
        if len(choices) > 1 or self.hubc_profiles.has_options(choices[0]):
            last = (self.orm_spawner.user_options or {}).get("profile")
            form = await super().get_options_form()
            if not isinstance(last, str) or last in choices:
                return form
            word = f"{self.hubc_profiles.title(last)} is not open to {self.user.name} now. Choose again."
            return f'<p class="alert alert-info">{escape(word)}</p>{form}'
        # Who has one course is not asked. JupyterHub would start it in place of one that a link names and that was refused.
        if self.hubc_refusal:
            raise self.hubc_refusal
        return ""

    def run_pre_spawn_hook(self) -> Any:
        self.hubc_word = None
        if not self.hubc_profiles:
            return self.hubc_before_start(super().run_pre_spawn_hook)
        # At once, without waiting for anything: so the API answers with the refusal, and not that the start is under way.
        self.hubc_settle()
        return super().run_pre_spawn_hook()

    async def hubc_before_start(self, hook: Callable[[], Awaitable[None] | None]) -> None:
        await self.hubc_keep_offered()
        more = hook()
        if isawaitable(more):
            await more

    async def progress(self) -> AsyncIterator[dict[str, Any]]:
        if self.hubc_word:
            yield {"progress": 0, "message": self.hubc_word}
        async for event in super().progress():
            yield event

    async def load_user_options(self) -> None:
        # Again, since another hook may have changed what was asked for.
        if self.hubc_profiles:
            chosen = self.hubc_settle()
            await super().load_user_options()
            self.hubc_apply(chosen)
        else:
            await self.hubc_keep_offered()
            await super().load_user_options()
        self.hubc_raise()
        if self.user.name in (self.hubc_data.get("workspaces") or {}):
            self.hubc_move_home()

    def hubc_apply(self, chosen: EntryData) -> None:
        """What a profile can't say: settings for some of its people, and additions to lists of the hub."""
        if self.hubc_groups() & set(chosen.get("staff") or []):
            self._apply_overrides(chosen["staffOverride"])
        if self.hubc_profiles.accounts.get(self.user.name, {}).get("collaborates"):
            self._apply_overrides(chosen.get("accountOverride") or {})
        if self.user.name == chosen.get("grader"):
            self._apply_overrides(chosen["graderOverride"])
        # Lists of the hub hold more than the course's own, so they are added to.
        if chosen.get("tolerations"):
            self.tolerations = [*self.tolerations, *chosen["tolerations"]]
        if chosen.get("owner"):
            others = [one for one in self.init_containers if name_of(one) != chosen["owner"]["name"]]
            self.init_containers = [chosen["owner"], *others]

    def hubc_groups(self) -> set[str]:
        return {group.name for group in self.user.groups}

    def hubc_move_home(self) -> None:
        """Gives a shared account a home apart from those of people, so that no name makes it a person's."""
        homes = self.hubc_data.get("workspaceHomes")
        if self.storage_pvc_ensure:
            self.pvc_name = self._expand_user_properties(f"workspace-{self.pvc_name_template}")
        elif homes:
            self.hubc_move_folders(homes)

    def hubc_move_folders(self, homes: HomesData) -> None:
        # A copy, since some of them are the values' own.
        self.init_containers = deepcopy(self.init_containers)
        makers = [one for one in self.init_containers if isinstance(one, dict)]
        lists = [self.volume_mounts, *(one.get("volumeMounts") or [] for one in makers)]
        for mount in (one for found in lists for one in (found.values() if isinstance(found, dict) else found)):
            if mount.get("subPath") == homes["from"]:
                mount["subPath"] = homes["to"]

    def hubc_raise(self) -> None:
        """Raises guarantees and limits to the largest of the person's groups, each for itself. No limit is the largest."""
        raises = self.hubc_servers.get("raises") or {}
        for group in self.hubc_groups() & set(raises):
            for trait, amount in raises[group].items():
                current = getattr(self, trait)
                if current is None and trait.endswith("_limit"):
                    continue
                setattr(self, trait, max(current or 0, amount))

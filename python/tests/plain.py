"""The hub around the rules under test: its database, an authenticator and a spawner that say what they were asked."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Mapping, Sequence
from types import SimpleNamespace
from typing import Any, TypeVar

from jupyterhub import orm

from hubc_hub.data import EntryData, HubData, ServersData
from hubc_hub.people import People
from hubc_hub.profiles import Profiles
from hubc_hub.roster import read_groups
from hubc_hub.servers import Servers
from hubc_hub.sign_in import SignIn

Result = TypeVar("Result")


def run(coroutine: Coroutine[Any, Any, Result]) -> Result:
    return asyncio.run(coroutine)


class Configuration(dict[str, Any]):
    """As traitlets' Config: a section comes into being where it is asked for, and its options are attributes and keys."""

    def __getitem__(self, name: str) -> Any:
        if name not in self and name[:1].isupper():
            self[name] = Configuration()
        return self.get(name)

    def __getattr__(self, name: str) -> Any:
        return self[name]

    def __setattr__(self, name: str, value: Any) -> None:
        self[name] = value


def values(data: HubData | None, profile_list: Sequence[Mapping[str, Any]] | None = None) -> Callable[[str, Any], Any]:
    """The chart's reader of values."""
    known = {"custom.hubc": data, "singleuser.profileList": profile_list}

    def get_config(path: str, default: Any) -> Any:
        return known.get(path, default)

    return get_config


class Database:
    """A database of the hub with these people, {group: members}, and how often it was committed to."""

    def __init__(self, people: Sequence[str] = (), groups: Mapping[str, Sequence[str]] | None = None) -> None:
        self.session = orm.new_session_factory("sqlite:///:memory:")()
        self.commits = 0
        self.session.commit = self.count  # type: ignore[method-assign]
        for name in people:
            self.session.add(orm.User(name=name))
        for name, members in (groups or {}).items():
            self.session.add(orm.Group(name=name, users=[self.user(member) for member in members]))

    def count(self) -> None:
        self.commits += 1

    def user(self, name: str) -> orm.User:
        user = self.session.query(orm.User).filter_by(name=name).first()
        if user is None:
            user = orm.User(name=name)
            self.session.add(user)
        return user

    def group(self, name: str) -> orm.Group:
        group = orm.Group.find(self.session, name)
        assert group is not None, name
        return group

    def groups_of(self, name: str) -> set[str]:
        return {group.name for group in self.user(name).groups}

    def groups(self) -> dict[str, set[str]]:
        return {group.name: {user.name for user in group.users} for group in self.session.query(orm.Group)}


class PlainAuthenticator:
    """A class that lets in whom it is told, and gives what it is told."""

    allows = False
    passes: Any = True
    waits = False
    hook: Callable[[dict[str, Any]], dict[str, Any] | None] = staticmethod(lambda auth_model: auth_model)
    renewed: Any = True

    def __init__(self, db: Any, **settings: Any) -> None:
        self.parent = SimpleNamespace(db=db)
        self.log = logging.getLogger("hubc-tests")
        self.config: dict[str, dict[str, Any]] = {}
        self.calls: list[Any] = []
        self.answered_later = 0
        self.admin_users: set[str] = set()
        self.allowed_users: set[str] = set()
        self.allow_all = self.allow_existing_users = True
        self.any_allow_config = False
        self.manage_groups = False
        vars(self).update(settings)

    def answer(self, value: Any) -> Any:
        """Some classes answer at once, others later."""

        async def later() -> Any:
            self.answered_later += 1
            return value

        return later() if self.waits else value

    def check_allow_config(self) -> None:
        self.calls.append("check_allow_config")

    def normalize_username(self, username: str) -> str:
        return username.lower()

    def validate_username(self, username: str) -> bool:
        return " " not in username

    def check_allowed(self, username: str, auth_model: Any = None) -> Any:
        return self.answer(self.allows or username in self.allowed_users)

    def check_blocked_users(self, username: str, auth_model: Any = None) -> Any:
        return self.answer(self.passes)

    def add_user(self, user: Any) -> Any:
        self.calls.append(("add_user", user.name))
        return self.answer(None)

    async def run_post_auth_hook(self, handler: Any, auth_model: dict[str, Any]) -> dict[str, Any] | None:
        return self.hook(auth_model)

    def refresh_user(self, user: Any, handler: Any = None, **kwargs: Any) -> Any:
        self.calls.append(("refresh_user", user.name, handler, kwargs))
        return self.answer(self.renewed)


def authenticator(data: HubData, database: Database | None = None, **settings: Any) -> Any:
    """An authenticator as `configure` makes it, with its rules in front."""
    rules = settings.pop("rules", (People, SignIn) if "signIn" in data else (People,))
    extra = {"hubc_data": data, "hubc_lists": read_groups(data), "hubc_sign_in": data.get("signIn")}
    made = type("Made", (*rules, settings.pop("base", PlainAuthenticator)), extra)
    return made((database or Database()).session, **settings)


class PlainSpawner:
    """A spawner with KubeSpawner's settings, which says what was changed of it."""

    form = "<form>"
    profile_list: Any = ()

    def __init__(self, database: Database, name: str, **settings: Any) -> None:
        orm_user = database.user(name)
        self.user = SimpleNamespace(
            name=name, orm_user=orm_user, groups=orm_user.groups, admin=orm_user.admin, db=database.session
        )
        self.orm_spawner = SimpleNamespace(user_options=None)
        self.user_options: dict[str, Any] = {}
        self.log = logging.getLogger("hubc-tests")
        self._log_name = name
        self.tolerations: list[Any] = ["the hub's"]
        self.init_containers: list[Any] = []
        self.volume_mounts: Any = {}
        self.storage_pvc_ensure = False
        self.pvc_name = "claim"
        self.pvc_name_template = "claim-{username}"
        self.mem_guarantee: float | None = 4
        self.mem_limit: float | None = 8
        self.overrides: list[Any] = []
        self.calls: list[Any] = []
        self.hook: Any = None
        vars(self).update(settings)

    def _apply_overrides(self, override: Any) -> None:
        self.overrides.append(override)

    def _expand_user_properties(self, template: str) -> str:
        return template.replace("{username}", self.user.name)

    def _get_initialized_profile_list(self, profile_list: Any) -> Any:
        return [{"slug": one["display_name"].lower(), **one} for one in profile_list]

    async def get_options_form(self) -> str:
        return self.form

    async def load_user_options(self) -> None:
        self.calls.append(("load_user_options", dict(self.user_options)))

    def run_pre_spawn_hook(self) -> Any:
        self.calls.append(("run_pre_spawn_hook", dict(self.user_options)))
        return self.hook() if self.hook else None

    async def progress(self) -> Any:
        yield {"message": "KubeSpawner's own"}


def spawner(data: HubData, database: Database, name: str, clock: Any = None, **settings: Any) -> Any:
    """A spawner as `configure` makes it, with its rules in front."""
    servers: ServersData = data.get("servers") or {}
    offered = settings.pop("offered", [{"slug": slug} for slug in servers.get("entries") or {}])
    profiles = Profiles(servers, profile_list=offered, **({"clock": clock} if clock else {}))
    extra = {"hubc_data": data, "hubc_servers": servers, "hubc_profiles": profiles}
    return type("Made", (Servers, PlainSpawner), extra)(database, name, **settings)


def asking(profile: str | None = None, body: bytes = b"") -> SimpleNamespace:
    """A request that starts a server, by a form that names a profile, or by a body."""
    arguments = {} if profile is None else {"profile": [profile.encode()]}
    return SimpleNamespace(request=SimpleNamespace(arguments=arguments, body=body), settings={"failure_count": 1})


def entry(title: str, **more: Any) -> EntryData:
    rules: EntryData = {"title": title}
    rules.update(more)  # type: ignore[typeddict-item]
    return rules

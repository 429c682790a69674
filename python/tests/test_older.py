"""What older charts lack, made up for: volumes as maps, overrides by group, and the rules of who may enter."""

import importlib
import sys
import unittest
from types import ModuleType, SimpleNamespace
from typing import Any
from unittest import mock

import hubc_hub.starting  # noqa: F401  (before the hub that it stands on is another)
from tests.plain import Configuration, run


class OldKubeSpawner:
    """KubeSpawner 6 as far as it is used: lists of volumes, a profile at the end, and a template with the names that it has."""

    user: Any
    volumes: Any
    volume_mounts: Any

    def __init__(self, groups: tuple[str, ...] = ()) -> None:
        self.user = SimpleNamespace(groups=[SimpleNamespace(name=name) for name in groups])
        self.volumes, self.volume_mounts = [], []
        self.asked: list[Any] = []

    def _expand_user_properties(self, template: str) -> str:
        return template.format(username="ada-40x", servername="")

    def _apply_overrides(self, override: dict[str, Any]) -> None:
        self.asked.append(override)

    async def load_user_options(self) -> None:
        self.asked.append("profile")

    async def get_pod_manifest(self) -> Any:
        return {"volumes": self.volumes, "mounts": self.volume_mounts}


class OldAuthenticator:
    """JupyterHub 4's: with no list of people everybody may enter, and who is known is put onto the list."""

    def __init__(self, allowed: tuple[str, ...] = ()) -> None:
        self.allowed_users = set(allowed)

    def check_allowed(self, username: str, authentication: Any = None) -> bool:
        return not self.allowed_users or username in self.allowed_users

    def add_user(self, user: Any) -> Any:
        self.allowed_users.add(user.name)
        return "added"


class OldHub:
    async def init_users(self) -> None:
        self.authenticator.asked.append("users")  # type: ignore[attr-defined]


def older(authenticator: type = OldAuthenticator) -> Any:
    """The module, over an old hub."""

    def trait(*default: Any, **_: Any) -> Any:
        return default[0] if default else None

    spawner = type("Spawner", (), {})
    modules: dict[str, dict[str, Any]] = {
        "jupyterhub.app": {"JupyterHub": type("JupyterHub", (OldHub,), {"init_users": OldHub.init_users})},
        "jupyterhub.auth": {"Authenticator": type("Authenticator", (authenticator,), {})},
        "jupyterhub.spawner": {"Spawner": spawner},
        "kubespawner": {"KubeSpawner": OldKubeSpawner},
        "sqlalchemy.orm": {"configure_mappers": mock.Mock()},
        "traitlets": dict.fromkeys(("Bool", "Dict", "List", "Union"), trait),
    }
    stubs = {name: ModuleType(name) for name in modules}
    for name, held in modules.items():
        vars(stubs[name]).update(held)
    with mock.patch.dict(sys.modules, {**stubs, "sqlalchemy": ModuleType("sqlalchemy")}):
        sys.modules.pop("hubc_older", None)
        module = importlib.import_module("hubc_older")
        sys.modules.pop("hubc_older", None)
    return module


class Volumes(unittest.TestCase):
    def maps(self, spawner: dict[str, Any], values: dict[str, Any]) -> Configuration:
        c = Configuration(KubeSpawner=Configuration(spawner))
        module = older()
        with mock.patch.object(module, "put_in_front"):
            module.configure(c, values.get)
        configured: Configuration = c["KubeSpawner"]
        return configured

    mounts = [
        {"name": "home", "mountPath": "/home/jovyan"},
        {"name": "files", "mountPath": "/etc/a"},
        {"name": "files", "mountPath": "/etc/b"},
        {"name": "home", "mountPath": "/srv/one"},
        {"name": "home", "mountPath": "/srv/two"},
    ]
    overriding: dict[str, Any] = {"singleuser.profileList": [{"kubespawner_override": {"volume_mounts": {}}}]}

    def test_become_maps_where_something_overrides_them(self) -> None:
        values = {
            **self.overriding,
            "singleuser.storage.extraVolumeMounts": self.mounts[3:],
            "custom.hubc.mountKeys": ["10-one"],
        }
        spawner = self.maps({"volumes": [{"name": "home"}], "volume_mounts": self.mounts}, values)
        self.assertEqual(spawner["volumes"], {"home": {"name": "home"}})
        self.assertEqual(
            {key: mount["mountPath"] for key, mount in spawner["volume_mounts"].items()},
            {
                "home": "/home/jovyan",
                "0-files": "/etc/a",
                "1-files": "/etc/b",
                "10-one": "/srv/one",
                "1-home": "/srv/two",
            },
        )

    def test_stay_lists_where_nothing_does(self) -> None:
        spawner = self.maps({"volume_mounts": self.mounts}, {"singleuser.profileList": [{"display_name": "A"}]})
        self.assertEqual(spawner["volume_mounts"], self.mounts)

    def test_stay_maps_where_they_are(self) -> None:
        spawner = self.maps({"volume_mounts": {"home": self.mounts[0]}}, self.overriding)
        self.assertEqual(spawner["volume_mounts"], {"home": self.mounts[0]})

    def test_reach_an_old_pod_as_lists_in_order_of_their_keys(self) -> None:
        spawner = older().OlderSpawner()
        spawner.volumes, spawner.volume_mounts = {"b": {"name": "b"}, "a": {"name": "a"}}, [{"name": "c"}]
        kept = spawner.volumes, spawner.volume_mounts
        manifest = run(spawner.get_pod_manifest())
        self.assertEqual(manifest, {"volumes": [{"name": "a"}, {"name": "b"}], "mounts": [{"name": "c"}]})
        self.assertEqual((spawner.volumes, spawner.volume_mounts), kept)


class Spawners(unittest.TestCase):
    def test_have_overrides_by_group_before_the_profile(self) -> None:
        spawner = older().OlderSpawner(("staff", "people"))
        spawner.group_overrides = {
            "20": {"groups": ["staff"], "spawner_override": {"mem_limit": "2G"}},
            "10": {"groups": ["people", "others"], "spawner_override": {"mem_limit": "1G"}},
            "30": {"groups": ["others"], "spawner_override": {"mem_limit": "3G"}},
        }
        run(spawner.load_user_options())
        self.assertEqual(spawner.asked, [{"mem_limit": "1G"}, {"mem_limit": "2G"}, "profile"])

    def test_know_escaped_names(self) -> None:
        expand = older().OlderSpawner()._expand_user_properties
        self.assertEqual(expand("homes/{escaped_username}{escaped_servername}"), "homes/ada-40x")


class Entry(unittest.TestCase):
    def test_is_for_nobody_unless_something_lets_them_in(self) -> None:
        authenticator = older().OlderAuthenticator()
        self.assertFalse(authenticator.check_allowed("ada"))
        authenticator.allow_all = True
        self.assertTrue(authenticator.check_allowed("ada"))
        listed = older().OlderAuthenticator(("ada",))
        self.assertTrue(listed.check_allowed("ada"))
        self.assertFalse(listed.check_allowed("bob"))

    def test_is_left_to_a_class_that_has_the_rules(self) -> None:
        class WithRules(OldAuthenticator):
            def update_auth_model(self) -> None: ...

            def check_allowed(self, username: str, authentication: Any = None) -> bool:
                return username == "eve"

        self.assertTrue(older(WithRules).OlderAuthenticator().check_allowed("eve"))

    def test_is_not_for_who_is_known_unless_that_is_said(self) -> None:
        authenticator = older().OlderAuthenticator(("ada",))
        self.assertEqual(authenticator.add_user(SimpleNamespace(name="bob")), "added")
        self.assertEqual(authenticator.allowed_users, {"ada"})
        authenticator.allow_existing_users = True
        authenticator.add_user(SimpleNamespace(name="bob"))
        self.assertEqual(authenticator.allowed_users, {"ada", "bob"})

    def test_is_checked_before_people_are_loaded(self) -> None:
        module = older()
        module.ask_first()
        hub = module.JupyterHub()
        asked: list[str] = []
        hub.authenticator = SimpleNamespace(asked=asked, check_allow_config=lambda: asked.append("rules"))
        run(hub.init_users())
        self.assertEqual(asked, ["rules", "users"])


class Classes(unittest.TestCase):
    def put(self, *, new: bool) -> list[str]:
        module = older()
        if new:
            module.Spawner.apply_group_overrides = module.Authenticator.check_allow_config = lambda self: None
        with mock.patch.object(module, "put_in_front") as put:
            module.configure(Configuration(), lambda path, default: default)
        return [call.args[1] for call in put.call_args_list]

    def test_are_put_in_front_of_old_ones_alone(self) -> None:
        self.assertEqual(self.put(new=False), ["spawner", "authenticator"])
        self.assertEqual(self.put(new=True), [])

"""The classes that the hub starts with, and what is called before they are there."""

import ast
import importlib
import sys
import unittest
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any
from unittest import mock

import hubc_hub
from hubc_hub import starting
from hubc_hub.people import People
from hubc_hub.servers import Servers
from hubc_hub.sign_in import SignIn
from tests.plain import Configuration, PlainAuthenticator, PlainSpawner, entry, values


class Chosen:
    """What `some_module.Chosen` names."""


class ChosenClass(unittest.TestCase):
    def chosen(self, name: object, kind: str = "spawner", entries: Any = ()) -> type:
        c = Configuration(JupyterHub=Configuration({f"{kind}_class": name}))
        module = ModuleType("some_module")
        vars(module).update(Chosen=Chosen, SOME=3)
        asked: list[str] = []

        def entry_points(group: str) -> Any:
            asked.append(group)
            return entries

        with (
            mock.patch.dict(sys.modules, some_module=module),
            mock.patch.object(starting, "entry_points", entry_points),
        ):
            found = starting.chosen_class(c, kind)
        self.assertEqual(asked, [f"jupyterhub.{kind}s"] if isinstance(name, str) else [])
        return found

    def test_is_one_that_is_set_as_such(self) -> None:
        self.assertIs(self.chosen(Chosen), Chosen)

    def test_is_found_by_its_name(self) -> None:
        self.assertIs(self.chosen("some_module.Chosen"), Chosen)

    def test_is_found_by_a_short_name_in_any_case(self) -> None:
        other = SimpleNamespace(name="other", load=lambda: PlainSpawner)
        google = SimpleNamespace(name="Google", load=lambda: Chosen)
        self.assertIs(self.chosen("gooGLE", "authenticator", [other, google]), Chosen)

    def test_ends_the_start_where_there_is_none(self) -> None:
        for name, said in (
            (None, "hub.config.JupyterHub.spawner_class isn't set."),
            ("some_module.SOME", "hub.config.JupyterHub.spawner_class is 'some_module.SOME', which is no class."),
        ):
            with self.assertRaises(SystemExit) as ended:
                self.chosen(name)
            self.assertEqual(str(ended.exception), f"hubc: {said}")
        with self.assertRaises(ModuleNotFoundError):
            self.chosen("no_such_module.Chosen")

    def test_stays_itself_behind_the_rules(self) -> None:
        c = Configuration(JupyterHub=Configuration(spawner_class=Chosen))
        starting.put_in_front(c, "spawner", Servers, hubc_data={"admins": ["x"]})
        made = c.JupyterHub.spawner_class
        self.assertEqual(made.__mro__[1:3], (Servers, Chosen))
        self.assertEqual(
            (made.__name__, made.__module__, made.hubc_data), ("ChosenOfHubc", __name__, {"admins": ["x"]})
        )
        starting.put_in_front(c, "spawner", SignIn)
        self.assertEqual(c.JupyterHub.spawner_class.__name__, "ChosenOfHubc")


class Configure(unittest.TestCase):
    def configured(self, data: Any, profile_list: Any = None) -> Any:
        c = Configuration()
        c.JupyterHub.spawner_class, c.JupyterHub.authenticator_class = PlainSpawner, PlainAuthenticator
        c.JupyterHub.load_roles = []
        hubc_hub.configure(c, values(data, profile_list))
        return c

    def test_puts_the_rules_in_front_of_both_classes(self) -> None:
        data = {"signIn": {}, "admins": ["prof"], "groups": {"class": {"members": ["ada"]}}}
        c = self.configured(data)
        authenticator = c.JupyterHub.authenticator_class
        order = [one for one in authenticator.__mro__ if one in (People, SignIn, PlainAuthenticator)]
        self.assertEqual(order, [People, SignIn, PlainAuthenticator])
        self.assertEqual(authenticator.hubc_lists, {"class": [("members of class", "ada")]})
        self.assertIs(authenticator.hubc_data, data)
        self.assertIs(authenticator.hubc_sign_in, data["signIn"])
        self.assertTrue(issubclass(c.JupyterHub.spawner_class, Servers))
        self.assertNotIn("KubeSpawner", c)

    def test_leaves_signing_in_to_the_authenticator_where_nothing_is_said_of_it(self) -> None:
        self.assertFalse(issubclass(self.configured({}).JupyterHub.authenticator_class, SignIn))
        self.assertTrue(issubclass(self.configured(None).JupyterHub.authenticator_class, People))

    def test_gives_the_servers_their_rules_and_the_form_its_list(self) -> None:
        rules = {"c": entry("C")}
        c = self.configured({"servers": {"entries": rules}}, [{"slug": "c"}])
        spawner = c.JupyterHub.spawner_class
        self.assertEqual(spawner.hubc_profiles.rules, rules)
        self.assertEqual(spawner.hubc_servers, {"entries": rules})
        self.assertTrue(callable(c.KubeSpawner.profile_list))


class Package(unittest.TestCase):
    folder = Path(hubc_hub.__file__).parent

    def test_does_nothing_when_it_is_imported(self) -> None:
        allowed = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Assign)
        for path in self.folder.glob("*.py"):
            for node in ast.parse(path.read_text("utf-8")).body:
                is_type_checking = isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
                is_docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
                self.assertTrue(isinstance(node, allowed) or is_type_checking or is_docstring, f"{path}:{node.lineno}")

    def test_can_be_imported_module_by_module(self) -> None:
        for path in self.folder.glob("*.py"):
            importlib.import_module(f"hubc_hub.{path.stem}" if path.stem != "__init__" else "hubc_hub")


if __name__ == "__main__":
    unittest.main()

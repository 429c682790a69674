"""The hub's start: how it ends where a rule can't be kept, and the classes that it starts with."""

import sys
from importlib.metadata import entry_points
from pkgutil import resolve_name
from typing import Any, NoReturn


def stop(message: str) -> NoReturn:
    """Ends the hub's start with one message, which never holds a secret or a person's name from a secret list."""
    sys.exit(f"hubc: {message}")


def check_has(owner: type, names: str) -> None:
    """Stops unless the class has all that is used of it, so that a newer JupyterHub can't silently drop a rule."""
    for name in names.split():
        if not hasattr(owner, name):
            stop(f"{owner.__name__} has no {name}. Use the chart version this was made for.")


def chosen_class(c: Any, kind: str) -> type:
    """The class of `c.JupyterHub.<kind>_class`: set as such, by a short name such as "google", or by "package.module.Class"."""
    chosen = c.JupyterHub[f"{kind}_class"]
    if isinstance(chosen, type):
        return chosen
    if not isinstance(chosen, str):
        stop(f"hub.config.JupyterHub.{kind}_class isn't set.")
    for entry in entry_points(group=f"jupyterhub.{kind}s"):
        if entry.name.lower() == chosen.lower():
            return as_class(entry.load(), chosen, kind)
    return as_class(resolve_name(chosen), chosen, kind)


def as_class(found: object, name: str, kind: str) -> type:
    if not isinstance(found, type):
        stop(f"hub.config.JupyterHub.{kind}_class is {name!r}, which is no class.")
    return found


def put_in_front(c: Any, kind: str, rules: type, **attributes: object) -> None:
    """Makes the hub use a class that asks `rules` first. Logs show it as the hub's own, with its version."""
    base = chosen_class(c, kind)
    name = f"{base.__name__.removesuffix('OfHubc')}OfHubc"
    c.JupyterHub[f"{kind}_class"] = type(name, (rules, base), {"__module__": base.__module__, **attributes})

"""Writes compiler/knowledge/sign-in-classes.json: the ancestors of each authenticator, and the old names of its traits.

Run it with the versions that the hub image of the chart pins (see compiler/knowledge/authenticators.ts):

    pip install jupyterhub==5.5.0 oauthenticator==17.4.0 mwoauth jupyterhub-ldapauthenticator==2.0.2 \
        jupyterhub-ltiauthenticator==1.6.3 jupyterhub-nativeauthenticator==1.3.0
    python scripts/sign-in-classes.py

CanvasOAuthenticator is in no package registry; its line is that of its source (canvasoauthenticator 12fcbbb).
"""

import json
from importlib import import_module
from importlib.metadata import entry_points, version
from pathlib import Path

from jupyterhub.auth import Authenticator

PACKAGES = {
    "jupyterhub": "jupyterhub",
    "oauthenticator": "oauthenticator",
    "ldapauthenticator": "jupyterhub-ldapauthenticator",
    "ltiauthenticator": "jupyterhub-ltiauthenticator",
    "nativeauthenticator": "jupyterhub-nativeauthenticator",
}
LTI = ("ltiauthenticator.lti13.auth:LTI13Authenticator", "ltiauthenticator.lti11.auth:LTI11Authenticator")
CANVAS = {"CanvasOAuthenticator": ["GenericOAuthenticator", "OAuthenticator", "Authenticator"]}


def classes():
    for entry in entry_points(group="jupyterhub.authenticators"):
        yield entry.load()
    for path in LTI:
        module, name = path.split(":")
        yield getattr(import_module(module), name)


def line(cls):
    return [one.__name__ for one in cls.__mro__ if issubclass(one, Authenticator)]


def old_names(cls):
    """{old: new}, as the class itself declares them."""
    declared = {**cls.__dict__.get("_deprecated_aliases", {}), **cls.__dict__.get("_deprecated_oauth_aliases", {})}
    return {old: new[0] for old, new in declared.items()}


found = {}
for one in classes():
    for ancestor in one.__mro__:
        if issubclass(ancestor, Authenticator):
            found[ancestor.__name__] = ancestor
ancestors = {name: line(cls)[1:] for name, cls in found.items()} | CANVAS
renamed = {name: old_names(cls) for name, cls in found.items() if old_names(cls)}
# Declared beside the table of old names, by an observer of its own (oauthenticator 17.4, generic.py and azuread.py).
renamed.setdefault("GenericOAuthenticator", {})["claim_groups_key"] = "auth_state_groups_key"
renamed.setdefault("AzureAdOAuthenticator", {})["user_groups_claim"] = "auth_state_groups_key"
sources = ", ".join(f"{name} {version(package)}" for name, package in PACKAGES.items())
comment = f"Ancestors of each authenticator, the nearest first, and old names of traits: read by scripts/sign-in-classes.py from {sources}."
lines = [f' "$comment": {json.dumps(comment)}']
for key, table in (("ancestors", ancestors), ("renamed", renamed)):
    rows = ",\n".join(f"  {json.dumps(name)}: {json.dumps(table[name])}" for name in sorted(table))
    lines.append(f' "{key}": {{\n{rows}\n }}')
target = Path(__file__).parent.parent / "compiler/knowledge/sign-in-classes.json"
target.write_text("{\n" + ",\n".join(lines) + "\n}\n")

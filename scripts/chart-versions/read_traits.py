"""Prints, as JSON, the traits of the hub's classes and the lines of its authenticators, of the packages that are installed here.

`declared`: by the class that declares it, then by trait, its type as traitlets names it, its default, whether it takes None, and whether
it is deprecated; null where it takes no configuration any more. `classes`: of each class that can be configured, those whose traits it has, the nearest first. `ancestors`: of each authenticator, the nearest first. `renamed`: by the class that declares them, old names
of traits with those of today. `packages`: the versions that were read.
"""

import enum
import inspect
import json
import re
import sys
from importlib import import_module
from importlib.metadata import PackageNotFoundError, entry_points, version

from jupyterhub.app import JupyterHub
from jupyterhub.auth import Authenticator
from kubespawner import KubeSpawner
from traitlets import TraitType, Undefined

PACKAGES = (
    "jupyterhub",
    "jupyterhub-kubespawner",
    "oauthenticator",
    "jupyterhub-ldapauthenticator",
    "jupyterhub-ltiauthenticator",
    "jupyterhub-nativeauthenticator",
)
# Authenticators that have no name of their own in JupyterHub, or that others are made of.
MORE = (
    "jupyterhub.auth:Authenticator",
    "jupyterhub.auth:DummyAuthenticator",
    "jupyterhub.authenticators.shared:SharedPasswordAuthenticator",
    "oauthenticator.oauth2:OAuthenticator",
    "ltiauthenticator.lti13.auth:LTI13Authenticator",
    "ltiauthenticator.lti11.auth:LTI11Authenticator",
    "ldapauthenticator:LDAPAuthenticator",
    "nativeauthenticator:NativeAuthenticator",
)
# Those whose traits a program can set. The others are known by name alone.
TABLED = (
    "Auth0OAuthenticator Authenticator AzureAdOAuthenticator BitbucketOAuthenticator CILogonOAuthenticator DummyAuthenticator "
    "GenericOAuthenticator GitHubOAuthenticator GitLabOAuthenticator GlobusOAuthenticator GoogleOAuthenticator LDAPAuthenticator "
    "LTI11Authenticator LTI13Authenticator MWOAuthenticator NativeAuthenticator OAuthenticator OpenShiftOAuthenticator "
    "SharedPasswordAuthenticator"
).split()
# CanvasOAuthenticator is in no package registry; its line is that of its source (canvasoauthenticator 12fcbbb).
CANVAS = {"CanvasOAuthenticator": ["GenericOAuthenticator", "OAuthenticator", "Authenticator"]}


def authenticators():
    """Every authenticator of the packages, by name. A module that this version does not have is left out."""
    found = {}
    for entry in entry_points(group="jupyterhub.authenticators"):
        keep(entry.load(), found)
    for path in MORE:
        module, name = path.split(":")
        try:
            keep(getattr(import_module(module), name), found)
        except ModuleNotFoundError as missing:
            if missing.name != module and not module.startswith(f"{missing.name}."):
                raise
    return found


def keep(cls, found):
    for one in inspect.getmro(cls):
        if issubclass(one, Authenticator):
            found[one.__name__] = one


def type_of(trait):
    name = type(trait).__name__
    if name == "Union":
        return f"Union[{','.join(type_of(one) for one in trait.trait_types)}]"
    if name == "Integer":
        return "Int"
    if name in ("Enum", "CaselessStrEnum"):
        return f"{name}[{', '.join(repr(one) for one in trait.values)}]"
    inner = getattr(trait, "_trait", None) or getattr(trait, "_value_trait", None)
    return name if inner is None or type(inner).__name__ == "Any" else f"{name}<{type_of(inner)}>"


def default_of(trait):
    value = trait.default_value
    if value is Undefined or isinstance(value, enum.Enum):
        return "traitlets.Undefined"
    try:
        json.dumps(value)
    except TypeError:
        return str(value)
    return value


# Of an installation, and not of the package.
OF_THE_MACHINE = ("JupyterHub.data_files_path",)


def row_of(trait):
    owner = f"{trait.this_class.__name__}.{trait.name}"
    row = {"type": type_of(trait), "default": "" if owner in OF_THE_MACHINE else default_of(trait)}
    if trait.allow_none:
        row["allow_none"] = True
    if re.match(r"\s*(\.\. )?(`\w+` is )?(deprecated|version ?removed|removed in)\b", trait.help or "", re.IGNORECASE):
        row["deprecated"] = True
    return row


def read_class(cls, declared):
    """Keeps the rows of a class's traits by the class that declares them, and gives the names of those, the nearest first."""
    config = cls.class_traits(config=True)
    owners = []
    for one in inspect.getmro(cls):
        known = {name for above in inspect.getmro(one)[1:] for name, trait in above.__dict__.items() if is_setting(trait)}
        # What a class has in place of a trait and takes no configuration is null.
        own = [(name, value) for name, value in one.__dict__.items() if name in known or is_setting(value)]
        rows = {name: row_of(value) if is_setting(value) else None for name, value in own}
        if rows:
            owners.append(one.__name__)
            if declared.setdefault(one.__name__, rows) != rows:
                sys.exit(f"read_traits: two classes are named {one.__name__}")
    check_reading({name: row_of(trait) for name, trait in config.items()}, owners, declared)
    return owners


def is_setting(trait):
    return isinstance(trait, TraitType) and bool(trait.metadata.get("config"))


def check_reading(real, owners, declared):
    """The rows of the owners, the nearest first, have to be the class's own traits."""
    read = {}
    for owner in owners:
        for name, row in declared[owner].items():
            read.setdefault(name, row)
    read = {name: row for name, row in read.items() if row is not None}
    if read != real:
        wrong = sorted(name for name in read.keys() | real.keys() if read.get(name) != real.get(name))
        sys.exit(f"read_traits: {owners[0]} can't be told by the classes that declare its traits: {wrong}")


def old_names(cls):
    """{old: new}, as the class itself declares them."""
    declared = {**cls.__dict__.get("_deprecated_aliases", {}), **cls.__dict__.get("_deprecated_oauth_aliases", {})}
    return {old: new[0] for old, new in declared.items()}


def versions():
    found = {}
    for package in PACKAGES:
        try:
            found[package.removeprefix("jupyterhub-")] = version(package)
        except PackageNotFoundError:
            sys.exit(f"read_traits: {package} is not installed in this Python")
    return found


def main():
    known = authenticators()
    tabled = {name: known[name] for name in TABLED if name in known} | {"JupyterHub": JupyterHub, "KubeSpawner": KubeSpawner}
    ancestors = {name: [one.__name__ for one in inspect.getmro(cls)[1:] if issubclass(one, Authenticator)] for name, cls in known.items()}
    renamed = {name: old_names(cls) for name, cls in known.items() if old_names(cls)}
    declared = {}
    classes = {name: read_class(cls, declared) for name, cls in sorted(tabled.items())}
    print(
        json.dumps(
            {
                "packages": versions(),
                "declared": {owner: dict(sorted(rows.items())) for owner, rows in sorted(declared.items())},
                "classes": classes,
                "ancestors": dict(sorted((ancestors | CANVAS).items())),
                "renamed": dict(sorted(renamed.items())),
            }
        )
    )


if __name__ == "__main__":
    main()

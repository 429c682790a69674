"""check_entry.py FOLDER: who may enter, as `hubc who` says it and as the real authenticators say it of the compiled values.

Each program lays configuration, values or Python over its sign-in. Its values are loaded as the chart loads them, the
authenticator is made as JupyterHub makes it, and each person is put before it with what the provider would say of them.
"""

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path

from hub_process import ROOT
from jupyterhub.app import JupyterHub
from load_values import apply_values, load_values
from report import Report
from tornado.web import HTTPError
from traitlets.config import Config

FOLDER = Path(sys.argv[1])
PROGRAM = """
course c {{
  title  = "C"
  hub    = h
  image  = std.jupyterlab
  term   = 2026-08-26 .. 2026-12-18
  staff  = tas
  roster = students
}}
group tas {{ members = [{tas}] }}
group students {{ members = [{students}] }}
provider kind k {{ }}
storage nfs homes {{ server = "10.0.0.2"  export = "/homes" }}
hub h {{
  provider = k
  homes    = homes
  domain   = "h.example.edu"
  admins   = [{admins}]
  auth {auth}
{own}
}}
"""
ID = 'client-id = secret("a/id")  client-secret = secret("a/secret")'
IDP = "https://idp.example.edu/shib"
OTHER_IDP = "https://idp.partner.example/shib"
NAMES = {"admins": '"prof"', "tas": '"ben"', "students": '"Stu", "sue"'}
ADDRESSES = {"admins": '"prof@a.edu"', "tas": '"ben@a.edu"', "students": '"Stu@a.edu"'}
PEOPLE = ["prof", "ben", "stu", "Sue", "ada", "Eve", "mallory"]


def named(names):
    return [{"name": name} for name in names]


def google(address, hd=""):
    user = {"email": address, "domain": address.split("@")[1], "hd": hd, "verified_email": True, "google_groups": []}
    return {"name": address, "hd": hd, "state": {"google_user": user}}


def cilogon(address, idp):
    return {"name": address, "idp": idp, "state": {"cilogon_user": {"email": address, "idp": idp}}}


GOOGLE = [google("ada@a.edu", "a.edu"), google("eve@b.edu", "b.edu"), google("mallory@gmail.com"), google("prof@a.edu", "a.edu")]
CILOGON = [cilogon("prof@a.edu", IDP), cilogon("stu@a.edu", IDP), cilogon("eve@a.edu", IDP), cilogon("eve@p.edu", OTHER_IDP)]
# title, names, auth, what lies over it, people
CASES = [
    ("rosters, by rule", NAMES, f"github {{ {ID} }}", "", named(PEOPLE)),
    ("a list", NAMES, f'github {{ {ID}  allow {{ people = ["Ada"]  groups = [tas] }} }}', "", named(PEOPLE)),
    (
        "a list, and one more by config",
        NAMES,
        f'github {{ {ID}  allow {{ people = ["ada"]  groups = [tas] }} }}',
        'config { Authenticator.allowed_users += ["Eve"] }',
        named(PEOPLE),
    ),
    (
        "rosters, and one more of the subclass",
        NAMES,
        f"github {{ {ID} }}",
        'config { GitHubOAuthenticator.allowed_users = ["eve"] }',
        named(PEOPLE),
    ),
    (
        "rosters, and one more under an old name",
        NAMES,
        f"github {{ {ID} }}",
        'config { Authenticator.whitelist = ["eve"] }',
        named(PEOPLE),
    ),
    (
        "rosters, and one more by Python",
        NAMES,
        f"github {{ {ID} }}",
        """python { "95-x" = "c.OAuthenticator.allowed_users = {'eve'}" }""",
        named(PEOPLE),
    ),
    (
        "people who are blocked",
        NAMES,
        f"github {{ {ID} }}",
        'config { OAuthenticator.blocked_users = ["sue", "mallory", "Ben"] }',
        named(PEOPLE),
    ),
    ("an organization", NAMES, f'github {{ {ID}  organizations = ["campus"] }}', "", named(PEOPLE)),
    (
        "rosters, and an organization by config",
        NAMES,
        f"github {{ {ID} }}",
        'config { GitHubOAuthenticator.allowed_organizations = ["campus"] }',
        named(PEOPLE),
    ),
    (
        "rosters, and a group of GitLab",
        NAMES,
        f"gitlab {{ {ID} }}",
        'config { GitLabOAuthenticator.allowed_gitlab_groups = ["campus"] }',
        named(PEOPLE),
    ),
    ("a domain", {**NAMES}, f'google {{ {ID}  hosted-domains = ["a.edu"] }}', "", GOOGLE),
    (
        "a domain, and one more by config",
        ADDRESSES,
        f'google {{ {ID}  hosted-domains = ["a.edu"] }}',
        'config { GoogleOAuthenticator.hosted_domain += ["b.edu"] }',
        GOOGLE,
    ),
    (
        "a domain by a variable, with rosters",
        NAMES,
        f"google {{ {ID} }}",
        'values { hub.extraEnv.HOSTED_DOMAIN = "a.edu" }',
        GOOGLE,
    ),
    ("an identity provider", ADDRESSES, f'cilogon {{ {ID}  idps = ["{IDP}"] }}', "", CILOGON),
    (
        "a list, and an identity provider all of whom enter",
        ADDRESSES,
        f'cilogon {{ {ID}  idps = ["{IDP}"]  allow {{ groups = [students, tas] }} }}',
        f'config {{ CILogonOAuthenticator.idps."{OTHER_IDP}" = {{ username_derivation = {{ username_claim = "email" }}, allow_all = true }} }}',
        CILOGON,
    ),
    ("no sign-in", NAMES, "dummy { allow = everyone }", "", named(PEOPLE)),
]
# Members of what GitHub and GitLab call `campus`.
MEMBERS = {"mallory", "ada"}


def compiled(folder, names, auth, own):
    folder.mkdir(parents=True)
    (folder / "p.hub").write_text(PROGRAM.format(**names, auth=auth, own=own), encoding="utf-8")
    hubc = ["node", str(ROOT / "dist/cli.js")]
    build = [*hubc, "build", "--on", "2026-10-05", "--out", "out", "."]
    done = subprocess.run(build, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{folder.name}: {done.stdout}{done.stderr}")
    who = subprocess.run(
        [*hubc, "who", "--on", "2026-10-05", "--format", "json"], cwd=folder, capture_output=True, text=True, check=True
    )
    return folder / "out/hubs/h/prod/values.yaml", json.loads(who.stdout)["releases"][0]


async def authenticator(path):
    values = load_values(path)
    for name, value in (values["hub"].get("extraEnv") or {}).items():
        if isinstance(value, str):
            os.environ[name] = value
    c = Config()
    apply_values(c, values, {"a.id": "id", "a.secret": "secret"})
    c.JupyterHub.db_url = "sqlite:///:memory:"
    app = JupyterHub(config=c)
    app.init_db()
    await app.init_role_creation()
    app.authenticator = app.authenticator_class(parent=app)
    await app.init_users()
    return app.authenticator


async def member(*arguments):
    return any(one in MEMBERS for one in arguments)


async def enters(made, person):
    """Does JupyterHub let this person in, and under which name?"""
    name = person["name"]
    state = {"token_response": {"access_token": "", "token_type": "Bearer"}, "scope": [], **person.get("state", {})}
    for key in ("github_user", "gitlab_user"):
        state.setdefault(key, {"login": name.lower(), "id": name.lower()})
    try:
        if hasattr(made, "user_info_to_username") and "state" in person:
            name = made.user_info_to_username(state[made.user_auth_state_key])
    except HTTPError:
        # CILogon, of an identity provider that it does not have.
        return False, made.normalize_username(name)

    async def authenticate(*_):
        admin = True if made.normalize_username(name) in made.admin_users else None
        return {"name": made.normalize_username(name), "admin": admin, "auth_state": state, "groups": None}

    made.authenticate = authenticate
    for patched in ("_check_membership_allowed_organizations", "_check_membership_allowed_groups"):
        if hasattr(made, patched):
            setattr(made, patched, lambda one, two, *_: member(one, two))
    try:
        return await made.get_authenticated_user(None, {}) is not None, made.normalize_username(name)
    except HTTPError:
        return False, made.normalize_username(name)


def said(who, person, name):
    """Whether `hubc who` says that this person may enter."""
    enter = who["enter"]
    if name in enter["blocked"]:
        return False
    within = {"google": person.get("hd"), "cilogon": person.get("idp")}.get(who["signIn"])
    if within is not None and enter["within"] and within not in enter["within"]:
        return False
    groups = {group["name"]: group["members"] for group in who["groups"]}
    if name in who["admins"] or name in enter["people"]:
        return True
    if any(name in groups[group] for group in enter["groups"]):
        return True
    for one in enter["also"]:
        if "campus" in one["names"] and name in MEMBERS or person.get("idp") in one["names"]:
            return True
    if enter["how"] == "narrowed" and who["signIn"] == "github":
        return name in MEMBERS
    return enter["how"] != "listed"


async def run():
    report = Report()
    for number, (title, names, auth, own, people) in enumerate(CASES):
        before = dict(os.environ)
        path, who = compiled(FOLDER / str(number), names, auth, own)
        made = await authenticator(path)
        report.check(f"{title}: the admins", sorted(made.admin_users), sorted(who["admins"]))
        report.check(f"{title}: nothing is left open", who["enter"]["undecided"], [])
        for person in people:
            entered, name = await enters(made, person)
            report.check(f"{title}: {person['name']} {'enters' if entered else 'stays out'}", entered, said(who, person, name))
        os.environ.clear()
        os.environ.update(before)
    report.end()


asyncio.run(run())

"""check_sign_in.py STAT159_VALUES FOLDER: the hub's Python under sign-ins that Stat 159 doesn't have, proved on a running hub over HTTP.

First OAuth where the provider gives groups and JupyterHub renews a person's sign-in before each start, with a small
provider of our own; then the shared password, whose admins must be known to the authenticator itself.
"""

import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import requests
import yaml
from hub_process import Browser, Hub, Person
from load_values import merge
from report import Report

STAT159 = yaml.safe_load(Path(sys.argv[1]).read_text(encoding="utf-8"))
FOLDER = Path(sys.argv[2])
ROLE = {
    "scopes": [f"{scope}!user=team-room" for scope in ("access:servers", "admin:servers", "list:users")],
    "groups": ["team"],
}
VALUES = {
    "custom": {
        "hubc": {
            "secretName": "people",
            "groups": {"team": {"members": ["ada"], "secretMembers": ["team"]}, "helpers": {"members": ["hugo"]}},
            "workspaces": {"team-room": {"group": "team", "memberOf": ["rooms"]}},
            "courses": {"c": {"people": "course-c", "staff": ["helpers", "course::7::ta"], "everyone": True}},
            "admins": ["prof"],
        }
    },
    "hub": {
        "config": {"Authenticator": {"allow_all": True, "allow_existing_users": False}},
        "loadRoles": {"workspace-team-room": ROLE},
        "extraConfig": STAT159["hub"]["extraConfig"],
        "extraFiles": STAT159["hub"]["extraFiles"],
    },
}
# A hook set elsewhere, after hubc's Python.
HOOK = """
def rename(authenticator, handler, auth_model):
    auth_model["name"] = {"alias": "renamed", "disguise": "team-room"}.get(auth_model["name"], auth_model["name"])
    return auth_model
c.Authenticator.post_auth_hook = rename
"""

report = Report()
check = report.check
given_groups = {"ada": ["course::7", "team"], "mallory": ["course::7", "team", "course-c"], "tess": ["course::7::ta"]}


class Provider(BaseHTTPRequestHandler):
    """An OAuth provider where the code and the token are the person's name."""

    def do_POST(self):
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.answer({"access_token": form["code"][0], "token_type": "Bearer"})

    def do_GET(self):
        name = self.headers["Authorization"].split()[-1]
        self.answer({"username": name, "groups": given_groups.get(name.lower(), [])})

    def answer(self, body):
        data = json.dumps(body).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass


class OAuthBrowser(Browser):
    """A browser that the provider sends back at once, as the person it is told."""

    def __init__(self, hub, name):
        requests.Session.__init__(self)
        self.hub, self.name = hub, name
        to_provider = self.get(f"{hub.url}/hub/oauth_login", allow_redirects=False, timeout=30).headers["Location"]
        query = parse_qs(urlsplit(to_provider).query)
        back = {"code": name, "state": query["state"][0]}
        self.answer = self.get(query["redirect_uri"][0], params=back, allow_redirects=False, timeout=30)


def hub_with(folder, more):
    path = FOLDER / folder / "values.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(merge(VALUES, more)), encoding="utf-8")
    hub = Hub(FOLDER / folder, path)
    hub.write_list("team", "bob\n")
    return hub


def oauth():
    provider = ThreadingHTTPServer(("127.0.0.1", 0), Provider)
    threading.Thread(target=provider.serve_forever, daemon=True).start()
    hub = hub_with("oauth", {})
    base = f"http://127.0.0.1:{provider.server_port}"
    settings = {
        "client_id": "hub",
        "client_secret": "not-a-secret",
        "oauth_callback_url": f"{hub.url}/hub/oauth_callback",
        "authorize_url": f"{base}/authorize",
        "token_url": f"{base}/token",
        "userdata_url": f"{base}/user",
        "username_claim": "username",
        "enable_auth_state": True,
        "manage_groups": True,
        "auth_state_groups_key": "oauth_user.groups",
    }
    config = {"JupyterHub": {"authenticator_class": "generic-oauth"}, "GenericOAuthenticator": settings}
    changes = {"hub": {"config": config, "extraConfig": {"95-hook": HOOK}}}
    try:
        hub.start(changes)
        oauth_groups(hub)
        ada = oauth_workspace(hub)
        hub.stop()
        given_groups["ada"] = ["course::8"]
        hub.start(merge(changes, {"custom": {"hubc": {"groups": {"team": {"members": []}}, "admins": []}}}))
        oauth_after(hub, ada)
    finally:
        hub.stop()
        provider.shutdown()


def oauth_groups(hub):
    for name in ("ADA", "bob", "mallory", "tess", "hugo", "prof"):
        check(f"{name} signs in", OAuthBrowser(hub, name).who(), name.lower())
    groups = {name: set(user["groups"]) for name, user in hub.users().items()}
    check(
        "ada has the provider's group, the listed one and the course", groups["ada"], {"course::7", "team", "course-c"}
    )
    check("bob is in the team by the secret list", groups["bob"], {"team", "course-c"})
    check("the provider can't put mallory into a listed group", groups["mallory"], {"course::7", "course-c"})
    check("the provider's staff are not people of the course", groups["tess"], {"course::7::ta"})
    check("nor listed staff, nor admins", (groups["hugo"], groups["prof"]), ({"helpers"}, set()))
    check("the workspace is only where it is put", groups["team-room"], {"rooms"})
    check("prof is admin", hub.users()["prof"]["admin"])
    for name in ("team-room", "Team-Room", "disguise"):
        check(f"nobody signs in as the workspace by {name}", OAuthBrowser(hub, name).answer.status_code, 403)
    check("the hook set elsewhere still works", OAuthBrowser(hub, "alias").who(), "renamed")


def oauth_workspace(hub):
    ada = Person(hub, "ada", OAuthBrowser(hub, "ada"))
    mallory = Person(hub, "mallory", OAuthBrowser(hub, "mallory"))
    # The workspace has no sign-in to renew: JupyterHub would call it expired.
    check(
        "ada starts the workspace",
        ada.api("POST", "/users/team-room/server").status_code,
        lambda got: got in (201, 202),
    )
    check("it comes up, and she enters", hub.wait_for_server("team-room") and ada.browser.opens("team-room"))
    check(
        "mallory can't start it",
        mallory.api("POST", "/users/team-room/server").status_code,
        lambda got: got in (403, 404),
    )
    check("nor enter", mallory.browser.opens("team-room"), False)
    bob = Person(hub, "bob", OAuthBrowser(hub, "bob"))
    check("bob starts his own, which renews his sign-in", bob.start("bob") and hub.wait_for_server("bob"))
    check("he is still in the team", set(hub.users()["bob"]["groups"]), {"team", "course-c"})
    return ada


def oauth_after(hub, ada):
    check("ada, no longer listed, is out at once", set(hub.users()["ada"]["groups"]), {"course::7", "course-c"})
    check(
        "and can't start the workspace",
        ada.api("POST", "/users/team-room/server").status_code,
        lambda got: got in (403, 404),
    )
    check("bob is still in", "team" in hub.users()["bob"]["groups"])
    check("prof, no longer listed, is no admin", hub.users()["prof"]["admin"], False)
    OAuthBrowser(hub, "prof")
    check("nor after a new sign-in", hub.users()["prof"]["roles"], ["user"])
    OAuthBrowser(hub, "ada")
    check(
        "a new sign-in gives her the provider's groups of now",
        set(hub.users()["ada"]["groups"]),
        {"course::8", "course-c"},
    )


def shared_password():
    hub = hub_with("password", {})
    passwords = {"user_password": "for-the-class", "admin_password": "for-admins-and-it-is-long-enough-too"}
    config = {"JupyterHub": {"authenticator_class": "shared-password"}, "SharedPasswordAuthenticator": passwords}
    try:
        hub.start({"hub": {"config": config}})
        for name, password, who in (
            ("bob", "for-the-class", "bob"),
            ("bob", "wrong", None),
            ("prof", "for-the-class", None),
            ("prof", passwords["admin_password"], "prof"),
            ("team-room", "for-the-class", None),
            ("Team-Room ", "for-the-class", None),
        ):
            check(f"{name!r} with {password!r} is {who or 'nobody'}", Browser(hub, name, password).who(), who)
        users = hub.users()
        check("bob is in the team from his first sign-in", set(users["bob"]["groups"]), {"team", "course-c"})
        check("prof is admin, bob is not", (users["prof"]["admin"], users["bob"]["admin"]), (True, False))
    finally:
        hub.stop()


oauth()
shared_password()
report.end()

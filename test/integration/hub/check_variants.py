"""check_variants.py VALUES FOLDER: every other way of signing in, compiled, with the real authenticators over HTTP.

VALUES is the folder `hubs` of the compiled program `sign-in-variants`. Secrets are variables, as a cluster fills them.
"""

import json
import re
import sys
from pathlib import Path

import requests
import yaml
from hub_process import Browser, Hub, Person
from oauthlib.oauth1 import Client
from report import Report
from sign_in_provider import LaunchBrowser, Provider

VALUES, FOLDER = (Path(argument) for argument in sys.argv[1:3])
SECRETS = {
    "HUBC_CONSUMER_SECRET": "consumer",
    "HUBC_SEARCH_PASSWORD": "search",
    "HUBC_PASSWORD": "for-the-class",
    "HUBC_ADMIN_PASSWORD": "for-admins-and-it-is-long-enough-too",
}
report = Report()
check = report.check
provider = Provider()


def start(name, config=None, variables=(), files=False):
    """The hub of a variant. Variables stand in `extraEnv`, where the compiled values refer to the Secret. With `files`,
    servers read the configuration that the chart would mount into their pods."""
    hub = Hub(FOLDER / name, VALUES / name / "prod/values.yaml")
    environment = {variable: SECRETS[variable] for variable in variables}
    mounted = {"95-files": server_files(hub)} if files else {}
    hub.start({"hub": {"config": config or {}, "extraEnv": environment, "extraConfig": mounted}})
    log = hub.log_text()
    check("no option is unknown", [line for line in log.splitlines() if "not recognized" in line], [])
    check("somebody may enter, and nothing failed", [w for w in ("No allow config", "Traceback") if w in log], [])
    check("no secret is in the log", [one for one in environment.values() if one in log and len(one) > 8], [])
    return hub


def server_files(hub):
    """Puts the server's configuration into a folder, and says to the spawner where."""
    values = yaml.safe_load(Path(hub.values).read_text(encoding="utf-8"))
    folder = hub.folder / "jupyter"
    folder.mkdir()
    data = values["singleuser"]["extraFiles"]["hubc-jupyter-server"]["data"]
    (folder / "jupyter_server_config.json").write_text(json.dumps(data), encoding="utf-8")
    return f"c.Spawner.environment = {{'JUPYTER_CONFIG_PATH': {str(folder)!r}}}"


def login_page(hub):
    return requests.get(f"{hub.url}/hub/login", timeout=30).text


def openshift():
    hub = start("openshift", {"OpenShiftOAuthenticator": {"openshift_url": provider.url}}, files=True)
    check("the page leads to OpenShift", "OpenShift" in login_page(hub))
    to_provider = requests.get(f"{hub.url}/hub/oauth_login", allow_redirects=False, timeout=30).headers["Location"]
    check("which sends people back to the hub's domain", "openshift.example.edu%2Fhub%2Foauth_callback" in to_provider)
    framed(hub)
    hub.stop()


def framed(hub):
    """Moodle may show the hub and a server in a frame, and browsers send their cookies there."""
    policy = "frame-ancestors 'self' https://moodle.example.edu"
    page = requests.get(f"{hub.url}/hub/login", timeout=30)
    check("a site may show the hub in a frame", page.headers["Content-Security-Policy"], policy)
    check("cookies of the hub go into it", cookie_marks(page), {"samesite=none", "secure"})
    hub.api("POST", "/users/framed")
    person = Person(hub, "framed", browser=page)
    person.start("framed")
    check("its server starts", hub.wait_for_server("framed"))
    page = requests.get(f"{hub.url}/user/framed/tree", headers=person.headers, timeout=30)
    check("it may show a server, too", page.headers["Content-Security-Policy"], policy)
    check("cookies of the server go into it", cookie_marks(page), {"samesite=none", "secure"})


def cookie_marks(answer):
    """What the cookie against forged requests says of where it goes."""
    parts = answer.headers.get("Set-Cookie", "").split("_xsrf=")[-1].lower().split(";")
    return {part.strip() for part in parts} & {"samesite=none", "samesite=lax", "secure"}


def mediawiki():
    hub = start("mediawiki")
    check("the page leads to MediaWiki", "MediaWiki" in login_page(hub))
    check("names keep their capitals", {"Ada", "Grace_Hopper"} <= set(hub.users()))
    hub.stop()


def lti():
    hub = start("lti", {"LTI13Authenticator": {"jwks_endpoint": f"{provider.url}/jwks"}})

    def enters(name):
        return LaunchBrowser(hub, provider, name, ["membership#Learner"], "any").who()

    check("an address of the domain enters, without the domain", enters("ada"), "ada")
    check("an address of a domain in it doesn't", enters("eve@example.org"), None)
    configuration = requests.get(f"{hub.url}/hub/lti13/config", timeout=30).text
    check(
        "the platform is told https addresses",
        "https://127.0.0.1" in configuration and "http://127" not in configuration,
    )
    hub.stop()


def lti_1_1():
    hub = start("lti-1-1", variables=["HUBC_CONSUMER_SECRET"])
    check("a signed launch enters", launched(hub, "consumer", "ada@example.edu"), "ada@example.edu")
    check("one signed with another secret doesn't", launched(hub, "guessed", "eve@example.edu"), None)
    hub.stop()


def launched(hub, secret, address):
    browser = Browser.__new__(Browser)
    requests.Session.__init__(browser)
    browser.hub = hub
    form = {
        "lti_message_type": "basic-lti-launch-request",
        "lti_version": "LTI-1p0",
        "resource_link_id": "1",
        "user_id": "opaque",
        "lis_person_contact_email_primary": address,
    }
    client = Client("datahub", client_secret=secret, signature_type="BODY")
    place = f"https://127.0.0.1:{hub.port}/hub/lti/launch"
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    _, headers, body = client.sign(place, http_method="POST", body=form, headers=headers)
    # The hub's address is behind something that ends TLS.
    browser.post(f"{hub.url}/hub/lti/launch", data=body, headers=headers, allow_redirects=False, timeout=30)
    return browser.who()


def ldap():
    hub = start("ldap")
    check("a directory that doesn't answer lets nobody in", Browser(hub, "ada", "guess").who(), None)
    hub.stop()


def directory():
    hub = start("directory", variables=["HUBC_SEARCH_PASSWORD"])
    check("nor one that is searched", Browser(hub, "grace", "guess").who(), None)
    hub.stop()


def accounts():
    hub = start("accounts", variables=["HUBC_ADMIN_PASSWORD"])
    admin_password = SECRETS["HUBC_ADMIN_PASSWORD"]
    password = "correct horse battery staple"
    check("nobody takes the admin's name", "already in use" in sign_up(hub, "ada", password))
    check("nor enters by it", Browser(hub, "ada", password).who(), None)
    check("somebody asks for an account", "sent to the admin" in sign_up(hub, "grace", password))
    check("and may not enter yet, listed or not", Browser(hub, "grace", password).who(), None)
    check("a password that is easy to guess is refused", "too common" in sign_up(hub, "katherine", "password123"))
    ada = Browser(hub, "ada", admin_password)
    check("the admin enters with the first password", ada.who(), "ada")
    check("and is admin", hub.users()["ada"]["admin"])
    ada.get(f"{hub.url}/hub/authorize/grace", timeout=30)
    check("the admin approves, and grace enters", Browser(hub, "grace", password).who(), "grace")
    sign_up(hub, "mallory", password)
    ada.get(f"{hub.url}/hub/authorize/mallory", timeout=30)
    check("who is approved but not on a list may not enter", Browser(hub, "mallory", password).who(), None)
    hub.stop()
    again = start("accounts", variables=["HUBC_ADMIN_PASSWORD"])
    check("accounts last", Browser(again, "grace", password).who(), "grace")
    again.stop()


def sign_up(hub, name, password):
    browser = requests.Session()
    page = browser.get(f"{hub.url}/hub/signup", timeout=30).text
    found = re.search(r'name="_xsrf"\s+value="([^"]*)"', page)
    form = {
        "username": name,
        "signup_password": password,
        "signup_password_confirmation": password,
        "_xsrf": found.group(1) if found else "",
    }
    return browser.post(
        f"{hub.url}/hub/signup", data=form, headers={"Referer": f"{hub.url}/hub/signup"}, timeout=30
    ).text


def workshop():
    hub = start("workshop", variables=["HUBC_PASSWORD", "HUBC_ADMIN_PASSWORD"])
    for name, password, who in (
        ("bob", SECRETS["HUBC_PASSWORD"], "bob"),
        ("bob", "wrong", None),
        ("ada", SECRETS["HUBC_PASSWORD"], None),
        ("ada", SECRETS["HUBC_ADMIN_PASSWORD"], "ada"),
    ):
        check(
            f"{name} with the {'right' if who else 'wrong'} password is {who or 'nobody'}",
            Browser(hub, name, password).who(),
            who,
        )
    check("ada is admin", hub.users()["ada"]["admin"])
    hub.stop()
    code, log = hub.fail_to_start(
        {"hub": {"extraEnv": {"HUBC_PASSWORD": "short", "HUBC_ADMIN_PASSWORD": SECRETS["HUBC_ADMIN_PASSWORD"]}}}
    )
    check(
        "a password that is too short stops the hub", (code not in (0, None), "workshop.password" in log), (True, True)
    )


for part in (openshift, mediawiki, lti, lti_1_1, ldap, directory, accounts, workshop):
    print(f"\n## {part.__name__}", flush=True)
    part()
provider.stop()
report.end()

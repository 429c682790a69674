"""check_sources.py VALUES FOLDER: groups that come from sign-in, compiled, with the real authenticators over HTTP.

VALUES is the folder `hubs` of the compiled program `groups-from-sign-in`; every provider is `sign_in_provider.py`. What
is replaced is where the providers are; Canvas's class, and Google's question to its directory, are stand-ins too.
"""

import sys
import time
from pathlib import Path

from hub_process import Hub, Person
from load_values import merge
from report import Report
from sign_in_provider import LaunchBrowser, OAuthBrowser, Provider

VALUES, FOLDER = (Path(argument) for argument in sys.argv[1:3])
STAND_IN = f"sys.path.insert(0, {str(Path(__file__).resolve().parent / 'stand-in')!r})\n"
GOOGLE = """
from oauthenticator.google import GoogleOAuthenticator
async def names_of_groups(authenticator, address, domain):
    return {"ada@example.edu": {"staff", "all"}, "eve@partner.example.org": {"staff"}}.get(address, set())
GoogleOAuthenticator._fetch_member_groups = names_of_groups
"""
report = Report()
check = report.check
provider = Provider()


def hub_of(name):
    return Hub(FOLDER / name, VALUES / name / "prod/values.yaml")


def options(section, more, python=""):
    # Sign-in is renewed at every request a second later, so that a test need not wait five minutes.
    config = {section: more, "Authenticator": {"auth_refresh_age": 1}}
    return {"hub": {"config": config, "extraConfig": {"10-test": python} if python else {}}}


def groups_of(hub, name):
    return set(hub.users()[name]["groups"])


def said_nothing_strange(hub):
    log = hub.log_text()
    check("no option is unknown", [line for line in log.splitlines() if "not recognized" in line], [])
    check("no allow rule is missing, and nothing failed", [w for w in ("No allow config", "Traceback") if w in log], [])


def canvas():
    def enrolled(role, course=7):
        return ([{"id": course, "enrollments": [{"type": role}]}], [])

    team = [{"name": "Team 1", "context_type": "Course", "course_id": 7}]
    provider.canvas = {
        "tess": enrolled("teacher"),
        "sam": enrolled("student"),
        "tim": (enrolled("student")[0], team),
        "tom": (enrolled("student", 8)[0], team),
        "hugo": ([], []),
        "prof": ([], []),
        "aud": ([], []),
        "eve": enrolled("teacher", 8),
    }
    hub = hub_of("canvas")
    changes = options("CanvasOAuthenticator", {"canvas_url": f"{provider.url}/canvas/"}, STAND_IN)
    hub.write_list("canvas.auditors", "aud\n")
    hub.start(changes)
    for name in ("tess", "sam", "tim", "hugo", "prof", "aud"):
        check(f"{name} signs in", OAuthBrowser(hub, name).who(), name)
    for name in ("eve", "tom"):
        check(f"{name}, of another course, may not", OAuthBrowser(hub, name).who(), None)
    declared = {"canvas-staff", "canvas-students", "canvas-team", "hubc:course:by-canvas"}
    students = {"canvas-students", "hubc:course:by-canvas"}
    for name, want in {
        "tess": {"canvas-staff"},
        "sam": students,
        "tim": students | {"canvas-team"},
        "hugo": {"canvas-staff"},
        "aud": students,
        "prof": set(),
    }.items():
        check(f"{name} is in {sorted(want) or 'no group'}", groups_of(hub, name) & declared, want)
    check("prof is admin", hub.users()["prof"]["admin"])
    tess, sam, tim = (Person(hub, name, OAuthBrowser(hub, name)) for name in ("tess", "sam", "tim"))
    check("staff see the course's people", set(tess.lists()) >= {"sam", "tim", "aud"})
    check("and nobody else", set(tess.lists()) & {"hugo", "prof"}, set())
    check("students see nobody", set(sam.lists()) - {"sam"}, set())
    check("the team may list the students", set(tim.lists()) >= {"sam", "aud", "team-room"})
    check("sam can't start the team's workspace", sam.api("POST", "/users/team-room/server").status_code in (403, 404))
    # Between two sign-ins: the provider is asked again.
    provider.canvas["tess"] = ([], [])
    time.sleep(1.5)
    tess.browser.who()
    check("who no longer teaches is no longer staff, without a sign-in", groups_of(hub, "tess") & declared, set())
    check("and sees nobody", set(tess.lists()) - {"tess"}, set())
    hub.stop()
    # The next build's hub, on the database of this one.
    hub.write_list("canvas.auditors", "# nobody\n")
    moved = {"hubc:canvas:8:student": {"memberOf": ["course::8::enrollment_type::student"]}}
    later = merge(changes, {"custom": {"hubc": {"signIn": {"sources": moved}}}})
    for group in ("canvas-students", "hubc:course:by-canvas"):
        later = merge(later, {"custom": {"hubc": {"groups": {group: {"sources": ["hubc:canvas:8:student"]}}}}})
    hub.start(later)
    check("whoever is no longer listed is out at the next start", groups_of(hub, "aud") & declared, set())
    check("and whoever only another course gave", groups_of(hub, "sam") & declared, set())
    check("the team, whose source is the same, is still in", groups_of(hub, "tim") & declared, {"canvas-team"})
    check("a listed member is still in", groups_of(hub, "hugo") & declared, {"canvas-staff"})
    check("sam's sign-in ends with the course", OAuthBrowser(hub, "sam").who(), None)
    check("tom is in, by the course of now", OAuthBrowser(hub, "tom").who(), "tom")
    said_nothing_strange(hub)
    hub.stop()


def github():
    provider.github = {
        "example": {"ada", "bob", "hugo", "tim"},
        "data-8": {"ada", "bob", "eve"},
        "data-8/staff": {"bob", "eve"},
    }
    hub = hub_of("github")
    places = {
        "authorize_url": f"{provider.url}/a",
        "token_url": f"{provider.url}/t",
        "userdata_url": f"{provider.url}/github/user",
    }
    hub.start(options("GitHubOAuthenticator", {**places, "github_api": f"{provider.url}/github"}))
    for name in ("ada", "bob", "hugo"):
        check(f"{name} signs in", OAuthBrowser(hub, name).who(), name)
    check("eve, outside the organization that all must be in, may not", OAuthBrowser(hub, "eve").who(), None)
    check("nor tim, who is in none of the groups", OAuthBrowser(hub, "tim").who(), None)
    declared = {"github-members", "github-staff", "hubc:course:by-github"}
    check("ada is a member", groups_of(hub, "ada") & declared, {"github-members", "hubc:course:by-github"})
    check("bob is staff and a member", groups_of(hub, "bob") & declared, declared)
    check("hugo is listed", groups_of(hub, "hugo") & declared, {"github-staff"})
    provider.github["data-8/staff"] = set()
    check("bob signs in again, out of the team", OAuthBrowser(hub, "bob").who(), "bob")
    check("and is no longer staff", groups_of(hub, "bob") & declared, {"github-members", "hubc:course:by-github"})
    hub.stop()
    hub.start(options("GitHubOAuthenticator", {**places, "github_api": f"{provider.url}/github"}))
    check("nor after a restart", groups_of(hub, "bob") & declared, {"github-members", "hubc:course:by-github"})
    said_nothing_strange(hub)
    hub.stop()


def google():
    def person(address, hosted):
        return {"email": address, "verified_email": True, "hd": hosted}

    provider.google = {
        "ada": person("ada@example.edu", "example.edu"),
        "eve": person("eve@partner.example.org", "partner.example.org"),
        "mallory": person("mallory@gmail.com", ""),
    }
    hub = hub_of("google")
    changes = options(
        "GoogleOAuthenticator", {"google_api_url": f"{provider.url}/google", "token_url": f"{provider.url}/t"}, GOOGLE
    )
    code, log = hub.fail_to_start(changes)
    check(
        "without the key the hub doesn't start",
        (code not in (0, None), "hubc: " in log and "google.groups-key" in log),
        (True, True),
    )
    hub.write_list("google.groups-key", "{}\n")
    hub.start(changes)
    for name, who in (("ada", "ada@example.edu"), ("eve", "eve@partner.example.org"), ("mallory", None)):
        check(f"{name} is {who or 'refused'}", OAuthBrowser(hub, name).who(), who)
    check("ada is staff", "google-staff" in groups_of(hub, "ada@example.edu"))
    check("staff of another domain are not", groups_of(hub, "eve@partner.example.org"), {"hubc:course:by-google"})
    said_nothing_strange(hub)
    hub.stop()


def lti():
    hub = hub_of("lti")
    hub.start(options("LTI13Authenticator", {"jwks_endpoint": f"{provider.url}/jwks"}))

    def enter(name, roles, course):
        return LaunchBrowser(hub, provider, name, roles, course).who()

    ada, bob, eve = (f"{name}@example.edu" for name in ("ada", "bob", "eve"))
    check("a teacher of the course enters", enter("ada", ["membership#Instructor"], "course-a"), ada)
    check("and is staff", groups_of(hub, ada) & {"lti-staff", "lti-students"}, {"lti-staff"})
    check(
        "a student of any course enters",
        enter("bob", ["membership#Learner", "institution/person#Instructor"], "course-b"),
        bob,
    )
    check(
        "and is no staff, whatever the institution calls them",
        groups_of(hub, bob) & {"lti-staff", "lti-students"},
        {"lti-students"},
    )
    check("a teacher of another course may not", enter("eve", ["membership#Instructor"], "course-b"), None)
    check(
        "a role of a course in a role counts",
        enter("eve", ["membership/Instructor#TeachingAssistant", "membership#Instructor"], "course-a"),
        eve,
    )
    check("ada takes another course", enter("ada", ["membership#Learner"], "course-b"), ada)
    check(
        "which takes nothing of hers away",
        groups_of(hub, ada) & {"lti-staff", "lti-students"},
        {"lti-staff", "lti-students"},
    )
    check("ada no longer teaches", enter("ada", ["membership#Learner"], "course-a"), ada)
    check("and is no longer staff", groups_of(hub, ada) & {"lti-staff", "lti-students"}, {"lti-students"})
    said_nothing_strange(hub)
    hub.stop()


def oidc():
    def claims(name, **more):
        return {"preferred_username": name, **more}

    provider.claims = {
        "ada": claims("ada@example.edu", resource={"hub": {"roles": ["hub-staff", "other"]}}),
        "kim": claims("kim", staff=True),
        "bob": claims("bob", groups=["/class/data8"]),
        "sly": claims("sly", groups="/class/data8-evening", staff="yes"),
        "pia": claims("pia", email="pia@partner.example.org", email_verified=True),
        "mallory": claims("mallory", email="mallory@partner.example.org", email_verified=False),
        "near": claims("near", email="near@notpartner.example.org", email_verified=True),
    }
    hub = hub_of("oidc")
    places = {
        "authorize_url": f"{provider.url}/a",
        "token_url": f"{provider.url}/t",
        "userdata_url": f"{provider.url}/userinfo",
    }
    hub.start(options("GenericOAuthenticator", places))
    for name, who in {
        "ada": "ada",
        "kim": "kim",
        "bob": "bob",
        "pia": "pia",
        "sly": None,
        "mallory": None,
        "near": None,
    }.items():
        check(f"{name} is {'let in' if who else 'refused'}", OAuthBrowser(hub, name).who(), who)
    declared = {"claim-staff", "claim-students", "hubc:course:by-claim"}
    check("ada is staff, by a claim in claims", groups_of(hub, "ada") & declared, {"claim-staff"})
    check("kim is, by a truth", groups_of(hub, "kim") & declared, {"claim-staff"})
    check("bob is a student", groups_of(hub, "bob") & declared, {"claim-students", "hubc:course:by-claim"})
    check("pia is in no group", groups_of(hub, "pia"), set())
    provider.claims["ada"] = claims("ada@example.edu", email="ada@partner.example.org", email_verified=True)
    check("ada signs in again, without the role", OAuthBrowser(hub, "ada").who(), "ada")
    check("and is no longer staff", groups_of(hub, "ada") & declared, set())
    said_nothing_strange(hub)
    hub.stop()
    groups_that_are_given(hub, places, claims)


def groups_that_are_given(hub, places, claims):
    """Where the sign-in's own groups count, none of them is one of hubc's, whatever it is called."""
    wanted = ["hubc:course:by-claim", "hubc:accounts", "hubc:of-a-later-build", "claim-staff", "club"]
    more = {"email": "eve@partner.example.org", "email_verified": True, "given": wanted}
    provider.claims["eve"] = claims("eve", **more)
    hub.start(options("GenericOAuthenticator", {**places, "auth_state_groups_key": "oauth_user.given"}))
    eve = Person(hub, "eve", OAuthBrowser(hub, "eve"))
    check("eve is in the group that is nobody's, and in no other", groups_of(hub, "eve"), {"club"})
    check("and reaches nobody", set(eve.lists()) - {"eve"}, set())
    hub.stop()


for part in (canvas, github, google, lti, oidc):
    print(f"\n## {part.__name__}", flush=True)
    part()
provider.stop()
report.end()

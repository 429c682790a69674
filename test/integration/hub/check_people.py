"""check_people.py VALUES FOLDER: people, workspaces, staff and admins of compiled values, on a running hub over HTTP.

The names of groups, accounts and secret lists are read from the values; the people are invented here. Sign-in is
DummyAuthenticator, which believes every name, so whatever is refused is refused by what was compiled.
"""

import sys

from hub_process import Browser, Hub, Person
from load_values import load_values, merge
from report import Report

VALUES, FOLDER = sys.argv[1:3]
DATA = load_values(VALUES)["custom"]["hubc"]
TEAMS = {}  # account -> the key of its members' secret list
for _account, _spec in DATA["workspaces"].items():
    TEAMS[_account] = DATA["groups"][_spec["group"]]["secretMembers"][0]
ACCOUNTS = sorted(TEAMS)
FIRST, SECOND, LAST = ACCOUNTS[0], ACCOUNTS[1], ACCOUNTS[-1]
COURSE = next(iter(DATA["courses"].values()))
PEOPLE, STAFF = COURSE["people"], COURSE["staff"][0]
ADMIN = DATA["admins"][0]

report = Report()
check = report.check


def main():
    hub = Hub(FOLDER, VALUES)
    try:
        missing_list(hub)
        write_lists(hub)
        hub.start(changes())
        late = refused_names(hub)
        people = {name: Person(hub, name) for name in ("ada1", "bob1", "ada2", "mallory", "grace", "leaving")}
        groups_as_listed(hub)
        members(people)
        servers(hub, people)
        staff(people)
        hub.stop()
        people_leave(hub, people, late)
        sign_in_by_list(hub)
    finally:
        hub.stop()
    report.end()


def changes(staff=("grace",), more_admins=("leaving",), more=None):
    """What the test alters in the values: believe every name, one more member of staff, one more admin."""
    return merge(
        {
            "hub": {
                "config": {
                    "JupyterHub": {"authenticator_class": "dummy"},
                    "Authenticator": {"username_map": {"sneaky": FIRST}},
                },
                "loadRoles": {"admin": {"users": [*DATA["admins"], *more_admins]}},
            },
            "custom": {
                "hubc": {
                    "admins": [*DATA["admins"], *more_admins],
                    "groups": {STAFF: {"members": [*(DATA["groups"][STAFF].get("members") or []), *staff]}},
                }
            },
        },
        more or {},
    )


def write_lists(hub, without=()):
    """Team n is ada<n> and bob<n>; bob1 is in two. The first list has capitals, comments and blanks; other lists are empty."""
    for group in DATA["groups"].values():
        for key in group.get("secretMembers") or []:
            hub.write_list(key, "# nobody yet\n")
    for number, account in enumerate(ACCOUNTS, start=1):
        names = [name for name in (f"ada{number}", f"bob{number}") if name not in without]
        hub.write_list(TEAMS[account], "".join(f"{name}\n" for name in names))
    first = [
        name
        for name in ("  ADA1  # chosen by the team", "bob1\r")
        if name.strip(" \r").split()[0].lower() not in without
    ]
    hub.write_list(TEAMS[FIRST], "\ufeff# the first team\n\n" + "\n".join(first) + f"\nno/name\n{SECOND}\n")
    hub.write_list(TEAMS[SECOND], "ada2\nbob2\nbob1\n")


def missing_list(hub):
    write_lists(hub)
    (hub.secrets / TEAMS[LAST]).unlink()
    code, log = hub.fail_to_start(changes())
    check("a missing secret list stops the hub", code not in (0, None))
    message = [line for line in log.splitlines() if "hubc:" in line]
    check("in one message", len(message), 1)
    check(
        "which names the key and the Secret",
        [word in str(message) for word in (TEAMS[LAST], str(DATA.get("secretName")))],
        [True, True],
    )
    check("and nobody", "ada1" in log, False)


def refused_names(hub):
    for account in ACCOUNTS:
        check(f"nobody signs in as {account}", Browser(hub, account).answer.status_code, 403)
    wide = chr(ord(FIRST[0]) + 0xFEE0) + FIRST[1:]
    spellings = (FIRST.upper(), FIRST.title(), f" {FIRST}", f"{FIRST} ", f"\t{FIRST}\n", wide, "sneaky", "SNEAKY")
    for spelling in spellings:
        browser = Browser(hub, spelling)
        check(f"nor as {spelling!r}", (browser.answer.status_code, browser.who()), (403, None))
    check("with a message that says why", "shared workspace" in Browser(hub, FIRST).answer.text)
    check("nor as what only begins like one", Browser(hub, FIRST.partition("-")[0] + "-late").answer.status_code, 403)
    late = Browser(hub, "late-room")
    check("another name is let in", late.who(), "late-room")
    return late


def groups_as_listed(hub):
    groups = hub.groups()
    first, second = DATA["workspaces"][FIRST]["group"], DATA["workspaces"][SECOND]["group"]
    check("the first team has its people", groups[first], {"ada1", "bob1"})
    check("the second has the one who is in both", groups[second], {"ada2", "bob1"})
    check(
        "the course has whoever signed in, without staff, admins and workspaces",
        groups[PEOPLE],
        {"ada1", "bob1", "ada2", "mallory", "late-room"},
    )
    users = hub.users()
    check("the admins are those listed", {n for n, u in users.items() if u["admin"]}, {*DATA["admins"], "leaving"})
    check("every workspace is there", set(ACCOUNTS) <= set(users))
    check(
        "the log says which line is no name",
        "line 5: left out" in hub.log_text() and "line 6: left out" in hub.log_text(),
    )


def members(people):
    for name, own in (("ada1", {FIRST}), ("bob1", {FIRST, SECOND}), ("ada2", {SECOND}), ("mallory", set())):
        person = people[name]
        check(f"{name} lists {sorted(own) or 'nobody'}", set(person.lists()) - {name}, own)
        for account in ACCOUNTS:
            if account not in own:
                status = person.api("POST", f"/users/{account}/server").status_code
                check(f"{name} can't start {account}", status, lambda got: got in (403, 404))
    for name in ("ada1", "mallory"):
        for method, path in (
            ("POST", f"/users/{FIRST}/tokens"),
            ("DELETE", f"/users/{FIRST}"),
            ("GET", "/groups"),
            ("PATCH", f"/users/{FIRST}"),
        ):
            status = people[name].api(method, path, json={}).status_code
            check(f"{name} is refused {method} {path}", status, lambda got: got in (403, 404))


def servers(hub, people):
    page = people["ada1"].browser.get(f"{hub.url}/hub/spawn/{FIRST}", timeout=30)
    check(f"ada1 starts {FIRST} from its page", page.status_code, 200)
    check(f"bob1 starts {SECOND} by the API", people["bob1"].start(SECOND))
    other = people["ada2"].browser.get(f"{hub.url}/hub/spawn/{FIRST}", timeout=30)
    check(f"ada2 has no such page for {FIRST}", other.status_code, lambda got: got in (403, 404))
    check("both servers come up", [hub.wait_for_server(FIRST), hub.wait_for_server(SECOND)], [True, True])
    for name, own in (("ada1", {FIRST}), ("bob1", {FIRST, SECOND}), ("ada2", {SECOND}), ("mallory", set())):
        for account in (FIRST, SECOND):
            reach = account in own
            got = (people[name].reads(account), people[name].browser.opens(account))
            check(f"{name} {'enters' if reach else 'is kept out of'} {account}", got, (reach, reach))
    status = people["ada1"].lists()[FIRST].get("servers", {}).get("", {}).get("ready")
    check("ada1 sees that it runs", status, True)
    check("mallory can't stop it", people["mallory"].stop(FIRST), False)
    check("bob1 stops the other", people["bob1"].stop(SECOND) and hub.wait_for_server(SECOND, up=False))


def staff(people):
    grace = people["grace"]
    listed = set(grace.lists())
    check(
        "staff list the people of the course, and nobody else",
        listed - {"grace"},
        {"ada1", "bob1", "ada2", "mallory", "late-room"},
    )
    check("staff open the admin page", grace.browser.get(f"{grace.hub.url}/hub/admin", timeout=30).status_code, 200)
    check("a student doesn't", people["ada1"].browser.get(f"{grace.hub.url}/hub/admin", timeout=30).status_code, 403)
    check("staff start a student's server", grace.start("mallory") and grace.hub.wait_for_server("mallory"))
    # By browser: JupyterHub's servers don't resolve a scope by group for a bare API token.
    check("and enter it", grace.browser.opens("mallory"))
    check("a student doesn't", people["ada1"].browser.opens("mallory"), False)
    check("staff stop it", grace.stop("mallory"))
    for name in ("leaving", ADMIN, FIRST):
        status = grace.api("POST", f"/users/{name}/server").status_code
        check(f"staff can't start the server of {name}", status, lambda got: got in (403, 404))
    status = grace.api("PUT", f"/groups/{PEOPLE}/users", json={}).status_code
    check("staff can't change who is in the course", status, lambda got: got in (403, 404, 405))


def people_leave(hub, people, late):
    """The same database: bob1 off the first list, grace no staff, one admin less; and a workspace with a person's name."""
    write_lists(hub, without=("bob1",))
    gone = DATA["workspaces"][LAST]["group"]
    hub.write_list(TEAMS[LAST], "mallory\n")
    taken = {"custom": {"hubc": {"workspaces": {"late-room": {"group": gone}}}}}
    code, log = hub.fail_to_start(changes(staff=(), more_admins=(), more=taken))
    said = [line for line in log.splitlines() if "hubc: the workspace" in line]
    check("a workspace with the name of somebody who signed in stops the hub", code not in (0, None))
    check("with one message, which names it", [len(said), "'late-room'" in str(said)], [1, True])
    hub.start(changes(staff=(), more_admins=()))
    groups, users = hub.groups(), hub.users()
    first = DATA["workspaces"][FIRST]["group"]
    check("bob1 is out of the first team", groups[first], {"ada1"})
    check("mallory, newly listed, is in the last team", groups[gone], {"mallory"})
    check("bob1 is still in the second", "bob1" in groups[DATA["workspaces"][SECOND]["group"]])
    check(
        "grace is no staff, so she is one of the course",
        ("grace" in groups[STAFF], "grace" in groups[PEOPLE]),
        (False, True),
    )
    check("the admin who left is none", users["leaving"]["admin"], False)
    check("without that workspace the hub starts, and its own are no persons", late.who(), "late-room")
    bob, ada = people["bob1"], people["ada1"]
    check("ada1 starts the workspace again", ada.start(FIRST) and hub.wait_for_server(FIRST) and ada.reads(FIRST))
    check(
        "bob1's token no longer reaches it",
        (bob.reads(FIRST), bob.stop(FIRST), FIRST in bob.lists()),
        (False, False, False),
    )
    check("nor his browser, which is still signed in", (bob.browser.who(), bob.browser.opens(FIRST)), ("bob1", False))
    check("nor a new sign-in", Person(hub, "bob1").reads(FIRST), False)
    grace = people["grace"]
    check("grace's token no longer lists students", set(grace.lists()) - {"grace"}, set())
    left = Person(hub, "leaving")
    check(
        "a new sign-in doesn't bring the admin back",
        (hub.users()["leaving"]["admin"], left.api("GET", "/users").status_code),
        (False, 403),
    )
    check("nor does his old token list anybody", people["leaving"].api("GET", "/users").status_code, 403)
    hub.stop()


def sign_in_by_list(hub):
    """Only those listed may sign in, not everybody in the database. The last team is no longer declared."""
    first, gone = DATA["workspaces"][FIRST]["group"], DATA["workspaces"][LAST]["group"]
    without_gone = {group: spec for group, spec in DATA["groups"].items() if group != gone}
    more = {"custom": {"hubc": {"allowed": {"members": [first]}}}}
    hub.values = write_values(hub, without_gone)
    hub.start(changes(more=more))
    for name, let_in in (
        ("ada1", True),
        ("ADA1", True),
        (ADMIN, True),
        ("bob1", False),
        ("mallory", False),
        ("stranger", False),
        (FIRST, False),
        (LAST, False),
    ):
        check(f"{name} {'signs in' if let_in else 'may not sign in'}", Browser(hub, name).who() is not None, let_in)
    check("a group that is no longer declared is empty", hub.groups().get(gone), set())
    hub.stop()
    hub.values = VALUES
    hub.start(changes())
    check("a workspace that was gone for a while is one again", LAST in hub.users() and Browser(hub, LAST).who() is None)
    hub.stop()


def write_values(hub, groups):
    import yaml

    with open(VALUES, encoding="utf-8") as file:
        values = yaml.safe_load(file)
    values["custom"]["hubc"]["groups"] = groups
    values["custom"]["hubc"]["workspaces"] = {a: s for a, s in DATA["workspaces"].items() if s["group"] in groups}
    path = hub.folder / "fewer-groups.yaml"
    path.write_text(yaml.safe_dump(values), encoding="utf-8")
    return str(path)


main()

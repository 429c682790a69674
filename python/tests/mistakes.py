"""Mistakes in who may do what, each of which the package's tests must find: `python3 -m tests.mistakes` in the folder above.

tests/mutate.py makes every change of some kinds; these are such as a hurried hand makes, and quick enough to be tried at any time.
"""

import ast
import sys
from typing import NamedTuple

from tests.changed_package import not_found, source_of


class Mistake(NamedTuple):
    what: str
    module: str
    before: str
    after: str


MISTAKES = [
    Mistake(
        "whoever is no longer an admin stays one",
        "hubc_hub.people",
        'user.name not in roster.admins and (user.admin or "admin" in',
        'user.name not in roster.admins and user.admin and ("admin" in',
    ),
    Mistake(
        "whoever leaves a list stays in the group", "hubc_hub.people", "if wanted == current:", "if wanted <= current:"
    ),
    Mistake(
        "a workspace may have a person's name",
        "hubc_hub.people",
        "for account in sorted(set(roster.workspaces) - known):",
        "for account in sorted(set(roster.workspaces) & known):",
    ),
    Mistake(
        "people sign in as a workspace",
        "hubc_hub.people",
        "if self.hubc_roster.is_account(name):",
        "if name in self.hubc_roster.workspaces:",
    ),
    Mistake(
        "a list lets in whom earlier ones did",
        "hubc_hub.people",
        'self.allow_existing_users = bool(self.hubc_data["allowed"].get("existing"))',
        "pass",
    ),
    Mistake(
        "everybody of a declared group may sign in",
        "hubc_hub.people",
        "return bool(groups & self.hubc_allowed_groups())",
        "return bool(groups)",
    ),
    Mistake(
        "a source that was left still counts",
        "hubc_hub.people",
        "| ((before & known) - set(said))",
        "| (before & known)",
    ),
    Mistake(
        "sign-in gives groups of hubc's own",
        "hubc_hub.roster",
        "given = {group for group in current if not group.startswith(NAMESPACE)}",
        "given = set(current)",
    ),
    Mistake(
        "sign-in gives groups that the program declares",
        "hubc_hub.roster",
        "other = set() if name in self.workspaces else given - self.declared",
        "other = set() if name in self.workspaces else given",
    ),
    Mistake(
        "staff are among the people whose servers they reach",
        "hubc_hub.roster",
        'if course.get("everyone") and not is_staff and name not in self.admins:',
        'if course.get("everyone") and name not in self.admins:',
    ),
    Mistake("look-alikes of a workspace's name pass", "hubc_hub.roster", "folded = fold(name)", "folded = name"),
    Mistake(
        "an address that nobody vouches for lets in",
        "hubc_hub.sign_in",
        'claims.get(rule["verified"]) is not True',
        'claims.get(rule["verified"]) is None',
    ),
    Mistake(
        "an address lets in by where it ends",
        "hubc_hub.sign_in",
        'return domain in rule["domains"]',
        'return any(str(domain).endswith(one) for one in rule["domains"])',
    ),
    Mistake(
        "one organization of several is enough to be in a source of two",
        "hubc_hub.sign_in",
        'return set(source["memberOf"]) <= set(state.get("hubc_member_of") or [])',
        'return bool(set(source["memberOf"]) & set(state.get("hubc_member_of") or []))',
    ),
    Mistake(
        "a launch of another course speaks for this one",
        "hubc_hub.sign_in",
        'return None if source.get("context", course) != course else source["role"] in roles',
        'return source["role"] in roles',
    ),
    Mistake(
        "an account on a list needs no approval",
        "hubc_hub.sign_in",
        "if account is not None and account.is_authorized}",
        "if account is not None}",
    ),
    Mistake(
        "people outside of the organizations enter",
        "hubc_hub.sign_in",
        "if not passed or not organizations:",
        "if passed or not organizations:",
    ),
    Mistake(
        "a course without a list of people is for nobody, one with a list for all",
        "hubc_hub.profiles",
        "return wanted is None or not groups.isdisjoint(wanted)",
        "return wanted is None or bool(wanted)",
    ),
    Mistake(
        "a grader's account has all that its groups have",
        "hubc_hub.profiles",
        'elif "course" in account:',
        'elif "course" in account and not user.groups:',
    ),
    Mistake(
        "a team has what one of its members has",
        "hubc_hub.profiles",
        "slugs |= set.intersection(*of_members) if of_members else set()",
        "slugs |= set.union(*of_members) if of_members else set()",
    ),
    Mistake(
        "an exam stays open after its end",
        "hubc_hub.profiles",
        'self.clock(self.zone) >= self.moment(self.rules[slug]["closes"])',
        'self.clock(self.zone).date() > self.moment(self.rules[slug]["closes"]).date()',
    ),
    Mistake(
        "an exam opens before its time",
        "hubc_hub.servers",
        "if not profiles.is_ahead(wanted):",
        "if not asked or not profiles.is_ahead(wanted):",
    ),
    Mistake(
        "a start asked for by hand is not checked",
        "hubc_hub.servers",
        "if asked and wanted in profiles.rules and wanted not in choices:",
        "if asked and wanted in profiles.rules:\n            return wanted\n        if False:",
    ),
    Mistake(
        "what was asked for is not looked at again after other hooks",
        "hubc_hub.servers",
        "            chosen = self.hubc_settle()\n",
        '            chosen = self.hubc_profiles.rules[self.user_options["profile"]]\n',
    ),
    Mistake(
        "everybody writes what only staff may",
        "hubc_hub.servers",
        'if self.hubc_groups() & set(chosen.get("staff") or []):',
        'if "staff" in chosen:',
    ),
    Mistake(
        "a shared account has a person's home",
        "hubc_hub.servers",
        'if self.user.name in (self.hubc_data.get("workspaces") or {}):',
        "if self.user.name in self.hubc_profiles.accounts:",
    ),
    Mistake(
        "people can stop the hub by being refused",
        "hubc_hub.servers",
        'settings.get("failure_count", 0) - 1',
        'settings.get("failure_count", 0)',
    ),
]


def changed(mistake: Mistake) -> ast.Module:
    source = source_of(mistake.module)
    if source.count(mistake.before) != 1:
        raise LookupError(f"{mistake.module} has not one place with: {mistake.before}")
    return ast.parse(source.replace(mistake.before, mistake.after))


def main() -> int:
    unseen = list(not_found((mistake, mistake.module, changed(mistake)) for mistake in MISTAKES))
    for mistake in unseen:
        print(f"no test finds, in {mistake.module}: {mistake.what}")
    print(f"{len(MISTAKES)} mistakes, {len(unseen)} of them not found")
    return 1 if unseen else 0


if __name__ == "__main__":
    sys.exit(main())

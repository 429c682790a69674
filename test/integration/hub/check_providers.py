"""check_providers.py VALUES: identity providers of CILogon with a claim and rules each, by the real OAuthenticator."""

import asyncio
import sys

import yaml
from oauthenticator.cilogon import CILogonOAuthenticator
from report import Report
from traitlets.config import Config

CAMPUS = "https://idp.example.edu/idp/shibboleth"
OTHER = "urn:mace:incommon:other.edu"
GITHUB = "http://github.com/login/oauth/authorize"


def main():
    report = Report()
    check = report.check
    with open(sys.argv[1], encoding="utf-8") as file:
        sections = yaml.safe_load(file)["hub"]["config"]
    config = Config({name: Config(sections[name]) for name in ("Authenticator", "CILogonOAuthenticator")})
    made = CILogonOAuthenticator(config=config)

    def entered(idp, **claims):
        """The username, and whether it may enter."""
        info = {"idp": idp, **claims}
        name = made.normalize_username(made.user_info_to_username(info))
        state = {made.user_auth_state_key: info}
        return name, bool(asyncio.run(made.check_allowed(name, {"name": name, "admin": None, "auth_state": state})))

    check("everybody of the campus enters, by the name alone", entered(CAMPUS, eppn="Ada@example.edu"), ("ada", True))
    check("an address of the domain enters", entered(OTHER, email="bob@other.edu"), ("bob@other.edu", True))
    check("another one does not", entered(OTHER, email="bob@gmail.com"), ("bob@gmail.com", False))
    check("who is listed enters, with the prefix", entered(GITHUB, preferred_username="ada"), ("github:ada", True))
    check("who is not does not", entered(GITHUB, preferred_username="eve"), ("github:eve", False))
    check("the default is the campus", [idp for idp, one in made.idps.items() if one.get("default")], [CAMPUS])
    report.end()


if __name__ == "__main__":
    main()

"""Stands in for canvasoauthenticator 12fcbbb, which no package registry has: the options that are set, and its groups.

Its documentation says: `course::ID`, `course::ID::enrollment_type::TYPE` and `course::ID::group::NAME` in the key
`groups` of the auth state, asked for at sign-in where groups are managed.
"""

import json

from oauthenticator.generic import GenericOAuthenticator
from tornado.httpclient import HTTPRequest
from traitlets import Unicode, default


class CanvasOAuthenticator(GenericOAuthenticator):
    user_auth_state_key = "canvas_user"
    canvas_url = Unicode("", config=True)
    strip_email_domain = Unicode("", config=True)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.canvas_url.endswith("/"):
            raise ValueError("canvas_url must have a trailing slash")
        self.token_url = f"{self.canvas_url}login/oauth2/token"
        self.userdata_url = f"{self.canvas_url}api/v1/users/self/profile"

    @default("auth_state_groups_key")
    def _groups_key(self):
        return "groups"

    def normalize_username(self, username):
        return username.lower().removesuffix(f"@{self.strip_email_domain}")

    async def items(self, token, what):
        request = HTTPRequest(f"{self.canvas_url}api/v1/{what}", headers={"Authorization": f"Bearer {token}"})
        return json.loads((await self.fetch(request, parse_json=False)).body)

    async def update_auth_model(self, auth_model):
        auth_model = await super().update_auth_model(auth_model)
        token = auth_model["auth_state"]["access_token"]
        courses = await self.items(token, "courses")
        if self.manage_groups:
            groups = {
                f"{one['context_type'].lower()}::{one['course_id']}::group::{one['name']}"
                for one in await self.items(token, "users/self/groups")
            }
            for course in courses:
                groups |= {
                    f"course::{course['id']}",
                    *(f"course::{course['id']}::enrollment_type::{one['type']}" for one in course["enrollments"]),
                }
            auth_model["auth_state"][self.auth_state_groups_key] = list(groups)
        return auth_model

"""Providers to sign in with, on 127.0.0.1: GitHub, Google, Canvas, OpenID Connect, OpenShift, and a platform of LTI.

They answer as the real ones do, as far as the authenticators ask. The code and the token of a person are their name.
"""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import jwt
import requests
from cryptography.hazmat.primitives.asymmetric import rsa
from hub_process import Browser

CLAIM = "https://purl.imsglobal.org/spec/lti/claim/"
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


class Provider:
    """What the providers say: `github` {organization or organization/team: logins}, `canvas` {name: (courses, groups)},
    `claims` and `google` {name: claims}."""

    def __init__(self):
        self.github, self.canvas, self.claims, self.google = {}, {}, {}, {}
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
                self.answer({"access_token": form["code"][0], "token_type": "bearer", "scope": "read:org"})

            def do_GET(self):
                name = (self.headers["Authorization"] or " nobody").split()[-1]
                self.answer(provider.page(urlsplit(self.path).path, name))

            def answer(self, body):
                data = b"" if body in (204, 404) else json.dumps(body).encode()
                self.send_response(body if body in (204, 404) else 200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def stop(self):
        self.server.shutdown()

    def page(self, path, name):
        if path == "/jwks":
            return {
                "keys": [
                    {**json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key())), "kid": "one", "alg": "RS256"}
                ]
            }
        if path == "/.well-known/oauth-authorization-server":
            return {"issuer": self.url}
        if path == "/github/user":
            return {"login": name, "email": None}
        if path.startswith("/github/orgs/"):
            return (
                204
                if name in self.github.get(path.split("/orgs/")[1].split("/members/")[0].replace("/teams", ""), ())
                else 404
            )
        if path == "/google/oauth2/v1/userinfo":
            return self.google[name]
        if path == "/canvas/api/v1/users/self/profile":
            return {"primary_email": f"{name}@example.edu"}
        if path == "/canvas/api/v1/users/self/groups":
            return self.canvas[name][1]
        if path == "/canvas/api/v1/courses":
            return self.canvas[name][0]
        return self.claims[name] if path == "/userinfo" else 404

    def launch(self, hub, claims):
        """A browser that a platform launches by LTI 1.3, with a signed token of these claims."""
        browser = requests.Session()
        asked = {
            "iss": "https://canvas.example.edu",
            "login_hint": "1",
            "target_link_uri": hub.url,
            "client_id": "10000000000001",
        }
        to_platform = browser.get(f"{hub.url}/hub/lti13/oauth_login", params=asked, allow_redirects=False, timeout=30)
        query = parse_qs(urlsplit(to_platform.headers["Location"]).query)
        token = {
            "iss": "https://canvas.example.edu",
            "aud": "10000000000001",
            "azp": "10000000000001",
            "sub": "opaque",
            "iat": int(time.time()),
            "exp": int(time.time()) + 300,
            "nonce": query["nonce"][0],
            f"{CLAIM}version": "1.3.0",
            f"{CLAIM}deployment_id": "1",
            f"{CLAIM}message_type": "LtiResourceLinkRequest",
            f"{CLAIM}resource_link": {"id": "1"},
            f"{CLAIM}target_link_uri": hub.url,
            **claims,
        }
        signed = jwt.encode(token, KEY, algorithm="RS256", headers={"kid": "one"})
        form = {"id_token": signed, "state": query["state"][0]}
        return browser, browser.post(
            f"{hub.url}/hub/lti13/oauth_callback", data=form, allow_redirects=False, timeout=30
        )


class OAuthBrowser(Browser):
    """A browser that the provider sends back at once, as the person it is told."""

    def __init__(self, hub, name):
        requests.Session.__init__(self)
        self.hub, self.name = hub, name
        to_provider = self.get(f"{hub.url}/hub/oauth_login", allow_redirects=False, timeout=30).headers["Location"]
        back = {"code": name, "state": parse_qs(urlsplit(to_provider).query)["state"][0]}
        self.answer = self.get(f"{hub.url}/hub/oauth_callback", params=back, allow_redirects=False, timeout=30)


class LaunchBrowser(Browser):
    """A browser that the platform launches as a person, with their roles in a course."""

    def __init__(self, hub, provider, name, roles, course):
        requests.Session.__init__(self)
        self.hub, self.name = hub, name
        vocabulary = "http://purl.imsglobal.org/vocab/lis/v2/"
        claims = {
            "email": name if "@" in name else f"{name}@example.edu",
            f"{CLAIM}roles": [vocabulary + role for role in roles],
            f"{CLAIM}context": {"id": course},
        }
        browser, self.answer = provider.launch(hub, claims)
        self.cookies = browser.cookies

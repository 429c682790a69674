import { defineRule } from "../rule.ts";

/** Who somebody is is read in one way. OAuthenticator 16.3.1, 17.3.0 and 17.4.0, `_validate_userdata_url` of `oauth2.py`: it raises. */
export const tokenAndEndpoint = defineRule<object>({
  code: "hub/token-and-endpoint",
  title: "Who somebody is would be read in two ways",
  why: "The hub reads it from the ID token or asks the endpoint. With both it does not start: `Cannot specify both authenticator.userdata_url and authenticator.userdata_from_id_token`.",
  message: () =>
    "`userdata-url` and `id-token = true` exclude each other: the hub would not start. Keep one. What is inherited goes by `userdata-url = none` or `id-token = false`.",
  judges: "parts",
  each: "releases",
  check: ({ auth: { settings } }, report) => {
    const [endpoint, token] = [settings["userdata-url"], settings["id-token"]];
    if (endpoint === undefined || token?.value !== true) return;
    const [first, second] = endpoint.span.start < token.span.start ? [endpoint, token] : [token, endpoint];
    report({}, { span: second.span, related: [{ span: first.span, message: "The other one is here." }] });
  },
});

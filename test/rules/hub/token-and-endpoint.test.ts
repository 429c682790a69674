// Who somebody is, read from the token and from an endpoint.

import { expect, test } from "vitest";
import { checkProgram, programOf } from "../../support/programs.ts";
import { smallProgram } from "../../support/small-program.ts";

const endpoint = 'userdata-url = "https://idp.example.edu/userinfo"';

function found(text: string): string[] {
  const auth = `auth generic {
    client-id = "one"
    client-secret = secret("idp/client")
    authorize-url = "https://idp.example.edu/authorize"
    token-url = "https://idp.example.edu/token"
    allow = everyone
    ${text}
  }`;
  const program = smallProgram({}).replace(/auth github \{[\s\S]*?\n {2}\}/, auth);
  return checkProgram(programOf(program)).diagnostics.flatMap(({ code, span }) =>
    code === "hub/token-and-endpoint" ? [span.file.text.slice(span.start, span.end)] : [],
  );
}

test.each([
  [`${endpoint}\n    id-token = true`, ["true"]],
  [`id-token = true\n    ${endpoint}`, ['"https://idp.example.edu/userinfo"']],
  [`${endpoint}\n    id-token = false`, []],
  [endpoint, []],
  ["id-token = true", []],
])("%s", (text, expected) => {
  expect(found(text)).toEqual(expected);
});

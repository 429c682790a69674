// Roles in values and in Python: nobody is made admin past the hub's list, and everybody's role reaches nobody else.

import { expect, test } from "vitest";
import { whoMayWhat } from "../../../compiler/service/who.ts";
import { checkProgram, programOf } from "../../support/programs.ts";
import { modelOf, smallProgram } from "../../support/small-program.ts";

function found(hub: string): string[] {
  const { diagnostics } = checkProgram(programOf(smallProgram({ hub: `  admins = ["ada"]\n  ${hub}` })));
  return diagnostics
    .filter(({ severity }) => severity !== "info")
    .map(({ code, span }) => `${code}: ${span.file.text.slice(span.start, span.end)}`);
}

const append = (role: string) => `python { roles = "c.JupyterHub.load_roles.append(${role})" }`;

test.each([
  ['values { hub.loadRoles.admin.users = ["mallory"] }', ['hub/admins-in-values: ["mallory"]']],
  ['values { hub.loadRoles.boss { name = "admin"  groups = ["tas"] } }', ['hub/admins-in-values: ["tas"]']],
  ['values { hub.loadRoles.admin.users = ["ada"] }', []],
  [append("{'name': 'admin', 'users': ['mallory']}"), ["hub/admins-in-values: c.JupyterHub.load_roles"]],
  [append("{'name': 'watchers', 'users': ['mallory'], 'scopes': ['list:users']}"), []],
  [
    'values { hub.loadRoles.user.scopes = ["self", "access:servers"] }',
    ['hub/scopes-for-everybody: ["self", "access:servers"]'],
  ],
  ['values { hub.loadRoles.user.scopes = ["self", "shares!user"] }', []],
  [append("{'name': 'user', 'scopes': ['self', 'servers']}"), ["hub/scopes-for-everybody: c.JupyterHub.load_roles"]],
])("%s", (hub, expected) => expect(found(hub)).toEqual(expected));

test("who says what everybody has, wherever it is written", () => {
  const rolesWith = (hub: string) => whoMayWhat(modelOf(smallProgram({ hub })))[0]?.roles;
  const everybody = [{ role: "user", users: [], groups: [], scopes: ["list:users"] }];
  expect(rolesWith('  values { hub.loadRoles.user.scopes = ["self", "list:users"] }')).toEqual(everybody);
  expect(rolesWith('  scopes { user = ["self", "list:users"] }')).toEqual(everybody);
  expect(rolesWith('  scopes { user = ["self"] }')).toBeUndefined();
});

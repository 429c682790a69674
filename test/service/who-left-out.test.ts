// Who may do what on a hub that leaves out values by which it would be so.

import { expect, test } from "vitest";
import { whoMayWhat } from "../../compiler/service/who.ts";
import { whoJson } from "../../compiler/service/who-json.ts";
import { whoText } from "../../compiler/service/who-text.ts";
import { errorCodes, programOf } from "../support/programs.ts";
import { modelOf, smallProgram } from "../support/small-program.ts";

const without = (...paths: readonly string[]) =>
  smallProgram({ hub: `  leave-out-values = [${paths.map((path) => `"${path}"`).join(", ")}]` });

const said = (program: string) => whoText({ releases: whoMayWhat(modelOf(program)), external: [] });

test.each(["hub.extraConfig", "hub.loadRoles", "hub.config.Authenticator", "hub.config.Authenticator.admin_users"])(
  "%s is said before all else",
  (path) => {
    expect(said(without(path)).split("\n")[1]).toContain(`takes away \`${path}\``);
    expect(whoJson({ releases: whoMayWhat(modelOf(without(path))), external: [] })).toContain('"leftOut"');
  },
);

test.each(["singleuser.fsGid", "hub.config.GitHubOAuthenticator.oauth_callback_url", "cull.every"])(
  "%s decides nothing of it",
  (path) => expect(said(without(path))).not.toContain("leave-out-values"),
);

test("a hub keeps a way to sign in", () => {
  for (const path of ["hub", "hub.config", "hub.config.JupyterHub", "hub.config.JupyterHub.authenticator_class"])
    expect(errorCodes(programOf(without("singleuser.fsGid", path))), path).toEqual(["hub/sign-in-left-out"]);
  for (const path of ["hub.config.JupyterHub.cookie_max_age_days", "hub.extraEnv", "proxy"])
    expect(errorCodes(programOf(without(path))), path).toEqual([]);
});

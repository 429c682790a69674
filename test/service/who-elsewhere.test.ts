// Sign-in that the hub's own configuration decides: what must be said of it, and what is said of who may enter.

import { describe, expect, test } from "vitest";
import { whoMayWhat } from "../../compiler/service/who.ts";
import { whoText } from "../../compiler/service/who-text.ts";
import { errorCodes, programOf } from "../support/programs.ts";
import { modelOf, smallProgram } from "../support/small-program.ts";

const elsewhere = (body: string, hub = "") =>
  smallProgram({ hub }).replace(/ {2}auth github \{[\s\S]*?\n {2}\}\n/, `  auth elsewhere { ${body} }\n`);

const said = (program: string) =>
  whoText({ releases: whoMayWhat(modelOf(program)), external: [] }).replace(/\s+/g, " ");

describe("auth elsewhere", () => {
  test.each([
    ["its class", elsewhere('class = "tmp"')],
    ["configuration", elsewhere("", '  config { JupyterHub.authenticator_class = "tmp" }\n')],
    ["Python", elsewhere("", '  python { own = "c.JupyterHub.authenticator_class = Own" }\n')],
    ["the chart around it", elsewhere("", '  umbrella { chart = "chart" }\n')],
  ])("is sound with %s", (_what, program) => expect(errorCodes(programOf(program))).toEqual([]));

  test("is nothing where nobody says which it is", () => {
    expect(errorCodes(programOf(elsewhere("")))).toEqual(["hub/sign-in-left-out"]);
    expect(errorCodes(programOf(elsewhere("", "  config { JupyterHub.cookie_max_age_days = 2 }\n")))).toEqual([
      "hub/sign-in-left-out",
    ]);
  });

  test("lets in whom its own configuration says, and `allow` where that is written", () => {
    expect(said(elsewhere('class = "tmp"'))).toContain("The sign-in's own configuration decides who may enter");
    expect(said(elsewhere('class = "tmp"', "  config { Authenticator.allow_all = true }\n"))).toContain(
      "Everybody who can may enter.",
    );
    expect(said(elsewhere('class = "tmp"  allow = everyone'))).toContain("Everybody who can may enter.");
  });
});

// Own values are checked with the tags of images: an image with a variable that no Dockerfile can write has none.

import { expect, test } from "vitest";
import { findings, smallProgram } from "../support/small-program.ts";

const hub = `  values { singleuser.profileList = [{ display_name = "A"  kubespawner_override = { mem_limit = "banana" } }] }`;

test.each([
  ['MOTD = "Welcome\\nto the hub"', "image/environment-value"],
  ['my-zone = "UTC"', "image/environment-name"],
])("%s beside own values", (variable, code) => {
  const image = `  env {\n    ${variable}\n  }`;
  expect(findings(smallProgram({ image, hub }))).toEqual(expect.arrayContaining([code, "values/does-not-work"]));
});

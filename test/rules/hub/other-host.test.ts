import { expect, it } from "vitest";
import { checkProgram, programOf } from "../../support/programs.ts";
import { smallProgram } from "../../support/small-program.ts";

function found(hub: string): string[] {
  const { diagnostics } = checkProgram(programOf(smallProgram({ hub: `  ${hub}` })));
  return diagnostics
    .filter(({ code }) => code === "hub/other-host")
    .map(({ span }) => span.file.text.slice(span.start, span.end));
}

const tls = (...hosts: string[]) =>
  `tls = [{ hosts = [${hosts.map((host) => `"${host}"`).join(", ")}]  secretName = "t" }]`;

it.each([
  ['values { ingress { enabled = true  hosts = ["j.example.edu"] } }', ['["j.example.edu"]']],
  ['values { ingress { enabled = true  hosts = ["j.example.edu", "h.example.edu"] } }', []],
  ['values { ingress { enabled = true  hosts = ["*.example.edu"] } }', []],
  ['values { ingress { enabled = true  hosts = ["*.other.edu"] } }', ['["*.other.edu"]']],
  ['values { ingress { enabled = true  hosts = ["$' + '{domain}"] } }', []],
  ["values { ingress { enabled = true  hosts = [] } }", []],
  ['values { ingress { enabled = false  hosts = ["j.example.edu"] } }', []],
  [
    `values { ingress { enabled = true  ${tls("j.example.edu")} } }`,
    ['[{ hosts = ["j.example.edu"]  secretName = "t" }]'],
  ],
  [`values { ingress { enabled = true  ${tls("j.example.edu", "H.example.edu")} } }`, []],
  ['values { httpRoute { enabled = true  hostnames = ["j.example.edu"]  gateway.name = "g" } }', ['["j.example.edu"]']],
  ['values { httpRoute { enabled = true  hostnames = ["h.example.edu"]  gateway.name = "g" } }', []],
  [
    'values { proxy.https { enabled = true  hosts = ["j.example.edu"]  letsencrypt.contactEmail = "a@b.edu" } }',
    ['["j.example.edu"]'],
  ],
  ['values { proxy.https { enabled = true  type = "offload" } }', []],
])("%s", (hub, places) => {
  expect(found(hub)).toEqual(places);
});

it("is judged for each stage by its own domain", () => {
  const stages = 'stage staging { domain = "s.example.edu" }\n  stage prod { }\n  ';
  const own = (hosts: string) => `${stages}values { ingress { enabled = true  hosts = [${hosts}] } }`;
  expect(found(own('"h.example.edu"'))).toEqual(['["h.example.edu"]']);
  expect(found(own('"h.example.edu", "s.example.edu"'))).toEqual([]);
});

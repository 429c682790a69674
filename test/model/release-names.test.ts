// `${domain}`, `${stage}`, `${namespace}` and `${release}` in the texts of a hub, and families of hubs.

import { expect, test } from "vitest";
import type { Release } from "../../compiler/model/release.ts";
import { findings, modelOf, smallProgram } from "../support/small-program.ts";

const releasesOf = (hub: string, more = "") => modelOf(smallProgram({ hub, more })).releases;
const announcements = (hub: string, more = "") => releasesOf(hub, more).map((one) => one.announcement?.value);

const stages = '  stage staging { domain = "try.example.edu" }\n  stage prod { release = "hub" }\n';

test("each stage fills in its own", () => {
  const line = '  announcement = "${stage} of ${release} in ${namespace}, https://${domain}"\n';
  expect(announcements(line + stages)).toEqual([
    "prod of hub in h-prod, https://h.example.edu",
    "staging of h-staging in h-staging, https://try.example.edu",
  ]);
});

test("without stages it is the only one", () => {
  expect(announcements('  announcement = "${stage} ${release} ${namespace} ${domain}"\n')).toEqual([
    "prod h-prod h-prod h.example.edu",
  ]);
});

test("names may be made of each other, by way of three", () => {
  const hub =
    '  release = "r-${stage}"\n  namespace = "n-${release}"\n  stage prod { domain = "${namespace}.example.edu" }\n';
  const [release] = releasesOf(hub);
  expect([release?.releaseName, release?.namespace, release?.domain.value]).toEqual([
    "r-prod",
    "n-r-prod",
    "n-r-prod.example.edu",
  ]);
});

const inFiles = ({ files }: Release) => files.map(({ holds }) => (holds.kind === "text" ? holds.text.value : ""));

test("values, configuration, Python, files and profiles have them too", () => {
  const hub = `${stages}
  values { hub.extraEnv.A = "\${domain}" }
  config { JupyterHub.template_vars = { a = "\${stage}" } }
  python { "10-a" = "x = '\${release}'" }
  file a { path = "/etc/a"  text = "\${namespace}" }
  profile p { title = "P on \${stage}"  image = img  environment { U = "https://\${domain}" } }
`;
  const [prod, staging] = releasesOf(hub);
  const tree = (release: Release | undefined) => JSON.stringify(release?.ownTree);
  expect(tree(prod)).toContain('"A":"h.example.edu"');
  expect(tree(staging)).toContain('"A":"try.example.edu"');
  expect(JSON.stringify(prod?.ownValues.map(({ leaf }) => leaf.value.data))).toContain("x = 'hub'");
  expect(JSON.stringify(staging?.ownValues.map(({ leaf }) => leaf.value.data))).toContain("x = 'h-staging'");
  expect(staging && inFiles(staging)).toEqual(["h-staging"]);
  expect(prod?.permanent.map(({ title }) => title.value)).toEqual(["P on prod"]);
  expect(staging?.permanent.map(({ title }) => title.value)).toEqual(["P on staging"]);
});

test("an abstract hub leaves them to its children", () => {
  const parent = 'abstract hub base { announcement = "At ${domain}" }\n';
  const text = smallProgram({ more: parent }).replace("hub h {", "hub h extends base {");
  expect(modelOf(text).releases.map((one) => one.announcement?.value)).toEqual(["At h.example.edu"]);
});

test("a `let` of the name comes before", () => {
  expect(announcements('  announcement = "${domain}"\n', 'let domain = "mine"\n')).toEqual(["mine"]);
});

test("a dollar sign that is meant stands after a backslash", () => {
  expect(announcements('  announcement = "\\${domain} \\$HOME"\n')).toEqual(["${domain} $HOME"]);
});

test.each([
  ['  announcement = "${domian}"\n', ["names/unknown-constant"]],
  ['  announcement = "${stage} ${branch}"\n', ["names/unknown-constant"]],
  ['  release = "${release}"\n', ["names/constant-cycle"]],
  [
    '  release = "a-${namespace}"\n  namespace = "b-${release}"\n  announcement = "${release}"\n',
    ["names/constant-cycle"],
  ],
  ['  stage prod { domain = "x.${domain}" }\n', ["names/constant-cycle"]],
  // What is wrong in one is said once, and nothing of what is made from it.
  ['  release = 5\n  namespace = "b-${release}"\n  announcement = "${namespace}"\n', ["schema/wrong-type"]],
  // What comes out is checked as if it had been written.
  ['  namespace = "${domain}"\n', ["schema/bad-text"]],
])("%j: %j", (hub, codes) => {
  expect(findings(smallProgram({ hub }))).toEqual(codes);
});

test("other declarations have no release", () => {
  expect(findings(smallProgram({ course: '  links { a = "https://${domain}/a" }\n' }))).toEqual([
    "names/unknown-constant",
  ]);
});

test("a policy is asked of what each stage comes to", () => {
  const more = 'policy hub short { require = not (announcement matches ".*try.*") }\n';
  expect(findings(smallProgram({ hub: `  announcement = "\${domain}"\n${stages}`, more }))).toEqual(["policy/broken"]);
  expect(findings(smallProgram({ hub: `  announcement = "\${stage}"\n${stages}`, more }))).toEqual([]);
});

test("of an external hub the domain is known", () => {
  const external = (contact: string) =>
    smallProgram({ more: `hub far { external = true  domain = "far.example.edu"  contact = "${contact}" }\n` });
  expect(modelOf(external("https://${domain}/help")).externalHubs.map(({ contact }) => contact?.value)).toEqual([
    "https://far.example.edu/help",
  ]);
  expect(findings(external("https://${namespace}/help"))).toEqual(["names/unknown-constant"]);
});

test("hubs can be a family", () => {
  const text = smallProgram({ course: "" })
    .replace("hub h {", "hub h[1..2] {")
    .replace("h.example.edu", "h${n}-${stage}.example.edu")
    .replace("hub   = h", "hub   = h[2]");
  const { releases, courses } = modelOf(text);
  expect(releases.map(({ domain }) => domain.value)).toEqual(["h1-prod.example.edu", "h2-prod.example.edu"]);
  expect(courses[0]?.hub.value).toBe("h-2");
});

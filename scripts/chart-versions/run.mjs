// Adds a version of the JupyterHub chart to what hubc knows, or reads one anew:
//
//     npm run chart:add -- VERSION FOLDER
//
// FOLDER is a checkout of the chart's repository (jupyterhub/zero-to-jupyterhub-k8s) at the tag of that version: its schema and defaults are in
// `jupyterhub/`, and the Python packages of its hub's image in `images/hub/requirements.txt`. Those are installed into an environment of
// `.cache/charts`, whose Python needs venv, and their traits are read from them. Writes compiler/knowledge/charts/, and, where the version is
// the newest one, compiler/knowledge/sign-in-classes.json.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { load } from "js-yaml";
import { applyChanges, changesBetween } from "./changes.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const knowledge = join(root, "compiler/knowledge");
const charts = join(knowledge, "charts");

/** Packages of the hub's image that a program can configure, and what they stand on. */
const packages =
  /^(?:jupyterhub|jupyterhub-(?:kubespawner|ldapauthenticator|ltiauthenticator|nativeauthenticator|tmpauthenticator|firstuseauthenticator)|mwoauth|oauthenticator|oauthlib|pyjwt|sqlalchemy|tornado|traitlets)(?:\[[a-z]+\])?==/i;

const [version, folder] = process.argv.slice(2);
if (version === undefined || folder === undefined || !/^\d+\.\d+\.\d+$/.test(version)) {
  console.error("usage: npm run chart:add -- VERSION FOLDER");
  process.exit(2);
}
const known = readKnown();
const { renamed, ancestors, packages: hub, ...traits } = readTraits();
const { facts, schema, defaults } = readChart();
known.set(version, { facts: { version, ...hub, ...facts }, tables: { schema, defaults, traits } });
write();

function readChart() {
  const text = (name) => readFileSync(join(folder, "jupyterhub", name), "utf8");
  const { kubeVersion } = load(text("Chart.yaml"));
  const kubernetes = /^>=(\d+\.\d+)\./.exec(kubeVersion)?.[1];
  if (kubernetes === undefined) throw new Error(`Chart.yaml has a kubeVersion of another form: ${kubeVersion}`);
  const schema = withoutDescriptions(load(text("values.schema.yaml")));
  return { facts: { kubernetes }, schema, defaults: load(text("values.yaml")) };
}

/** As the chart itself is packaged: helm reads the schema without them. */
function withoutDescriptions({ description: _, ...schema }) {
  const inner = (schemas) =>
    Object.fromEntries(Object.entries(schemas).map(([key, one]) => [key, withoutDescriptions(one)]));
  for (const word of ["properties", "patternProperties"]) if (schema[word]) schema[word] = inner(schema[word]);
  for (const word of ["items", "if", "then"]) if (schema[word]) schema[word] = withoutDescriptions(schema[word]);
  return schema;
}

function readTraits() {
  const venv = join(root, ".cache/charts", version);
  const pinned = readFileSync(join(folder, "images/hub/requirements.txt"), "utf8")
    .split("\n")
    .filter((line) => packages.test(line))
    .map((line) => line.replace(/\s.*$/, ""));
  if (!existsSync(join(venv, "bin/pip"))) execFileSync("python3", ["-m", "venv", venv], { stdio: "inherit" });
  execFileSync(join(venv, "bin/pip"), ["install", "--quiet", "--disable-pip-version-check", "setuptools", ...pinned], {
    stdio: "inherit",
  });
  const reader = fileURLToPath(new URL("read_traits.py", import.meta.url));
  return JSON.parse(execFileSync(join(venv, "bin/python"), [reader], { encoding: "utf8", maxBuffer: 2 ** 26 }));
}

/** What is known, by version: the newest is written whole, and each older one as what is other than in the next. */
function readKnown() {
  const found = new Map();
  if (!existsSync(join(charts, "versions.json"))) return found;
  const json = (name) => JSON.parse(readFileSync(join(charts, name), "utf8"));
  const { $comment: _, ...older } = json("older.json");
  const { $comment: __, ...newest } = json("newest.json");
  let tables = newest;
  for (const facts of json("versions.json").toReversed()) {
    tables = older[facts.version] === undefined ? tables : applyChanges(tables, older[facts.version]);
    found.set(facts.version, { facts, tables });
  }
  return found;
}

function write() {
  mkdirSync(charts, { recursive: true });
  const order = [...known.values()].sort((a, b) => compare(a.facts.version, b.facts.version));
  const newest = order.at(-1);
  const older = {
    $comment:
      "The tables of each version of the chart before the newest, as what is other in them than in the next version: `set` by path, and paths that are `gone`. Made by scripts/chart-versions/run.mjs.",
  };
  for (const [i, one] of order.slice(0, -1).entries())
    older[one.facts.version] = changesBetween(order[i + 1].tables, one.tables);
  const $comment = `Of the Helm chart jupyterhub (jupyterhub/zero-to-jupyterhub-k8s) ${newest.facts.version}: its values.schema.yaml without descriptions, its values.yaml, and the traits of the classes in its hub's image, by the class that declares them. BSD-3-Clause, Copyright Project Jupyter Contributors. Made by scripts/chart-versions/run.mjs.`;
  writeFileSync(
    join(charts, "versions.json"),
    printed(
      order.map(({ facts }) => facts),
      1,
    ),
  );
  writeFileSync(join(charts, "newest.json"), printed({ $comment, ...newest.tables }, 5));
  writeFileSync(join(charts, "older.json"), printed(older, 3));
  if (newest.facts.version === version) writeClasses();
  console.log(
    `chart ${version}: ${Object.entries(hub)
      .map((one) => one.join(" "))
      .join(", ")}`,
  );
}

/** Ancestors of the newest version's authenticators, and old names of traits in any: no name has been used for two traits. */
function writeClasses() {
  // Declared beside the table of old names, by an observer of its own (oauthenticator 17.4, generic.py and azuread.py).
  renamed.GenericOAuthenticator = { ...renamed.GenericOAuthenticator, claim_groups_key: "auth_state_groups_key" };
  renamed.AzureAdOAuthenticator = { ...renamed.AzureAdOAuthenticator, user_groups_claim: "auth_state_groups_key" };
  const sources = Object.entries(hub).map((one) => one.join(" "));
  const $comment = `Ancestors of each authenticator, the nearest first, and old names of traits: read by scripts/chart-versions/run.mjs from ${sources.join(", ")}.`;
  writeFileSync(join(knowledge, "sign-in-classes.json"), printed({ $comment, ancestors, renamed: sorted(renamed) }, 2));
}

function sorted(map) {
  return Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function compare(one, other) {
  const [a, b] = [one, other].map((text) => text.split(".").map(Number));
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/** JSON with a line for each member down to `depth`, so that a change of one is a changed line. */
function printed(value, depth) {
  const print = (one, left, indent) => {
    if (typeof one !== "object" || one === null || left === 0 || Object.keys(one).length === 0)
      return JSON.stringify(one);
    const inner = `${indent} `;
    const rows = Object.entries(one).map(([key, member]) => {
      const text = print(member, left - 1, inner);
      return `${inner}${Array.isArray(one) ? "" : `${JSON.stringify(key)}: `}${text}`;
    });
    const [open, close] = Array.isArray(one) ? "[]" : "{}";
    return `${open}\n${rows.join(",\n")}\n${indent}${close}`;
  };
  return `${print(value, depth, "")}\n`;
}

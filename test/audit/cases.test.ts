// The real deployments of ../shared/cases: what is found in each, judged by hand. Skipped where the folder is absent.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { positionAt } from "../../compiler/text/source-file.ts";
import { auditRepository } from "../support/audit.ts";

const cases = new URL("../../../shared/cases/", import.meta.url);
const isThere = existsSync(cases);
if (!isThere) console.log("skipped: the folder ../shared/cases is not there");

/** All that is found but for hints: each was looked at, and is so. */
const expected: Readonly<Record<string, readonly string[]>> = {
  // `hosted_domain` was meant: OAuthenticator has no such trait, so that the sign-in is not narrowed by it.
  "43-2i2c-orcid-demo": ["values/does-not-work config/clusters/2i2c-aws-us/orcid-demo.values.yaml:161"],
  // Grants that were to end in August 2025.
  "03-berkeley-data8": ["audit/past-date deployments/data8/config/common.yaml:79"],
  "12-berkeley-publichealth": ["audit/past-date deployments/publichealth/config/common.yaml:45"],
  // `dask-gateway` is a part of `basehub`, and stands beside it.
  "32-2i2c-gcp-leap": ["audit/unread-key config/clusters/leap/prod.values.yaml:1"],
  // Two hubs have one disk.
  "34-2i2c-aws-temple": ["audit/same-as-another-hub config/clusters/temple/research.values.yaml:6"],
  // Written for a chart before 1.0, which had these keys.
  "54-utoronto-azure-hubploy-2021": [
    "values/unknown-key deployments/utoronto/config/common.yaml:15",
    // Its secrets, which give both parts of it, are not in the case.
    "values/wrong-type hub/values.yaml:59",
    "values/wrong-type hub/values.yaml:59",
    "values/unknown-key hub/values.yaml:110",
  ],
};

function filesIn(folder: URL): Readonly<Record<string, string>> {
  if (!existsSync(folder)) return {};
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => /\.ya?ml$/.test(path));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(new URL(path, folder), "utf8")]));
}

/** The files of a case over those that several cases of its repository share; what was encrypted has placeholders. */
function filesOf(name: string): Readonly<Record<string, string>> {
  const commit = commitOf(name);
  const bases = folders.filter((one) => one.startsWith("00-bases") && commitOf(one) === commit);
  const all = [...bases, name].map((one) => filesIn(new URL(`${one}/values/`, cases)));
  const secrets = Object.entries(filesIn(new URL(`${name}/secret-skeleton/`, cases)));
  const encrypted = secrets.map(([path, text]) => [
    path,
    `${text.replaceAll("SECRET-PLACEHOLDER", "ENC[x]")}\nsops: {}\n`,
  ]);
  return Object.assign({}, ...all, Object.fromEntries(encrypted));
}

function commitOf(name: string): string | undefined {
  return /^commit: (\w+)/m.exec(readFileSync(new URL(`${name}/SOURCE.txt`, cases), "utf8"))?.[1];
}

const folders = isThere ? readdirSync(cases).filter((name) => /^[0-9]/.test(name)) : [];
const names = folders.filter((name) => !name.startsWith("00-") && existsSync(new URL(`${name}/values`, cases)));

test.skipIf(!isThere)("there are cases", () => expect(names.length).toBeGreaterThan(15));

test.skipIf(!isThere).each(names)("%s", (name) => {
  const { found } = auditRepository(filesOf(name));
  const said = found
    .filter(({ severity }) => severity !== "info")
    .map(({ code, span }) => `${code} ${span.file.path}:${positionAt(span.file, span.start).line}`);
  expect(said).toEqual(expected[name] ?? []);
});

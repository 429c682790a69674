// The real deployments of ../shared/cases, where that folder is: the files of each, with those that several share.

import { existsSync, readdirSync, readFileSync } from "node:fs";

const cases = new URL("../../../shared/cases/", import.meta.url);

/** Is the folder there? Tests of it are skipped where it is not, and say so. */
export const areCasesThere = existsSync(cases);
if (!areCasesThere) console.log("skipped: the folder ../shared/cases is not there");

function filesIn(folder: URL): Readonly<Record<string, string>> {
  if (!existsSync(folder)) return {};
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => /\.ya?ml$/.test(path));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(new URL(path, folder), "utf8")]));
}

/** The files of a case over those that several cases of its repository share; what was encrypted has placeholders. */
export function filesOfCase(name: string): Readonly<Record<string, string>> {
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

const folders = areCasesThere ? readdirSync(cases).filter((name) => /^[0-9]/.test(name)) : [];
/** The cases that have values. */
export const caseNames = folders.filter(
  (name) => !name.startsWith("00-") && existsSync(new URL(`${name}/values`, cases)),
);

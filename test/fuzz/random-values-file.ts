// Values files of hubs that run, damaged as by hand and as by somebody who means harm: lines that go, come twice or move, values that are
// hostile, anchors and aliases, secrets in the clear.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { stringify } from "yaml";
import { createRandom, type Random, seedOf } from "../support/random.ts";
import { secrets } from "../support/secret-samples.ts";
import { hostileText } from "./random-values.ts";

/** A values file, and the parts of secrets in it that nothing may show. */
export interface HostileValues {
  readonly text: string;
  readonly hidden: readonly string[];
}

const root = fileURLToPath(new URL("../fixtures/real-hubs", import.meta.url));

/** The texts of values files to damage, in YAML as people lay it out. */
export function loadValues(folder = root): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".json") && !path.includes("umbrellas"))
    .sort()
    .flatMap((path) => {
      const { environments } = JSON.parse(readFileSync(`${folder}/${path}`, "utf8"));
      return Object.values(environments).map((one) => stringify((one as { readonly own: unknown }).own)); // as it was written down
    });
}

/** One of the files, damaged at one to three places. */
export function hostileValues(seed: number, number: number, files: readonly string[]): HostileValues {
  const random = createRandom(seedOf(seed, number));
  const lines = random.pick(files).split("\n");
  const hidden: string[] = [];
  for (let edits = 1 + random.below(3); edits > 0; edits--) damage(lines, random, hidden);
  const text = lines.join(random.onceIn(40) ? "\r\n" : "\n");
  return { text: random.onceIn(30) ? text.slice(0, random.below(text.length)) : text, hidden };
}

const forms = Object.values(secrets).filter(({ text }) => !text.includes("\n"));
/** A key that says nothing of a secret: its value has to tell. */
const keys = ["note", "extraEnv", "command", "url", "DATABASE", "description"];

function damage(lines: string[], random: Random, hidden: string[]): void {
  const at = random.below(lines.length);
  const line = lines[at] ?? "";
  const [, indent = "", rest = ""] = /^(\s*)(.*)$/.exec(line) ?? [];
  const key = /^[\w.-]+:/.exec(rest)?.[0];
  const put = (...texts: readonly string[]) => lines.splice(at, 1, ...texts);
  const many = 1 + random.below(3000);
  switch (random.below(18)) {
    case 0:
      return void put();
    case 1:
      return void put(line, line);
    case 2:
      return void put(` ${line}`);
    case 3:
      return void put(line.slice(1));
    case 4:
      return void put(`${indent}${key ?? "x:"} ${JSON.stringify(hostileText(random))}`);
    case 5:
      return void put(`${indent}${key ?? "x:"} ${hostileText(random)}`);
    case 6:
      return void put(`${indent}${key ?? "x:"} ${random.pick(scalars)}`);
    case 7:
      return void put(line, `${indent}${hostileText(random)}`);
    case 8:
      return void put(`${indent}${key ?? "x:"} &a {b: ${random.pick(["*a", "*b", "[*a, *a]", "1"])}}`);
    case 9:
      return void put(`${indent}<<: ${random.pick(["*a", "[*a, {}]", "{a: 1}", "x"])}`, line);
    case 10:
      return void put(`${indent}${key ?? "x:"} ${"[".repeat(many)}`);
    case 11:
      return void put(`${indent}${key ?? "x:"} ${"{a: ".repeat(many)}1${"}".repeat(many)}`);
    case 12:
      return void put(
        `${indent}${key ?? "x:"} ${random.pick(["|", ">", "|9", ">-", '"', "'", "!!binary", "!x", "? "])}`,
        line,
      );
    case 13:
      return void put(`${random.pick(["---", "...", "%YAML 1.1", "\t", "\u0000", "\ufeff", "@", "`"])}${line}`);
    case 14:
      return void put(...Array.from({ length: many }, (_, i) => `${indent}k${i}: ${i}`), line);
    default: {
      const { text, secret } = random.pick(forms);
      const named = `${indent}${key ?? `${random.pick(keys)}:`}`;
      hidden.push(secret);
      return void put(
        random.pick([
          `${named} ${JSON.stringify(text)}`,
          `${indent}# ${text}`,
          `${named} '${text.replaceAll("'", "''")}'`,
        ]),
      );
    }
  }
}

const scalars = [
  "1e999",
  "-0",
  "0x7fffffffffffffff",
  "9".repeat(400),
  "~",
  "yes",
  "2026-01-01",
  "12:30:45",
  ".nan",
  "{}",
  "[]",
  "a".repeat(70_000),
  "__proto__",
  "{__proto__: {a: 1}, constructor: x}",
  "${{ secrets.X }}",
];

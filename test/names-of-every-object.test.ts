// Names that every object of JavaScript has, at every word, number and text of a program: they are words and texts as others are.

import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { check } from "../compiler/check.ts";
import { readYaml } from "../compiler/knowledge/read-yaml.ts";
import { lex } from "../compiler/syntax/lexer.ts";
import { readTemplate } from "../compiler/targets/pages/read-template.ts";
import { checkedDate } from "../compiler/text/calendar.ts";
import { createSourceFile } from "../compiler/text/source-file.ts";
import { fixturePrograms } from "./support/compiled-programs.ts";
import { moreTexts } from "./support/more-texts.ts";

const on = checkedDate("2026-10-05") ?? 0;
const names: readonly string[] = ["__proto__", "constructor", "toString", "valueOf", "hasOwnProperty"];
const ways = names.flatMap((name) => [name, `"${name}"`]);
const replaced = new Set(["name", "number", "text", "date", "time"]);

const wholePrograms = fixturePrograms.map(({ name, folder }) => {
  const files = readdirSync(folder).filter((file) => file.endsWith(".hub"));
  return { name, text: files.map((file) => readFileSync(`${folder}/${file}`, "utf8")).join("\n") };
});
const zone = `provider gke google {
  project = "campus"
  zone = "us-central1-a"
  cluster = "hubs"
  pool users { machine = "n2-highmem-8"  nodes = 0..5  zones = ["us-central1-b"] }
}
`;
const operators = `project campus { area physics { folder = "physics"  hubs = [datahub]  groups = [pupils] } }
`;
const course = `course waves {
  title = "Waves"
  hub = datahub
  image = base
  term = 2026-08-26 .. 2026-12-18
  roster = pupils
  memory = 1GiB .. 2GiB
  content notes { repo = "https://github.com/campus/notes" }
}
image base extends std.jupyterlab { pip { nbgitpuller==1.3.0 } }
`;

test.each([
  ...wholePrograms,
  { name: "more texts", text: moreTexts },
  { name: "a zone", text: zone },
  { name: "an area", text: course, folder: "physics/", around: operators },
])("in $name", ({ text, ...place }) => {
  const { folder = "", around = "" } = { folder: "", around: "", ...place };
  const thrown: string[] = [];
  let tried = 0;
  for (const [i, token] of lex(text).tokens.entries()) {
    if (!replaced.has(token.type)) continue;
    for (const written of text.length < 1000 ? ways : [ways[i % ways.length] ?? ""]) {
      const other = text.slice(0, token.start) + written + text.slice(token.end);
      const files = [createSourceFile("operators.hub", around), createSourceFile(`${folder}p.hub`, other)];
      tried += 1;
      try {
        check({ files, assets: new Map(), readYaml, readTemplate }, { on });
      } catch (error) {
        thrown.push(`${written} for ${token.image}: ${String(error)}`);
      }
    }
  }
  expect(thrown).toEqual([]);
  expect(tried).toBeGreaterThan(10);
});

// A page for each block and setting, from the vocabulary.

import type { BlockSchema } from "../../compiler/schema/block.ts";
import { vocabulary } from "../../compiler/schema/vocabulary.ts";
import { defaultOf } from "../../compiler/service/explain-setting.ts";
import { typeWords } from "../../compiler/service/type-words.ts";
import {
  type BodyPlace,
  everyPath,
  findPlaces,
  type Place,
  type SettingPlace,
} from "../../compiler/service/vocabulary-place.ts";
import { codeBlock } from "./highlight.ts";
import { escaped, type Page, proseHtml } from "./html.ts";

/** Deeper than the vocabulary goes. */
const mostWords = 8;

export function settingPages(): readonly Page[] {
  const paths = [...new Set(everyPath(mostWords))].sort();
  const known = new Set(paths);
  return [index(), ...paths.map((path) => placePage(path, known))];
}

function placePage(path: string, known: ReadonlySet<string>): Page {
  const found = findPlaces(path);
  if ("nearest" in found) throw new Error(`invariant: ${path} is a path of the vocabulary`);
  const bodies = found.places.map((place) => (place.kind === "setting" ? settingHtml(place) : bodyHtml(place, known)));
  const [first] = found.places;
  return {
    path: `settings/${path}.html`,
    title: path,
    about: plain(first === undefined ? "" : docOf(first)),
    body: `<p class="trail">${trail(path, known)}</p>
<h1><code>${escaped(path)}</code></h1>
${bodies.join("\n<hr>\n")}
<h2>In the terminal</h2>
<p><code>hubc explain ${escaped(path)}</code> prints this page.</p>`,
  };
}

function docOf(place: Place): string {
  return place.kind === "setting" ? place.setting.doc : place.doc;
}

function trail(path: string, known: ReadonlySet<string>): string {
  const words = path.split(".").slice(0, -1);
  const steps = words.map((word, index) => {
    const to = words.slice(0, index + 1).join(".");
    return known.has(to) ? `<a href="${to}.html">${word}</a>` : word;
  });
  return ['<a href="index.html">Settings</a>', ...steps].join(" › ");
}

function settingHtml({ setting }: SettingPlace): string {
  const standing = defaultOf(setting);
  const rows = [
    ["takes", proseHtml(typeWords(setting.type, (word) => `\`${word}\``))],
    setting.required === true
      ? ["required", "yes"]
      : [
          "where nothing is said",
          standing === undefined
            ? "nothing"
            : setting.default === undefined
              ? proseHtml(standing)
              : `<code>${escaped(standing)}</code>`,
        ],
  ];
  return `<p class="lead">${proseHtml(setting.doc)}</p>
${codeBlock(`${setting.key} = ${setting.example}`, "text")}
<dl>${rows.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join("")}</dl>`;
}

function bodyHtml(place: BodyPlace, known: ReadonlySet<string>): string {
  const schemas = [...new Set(Object.values(place.schemas))];
  const [only] = schemas;
  const inner =
    only === undefined ? "" : schemas.length > 1 ? variantsHtml(place, known) : schemaHtml(only, place, known);
  return `<p class="lead">${proseHtml(place.doc)}</p>
${codeBlock(place.example ?? place.form, "text")}
${inner}`;
}

function variantsHtml(place: BodyPlace, known: ReadonlySet<string>): string {
  const rows = Object.entries(place.schemas).map(([name, { doc }]) =>
    item(`${place.path}.${name}`, { name, doc, known }),
  );
  return `<h2>Variants</h2>\n<ul class="list">${rows.join("\n")}</ul>`;
}

function schemaHtml(schema: BlockSchema, place: BodyPlace, known: ReadonlySet<string>): string {
  const path = place.hasVariants ? `${place.path}.${Object.keys(place.schemas)[0] ?? ""}` : place.path;
  const settings = Object.values(schema.settings).map((one) =>
    item(`${path}.${one.key}`, { name: one.key, doc: one.doc, known, required: one.required === true }),
  );
  const any = schema.anySetting === undefined ? [] : [`<li>any name: ${proseHtml(schema.anySetting.doc)}</li>`];
  const blocks = Object.values(schema.blocks).map((use) =>
    item(`${path}.${use.key}`, { name: `${use.key} { … }`, doc: use.doc, known, required: use.required === true }),
  );
  const needs = schema.oneOf.map((keys) => keys.map((key) => `<code>${key}</code>`).join(" or "));
  return [
    needs.length === 0 ? "" : `<p>Needed: ${needs.join("; ")}.</p>`,
    settings.length + any.length === 0
      ? ""
      : `<h2>Settings</h2>\n<ul class="list">${[...settings, ...any].join("\n")}</ul>`,
    blocks.length === 0 ? "" : `<h2>Blocks</h2>\n<ul class="list">${blocks.join("\n")}</ul>`,
  ].join("\n");
}

interface Item {
  readonly name: string;
  readonly doc: string;
  readonly known: ReadonlySet<string>;
  readonly required?: boolean;
}

function item(path: string, { name, doc, known, required }: Item): string {
  const code = `<code>${escaped(name)}</code>`;
  const link = known.has(path) ? `<a href="${path}.html">${code}</a>` : code;
  return `<li>${link}${required === true ? ' <span class="tag">required</span>' : ""} ${proseHtml(doc)}</li>`;
}

function index(): Page {
  const rows = vocabulary.map(
    ({ kind, doc }) => `<li><a href="${kind}.html"><code>${kind}</code></a> ${proseHtml(doc)}</li>`,
  );
  return {
    path: "settings/index.html",
    title: "Settings",
    about: "Every kind of declaration, block and setting of the language.",
    body: `<h1>Settings</h1>
<p class="lead">A program is a set of declarations, each of one of these kinds. Every block and setting in them has a page.</p>
<ul class="list">
${rows.join("\n")}
</ul>`,
  };
}

function plain(text: string): string {
  return text.replaceAll("`", "");
}

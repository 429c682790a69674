// Builds the site into static files: pages from the vocabulary, the catalogue, the commands and the documents; the playground from the
// compiler itself. They work under any path of a file server; but for the playground, from a folder too.
// usage: node scripts/site.mjs [FOLDER]     out/site, unless given

import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle, imported } from "./bundler.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = resolve(process.argv[2] ?? join(root, "out/site"));
const on = "2026-10-05";
/** Programs of the repository that are shown, with the days that their READMEs name. */
const programs = [
  {
    name: "data8",
    title: "Data 8",
    on,
    about: "A large course on Google's cloud: 1800 students, two stages, a textbook.",
  },
  {
    name: "stat159",
    title: "Stat 159",
    on: "2026-03-01",
    about: "A smaller course, with staff, teams and office hours.",
  },
  {
    name: "external-hub",
    title: "On somebody else's hub",
    on,
    about: "Courses of instructors on a hub that others run.",
  },
  {
    name: "department",
    title: "A department's hub",
    on,
    about: "A permanent hub all year, with profiles, sizes, images to choose and a GPU.",
  },
];

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const { siteFiles, checkedDate } = await siteBuilder();
const recipes = new Map(
  readdirSync(join(root, "site/recipes")).map((file) => [basename(file, ".hub"), read(`site/recipes/${file}`)]),
);
const base = recipes.get("base");
recipes.delete("base");
const documents = [
  ...["installing", "instructor", "assistant", "operator"].map((name) => ({
    path: `guides/${name}.html`,
    source: `site/content/${name}.md`,
  })),
  { path: "guides/tutorial.html", source: "docs/tutorial.md" },
  { path: "guides/from-values.html", source: "docs/from-values.md" },
  { path: "guides/language.html", source: "LANGUAGE.md" },
  { path: "guides/standard-library.html", source: "stdlib/README.md" },
  { path: "guides/editors.html", source: "docs/editors.md" },
].map((one) => ({ ...one, text: read(one.source) }));
const files = siteFiles({ documents, recipes, base, gallery: programs.map(galleryOf), on: checkedDate(on) });
for (const { path, text } of files) write(path, text);
for (const name of readdirSync(join(root, "site/assets"))) cpSync(join(root, "site/assets", name), join(out, name));
cpSync(join(root, "docs/grammar"), join(out, "guides/docs/grammar"), { recursive: true });
cpSync(join(root, "docs/schemas"), join(out, "docs/schemas"), { recursive: true });
addExamples();
await bundlePlayground();
console.log(`${out}: ${files.filter(({ path }) => path.endsWith(".html")).length} pages`);

/** The part that makes pages, as the compiler is bundled. */
function siteBuilder() {
  const text = `export { siteFiles } from "./site/build/site.ts"; export { checkedDate } from "./compiler/text/calendar.ts";`;
  // A command's own code is loaded when it runs; here only the table is read.
  return imported(text, { external: /^\.\/commands\// });
}

async function bundlePlayground() {
  const entries = { playground: "site/playground/playground.ts", worker: "site/playground/worker.ts" };
  await bundle(entries, {
    platform: "browser",
    transform: { target: ["chrome120", "firefox120", "safari17.5"] },
    output: {
      dir: join(out, "playground"),
      chunkFileNames: "chunks/[name]-[hash].js",
      minify: true,
      comments: { legal: true },
    },
  });
}

/** A program's pages, copied as they were compiled, and its picture. */
function galleryOf({ name, title, about }) {
  const compiled = join(root, "examples", name, "out");
  // With what the pages link to.
  const copied = readdirSync(compiled, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(?:html|md|csv)$/.test(path))
    .sort();
  for (const path of copied) {
    mkdirSync(dirname(join(out, "gallery", name, path)), { recursive: true });
    cpSync(join(compiled, path), join(out, "gallery", name, path));
  }
  const pages = copied
    .filter((path) => path.endsWith(".html"))
    .map((path) => ({ path, title: titleOf(readFileSync(join(compiled, path), "utf8")) }));
  const picture = join(root, "examples", name, "screenshots/students.png");
  if (existsSync(picture)) cpSync(picture, join(out, "gallery", name, "students.png"));
  return { name, title, about, pages, picture: existsSync(picture) ? "students.png" : undefined };
}

/** The whole programs, beside the recipes: for the playground. */
function addExamples() {
  const list = JSON.parse(readFileSync(join(out, "playground/examples.json"), "utf8"));
  for (const { name } of programs) {
    const folder = join(root, "examples", name);
    const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
      (path) => path.endsWith(".hub") && !path.startsWith("out"),
    );
    const texts = paths.sort().map((path) => [path.replaceAll("\\", "/"), readFileSync(join(folder, path), "utf8")]);
    write(`playground/examples/${name}.json`, `${JSON.stringify(Object.fromEntries(texts))}\n`);
  }
  const whole = programs.map(({ name, title, on: day }) => ({ name, title, on: day }));
  write("playground/examples.json", `${JSON.stringify([...whole, ...list])}\n`);
}

function titleOf(html) {
  return /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? "Page";
}

function read(path) {
  return readFileSync(join(root, path), "utf8");
}

function write(path, text) {
  mkdirSync(dirname(join(out, path)), { recursive: true });
  writeFileSync(join(out, path), text);
}

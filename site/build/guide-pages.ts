// The first page, and documents in Markdown as pages.

import { escaped, type Page, rootFrom } from "./html.ts";
import { markdownHtml } from "./markdown.ts";

export interface Document {
  /** Its page, such as `guides/instructor.html`. */
  readonly path: string;
  /** Where it lies in the repository, for its links to others. */
  readonly source: string;
  readonly text: string;
}

export function guidePages(documents: readonly Document[]): readonly Page[] {
  return [index(documents), ...documents.map((document) => guidePage(document, documents))];
}

function guidePage({ path, source, text }: Document, documents: readonly Document[]): Page {
  const link = (address: string) => siteAddress(address, { source, root: rootFrom(path), documents });
  return {
    path,
    title: titleOf(text),
    about: aboutOf(text),
    body: `<p class="trail"><a href="${rootFrom(path)}guides/index.html">Guides</a></p>\n${markdownHtml(text, link)}`,
  };
}

interface From {
  readonly source: string;
  readonly root: string;
  readonly documents: readonly Document[];
}

/** Where a link of a document leads on the site. @throws Error where nothing of the site is there. */
function siteAddress(address: string, { source, root, documents }: From): string {
  if (/^(?:https?:|mailto:|#)/.test(address) || address.endsWith(".html") || address.includes(".html#")) return address;
  const [file = "", hash] = address.split("#");
  const path = resolved(source, file);
  const [, recipe] = /^site\/recipes\/([\w-]+)\.hub$/.exec(path) ?? [];
  if (recipe !== undefined) return `${root}cookbook/${recipe}.html`;
  // Files that programs read are copied to where they lie in the repository.
  if (path.startsWith("docs/schemas/")) return `${root}${path}`;
  const there = documents.find((document) => document.source === path)?.path ?? others.get(path);
  if (there === undefined) throw new Error(`${source} links to ${address}, which has no page`);
  return `${root}${there}${hash === undefined || others.has(path) ? "" : `#${hash}`}`;
}

/** Files and folders of the repository that other pages show. */
const others: ReadonlyMap<string, string> = new Map([
  ["docs/diagnostics.md", "codes/index.html"],
  ["docs/settings.md", "settings/index.html"],
  ["examples", "gallery/index.html"],
  ["README.md", "guides/installing.html"],
]);

function resolved(source: string, address: string): string {
  const parts = source.split("/").slice(0, -1);
  for (const part of address.replace(/\/$/, "").split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

function titleOf(text: string): string {
  const [, title] = /^# (.+)$/m.exec(text) ?? [];
  if (title === undefined) throw new Error("a document has no title");
  return title;
}

/** Its first sentences. */
function aboutOf(text: string): string {
  const [, first = ""] = text.split("\n\n");
  return first
    .replaceAll("\n", " ")
    .replaceAll("`", "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");
}

function index(documents: readonly Document[]): Page {
  const rows = documents.map(
    ({ path, text }) =>
      `<li><a href="${rootFrom("guides/index.html")}${path}">${escaped(titleOf(text))}</a> <span class="quiet">${escaped(aboutOf(text))}</span></li>`,
  );
  return {
    path: "guides/index.html",
    title: "Guides",
    about: "By what you do: teach, help to teach, or run the hub.",
    body: `<h1>Guides</h1>
<p class="lead">By what you do: teach, help to teach, or run the hub.</p>
<ul class="list recipes">
${rows.join("\n")}
</ul>`,
  };
}

export function homePage(): Page {
  const about = "One small language for courses on JupyterHub, and a compiler that checks it and writes the files.";
  return {
    path: "index.html",
    title: "hubc, the course hub compiler",
    about,
    body: `<h1>Course hubs, written down once</h1>
<p class="lead">${about} Helm values, Kubernetes manifests, images and pages come out of one program, and know of each other.</p>
<p><a class="button" href="playground/index.html">Try it in the browser</a> <a class="button quiet" href="guides/installing.html">Install it</a></p>
<div class="cards">
<section class="card"><h2><a href="guides/instructor.html">I teach a course</a></h2><p>Students, memory, packages, links to the material, exams. No Kubernetes.</p></section>
<section class="card"><h2><a href="guides/assistant.html">I help to teach</a></h2><p>Open a student's server, find the links, know what is due when.</p></section>
<section class="card"><h2><a href="guides/operator.html">I run the hub</a></h2><p>Clusters, sign-in, storage, cost, stages, secrets, and hubs that run today.</p></section>
</div>
<h2>Find it</h2>
<ul>
<li><a href="cookbook/index.html">Cookbook</a>: programs for what people ask for, each with what it gives.</li>
<li><a href="settings/index.html">Settings</a>: every block and setting of the language.</li>
<li><a href="codes/index.html">Messages</a>: what each message means, and how to mend it.</li>
<li><a href="commands/index.html">Commands</a>: the command line.</li>
<li><a href="gallery/index.html">Gallery</a>: pages that hubc wrote.</li>
</ul>`,
  };
}

// Texts in HTML, and one frame for all pages: where everything is, from wherever a page lies.

/** The text as HTML shows it. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** The text with what stands between backticks as code: how the vocabulary and messages are written. */
export function proseHtml(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part) => (/^`.+`$/.test(part) ? `<code>${escaped(part.slice(1, -1))}</code>` : escaped(part)))
    .join("");
}

export interface SiteFile {
  /** Below the site's folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

export interface Page {
  readonly path: string;
  readonly title: string;
  /** What a search result and a search engine say of it. */
  readonly about: string;
  /** HTML of the page, from its `h1` on. */
  readonly body: string;
  /** Takes the whole width; the playground does. */
  readonly wide?: boolean;
  /** More of the head: a script that only this page needs. */
  readonly head?: string;
}

/** The parts of the site, as they stand at the top of each page. */
const parts = [
  ["guides/", "Guides"],
  ["cookbook/", "Cookbook"],
  ["settings/", "Settings"],
  ["codes/", "Messages"],
  ["commands/", "Commands"],
  ["gallery/", "Gallery"],
  ["playground/", "Playground"],
] as const;

/** From a page to the root of the site: `../../`, or `./`. */
export function rootFrom(path: string): string {
  return "../".repeat(path.split("/").length - 1) || "./";
}

/** A whole page. Every address in it is relative, so that the site works under any path, and from a folder. */
export function pageFile({ path, title, about, body, wide, head = "" }: Page): SiteFile {
  const root = rootFrom(path);
  const links = parts.map(([part, name]) => {
    const here = path.startsWith(part) ? ' aria-current="true"' : "";
    return `<li><a href="${root}${part}index.html"${here}>${name}</a></li>`;
  });
  const text = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}${path === "index.html" ? "" : " – hubc"}</title>
<meta name="description" content="${escaped(about)}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${root}icon.svg">
<link rel="stylesheet" href="${root}site.css">
${head}</head>
<body${wide === true ? ' class="wide"' : ""}>
<a class="skip" href="#main">To the text</a>
<header>
<a class="name" href="${root}index.html">hubc</a>
<nav aria-label="Parts of the site"><ul>
${links.join("\n")}
</ul></nav>
<form role="search" action="${root}search.html" method="get">
<input type="search" name="q" aria-label="Search" placeholder="Search">
</form>
</header>
<main id="main">
${body}
</main>
<footer><p>hubc, the course hub compiler. These pages load nothing from elsewhere.</p></footer>
</body>
</html>
`;
  return { path, text };
}

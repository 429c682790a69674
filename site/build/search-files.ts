// The search: its page, and the index that a small script looks through. A script and not data, so that it also works from a folder.

import { type Page, pageFile, type SiteFile } from "./html.ts";

export function searchFiles(pages: readonly Page[]): readonly SiteFile[] {
  const entries = pages.map(({ path, title, about }) => [title, path, about]);
  const body = `<h1>Search</h1>
<form action="search.html" method="get">
<label for="q">Words</label> <input type="search" id="q" name="q"> <button>Search</button>
</form>
<p id="count" role="status"></p>
<ol id="results" class="list"></ol>
<noscript><p>The search needs JavaScript. <a href="settings/index.html">Settings</a>, <a href="codes/index.html">messages</a> and <a href="cookbook/index.html">recipes</a> have lists.</p></noscript>
<script src="search-index.js"></script>
<script src="search.js"></script>`;
  return [
    pageFile({ path: "search.html", title: "Search", about: "Search in all pages.", body }),
    { path: "search-index.js", text: `window.hubcPages = ${JSON.stringify(entries)};\n` },
  ];
}

// The page of the playground: its parts, which site/playground/ brings to life.

import type { Page } from "./html.ts";

export function playgroundPage(): Page {
  return {
    path: "playground/index.html",
    title: "Playground",
    about: "The compiler in the page: findings as you type, and what comes out.",
    wide: true,
    head: '<script type="module" src="playground.js"></script>\n',
    body: `<h1>Playground</h1>
<div class="playground">
<div class="bar">
<label>Example <select id="example"></select></label>
<label>Date <input type="date" id="on"></label>
<button type="button" id="layout">Lay out</button>
<button type="button" id="share">Copy a link to this</button>
<span id="state" role="status">Loading the compiler …</span>
</div>
<section class="program" aria-label="Program">
<div class="tabs" role="tablist" aria-label="Files" id="files"></div>
<div id="editor"></div>
<h2 id="findings-title">Findings</h2>
<ul id="findings" aria-labelledby="findings-title"></ul>
</section>
<section class="outputs" aria-label="Outputs">
<div class="bar">
<label>Output <select id="output"></select></label>
<label><input type="checkbox" id="follow" checked> Follow the cursor</label>
</div>
<p id="from" class="quiet">Lines that the place at the cursor makes are marked.</p>
<pre id="text" role="region" tabindex="0" aria-label="Text of the output"></pre>
<iframe id="page" title="The page as people see it" sandbox="allow-same-origin" hidden></iframe>
</section>
</div>
<noscript><p>The playground needs JavaScript.</p></noscript>`,
  };
}

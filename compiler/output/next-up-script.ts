// The one script of the pages that a build writes: it shows the first of what is not over by the reader's clock. It is the same on every page, and a
// page's policy names it by its digest, so that nothing else runs there.

import type { PageScript } from "./page-frame.ts";

/** Shows up to four items of `#next-up`, of each series the first. On one line, since its digest is that of every character. */
const text = [
  "for(const section of document.querySelectorAll('#next-up')){",
  "const seen=new Set();let left=4;",
  "for(const item of section.querySelectorAll('li')){",
  "const{over,series}=item.dataset;",
  "if(left===0||new Date()>=new Date(over)||seen.has(series))continue;",
  "if(series)seen.add(series);",
  "left--;item.hidden=section.hidden=false;",
  "}}",
].join("");

export const nextUpScript: PageScript = { text, digest: "sha256-VrhmXSKHmg2zVIHhrwvB8f+1/aQyezUH9UMu7T4OLWA=" };

import { type Fix, offerFix } from "../../diagnostics/diagnostic.ts";
import { isLoopback } from "../../knowledge/local-names.ts";
import type { Span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

/** Links are encrypted, but for those to the reader's own machine. */
export const insecureLink = defineRule<{ what: string }>({
  code: "course/insecure-link",
  severity: "warning",
  title: "An address without encryption",
  why: "Whoever is between a reader and the server can read and change what an `http:` page shows, and browsers warn of it or refuse it within a page that is encrypted.",
  message: ({ what }) => `${what} begins with \`http:\`: write \`https:\`.`,
  eachAlone: "courses",
  check: (course, report, { urls }) => {
    for (const { what, url, host } of urls(course)) {
      if (!/^http:/i.test(url.value) || isLoopback(host)) continue;
      report({ what }, { span: url.span, fixes: fixFor(url.span) });
    }
  },
});

function fixFor(span: Span): readonly Fix[] {
  const { file, start } = span;
  if (!/^"http:/i.test(file.text.slice(start, span.end))) return [];
  return [offerFix("Write `https:`", { file, start: start + 1, end: start + 5 }, "https")];
}

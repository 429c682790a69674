// A plan as a comment on a pull request: the most serious first, details folded, and a mark by which the same comment is found again.

import { utf8Length } from "../output/digest.ts";
import { markdownCode, markdownText } from "../output/markdown.ts";
import type { Plan, PlanChange, PlanSection } from "../plan/plan.ts";
import { planMark } from "../plan/plan-mark.ts";
import { placeWords, sections, sectionTitles, summaryWords, uncomparedWords } from "./plan-text.ts";

/** GitHub takes 65,536 characters in a comment; bytes are never fewer, and the rest is for whoever adds a line. */
const mostBytes = 60_000;

/** How many sentences of a section stand open; the others are folded. */
const mostOpen = 12;

/** `against`: what the program is compared with, as part of a sentence. */
export function planMarkdown(plan: Plan, against: string): string {
  const untold = uncomparedWords(plan).map((words) => `\n\n${markdownText(words)}`);
  if (plan.changes.length + plan.releases.length === 0)
    return `${planMark}\nNothing changes against ${markdownText(against)}.${untold.join("")}\n`;
  const head = `${planMark}\n**${markdownText(summaryWords(plan))}**\n\nAgainst ${markdownText(against)}.${untold.join("")}`;
  const whole = [head, ...sections.flatMap((section) => sectionMarkdown(section, plan, true))].join("\n\n");
  if (utf8Length(whole) <= mostBytes) return `${whole}\n`;
  const short = [head, ...sections.flatMap((section) => sectionMarkdown(section, plan, false))].join("\n\n");
  return `${withinLimit(short)}\n\nThis is not all of it: \`hubc plan\` says the rest.\n`;
}

/** Whole lines, as many as a comment takes. What is folded is closed by leaving all of it out. */
function withinLimit(text: string): string {
  const lines: string[] = [];
  let bytes = 0;
  for (const line of text.split("\n")) {
    bytes += utf8Length(line) + 1;
    if (bytes > mostBytes) break;
    lines.push(line);
  }
  return lines.join("\n").trimEnd();
}

function sectionMarkdown(section: PlanSection, { changes }: Plan, whole: boolean): readonly string[] {
  const own = changes.filter((change) => change.section === section);
  if (own.length === 0) return [];
  const open = own.filter(({ weight }, i) => weight === "error" || i < mostOpen);
  const folded = own.filter((change) => !open.includes(change));
  const details = own.filter((change) => change.details.length > 0);
  return [
    [`### ${sectionTitles[section]}`, "", ...open.map(item)].join("\n"),
    ...(whole && folded.length > 0 ? [fold(`${folded.length} more`, folded.map(item))] : []),
    ...(whole && details.length > 0 ? [fold("Details", details.flatMap(detailed))] : []),
  ];
}

const marks = { error: ":x:", warning: ":warning:", note: "" } as const;

function item(change: PlanChange): string {
  const place = placeWords(change);
  const words = [marks[change.weight], place === "" ? "" : `**${markdownText(place)}**:`, sentence(change.text)];
  return `- ${words.filter((word) => word !== "").join(" ")}`;
}

/** What stands between backticks is code, shown exactly. */
function sentence(text: string): string {
  const pieces = text.split("`");
  if (pieces.length % 2 === 0) return markdownText(text);
  return pieces
    .map((piece, i) => {
      if (i % 2 === 1) return markdownCode(piece);
      // Blanks at the ends part the words from the code.
      const [, before = "", words = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(piece) ?? [];
      return `${before}${words === "" ? "" : markdownText(words)}${after}`;
    })
    .join("");
}

function detailed(change: PlanChange): readonly string[] {
  return [item(change), ...change.details.map((detail) => `  - ${sentence(detail)}`)];
}

function fold(title: string, lines: readonly string[]): string {
  return `<details><summary>${title}</summary>\n\n${lines.join("\n")}\n\n</details>`;
}

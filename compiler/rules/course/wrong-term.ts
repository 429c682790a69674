import { type Fix, offerFix } from "../../diagnostics/diagnostic.ts";
import { type NamedTerm, termLike, termsAround, termsNamed, yearsNamed } from "../../knowledge/term-names.ts";
import type { Course } from "../../model/model.ts";
import type { Sourced } from "../../model/sourced.ts";
import { type Day, printDate } from "../../text/calendar.ts";
import { defineRule } from "../rule.ts";
import type { WrittenUrl } from "./written-urls.ts";

/** What a course links to is of its own term. */
export const wrongTerm = defineRule<{ what: string; named: string; from: string; to: string }>({
  code: "course/wrong-term",
  severity: "warning",
  title: "An address of another term",
  why: "Addresses are copied from one term to the next, and one that is forgotten sends people to last year's material or forum, where nobody notices. The term in a name is compared with the course's days, as terms lie in the northern hemisphere.",
  message: ({ what, named, from, to }) =>
    `${what} is of \`${named}\`, but the course is from ${from} to ${to}: name this term's, or allow it if the other's is meant.`,
  eachAlone: "courses",
  check: (course, report, { urls }) => {
    const { from, to } = course.term.value;
    for (const { what, value } of namesOf(course, urls(course))) {
      const named = termsNamed(value.value);
      const terms = named.length > 0 ? named : yearsBefore(value.value, from);
      const [other] = terms;
      if (other === undefined || isOneOf(terms, { from, to })) continue;
      const parameters = { what, named: other.text, from: printDate(from), to: printDate(to) };
      report(parameters, { span: value.span, fixes: fixFor(value, other, course) });
    }
  },
});

/** Terms are wide and lie over one another: one that is named has at least half of the most days that the course shares with a term. */
function isOneOf(terms: readonly Stretch[], course: Stretch): boolean {
  const most = Math.max(...termsAround(course).map((term) => daysShared(term, course)));
  return terms.some((term) => {
    const shared = daysShared(term, course);
    return shared > 0 && 2 * shared >= most;
  });
}

/** Copies are of a year or two ago. An older year is more often one of the matter itself, such as a census. */
const MOST_YEARS_AGO = 3;

/** The years that an address names alone, where they all are of the years just before the course. A DOI is of its paper's year. */
function yearsBefore(address: string, from: Day): readonly NamedTerm[] {
  const years = /^https?:\/\/(?:dx\.)?doi\.org\//i.test(address) ? [] : yearsNamed(address);
  if (years.length === 0) return [];
  const start = yearOf(from);
  return years.every(({ text }) => start - Number(text) > 0 && start - Number(text) <= MOST_YEARS_AGO) ? years : [];
}

function yearOf(day: Day): number {
  return Number(printDate(day).slice(0, 4));
}

type Stretch = Pick<NamedTerm, "from" | "to">;

function daysShared(a: Stretch, b: Stretch): number {
  return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from) + 1);
}

/** Names that carry a term: addresses, and branches, which some courses make one of each term. */
function namesOf(
  course: Course,
  urls: readonly WrittenUrl[],
): { readonly what: string; readonly value: Sourced<string> }[] {
  const branches = course.contents.flatMap(({ name, branch }) =>
    branch ? [{ what: `The branch of content \`${name}\``, value: branch }] : [],
  );
  return [...urls.map(({ what, url }) => ({ what, value: url })), ...branches];
}

/** Only where the term stands in the text itself, once. */
function fixFor({ span }: Sourced<string>, other: NamedTerm, course: Course): readonly Fix[] {
  const { from, to } = course.term.value;
  const right = /^\d{4}$/.test(other.text) ? String(yearOf(from)) : termLike(other.text, from, to, yearOf(from));
  const written = span.file.text.slice(span.start, span.end);
  const at = written.indexOf(other.text);
  if (right === undefined || at < 0 || written.indexOf(other.text, at + 1) >= 0) return [];
  const start = span.start + at;
  return [offerFix(`Write \`${right}\``, { file: span.file, start, end: start + other.text.length }, right)];
}

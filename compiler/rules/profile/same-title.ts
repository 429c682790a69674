import { imageTitle, type Server, serversOn } from "../../model/server.ts";
import type { Sourced } from "../../model/sourced.ts";
import { lookOf } from "../../text/look-alikes.ts";
import { defineRule, type ReportOf } from "../rule.ts";

/** Titles between which people choose differ. */
export const sameTitle = defineRule<{ title: string; what: string }>({
  code: "profile/same-title",
  severity: "warning",
  title: "Two choices that read alike",
  why: "People choose by titles. Where two are the same, nobody can tell which is which.",
  message: ({ title, what }) => `Another ${what} has the title \`${title}\` too, so that people can't tell them apart.`,
  judges: "parts",
  check: ({ releases, images }, report) => {
    for (const release of releases.filter(({ permanent }) => permanent.length > 0)) {
      // Who is in two groups may see both, but which belong together is for the program to know.
      const all = serversOn(release);
      for (const people of new Set(all.map(peopleOf)))
        tell(
          "entry of the list",
          all.filter((server) => peopleOf(server) === people),
          report,
        );
    }
    const byName = new Map(images.map((image) => [image.name, image]));
    for (const { choices } of releases.flatMap(serversOn)) {
      tell("size", choices.sizes, report);
      const named = choices.images.flatMap(({ value, span }) => {
        const image = byName.get(value);
        return image === undefined ? [] : [{ title: { value: imageTitle(image), span } }];
      });
      tell("image", named, report);
    }
  },
});

function peopleOf({ roster }: Server): string {
  return roster.map(({ value }) => value).join(" ");
}

interface Titled {
  readonly title: Pick<Sourced<string>, "value" | "span">;
}

function tell(what: string, all: readonly Titled[], report: ReportOf<{ title: string; what: string }>): void {
  const seen = new Map<string, Titled>();
  for (const titled of all) {
    const { value, span } = titled.title;
    const key = lookOf(value.trim());
    const before = seen.get(key);
    if (before === undefined) seen.set(key, titled);
    else {
      const related = [{ span: before.title.span, message: "The other one is here." }];
      report({ title: value, what }, { span, related });
    }
  }
}

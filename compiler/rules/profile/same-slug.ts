import { isProfile, type Server, serverWords } from "../../model/server.ts";
import { defineRule } from "../rule.ts";

/** Every entry of the list has a name of its own, on all days. */
export const sameSlug = defineRule<{ slug: string; other: string }>({
  code: "profile/same-slug",
  title: "Two entries of one name",
  why: "JupyterHub knows what a person chose by its name in the list: that of the course, or the name or `slug` of the profile. With one name for two, the first would start for both.",
  message: ({ slug, other }) =>
    `\`${slug}\` is the name of ${other} in the list of the hub too: give this profile a \`slug\` of its own.`,
  judges: "parts",
  check: ({ courses, releases }, report) => {
    for (const { hub, permanent } of releases) {
      const seen = new Map<string, Server>(
        courses.filter((course) => course.hub.value === hub).map((course) => [course.name, course]),
      );
      for (const profile of permanent.filter(isProfile)) {
        const before = seen.get(profile.slug);
        if (before !== undefined) {
          const related = [{ span: before.span, message: "The other one is here." }];
          report({ slug: profile.slug, other: serverWords(before) }, { span: profile.span, related });
        }
        seen.set(profile.slug, profile);
      }
    }
  },
});

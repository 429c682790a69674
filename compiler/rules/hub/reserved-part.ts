import { isReservedName } from "../../model/reserved-names.ts";
import { defineRule } from "../rule.ts";

/** Parts of a hub have names of their own. */
export const reservedPart = defineRule<{ what: string; name: string }>({
  code: "hub/reserved-part",
  title: "A file, a mount, a service or a role that is called as hubc's own",
  why: "What hubc adds to a hub has names that begin with `hubc`. A part of the same name would take the place of its, or lose it.",
  message: ({ what, name }) => `\`${name}\` is a name of hubc's own: call the ${what} something else.`,
  judges: "parts",
  check: ({ releases }, report) => {
    const found = releases.flatMap(({ files, mounts, services, roles }) => [
      ...files.map(({ name, span }) => ({ what: "file", name, span })),
      ...mounts.map(({ name, span }) => ({ what: "mount", name, span })),
      ...services.map(({ name, span }) => ({ what: "service", name, span })),
      ...roles.map(({ name, span }) => ({ what: "role", name, span })),
    ]);
    for (const { what, name, span } of found) if (isReservedName(name)) report({ what, name }, { span });
  },
});

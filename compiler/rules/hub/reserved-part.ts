import { defineDiagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { exampleHub } from "../../model/release-diagnostics.ts";
import { isReservedName } from "../../model/reserved-names.ts";
import type { Rule } from "../rule.ts";

const example = (name: string) =>
  exampleHub({ hub: `  file ${name} {\n    path = "/etc/gitconfig"\n    text = "[safe]"\n  }\n` });

const definition = defineDiagnostic<{ what: string; name: string }>({
  code: "hub/reserved-part",
  severity: "error",
  title: "A file, a mount, a service or a role that is called as hubc's own",
  why: "What hubc adds to a hub has names that begin with `hubc`. A part of the same name would take the place of its, or lose it.",
  wrong: example("hubc-jupyter-server"),
  right: example("jupyter-server"),
  message: ({ what, name }) => `\`${name}\` is a name of hubc's own: call the ${what} something else.`,
});

/** Parts of a hub have names of their own. */
export const reservedPart: Rule = {
  judges: "parts",
  diagnostics: [definition],
  check: ({ releases }, report) => {
    const found = releases.flatMap(({ files, mounts, services, roles }) => [
      ...files.map(({ name, span }) => ({ what: "file", name, span })),
      ...mounts.map(({ name, span }) => ({ what: "mount", name, span })),
      ...services.map(({ name, span }) => ({ what: "service", name, span })),
      ...roles.map(({ name, span }) => ({ what: "role", name, span })),
    ]);
    for (const { what, name, span } of found)
      if (isReservedName(name)) report(diagnose(definition, { what, name }, { span }));
  },
};

import { defineDiagnostic } from "../diagnostics/diagnostic.ts";

export const unknownParentBlock = defineDiagnostic<{ block: string; name: string; suggestion: string | undefined }>({
  code: "schema/unknown-parent-block",
  severity: "error",
  title: "A block that extends one that is not there",
  why: "A profile may extend another profile of its hub, or of the hub that this one extends, and begins as that one.",
  message: ({ block, name, suggestion }) =>
    `There is no \`${block} ${name}\` here${suggestion === undefined ? "." : `: did you mean \`${suggestion}\`?`}`,
});

import { defineDiagnostic } from "../diagnostics/diagnostic.ts";
import { hubFor } from "./example-programs.ts";

const profiles = (lines: string) =>
  `${hubFor("h").replace("homes = homes\n", `homes = homes\n  image = std.scipy\n${lines}`)}`;

export const unknownParentBlock = defineDiagnostic<{ block: string; name: string; suggestion: string | undefined }>({
  code: "schema/unknown-parent-block",
  severity: "error",
  title: "A block that extends one that is not there",
  why: "A profile may extend another profile of its hub, or of the hub that this one extends, and begins as that one.",
  wrong: profiles("  profile usual { }\n  profile large extends usal { memory = 8GiB }\n"),
  right: profiles("  profile usual { }\n  profile large extends usual { memory = 8GiB }\n"),
  message: ({ block, name, suggestion }) =>
    `There is no \`${block} ${name}\` here${suggestion === undefined ? "." : `: did you mean \`${suggestion}\`?`}`,
});

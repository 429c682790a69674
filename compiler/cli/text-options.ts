// How findings are shown on a stream: its colours, paths as the reader finds them, and links to their pages where the terminal can show links.

import { pagesOf, siteAddress } from "../diagnostics/documentation.ts";
import type { TextOptions } from "../diagnostics/render-text.ts";
import type { LoadedProgram } from "../node/load-sources.ts";
import { quoted } from "./arguments.ts";
import { paletteFor, showsLinks } from "./colours.ts";
import { CannotRun, type Io } from "./io.ts";
import { pathFrom } from "./load-program.ts";

/** For the findings of a program on one of the two streams. */
export function textOptions(io: Io, stream: "stdout" | "stderr", program: LoadedProgram): TextOptions {
  return {
    palette: paletteFor(io, stream),
    pathOf: pathFrom(io.cwd, program),
    ...(showsLinks(io, stream) ? { pageOf: pagesOf(docsOf(io, program)) } : {}),
  };
}

/** Where the site with the pages of messages is: as HUBC_DOCS says, else as the project says. @throws CannotRun where HUBC_DOCS is no address. */
export function docsOf({ env }: Io, program: Pick<LoadedProgram, "docs"> | undefined): string | undefined {
  const said = env["HUBC_DOCS"];
  if (said === undefined || said === "") return program?.docs;
  if (siteAddress.test(said)) return said;
  throw new CannotRun(
    `HUBC_DOCS is ${quoted(said)}: it is an address, such as https://docs.example.edu/hubc or file:///srv/hubc.`,
  );
}

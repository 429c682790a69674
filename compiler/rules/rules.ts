// The list of rules. Adding one is a file and a line here.

import type { Rule } from "./rule.ts";

export const rules: readonly Rule[] = [];

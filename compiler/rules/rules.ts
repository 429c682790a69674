// The list of rules. Adding one is a file and a line here.

import { formEditLink } from "./course/form-edit-link.ts";
import { repoUrl } from "./course/repo-url.ts";
import { staffWithoutRoster } from "./course/staff-without-roster.ts";
import { windowOutsideTerm } from "./course/window-outside-term.ts";
import { workspaces } from "./group/workspaces.ts";
import { certificate } from "./hub/certificate.ts";
import { hostTaken } from "./hub/host-taken.ts";
import { pools } from "./hub/pools.ts";
import { whoMaySignIn } from "./hub/who-may-sign-in.ts";
import { noRegistry } from "./project/no-registry.ts";
import type { Rule } from "./rule.ts";
import { sameKey } from "./secret/same-key.ts";

export const rules: readonly Rule[] = [
  certificate,
  formEditLink,
  hostTaken,
  noRegistry,
  pools,
  repoUrl,
  sameKey,
  staffWithoutRoster,
  whoMaySignIn,
  windowOutsideTerm,
  workspaces,
];

// The list of rules. Adding one is a file and a line here.

import { aboveNode } from "./course/above-node.ts";
import { formEditLink } from "./course/form-edit-link.ts";
import { lectureElsewhere } from "./course/lecture-elsewhere.ts";
import { limitAboveNode } from "./course/limit-above-node.ts";
import { mountClash } from "./course/mount-clash.ts";
import { classFits } from "./course/pool-too-small.ts";
import { repoUrl } from "./course/repo-url.ts";
import { staffWithoutRoster } from "./course/staff-without-roster.ts";
import { windowOutsideTerm } from "./course/window-outside-term.ts";
import { scopes } from "./group/scopes.ts";
import { workspaces } from "./group/workspaces.ts";
import { certificate } from "./hub/certificate.ts";
import { hostTaken } from "./hub/host-taken.ts";
import { pools } from "./hub/pools.ts";
import { whoMaySignIn } from "./hub/who-may-sign-in.ts";
import { badReference } from "./image/bad-reference.ts";
import { conflictingPackages } from "./image/conflicting-packages.ts";
import { conflictingPins } from "./image/conflicting-pins.ts";
import { environment } from "./image/environment.ts";
import { filePaths } from "./image/file-paths.ts";
import { floatingTag } from "./image/floating-tag.ts";
import { hereDocument } from "./image/here-document.ts";
import { jupyterhubVersion } from "./image/jupyterhub-version.ts";
import { missingCollaboration } from "./image/missing-collaboration.ts";
import { missingFeature } from "./image/missing-feature.ts";
import { missingNbgitpuller } from "./image/missing-nbgitpuller.ts";
import { outOfSync } from "./image/out-of-sync.ts";
import { partialExactPin } from "./image/partial-exact-pin.ts";
import { unknownPackage } from "./image/unknown-package.ts";
import { unprovenFeature } from "./image/unproven-feature.ts";
import { noRegistry } from "./project/no-registry.ts";
import { poolKinds } from "./provider/pool-kinds.ts";
import { unknownMachine } from "./provider/unknown-machine.ts";
import { zones } from "./provider/zones.ts";
import type { Rule } from "./rule.ts";
import { sameKey } from "./secret/same-key.ts";
import { filestoreTier } from "./storage/filestore-tier.ts";
import { notShareable } from "./storage/not-shareable.ts";
import { providerHasIt } from "./storage/provider-has-it.ts";

export const rules: readonly Rule[] = [
  filestoreTier,
  scopes,
  mountClash,
  notShareable,
  aboveNode,
  badReference,
  certificate,
  classFits,
  conflictingPackages,
  conflictingPins,
  environment,
  filePaths,
  floatingTag,
  formEditLink,
  hereDocument,
  hostTaken,
  jupyterhubVersion,
  lectureElsewhere,
  limitAboveNode,
  missingCollaboration,
  missingFeature,
  missingNbgitpuller,
  noRegistry,
  outOfSync,
  partialExactPin,
  poolKinds,
  pools,
  providerHasIt,
  repoUrl,
  sameKey,
  staffWithoutRoster,
  unknownMachine,
  unknownPackage,
  unprovenFeature,
  whoMaySignIn,
  windowOutsideTerm,
  workspaces,
  zones,
];

// All parts of the vocabulary that are recognised in values, in the order of a hub's body.

import type { Recognise } from "../piece.ts";
import { address } from "./address.ts";
import { containers } from "./containers.ts";
import { mounts } from "./mounts.ts";
import { network } from "./network.ts";
import { ownAdditions } from "./own-additions.ts";
import { ownPods, pools } from "./own-pods.ts";
import { profiles } from "./profiles.ts";
import { roles } from "./roles.ts";
import { servers, start } from "./servers.ts";
import { signIn } from "./sign-in.ts";
import { singleValues } from "./single-values.ts";
import { storage } from "./storage.ts";

export const recognisers: readonly Recognise[] = [
  storage,
  address,
  servers,
  start,
  pools,
  singleValues,
  ownPods,
  network,
  mounts,
  containers,
  profiles,
  roles,
  ownAdditions,
  signIn,
];

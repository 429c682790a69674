// All parts of the vocabulary that are recognised in values, in the order of a hub's body.

import type { Recognise } from "../piece.ts";
import { address } from "./address.ts";
import { servers } from "./servers.ts";
import { signIn } from "./sign-in.ts";
import { storage } from "./storage.ts";

export const recognisers: readonly Recognise[] = [storage, address, servers, signIn];

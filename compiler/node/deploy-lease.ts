// Holding a release's lease while it is deployed: waiting for another's, renewing one's own, and giving it back.

import { randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { ObjectId } from "../cluster/cluster-object.ts";
import type { TimeSpan } from "../cluster/helm-release.ts";
import { isFree, type LeaseHolder, leaseObject, leaseSeconds, readLease } from "../cluster/lease.ts";
import { ClusterFailure, type KubeObjects } from "./kube-objects.ts";
import { hasEnded, ownIdentity, type ProcessIdentity } from "./process-identity.ts";

export interface HeldLease {
  /** When the deployment before this one was under way, as far as it is known. */
  readonly last: TimeSpan | undefined;
  /** Aborted where the lease is lost: somebody else may begin. */
  readonly lost: AbortSignal;
  /** `unused`: nothing was begun, so that what is known of the deployment before this one stays so. */
  readonly release: (unused: boolean) => Promise<void>;
}

export interface LeasePatience {
  /** Seconds for which another's is waited for. */
  readonly wait: number;
  readonly tell: (line: string) => void;
}

/** @throws ClusterFailure where another deployment does not end in time, or the lease can't be had. */
export async function takeLease(objects: KubeObjects, id: ObjectId, patience: LeasePatience): Promise<HeldLease> {
  const holder = JSON.stringify({ ...ownIdentity(), nonce: randomBytes(6).toString("hex") });
  const until = seconds() + patience.wait;
  for (let told = false; ; ) {
    const taken = await tryTake(objects, id, holder);
    if ("release" in taken) return taken;
    if (seconds() >= until)
      throw new ClusterFailure(
        `Another deployment of the release is under way, by ${shownHolder(taken.holder)}. Wait until it has ended, or give --timeout more.`,
      );
    if (!told) patience.tell(`waiting for another deployment of the release, by ${shownHolder(taken.holder)}`);
    told = true;
    await wait(1000);
  }
}

async function tryTake(objects: KubeObjects, id: ObjectId, holder: string): Promise<HeldLease | LeaseHolder> {
  const body = await objects.get(id);
  const found = body && readLease(body);
  const now = seconds();
  if (found !== undefined && !isFree(found, now, isGone)) return found;
  const mine = { holder, begun: now, renewed: now };
  const verb = found === undefined ? "create" : "update";
  const answer = await objects.send(verb, id, leaseObject(id, mine, found?.version));
  if (answer.kind === "ok") {
    const last =
      found?.begun === undefined || found.renewed === undefined
        ? undefined
        : { from: found.begun, to: found.renewed + (found.holder === "" ? 0 : leaseSeconds) };
    return hold(objects, id, { mine, version: readLease(answer.body).version, last });
  }
  // Somebody else was faster.
  if (answer.kind === "refused" && answer.refusal.code === 409)
    return found ?? { holder: "", begun: now, renewed: now };
  throw await objects.failure(answer, verb, id);
}

interface Own {
  readonly mine: LeaseHolder;
  readonly version: string | undefined;
  readonly last: TimeSpan | undefined;
}

function hold(objects: KubeObjects, id: ObjectId, { mine, version: first, last }: Own): HeldLease {
  const lost = new AbortController();
  let version = first;
  let renewed = seconds();
  let busy: Promise<void> = Promise.resolve();
  const write = async (lease: LeaseHolder) => {
    const answer = await objects.send("update", id, leaseObject(id, lease, version));
    if (answer.kind === "ok") {
      version = readLease(answer.body).version;
      renewed = seconds();
    } else if (seconds() > renewed + leaseSeconds || (answer.kind === "refused" && answer.refusal.code === 409))
      lost.abort();
  };
  const timer = setInterval(() => {
    busy = busy.then(() => write({ ...mine, renewed: seconds() }));
  }, 5000);
  timer.unref();
  return {
    last,
    lost: lost.signal,
    release: async (unused) => {
      clearInterval(timer);
      await busy;
      if (!lost.signal.aborted)
        await write(
          unused && last
            ? { holder: "", begun: last.from, renewed: last.to }
            : { ...mine, holder: "", renewed: seconds() },
        );
    },
  };
}

function seconds(): number {
  return Math.floor(Date.now() / 1000);
}

function isGone(holder: string): boolean {
  const identity = identityOf(holder);
  return identity !== undefined && hasEnded(identity) === "ended";
}

function shownHolder(holder: string): string {
  const identity = identityOf(holder);
  return identity === undefined ? "somebody" : `process ${identity.pid} on ${identity.host}`;
}

function identityOf(holder: string): ProcessIdentity | undefined {
  try {
    const { pid, started, boot, space, host } = JSON.parse(holder);
    const isOne = typeof pid === "number" && [started, boot, space, host].every((one) => typeof one === "string");
    return isOne ? { pid, started, boot, space, host } : undefined;
  } catch {
    return undefined; // not written by hubc
  }
}

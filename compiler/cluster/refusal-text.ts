// The sentences for what an API server refuses: what, why, and what to do about it. Nothing of a Secret's value is in them: the server's own
// words are repeated only where they can't hold one.

import type { ImmutableChange } from "../plan/immutable-fields.ts";
import { andList } from "../text/and-list.ts";
import { type ApiAnswer, type ApiRefusal, ownedFields } from "./api-answer.ts";
import { type ObjectId, shownObject } from "./cluster-object.ts";

/** What was asked of the server. */
export interface Asked {
  readonly verb: "get" | "list" | "create" | "patch" | "update" | "delete";
  /** The kind's name in addresses, with its group: `cronjobs.batch`. */
  readonly resource: string;
  /** What it was about. */
  readonly object: ObjectId;
}

type Failed = Exclude<ApiAnswer, { readonly kind: "ok" }>;

/** One or more sentences. `server` is the address that was asked. */
export function failureText(answer: Failed, asked: Asked, server: string): string {
  if (answer.kind === "unreachable")
    return `The server ${server} can't be reached: ${answer.reason}. Is the cluster running, and this machine on its network or VPN?`;
  if (answer.kind === "too-slow")
    return `The server ${server} gave no answer within ${answer.seconds} s. Try again, or wait longer with --timeout.`;
  return refusalText(answer.refusal, asked);
}

function refusalText(refusal: ApiRefusal, asked: Asked): string {
  const what = shownObject(asked.object);
  if (refusal.code === 401)
    return "The server does not know who asks: the token or certificate of the kubeconfig has expired or is wrong. Sign in to the cluster again.";
  if (isEnding(refusal))
    return `The namespace \`${asked.object.namespace}\` is being deleted, so nothing can be made in it. Wait until it is gone, then deploy again; \`kubectl get namespace ${asked.object.namespace} --output yaml\` says what holds it.`;
  if (/exceeded quota: (?<quota>[^,]+)/.test(refusal.message)) return quotaText(refusal.message, what, asked);
  if (/only dynamically provisioned pvc can be resized/.test(refusal.message))
    return `${what} can't grow: its StorageClass does not say that its volumes may (\`allowVolumeExpansion\`). Whoever runs the cluster can say so, where the storage can; else keep the size.`;
  if (
    /except resources\.requests .*for bound claims/.test(refusal.message) &&
    asked.object.kind === "PersistentVolumeClaim"
  )
    return `${what} is not bound to a volume yet, and can't be changed before it is. Deploy again once it is, or delete it: nothing is in it.`;
  if (refusal.code === 403) return forbiddenText(asked, refusal);
  if (refusal.code === 409) return conflictText(refusal, asked);
  if (refusal.code === 404) return missingText(asked);
  if (refusal.code === 429) return `The server has too much to do and refused ${what}. Try again in a minute.`;
  if (refusal.code === 422 || refusal.code === 400) return invalidText(refusal, asked);
  return `The server refused ${what} with ${refusal.code}${ownWords(refusal, asked)}.`;
}

function isEnding({ causes, message }: ApiRefusal): boolean {
  return (
    causes.some(({ reason }) => reason === "NamespaceTerminating") || /because it is being terminated$/.test(message)
  );
}

function quotaText(message: string, what: string, { object }: Asked): string {
  const [, quota] = /exceeded quota: ([^,]+)/.exec(message) ?? [];
  const [, rest] = /exceeded quota: [^,]+, (.*)$/.exec(message) ?? [];
  return `${what} is more than the quota \`${quota}\` of the namespace \`${object.namespace}\` allows${rest ? `: ${rest}` : ""}. Raise the quota, or make room.`;
}

/** Which verb on what is missing, and for whom. */
function forbiddenText({ verb, resource, object }: Asked, { message }: ApiRefusal): string {
  const [, who] = /User "([^"]+)"/.exec(message) ?? [];
  const where = object.namespace === undefined ? "in the cluster" : `in the namespace \`${object.namespace}\``;
  const escalates = /attempting to grant RBAC permissions not currently held/.test(message)
    ? " A role may give nobody more than whoever writes it has."
    : "";
  // What is listed has no name.
  const use = object.name === "" ? "" : `, which ${shownObject(object)} needs`;
  return `${who === undefined ? "You" : `\`${who}\``} may not \`${verb}\` \`${resource}\` ${where}${use}.${escalates} Whoever runs the cluster can give it, by a role.`;
}

function conflictText(refusal: ApiRefusal, { object }: Asked): string {
  const owned = ownedFields(refusal);
  if (owned.length === 0)
    return `${shownObject(object)} was changed by somebody else at the same moment. Deploy again.`;
  const managers = [...new Set(owned.map(({ manager }) => manager))];
  const words = managers.map((manager) => {
    const fields = owned
      .filter((ownedField) => ownedField.manager === manager)
      .map(({ field }) => `\`${field.replace(/^\./, "")}\``);
    return `${andList(fields)} by \`${manager}\``;
  });
  return `${shownObject(object)} has fields that somebody else has set: ${words.join("; ")}. Write what they should be in the program and deploy with --force-conflicts, which sets them; or leave them out of the program.`;
}

function missingText({ object }: Asked): string {
  const group = object.apiVersion.includes("/") ? object.apiVersion.replace(/\/.*/, "") : "";
  if (group.includes("."))
    return `The cluster has no kind \`${object.kind}\` of \`${object.apiVersion}\`: what brings it is not installed, or is of another version. Install it first.`;
  if (object.namespace !== undefined)
    return `${shownObject(object)}: the namespace \`${object.namespace}\` does not exist.`;
  return `The cluster has no ${shownObject(object)}.`;
}

function invalidText(refusal: ApiRefusal, asked: Asked): string {
  const fixed = refusal.causes.filter(({ message }) => isFixed.test(message)).map(({ field }) => `\`${field}\``);
  if (fixed.length > 0 || isFixed.test(refusal.message)) {
    const which = fixed.length > 0 ? andList([...new Set(fixed)]) : "a field of it";
    return `${shownObject(asked.object)} exists, and ${which} can't be changed once it does. ${wayOn(asked.object)}`;
  }
  return `The server refuses ${shownObject(asked.object)}${ownWords(refusal, asked)}.`;
}

const isFixed = /immutable|may not be changed|forbidden: updates to|cannot change roleRef/i;

/** A field that the server does not change on an object that exists, and what it is. */
export function fixedFieldText(id: ObjectId, { path, before, reason }: ImmutableChange): string {
  const was = id.kind === "Secret" || before === undefined ? "" : ` from ${JSON.stringify(before)}`;
  const change = `${shownObject(id)} exists, and \`${path.join(".")}\` would change${was}`;
  if (reason === "size-of-made-volume")
    return `${change}: a claim on a volume that was there before keeps its size, which limits nothing. Keep it in the program, and let the share itself grow.`;
  const why = reason === "shrinks" ? "a claim grows and never shrinks" : "it can't be changed once the object exists";
  return `${change}: ${why}. ${wayOn(id)}`;
}

function wayOn({ kind, name, namespace }: ObjectId): string {
  if (kind === "PersistentVolume" || kind === "PersistentVolumeClaim" || kind === "StorageClass")
    return "Give the storage another name, which makes a volume and a claim of their own, and copy the work there.";
  const place = namespace === undefined ? "" : ` --namespace ${namespace}`;
  return `Give it another name, or delete it: \`kubectl delete ${kind.toLowerCase()} ${name}${place}\`. Then deploy again.`;
}

/** What the server says, but for Secrets, whose values it may repeat. */
function ownWords({ message }: ApiRefusal, { object }: Asked): string {
  if (message === "" || object.kind === "Secret") return "";
  // A whole object that the server repeats may hold what somebody else has put there.
  const words = message.replace(/(Invalid value: )(?!["\d])[\s\S]*[}\]]/, "$1…");
  return `: ${words.replace(/\.$/, "").slice(0, 600)}`;
}

// Objects of a cluster by what they are called: the server tells which kinds it has and where, and each request is one verb on one object.

import type { ApiAnswer } from "../cluster/api-answer.ts";
import { groupOf, type ObjectId, objectsOf } from "../cluster/cluster-object.ts";
import { failureText } from "../cluster/refusal-text.ts";
import { isList, isMap, type JsonMap } from "../knowledge/json-schema.ts";
import { type KubeApi, metadataOnly } from "./kube-api.ts";

/** Carries a failure of the cluster, in sentences, to whoever began. */
export class ClusterFailure extends Error {
  override readonly name = "ClusterFailure";
}

type Verb = "get" | "list" | "create" | "patch" | "update" | "delete";

interface KnownKind {
  readonly path: string;
  readonly plural: string;
  readonly namespaced: boolean;
}

export interface ApplyOptions {
  readonly dryRun?: boolean;
  readonly force?: boolean;
  /** `hubc` unless said. */
  readonly manager?: string;
}

export interface KubeObjects {
  readonly api: KubeApi;
  /** Undefined where there is none. @throws ClusterFailure */
  readonly get: (id: ObjectId) => Promise<JsonMap | undefined>;
  /** Its metadata alone. @throws ClusterFailure */
  readonly metadata: (id: ObjectId) => Promise<JsonMap | undefined>;
  /** Server-side apply; the answer is for the caller to judge. */
  readonly apply: (id: ObjectId & { readonly body: JsonMap }, options?: ApplyOptions) => Promise<ApiAnswer>;
  readonly send: (verb: "create" | "update", id: ObjectId, body: JsonMap) => Promise<ApiAnswer>;
  /** Passes over what is gone. @throws ClusterFailure */
  readonly remove: (id: ObjectId) => Promise<void>;
  /** Objects of a kind with the labels, in the namespace or in all; none where the cluster has no such kind. @throws ClusterFailure */
  readonly list: (id: Omit<ObjectId, "name">, labels: string) => Promise<readonly JsonMap[]>;
  /** The list as the server gives it, of metadata alone. @throws ClusterFailure */
  readonly listMetadata: (id: Omit<ObjectId, "name">, labels: string) => Promise<JsonMap>;
  /** Whether the cluster has such a kind. @throws ClusterFailure */
  readonly knows: (id: ObjectId) => Promise<boolean>;
  /** Whether the cluster has such a kind, and its objects lie in namespaces. @throws ClusterFailure */
  readonly liesInNamespaces: (id: ObjectId) => Promise<boolean>;
  /** What a failed answer says of an object. */
  readonly failure: (answer: ApiAnswer, verb: Verb, id: ObjectId) => Promise<ClusterFailure>;
}

export function kubeObjects(api: KubeApi): KubeObjects {
  const addresses = addressesOf(api);
  return {
    api,
    failure: addresses.failure,
    knows: addresses.knows,
    liesInNamespaces: addresses.liesInNamespaces,
    ...reading(api, addresses),
    ...writing(api, addresses),
  };
}

interface Addresses {
  readonly knows: KubeObjects["knows"];
  readonly liesInNamespaces: KubeObjects["liesInNamespaces"];
  readonly failure: KubeObjects["failure"];
  /** The path of an object, or of all of its kind; else why there is none. */
  readonly of: (id: Omit<ObjectId, "name"> & { readonly name?: string }) => Promise<string | ApiAnswer>;
}

/** Each version of a group of kinds is asked for once. */
function addressesOf(api: KubeApi): Addresses {
  const kinds = new Map<string, Promise<Discovered>>();
  const kindsOf = (apiVersion: string) => {
    const known = kinds.get(apiVersion) ?? discover(api, apiVersion);
    kinds.set(apiVersion, known);
    return known;
  };
  const failure: Addresses["failure"] = async (answer, verb, object) => {
    if (answer.kind === "ok") throw new Error("invariant: no failure");
    const discovered = await kindsOf(object.apiVersion);
    const group = groupOf(object.apiVersion);
    const plural = "answer" in discovered ? undefined : discovered.kinds.get(object.kind)?.plural;
    const resource = `${plural ?? object.kind.toLowerCase()}${group === "" ? "" : `.${group}`}`;
    return new ClusterFailure(failureText(answer, { verb, resource, object }, api.server));
  };
  const kindOf = async (id: ObjectId) => {
    const discovered = await kindsOf(id.apiVersion);
    if ("answer" in discovered) throw await failure(discovered.answer, "list", id);
    return discovered.kinds.get(id.kind);
  };
  return {
    failure,
    knows: async (id) => (await kindOf(id)) !== undefined,
    liesInNamespaces: async (id) => (await kindOf(id))?.namespaced === true,
    of: async (id) => {
      const discovered = await kindsOf(id.apiVersion);
      if ("answer" in discovered) return discovered.answer;
      const kind = discovered.kinds.get(id.kind);
      if (kind === undefined) return noSuchKind;
      const scope = kind.namespaced && id.namespace !== undefined ? `/namespaces/${id.namespace}` : "";
      return `${kind.path}${scope}/${kind.plural}${id.name === undefined ? "" : `/${encodeURIComponent(id.name)}`}`;
    },
  };
}

type Reading = Pick<KubeObjects, "get" | "metadata" | "list" | "listMetadata">;

function reading(api: KubeApi, addresses: Addresses): Reading {
  const ask = async (path: string | ApiAnswer, accept: string | undefined) =>
    typeof path === "string" ? api.ask({ method: "GET", path, ...(accept && { accept }) }) : path;
  const isAbsent = (answer: ApiAnswer) => answer.kind === "refused" && answer.refusal.code === 404;
  const one = async (id: ObjectId, accept?: string): Promise<JsonMap | undefined> => {
    const answer = await ask(await addresses.of(id), accept);
    if (answer.kind === "ok") return answer.body;
    if (isAbsent(answer)) return undefined;
    throw await addresses.failure(answer, "get", id);
  };
  const all = async (id: Omit<ObjectId, "name">, labels: string, accept?: string): Promise<JsonMap> => {
    const path = await addresses.of(id);
    const query = labels === "" ? "" : `?labelSelector=${encodeURIComponent(labels)}`;
    const answer = await ask(typeof path === "string" ? path + query : path, accept);
    if (answer.kind === "ok") return answer.body;
    if (isAbsent(answer)) return { items: [] };
    throw await addresses.failure(answer, "list", { ...id, name: "" });
  };
  return {
    get: (id) => one(id),
    metadata: async (id) => {
      const body = await one(id, metadataOnly.object);
      return body && isMap(body["metadata"]) ? body["metadata"] : undefined;
    },
    list: async (id, labels) => {
      const { items } = await all(id, labels);
      // Items of a list do not say what they are.
      const typed = { apiVersion: id.apiVersion, kind: id.kind };
      return isList(items) ? items.filter(isMap).map((item) => ({ ...typed, ...item })) : [];
    },
    listMetadata: (id, labels) => all(id, labels, metadataOnly.list),
  };
}

function writing(api: KubeApi, addresses: Addresses): Pick<KubeObjects, "apply" | "send" | "remove"> {
  return {
    apply: async (id, { dryRun = false, force = false, manager = "hubc" } = {}) => {
      const path = await addresses.of(id);
      if (typeof path !== "string") return path;
      const query = `?fieldManager=${manager}${force ? "&force=true" : ""}${dryRun ? "&dryRun=All" : ""}`;
      return api.ask({
        method: "PATCH",
        path: path + query,
        body: id.body,
        contentType: "application/apply-patch+yaml",
        // Nothing of a Secret's data comes back.
        ...(id.kind === "Secret" ? { accept: metadataOnly.object } : {}),
      });
    },
    send: async (verb, id, body) => {
      const { name: _, ...kind } = id;
      const path = await addresses.of(verb === "create" ? kind : id);
      if (typeof path !== "string") return path;
      return api.ask({ method: verb === "create" ? "POST" : "PUT", path: `${path}?fieldManager=hubc`, body });
    },
    remove: async (id) => {
      const path = await addresses.of(id);
      if (typeof path !== "string") throw await addresses.failure(path, "delete", id);
      const answer = await api.ask({ method: "DELETE", path: `${path}?propagationPolicy=Background` });
      if (answer.kind !== "ok" && !(answer.kind === "refused" && answer.refusal.code === 404))
        throw await addresses.failure(answer, "delete", id);
    },
  };
}

/** What the objects are called. */
export function idsOf(objects: readonly JsonMap[]): readonly ObjectId[] {
  return objects.flatMap((body) => objectsOf(body).map(({ body: _, ...id }) => id));
}

/** As the server answers for a kind that it does not have. */
export const noSuchKind: ApiAnswer = {
  kind: "refused",
  refusal: { code: 404, reason: "NotFound", message: "", causes: [] },
};

type Discovered = { readonly kinds: ReadonlyMap<string, KnownKind> } | { readonly answer: ApiAnswer };

async function discover(api: KubeApi, apiVersion: string): Promise<Discovered> {
  const path = apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  const answer = await api.ask({ method: "GET", path });
  if (answer.kind === "refused" && answer.refusal.code === 404) return { kinds: new Map() };
  if (answer.kind !== "ok") return { answer };
  const { resources } = answer.body;
  const kinds = (isList(resources) ? resources.filter(isMap) : []).flatMap(
    ({ kind, name, namespaced }): [string, KnownKind][] =>
      typeof kind === "string" && typeof name === "string" && !name.includes("/")
        ? [[kind, { path, plural: name, namespaced: namespaced === true }]]
        : [],
  );
  return { kinds: new Map(kinds) };
}

// The digest of an image's tag, from its registry. Sources: the OCI distribution specification 1.1, "Checking if content exists in
// the registry", and the distribution project's token authentication, which quay.io, ghcr.io and Docker Hub all speak.

import { createHash } from "node:crypto";
import * as z from "zod/mini";
import type { ImageReference } from "../knowledge/image-reference.ts";
import { type Answer, addressIn, askServer, isLocalHost, type Patience, usualPatience } from "./ask-server.ts";
import type { RegistryLogins } from "./registry-login.ts";

export interface RegistryOptions {
  readonly logins: RegistryLogins;
  readonly patience?: Patience;
}

type Found<T> = T | { readonly problem: string };

/** The digest that the tag has now: of the index where there is one. Or why not, as part of a sentence. Never rejects. */
export async function imageDigest(
  reference: ImageReference,
  options: RegistryOptions,
): Promise<Found<{ readonly digest: string }>> {
  const place = registryPlace(reference.repository);
  const session: Session = { place, options, authorization: undefined };
  const tag = reference.tag ?? "latest";
  const head = await manifest(session, "HEAD", tag);
  if ("problem" in head) return head;
  const said = head.headers.get("docker-content-digest") ?? "";
  if (head.status === 200 && isDigest(said) && isManifest(head)) return { digest: said };
  // Some registries answer HEAD without a digest, or not at all.
  const answer = head.status === 200 || head.status === 405 ? await manifest(session, "GET", tag) : head;
  if ("problem" in answer) return answer;
  return digestOf(answer, tag, place);
}

function digestOf(answer: Answer, tag: string, place: RegistryPlace): Found<{ readonly digest: string }> {
  const { status, headers, body } = answer;
  if (status === 404) return { problem: `${place.host} has no image with the tag \`${tag}\`` };
  if (status === 401 || status === 403)
    return { problem: `${place.host} does not show it: it does not exist, or may not be read without signing in` };
  if (status === 429) return { problem: `${place.host} takes no more requests for now` };
  if (status !== 200) return { problem: `${place.host} answers with the status ${status}` };
  if (!isManifest(answer)) return { problem: `${place.host} answers with something that is no image` };
  const digest = `sha256:${createHash("sha256").update(body).digest("hex")}`;
  const said = headers.get("docker-content-digest");
  if (said !== null && said !== digest) return { problem: `${place.host} gives a digest that is not of its answer` };
  return { digest };
}

interface RegistryPlace {
  /** As people write it, and as logins are kept. */
  readonly host: string;
  /** Where its API is. */
  readonly origin: string;
  readonly path: string;
}

/** Where a repository's manifests are asked for; a name without a host is Docker Hub's. */
export function registryPlace(repository: string): RegistryPlace {
  const [first = "", ...rest] = repository.split("/");
  const hasHost = rest.length > 0 && (/[.:]/.test(first) || first === "localhost");
  const host = hasHost ? first : "docker.io";
  const path = hasHost ? rest.join("/") : repository;
  if (host === "docker.io" || host === "index.docker.io") {
    const full = path.includes("/") ? path : `library/${path}`;
    return { host: "docker.io", origin: "https://registry-1.docker.io", path: full };
  }
  return { host, origin: `${isLocalHost(host) ? "http" : "https"}://${host}`, path };
}

const kinds = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json",
];

function isManifest({ headers }: Answer): boolean {
  const kind = headers.get("content-type")?.replace(/;.*$/, "").trim();
  return kind !== undefined && kinds.includes(kind);
}

function isDigest(text: string): boolean {
  return /^sha256:[0-9a-f]{64}$/.test(text);
}

interface Session {
  readonly place: RegistryPlace;
  readonly options: RegistryOptions;
  authorization: string | undefined;
}

/** Asks for a manifest, and once more with what the registry wants to see first. */
async function manifest(session: Session, method: "GET" | "HEAD", tag: string): Promise<Found<Answer>> {
  const { origin, path, host } = session.place;
  const patience = session.options.patience ?? usualPatience;
  const url = new URL(`${origin}/v2/${path}/manifests/${tag}`);
  const ask = async (): Promise<Found<Answer>> => {
    const authorization = session.authorization === undefined ? {} : { authorization: session.authorization };
    const answer = await askServer({ method, url, headers: { accept: kinds.join(", "), ...authorization } }, patience);
    return "problem" in answer ? { problem: `${host}: ${answer.problem}` } : answer;
  };
  const answer = await ask();
  if ("problem" in answer || answer.status !== 401 || session.authorization !== undefined) return answer;
  const permission = await authorize(session, answer.headers.get("www-authenticate") ?? "", patience);
  if ("problem" in permission) return permission;
  if (permission.authorization === undefined) return answer;
  session.authorization = permission.authorization;
  return ask();
}

interface Permission {
  /** The header; undefined where nothing could be shown. */
  readonly authorization: string | undefined;
}

async function authorize(
  { place, options }: Session,
  challenge: string,
  patience: Patience,
): Promise<Found<Permission>> {
  const login = options.logins.get(place.host);
  const basic = login === undefined ? undefined : `Basic ${login}`;
  if (/^basic\b/i.test(challenge)) return { authorization: basic };
  const parts = new Map(
    [...challenge.matchAll(/([a-z_]+)="([^"]*)"/gi)].map(([, key = "", value = ""]) => [key, value]),
  );
  const realm = addressIn(parts.get("realm") ?? "");
  if (!/^bearer\b/i.test(challenge) || realm === undefined)
    return { problem: `${place.host} asks to sign in in a way that is not known` };
  if (realm.protocol !== new URL(place.origin).protocol)
    return { problem: `${place.host} asks to sign in at an address that is not encrypted` };
  const service = parts.get("service");
  if (service !== undefined) realm.searchParams.set("service", service);
  realm.searchParams.set("scope", `repository:${place.path}:pull`);
  const headers = { accept: "application/json", ...(basic === undefined ? {} : { authorization: basic }) };
  const answer = await askServer({ method: "GET", url: realm, headers }, patience);
  if ("problem" in answer) return { problem: `${realm.host}, where ${place.host} gives its tokens: ${answer.problem}` };
  if (answer.status === 401 || answer.status === 403) return { authorization: undefined };
  const token = z.safeParse(tokenAnswer, json(answer.body));
  const text = token.success ? (token.data.token ?? token.data.access_token) : undefined;
  if (answer.status !== 200 || text === undefined)
    return { problem: `${realm.host}, where ${place.host} gives its tokens, gave none (status ${answer.status})` };
  return { authorization: `Bearer ${text}` };
}

const word = z.string().check(z.regex(/^[\x21-\x7e]+$/));
const tokenAnswer = z.object({ token: z.optional(word), access_token: z.optional(word) });

function json(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}

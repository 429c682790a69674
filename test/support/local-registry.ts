// A registry on 127.0.0.1 that speaks as much of the HTTP API v2 as pulling a manifest takes, with the token flow of quay.io, ghcr.io
// and Docker Hub where that is asked for.

import { createHash } from "node:crypto";
import { type Handler, type LocalServer, reply, startLocalServer } from "./local-server.ts";

export interface RegistrySketch {
  /** Texts of manifests by `repository:tag`. */
  readonly images: Readonly<Record<string, string>>;
  /** Tokens are for everybody, or for this name and password; undefined: nothing is asked. */
  readonly tokens?: "anonymous" | { readonly user: string; readonly password: string };
  /** Name and password are asked for at once. */
  readonly basic?: { readonly user: string; readonly password: string };
  /** Says no digests, so that they have to be worked out. */
  readonly withoutDigests?: boolean;
  /** Says this digest, whatever it is of. */
  readonly wrongDigest?: string;
}

/** A manifest's text that differs by `seed`: an index for two platforms. */
export function imageIndex(seed: string): string {
  const manifest = (architecture: string) => ({
    mediaType: "application/vnd.oci.image.manifest.v1+json",
    digest: digestOf(`${seed} ${architecture}`),
    size: 500,
    platform: { os: "linux", architecture },
  });
  return JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests: [manifest("amd64"), manifest("arm64")] });
}

export function digestOf(text: string): string {
  return `sha256:${createHash("sha256").update(text).digest("hex")}`;
}

const INDEX = "application/vnd.oci.image.index.v1+json";

export function startRegistry(sketch: RegistrySketch): Promise<LocalServer> {
  return startLocalServer((host) => handlerOf(sketch, host));
}

function handlerOf(sketch: RegistrySketch, host: string): Handler {
  return (request, response) => {
    const url = new URL(request.url ?? "/", `http://${host}`);
    if (url.pathname === "/token") {
      const scope = url.searchParams.get("scope") ?? "";
      const fits = url.searchParams.get("service") === host && /^repository:[a-z0-9/-]+:pull$/.test(scope);
      if (!fits) return reply(response, 400);
      if (typeof sketch.tokens === "object" && request.headers.authorization !== basic(sketch.tokens))
        return reply(response, 401);
      return reply(response, 200, JSON.stringify({ token: `for-${scope}` }), { "content-type": "application/json" });
    }
    const [, repository, tag] = /^\/v2\/(.+)\/manifests\/([^/]+)$/.exec(url.pathname) ?? [];
    const challenge = challengeOf(sketch, host, repository ?? "", request.headers.authorization);
    if (challenge !== undefined) return reply(response, 401, "", { "www-authenticate": challenge });
    const text = sketch.images[`${repository}:${tag}`];
    if (text === undefined) return reply(response, 404);
    if (!(request.headers.accept ?? "").includes(INDEX)) return reply(response, 406);
    const said = sketch.wrongDigest ?? digestOf(text);
    const digest = sketch.withoutDigests === true ? {} : { "docker-content-digest": said };
    reply(response, 200, text, { "content-type": INDEX, ...digest });
  };
}

function challengeOf(
  { tokens, basic: login }: RegistrySketch,
  host: string,
  repository: string,
  shown: string | undefined,
): string | undefined {
  if (login !== undefined) return shown === basic(login) ? undefined : 'Basic realm="registry"';
  if (tokens === undefined || shown === `Bearer for-repository:${repository}:pull`) return undefined;
  return `Bearer realm="http://${host}/token",service="${host}",scope="repository:${repository}:pull"`;
}

function basic({ user, password }: { readonly user: string; readonly password: string }): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
}

import { once } from "node:events";
import { createServer } from "node:http";
import { describe, expect, test } from "vitest";
import { parseImageReference } from "../../compiler/knowledge/image-reference.ts";
import { imageDigest, registryPlace } from "../../compiler/node/registry-client.ts";
import { registryLogins } from "../../compiler/node/registry-login.ts";
import { digestOf, imageIndex, type RegistrySketch, startRegistry } from "../support/local-registry.ts";
import { reply, startLocalServer } from "../support/local-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const text = imageIndex("a");
const images = { "campus/base:1": text };
const patience = { timeout: 60_000, pause: 1 };
const impatience = { timeout: 300, pause: 1 };

async function ask(host: string, logins: ReadonlyMap<string, string> = new Map(), tag = "1", given = patience) {
  const reference = parseImageReference(`${host}/campus/base:${tag}`);
  if (reference === undefined) throw new Error("no reference");
  return imageDigest(reference, { logins, patience: given });
}

async function askRegistry(sketch: Partial<RegistrySketch>, login?: string) {
  const { host } = await startRegistry({ images, ...sketch });
  return { host, found: await ask(host, new Map(login === undefined ? [] : [[host, login]])) };
}

describe("the digest of a tag", () => {
  test("is that of the index, by one request", async () => {
    const { host, asked } = await startRegistry({ images });
    expect(await ask(host)).toEqual({ digest: digestOf(text) });
    expect(asked).toEqual(["HEAD /v2/campus/base/manifests/1"]);
  });

  test("is worked out where the registry does not say it", async () => {
    expect((await askRegistry({ withoutDigests: true })).found).toEqual({ digest: digestOf(text) });
  });

  test("is asked for with a token where the registry wants one", async () => {
    const { host, asked } = await startRegistry({ images, tokens: "anonymous" });
    expect(await ask(host)).toEqual({ digest: digestOf(text) });
    expect(asked.map((line) => line.replace(/\?.*/, ""))).toEqual([
      "HEAD /v2/campus/base/manifests/1",
      "GET /token",
      "HEAD /v2/campus/base/manifests/1",
    ]);
  });

  test("is shown to those who may sign in, by a token or at once", async () => {
    const user = { user: "ada", password: "secret" };
    const login = Buffer.from("ada:secret").toString("base64");
    for (const sketch of [{ tokens: user }, { basic: user }]) {
      expect((await askRegistry(sketch, login)).found).toEqual({ digest: digestOf(text) });
      const { host, found } = await askRegistry(sketch);
      expect(found).toEqual({
        problem: `${host} does not show it: it does not exist, or may not be read without signing in`,
      });
    }
  });

  test("is not there for a tag that is not there", async () => {
    const { host, asked } = await startRegistry({ images });
    expect(await ask(host, new Map(), "2")).toEqual({ problem: `${host} has no image with the tag \`2\`` });
    expect(asked).toHaveLength(1);
  });
});

describe("a registry that can't be believed", () => {
  test("gives a digest that is none", async () => {
    const { host, found } = await askRegistry({ wrongDigest: "sha256:abc RUN evil" });
    expect(found).toEqual({ problem: `${host} gives a digest that is not of its answer` });
  });

  test("gives a digest that is not of its answer", async () => {
    const { host } = await startLocalServer(() => (request, response) => {
      const headers = { "content-type": "application/vnd.oci.image.index.v1+json" };
      const wrong = { ...headers, "docker-content-digest": digestOf("other") };
      reply(response, 200, text, request.method === "HEAD" ? headers : wrong);
    });
    expect(await ask(host)).toEqual({ problem: `${host} gives a digest that is not of its answer` });
  });

  test("sends to another scheme", async () => {
    const { host } = await startLocalServer(() => (_, response) => {
      reply(response, 307, "", { location: "https://example.invalid/x" });
    });
    expect(await ask(host)).toEqual({ problem: `${host}: it redirects from http:// to https://` });
  });

  test("sends to a host that is not this computer", async () => {
    const { host } = await startLocalServer(() => (_, response) => {
      reply(response, 302, "", { location: "http://example.invalid/x" });
    });
    expect(await ask(host)).toEqual({ problem: `${host}: http://example.invalid is not an encrypted address` });
  });

  test("sends in a circle", async () => {
    const { host, asked } = await startLocalServer(() => (request, response) => {
      reply(response, 302, "", { location: request.url ?? "" });
    });
    expect(await ask(host)).toEqual({ problem: `${host}: it redirects in a circle` });
    expect(asked).toHaveLength(5);
  });

  test("wants a password told elsewhere, in the clear", async () => {
    const { host } = await startLocalServer(() => (_, response) => {
      reply(response, 401, "", { "www-authenticate": 'Bearer realm="http://example.invalid/token",service="x"' });
    });
    const found = await ask(host, new Map([[host, "YTpi"]]));
    expect(found).toMatchObject({ problem: expect.stringContaining("http://example.invalid is not an encrypted") });
  });

  test("passes no password on to where it redirects", async () => {
    const seen: (string | undefined)[] = [];
    const other = await startLocalServer(() => (request, response) => {
      seen.push(request.headers.authorization);
      reply(response, 404);
    });
    const { host } = await startLocalServer(() => (request, response) => {
      if (request.headers.authorization === undefined)
        reply(response, 401, "", { "www-authenticate": 'Basic realm="x"' });
      else reply(response, 307, "", { location: `http://${other.host}/x` });
    });
    await ask(host, new Map([[host, "YTpi"]]));
    expect(seen).toEqual([undefined]);
  });

  test("answers with a page, or for ever, or not at all", async () => {
    const page = await startLocalServer(() => (_, response) => {
      reply(response, 200, "<html>", { "content-type": "text/html" });
    });
    expect(await ask(page.host)).toEqual({ problem: `${page.host} answers with something that is no image` });
    const long = await startLocalServer(() => (request, response) => {
      const headers = { "content-type": "application/vnd.oci.image.index.v1+json" };
      reply(response, 200, request.method === "GET" ? Buffer.alloc(5 * 2 ** 20) : "", headers);
    });
    expect(await ask(long.host)).toEqual({ problem: `${long.host}: its answer is far too long` });
    const silent = await startLocalServer(() => () => {});
    expect(await ask(silent.host, new Map(), "1", impatience)).toEqual({
      problem: `${silent.host}: it did not answer in 0.3 seconds`,
    });
    expect(silent.asked).toHaveLength(3);
  });
});

describe("other tries", () => {
  test("are made a few times where the registry is busy", async () => {
    let count = 0;
    const { host, asked } = await startLocalServer(() => (_, response) => {
      count += 1;
      const headers = { "content-type": "application/vnd.oci.image.index.v1+json" };
      if (count < 3) reply(response, 503);
      else reply(response, 200, text, { ...headers, "docker-content-digest": digestOf(text) });
    });
    expect(await ask(host)).toEqual({ digest: digestOf(text) });
    expect(asked).toHaveLength(3);
  });

  test("are not made for ever, nor where it asks to wait for long", async () => {
    const broken = await startLocalServer(() => (_, response) => reply(response, 500));
    expect(await ask(broken.host)).toEqual({ problem: `${broken.host} answers with the status 500` });
    expect(broken.asked).toHaveLength(3);
    const limited = await startLocalServer(() => (_, response) => reply(response, 429, "", { "retry-after": "3600" }));
    expect(await ask(limited.host)).toEqual({ problem: `${limited.host} takes no more requests for now` });
    expect(limited.asked).toHaveLength(1);
  });

  test("a host that is not there", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const host = `127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
    server.close();
    expect(await ask(host)).toEqual({ problem: `${host}: it refuses connections` });
    expect(await ask("127.0.0.1:9")).toEqual({ problem: "127.0.0.1:9: it can't be reached (bad port)" });
  });
});

test.each([
  ["ubuntu", "docker.io", "https://registry-1.docker.io", "library/ubuntu"],
  ["rocker/rstudio", "docker.io", "https://registry-1.docker.io", "rocker/rstudio"],
  ["docker.io/library/ubuntu", "docker.io", "https://registry-1.docker.io", "library/ubuntu"],
  ["quay.io/jupyter/base-notebook", "quay.io", "https://quay.io", "jupyter/base-notebook"],
  ["registry:5000/a", "registry:5000", "https://registry:5000", "a"],
  ["localhost/a", "localhost", "http://localhost", "a"],
])("%s is found where it is", (repository, host, origin, path) => {
  expect(registryPlace(repository)).toEqual({ host, origin, path });
});

describe("logins", () => {
  test("come from the file that DOCKER_CONFIG leads to, and from nowhere else", () => {
    const auths = { "quay.io": { auth: "YTpi" }, "https://index.docker.io/v1/": { auth: "Yzpk" }, "ghcr.io": {} };
    const folder = temporaryFolder({ "config.json": JSON.stringify({ auths, credsStore: "x" }) });
    expect(registryLogins({ DOCKER_CONFIG: folder })).toEqual(
      new Map([
        ["quay.io", "YTpi"],
        ["docker.io", "Yzpk"],
      ]),
    );
    expect(registryLogins({ HOME: folder })).toEqual(new Map());
    expect(registryLogins({ DOCKER_CONFIG: temporaryFolder() })).toEqual(new Map());
  });

  test("are not guessed from another file", () => {
    expect(registryLogins({ DOCKER_CONFIG: temporaryFolder({ "config.json": '{"auths": []}' }) })).toHaveProperty(
      "problem",
    );
    expect(registryLogins({ DOCKER_CONFIG: temporaryFolder({ "config.json": "{" }) })).toHaveProperty("problem");
  });
});

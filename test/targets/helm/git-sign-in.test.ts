// How git in a course's servers signs in to a private repository: the variables that are written, read by a real git from a real server.

import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compiledCourse } from "../../support/course-program.ts";

const token = 'sign-in token { username = "de\'ploy"  token = secret("git/token") }';
const app = 'sign-in github-app { app-id = 93515  private-key = secret("git/key") }';

/** The variables of a course's servers, as the cluster gives them to a container. */
function variables(repo: string, signIn: string, secret: string): Record<string, string> {
  const files = compiledCourse({
    course: `  content m {\n    repo = "${repo}"\n    ${signIn}\n  }\n`,
    pip: "git-credential-helpers==0.2",
  });
  const text = files.get("hubs/datahub/prod/values.yaml")?.text ?? "";
  const found: Record<string, string> = {};
  for (const [, name = "", single, double, plain] of text.matchAll(
    /^ {4}((?:GIT_CONFIG|HUBC_GIT)\w+): ?(?:'((?:[^']|'')*)'|"([^"]*)"|(.*))$/gm,
  )) {
    const value = single?.replaceAll("''", "'") ?? double ?? plain ?? "";
    // KubeSpawner reads a doubled brace as one.
    found[name] = value === "" ? secret : value.replace(/([{}])\1/g, "$1");
  }
  return found;
}

let folder = "";
let server: Server;
let address = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "hubc-git-"));
  const git = (...words: string[]) => execFileSync("git", words, { cwd: folder, stdio: "pipe" });
  git("init", "-q", "work");
  git(
    "-C",
    "work",
    "-c",
    "user.name=a",
    "-c",
    "user.email=a@example.edu",
    "commit",
    "-q",
    "--allow-empty",
    "-m",
    "one",
  );
  for (const name of ["labs.git", "others"]) git("clone", "-q", "--bare", "work", join("physics", name));
  server = createServer((request, response) => serve(request, response));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a server that listens on a port has one
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Sends git on to the address with `.git`, as GitLab does, and gives a repository to whoever has the token. */
function serve(request: IncomingMessage, response: ServerResponse): void {
  const [path = "", query = ""] = (request.url ?? "").split("?");
  if (path.startsWith("/physics/labs/")) {
    response.writeHead(301, { location: `${address}${path.replace("/labs/", "/labs.git/")}?${query}` }).end();
    return;
  }
  const wanted = `Basic ${Buffer.from("de'ploy:s3cret").toString("base64")}`;
  if (request.headers.authorization !== wanted) {
    response.writeHead(401, { "www-authenticate": 'Basic realm="git"' }).end();
    return;
  }
  const cgi = spawn("git", ["http-backend"], {
    env: {
      ...process.env,
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: "1",
      PATH_INFO: path,
      QUERY_STRING: query,
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers["content-type"] ?? "",
      HTTP_CONTENT_ENCODING: request.headers["content-encoding"] ?? "",
      REMOTE_USER: "u",
    },
  });
  request.pipe(cgi.stdin);
  const parts: Buffer[] = [];
  cgi.stdout.on("data", (part: Buffer) => parts.push(part));
  cgi.on("close", () => {
    const answer = Buffer.concat(parts);
    const end = answer.indexOf("\r\n\r\n");
    for (const line of answer.subarray(0, end).toString().split("\r\n")) {
      const [name = "", value = ""] = line.split(": ");
      if (name === "Status") response.statusCode = Number.parseInt(value, 10);
      else response.setHeader(name, value);
    }
    response.end(answer.subarray(end + 4));
  });
}

/** What git says on its errors' stream; its exit code first. */
function clone(repo: string, given: Record<string, string>): Promise<string> {
  const target = mkdtempSync(join(folder, "clone-"));
  const child = spawn("git", ["clone", "-q", repo, target], {
    env: { PATH: process.env["PATH"], HOME: target, GIT_TERMINAL_PROMPT: "0", GIT_CONFIG_NOSYSTEM: "1", ...given },
  });
  let said = "";
  child.stderr.on("data", (part: Buffer) => {
    said += part.toString();
  });
  return new Promise((done) => child.on("close", (code) => done(`${code} ${said}`)));
}

describe("a token", () => {
  it("is given for the repository, where the host sends git on, too", async () => {
    const repo = `${address}/physics/labs`;
    expect(await clone(repo, variables(repo, token, "s3cret"))).toMatch(/^0 /);
    expect(await clone(repo, variables(repo, token, "old"))).toMatch(/^128 /);
    expect(await clone(repo, {})).toMatch(/^128 /);
  });

  it("is given to no other repository of the host", async () => {
    const given = variables(`${address}/physics/labs`, token, "s3cret");
    expect(await clone(`${address}/physics/others`, given)).toMatch(/^128 /);
    expect(await clone(`${address}/physics/others`, variables(`${address}/physics/others`, token, "s3cret"))).toMatch(
      /^0 /,
    );
  });

  it("stands in no file but as a reference", () => {
    const given = variables("https://gitlab.com/o/r", token, "from-the-cluster");
    expect(given["HUBC_GIT_SECRET_0"]).toBe("from-the-cluster");
  });
});

describe("an app of GitHub", () => {
  it("is asked with its key and id for the repository", () => {
    const program = join(folder, "git-credential-github-app");
    const lines = ["#!/bin/sh", 'echo "username=$*"', 'echo "password=$(cat "$2" | tr -d "\\n")-$(grep ^path=)"'];
    writeFileSync(program, `${lines.join("\n")}\n`, { mode: 0o755 });
    const given = variables("https://github.com/o/r", app, "line1\nline2");
    const filled = execFileSync("git", ["credential", "fill"], {
      input: "protocol=https\nhost=github.com\npath=o/r\n\n",
      env: { PATH: `${folder}:${process.env["PATH"]}`, HOME: folder, GIT_CONFIG_NOSYSTEM: "1", ...given },
      encoding: "utf8",
    });
    expect(filled).toContain("username=--app-key-file /dev/fd/3 --app-id 93515 get");
    expect(filled).toContain("password=line1line2-path=o/r");
  });
});

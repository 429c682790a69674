// The command line and the editor have one opinion: every fixture program, every example and every wrong program of the catalogue
// is checked by both, and what they say is compared to the letter.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { diagnosticPages as pages } from "../../compiler/diagnostic-pages.ts";
import type { JsonDiagnostic, JsonPlace } from "../../compiler/diagnostics/render-json.ts";
import { bundledCli } from "../support/bundled-cli.ts";
import { allPrograms } from "../support/compiled-programs.ts";
import { type LspClient, type Range, type ReceivedDiagnostic, startClient } from "../support/lsp-client.ts";
import { runCli } from "../support/run-cli.ts";
import { putFiles, temporaryFolder } from "../support/temporary-folder.ts";

const catalogue = pages.filter(({ language }) => language !== "yaml");

const cli = bundledCli();

const on = "2026-10-05";

interface Report {
  readonly uri: string;
  readonly items: readonly ReceivedDiagnostic[];
}

/** What both say, in one form: severity, code, place, message and other places. */
type Saying = readonly [number, string, string, string, readonly (readonly [string, string])[]];

async function clientFor(folders: readonly string[], options: object = {}): Promise<LspClient> {
  const workspaceFolders = folders.map((folder) => ({ uri: pathToFileURL(folder).href, name: folder }));
  return startClient(cli.path, { initialize: { workspaceFolders, initializationOptions: { on } }, ...options });
}

async function everythingSaid(client: LspClient): Promise<readonly Report[]> {
  const { items } = await client.request<{ items: readonly Report[] }>("workspace/diagnostic", {
    previousResultIds: [],
  });
  return items;
}

function saidOf(folder: string, items: readonly Report[]): Saying[] {
  const prefix = `${pathToFileURL(folder).href}/`;
  const pathOf = (uri: string) => decodeURIComponent(uri.slice(prefix.length));
  return items
    .filter(({ uri }) => uri.startsWith(prefix))
    .flatMap((report) =>
      report.items.map(
        (item): Saying => [
          item.severity,
          item.code,
          placeOf(pathOf(report.uri), item.range),
          item.message,
          (item.relatedInformation ?? []).map(({ location, message }) => [
            location.uri.startsWith(prefix) ? placeOf(pathOf(location.uri), location.range) : "elsewhere",
            message,
          ]),
        ],
      ),
    );
}

function placeOf(path: string, { start, end }: Range): string {
  return `${path}:${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
}

async function saidByCli(folder: string): Promise<Saying[]> {
  const { stdout } = await runCli(["check", folder, "--format", "json", "--on", on], { cwd: folder });
  const severities = { error: 1, warning: 2, info: 3 };
  const place = ({ file, span }: JsonPlace) =>
    `${file}:${span.start.line}:${span.start.column}-${span.end.line}:${span.end.column}`;
  const { diagnostics }: { diagnostics: readonly JsonDiagnostic[] } = JSON.parse(stdout);
  return diagnostics.map((one) => [
    severities[one.severity],
    one.code,
    place(one),
    one.message,
    one.related.map((related) => [related.file.startsWith("std/") ? "elsewhere" : place(related), related.message]),
  ]);
}

const pulls = { capabilities: { textDocument: { diagnostic: {}, publishDiagnostics: { relatedInformation: true } } } };

test.each(allPrograms)("about $name", async ({ folder }) => {
  const client = await clientFor([folder], pulls);
  expect(saidOf(folder, await everythingSaid(client))).toEqual(await saidByCli(folder));
});

test("about every wrong program of the catalogue, in one session", async () => {
  const names = catalogue.map(({ code }) => code.replace("/", "-"));
  const root = temporaryFolder();
  const programs = catalogue.map(({ wrong }, n) => [`${names[n]}/p.hub`, wrong]);
  putFiles(root, Object.fromEntries(programs));
  const folders = names.map((name) => join(root, name));
  const client = await clientFor(folders, pulls);
  const byServer = await everythingSaid(client);
  let said = 0;
  for (const folder of folders) {
    const byCli = await saidByCli(folder);
    expect(saidOf(folder, byServer), folder).toEqual(byCli);
    said += byCli.length;
  }
  expect(said).toBeGreaterThanOrEqual(100);
});

test("about every wrong program, typed into one buffer after the other", async () => {
  const root = temporaryFolder({ "p.hub": "" });
  const uri = pathToFileURL(join(root, "p.hub")).href;
  const client = await clientFor([root]);
  client.open(uri, "", 0);
  let version = 0;
  for (const { wrong } of catalogue) {
    version++;
    client.change(uri, version, wrong);
    const folder = temporaryFolder({ "p.hub": wrong });
    await client.until(() => client.published.get(uri)?.version === version, `version ${version}`);
    const pushed = client.published
      .get(uri)
      ?.diagnostics.map(({ code, range, message }) => [code, placeOf("p.hub", range), message]);
    expect(pushed, wrong).toEqual((await saidByCli(folder)).map(([, code, place, message]) => [code, place, message]));
  }
  expect(version).toBe(catalogue.length);
});

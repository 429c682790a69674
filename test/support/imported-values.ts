// Values as people write them, imported as a program, and the proof of it.

import { findHubs } from "../../compiler/audit/layouts.ts";
import { type Environment, readEnvironment } from "../../compiler/import/environment.ts";
import { importPrograms } from "../../compiler/import/import-program.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";

/** The beginning of values: people sign in by GitHub. More of `hub` may follow, two blanks in. */
export const signIn = `
hub:
  config:
    JupyterHub: { authenticator_class: github }
    Authenticator: { admin_users: [ada], manage_groups: true, enable_auth_state: true }
    GitHubOAuthenticator: { client_id: abc, allowed_organizations: [campus], allow_all: false }
`;

const on = checkedDate("2026-11-29") ?? 0;

/** Values in one file, as `hubc import` takes them, and what it said of them. */
export function imported(values: string) {
  return importedFiles({ "hub.yaml": values });
}

/** The hubs of some files, by their paths. */
export function environmentsIn(texts: Readonly<Record<string, string>>): readonly Environment[] {
  const files = new Map(Object.entries(texts).map(([path, text]) => [path, createSourceFile(path, text)]));
  const { hubs } = findHubs({ paths: [...files.keys()].sort(), read: (path) => files.get(path) });
  return hubs.map((hub) => readEnvironment(hub, undefined)).flatMap((one) => ("why" in one ? [] : [one]));
}

/** The first program of some files, by their paths. */
export function importedFiles(texts: Readonly<Record<string, string>>) {
  const [program] = importPrograms(environmentsIn(texts), on);
  const [figures] = program?.figures ?? [];
  if (program === undefined || figures === undefined) throw new Error("nothing was imported");
  const { different, dropped, added, past } = figures;
  const text = program.files.map((file) => file.text).join("\n");
  return {
    text,
    past,
    figures,
    proof: { errors: program.errors.map(({ message }) => message), different, dropped, added },
  };
}

/** What the proof has to say against an import that comes out right. */
export const nothing = { errors: [], different: [], dropped: [], added: [] };

// Pieces of shell that every system runs: having hubc, the date of a build, and the build itself.

import type { RegistryHost } from "../../knowledge/registry-hosts.ts";
import { filledIn, shellQuote } from "../../output/shell-script.ts";
import { type CiInput, projectFolder } from "./ci-input.ts";
import committed from "./committed-outputs.sh";

/** Today, where the project is. */
export function today({ model }: CiInput, option = ""): string {
  return `TZ=${shellQuote(model.project.timezone.value)} date ${option}+%F`;
}

/** Builds for the date in `$on`, of what hubc.lock fixes where there is one. `more` are words of a shell. */
export function buildLines(input: CiInput, more = "", folder = projectFolder(input).folder): string[] {
  return [
    "locked=()",
    `if [ -e ${folder}/hubc.lock ]; then locked=(--locked); fi`,
    `hubc build ${folder} --on "$on" "\${locked[@]}"${more === "" ? "" : ` ${more}`}`,
  ];
}

/** Fails where outputs that are committed are not those of their program. */
export function committedLines(input: CiInput): string[] {
  const { out } = projectFolder(input);
  const words = { OUT: out, SHOWN: plain(out), TODAY: today(input), BUILD: buildLines(input).join("\n") };
  return filledIn(committed, words).split("\n");
}

/** A quoted word inside double quotes, where only letters and the like are as they are. */
function plain(word: string): string {
  return word.replaceAll(/[^A-Za-z0-9._/-]/g, "?");
}

/** How a job signs in to the registry that images are pushed to: a name and a password that are in these variables. */
export function passwordLogin(host: string, user: string, password: string): string {
  return `printf '%s' "$${password}" | docker login ${shellQuote(host)} --username "$${user}" --password-stdin`;
}

/** By what the cloud's own program says once it is signed in. */
export function cloudLogin({ host, kind, region }: RegistryHost): string {
  const login = (user: string) => `docker login ${shellQuote(host)} --username ${user} --password-stdin`;
  if (kind === "google") return `gcloud auth print-access-token | ${login("oauth2accesstoken")}`;
  if (kind === "azure") return `az acr login --name ${shellQuote(host.replace(/\.azurecr\.io$/, ""))}`;
  return `aws ecr get-login-password --region ${shellQuote(region ?? "")} | ${login("AWS")}`;
}

/**
 * Lines of bash after which `hubc` is there. No script of a package is run, since a package that somebody took over would run with the job's rights; a
 * hubc that is named by its commit builds itself, which is a script of its own and of that commit.
 * Source: npm 11, `ignore-scripts`; pacote 21, lib/dir.js, which leaves `prepare` out then.
 * `onPath` is the line that makes the commands of the repository's packages known. */
export function installLines({ model }: CiInput, onPath: string): string[] {
  const { hubc } = model.project.ci;
  if (hubc !== undefined) {
    const scripts = hubc.value.startsWith("git+") ? "" : "--ignore-scripts ";
    return [`npm install --global ${scripts}--no-audit --no-fund -- ${shellQuote(hubc.value)}`];
  }
  return [
    "npm ci --ignore-scripts --no-audit --no-fund",
    "if ! node_modules/.bin/hubc --version > /dev/null; then",
    `  echo "package.json brings no hubc that runs without scripts: take it from a registry or a .tgz, or name its commit as hubc in the project's ci."`,
    "  exit 1",
    "fi",
    onPath,
  ];
}

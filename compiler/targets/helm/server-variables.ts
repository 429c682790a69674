// Environment variables of a server beside those of the hub: its own, and those that grading and git need.

import type { Content, GitSignIn } from "../../model/content.ts";
import type { Server, Variable } from "../../model/server.ts";
import { withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import { studentVariables } from "./nbgrader-exchange.ts";
import type { ReleaseContext } from "./release-context.ts";
import { secretVariable } from "./sign-in.ts";

/** The variables of a server, by name. */
export function serverVariables(server: Server, context: ReleaseContext): Record<string, YamlData> {
  return {
    ...variableData(server.environment, context),
    ...studentVariables(server, context),
    ...gitVariables(server, context),
  };
}

/** Values are templates to KubeSpawner: a brace that is meant is doubled (kubespawner 7.0, templates.md). */
export function variableData(variables: readonly Variable[], { release }: ReleaseContext): Record<string, YamlData> {
  return Object.fromEntries(
    variables.map(({ name, value }) => {
      const { value: held } = value;
      const data = typeof held === "string" ? held.replace(/[{}]/g, "$&$&") : secretVariable(release, held);
      return [name, withOrigin(data, value.span)];
    }),
  );
}

// How git in a course's servers signs in to repositories that not everybody may read: configuration that git takes from variables
// (git-config(1), GIT_CONFIG_COUNT, since 2.31), so that no file of the image or of a person's home is written. A token is a variable that
// the cluster fills from the release's Secret; a helper hands it to git for that repository alone.

interface Setting {
  readonly key: string;
  readonly value: string;
  readonly signIn: GitSignIn;
}

/** Variables of the course's servers. None where no content says how git signs in. */
function gitVariables(course: Server, { release }: ReleaseContext): Record<string, YamlData> {
  const variables: Record<string, YamlData> = {};
  const settings = course.contents.flatMap((content, at): Setting[] => {
    const { signIn } = content;
    if (signIn === undefined) return [];
    if (signIn.kind === "gh-scoped-creds") {
      const { clientId, appUrl } = signIn;
      variables["GH_SCOPED_CREDS_CLIENT_ID"] = withOrigin(templated(clientId.value), clientId.span);
      if (appUrl) variables["GH_SCOPED_CREDS_APP_URL"] = withOrigin(templated(appUrl.value), appUrl.span);
      return [];
    }
    const secret = signIn.kind === "token" ? signIn.token : signIn.privateKey;
    const variable = `HUBC_GIT_SECRET_${at}`;
    variables[variable] = withOrigin(secretVariable(release, secret.value), secret.span);
    return configured(content, signIn, variable);
  });
  if (settings.length === 0) return variables;
  variables["GIT_CONFIG_COUNT"] = String(settings.length);
  for (const [at, { key, value, signIn }] of settings.entries()) {
    variables[`GIT_CONFIG_KEY_${at}`] = withOrigin(templated(key), signIn.span);
    variables[`GIT_CONFIG_VALUE_${at}`] = withOrigin(templated(value), signIn.span);
  }
  return variables;
}

/** GitLab sends git on to the address with `.git`, by which it then looks for who it is. */
function configured({ repo }: Content, signIn: GitSignIn, variable: string): Setting[] {
  return ["", ".git"].flatMap((end) => {
    const address = `credential.${repo.value}${end}`;
    const helper = { key: `${address}.helper`, value: helperOf(signIn, variable), signIn };
    // git-credential-github-app 0.2 reads the repository from the path, which git leaves out unless it is told.
    return signIn.kind === "github-app" ? [helper, { key: `${address}.useHttpPath`, value: "true", signIn }] : [helper];
  });
}

/** A helper in sh: git calls it with `get`, `store` or `erase`, and gives and takes lines (gitcredentials(7)). */
function helperOf(signIn: GitSignIn, variable: string): string {
  if (signIn.kind === "token") {
    const user = `'${signIn.username.value.replaceAll("'", "'\\''")}'`;
    return `!f() { test "$1" != get || printf 'username=%s\\npassword=%s\\n' ${user} "$${variable}"; }; f`;
  }
  const id = signIn.kind === "github-app" ? signIn.appId.value : 0;
  // The key comes by a pipe, since the helper wants a file; what git says comes by the standard input, as always.
  return `!f() { test "$1" != get || { exec 4<&0; printf '%s\\n' "$${variable}" | { exec 3<&0 0<&4; git-credential-github-app --app-key-file /dev/fd/3 --app-id ${id} get; }; }; }; f`;
}

/** Values are templates to KubeSpawner: a brace that is meant is doubled (kubespawner 7.0, templates.md). */
export function templated(text: string): string {
  return text.replace(/[{}]/g, "$&$&");
}

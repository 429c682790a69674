import type { Release } from "../../model/release.ts";
import { secretUses } from "../../model/secret-keys.ts";
import type { Span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

/** What the hub proves by that it is the hub stays with it. */
export const hubSecretInServers = defineRule<{ what: string; holds: string }>({
  code: "secret/hub-in-servers",
  title: "A secret of the hub itself in everybody's server",
  why: "Whoever has a server can read its variables and files. With what the hub signs people in by, or what it and its proxy know each other by, anybody of them could be the hub.",
  message: ({ what, holds }) => `${what} ${holds}, and every server would hold it: give servers a secret of their own.`,
  judges: "parts",
  each: "releases",
  check: (release, report) => {
    const uses = secretUses(release);
    const ofHub = new Map(uses.filter(({ reads }) => reads === "sign-in").map((use) => [use.secret.value.path, use]));
    for (const { secret, reads } of uses) {
      const signIn = reads === "servers" ? ofHub.get(secret.value.path) : undefined;
      if (signIn === undefined) continue;
      const related = [{ span: signIn.secret.span, message: "The hub signs people in by it here." }];
      const what = `\`secret("${secret.value.path}")\``;
      report({ what, holds: "is what the hub signs people in by" }, { span: secret.span, related });
    }
    for (const { name, span } of secretsOfOthers(release)) {
      if (name !== chartsOwn && name !== release.secretName) continue;
      const what = name === chartsOwn ? `The Secret \`${chartsOwn}\`` : "The Secret of this release";
      report({ what, holds: "holds the hub's own keys" }, { span });
    }
  },
});

/** The Secret that the chart makes for the hub (jupyterhub chart 4.4.0, templates/hub/secret.yaml; `fullnameOverride` is empty there). */
const chartsOwn = "hub";

/** Secrets of the namespace that files of servers are taken from, by their names. */
function secretsOfOthers({ files }: Release): readonly { readonly name: string; readonly span: Span }[] {
  return files.flatMap((file) =>
    file.in.value === "servers" && file.holds.kind === "elsewhere"
      ? [{ name: file.holds.name.value, span: file.holds.name.span }]
      : [],
  );
}

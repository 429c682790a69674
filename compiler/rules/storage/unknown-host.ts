// The machine of a folder is one on which servers start.

import type { Release } from "../../model/release.ts";
import { closest } from "../../text/edit-distance.ts";
import { defineRule } from "../rule.ts";

/** `host` names one of the machines of people's pools, where these are listed. */
export const unknownHost = defineRule<{ host: string; known: string; suggestion: string | undefined }>({
  code: "storage/unknown-host",
  title: "A machine on which no servers start",
  why: "Servers start where the homes are, so the machine of the homes is one of a pool for people. On another one, or on one that does not exist, every server would wait for its home for ever.",
  message: ({ host, known, suggestion }) =>
    `\`${host}\` is no machine of a pool for people: ${suggestion === undefined ? `there are ${known}` : `did you mean \`${suggestion}\``}${suggestion === undefined ? "." : "?"}`,
  judges: "parts",
  check: (model, report) => {
    for (const { homes, storages, provider } of model.releases) {
      const known = hostsForPeople(provider);
      for (const { settings } of [homes, ...storages]) {
        const { host } = settings;
        if (host === undefined || known.length === 0 || known.includes(host.value)) continue;
        const listed = known.map((one) => `\`${one}\``).join(", ");
        const suggestion = closest(host.value, known);
        const related = [{ span: provider.span, message: "The machines." }];
        report({ host: host.value, known: listed, suggestion }, { span: host.span, related });
      }
    }
  },
});

function hostsForPeople({ pools }: Release["provider"]): readonly string[] {
  return pools.filter((pool) => !pool.core).flatMap(({ hosts }) => hosts.map(({ value }) => value));
}

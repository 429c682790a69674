import { isLeftOut } from "../../model/left-out.ts";
import { everyServer, serverWords } from "../../model/server.ts";
import { defineRule } from "../rule.ts";

/** Whoever gets a server has a size to choose. */
export const noOpenSize = defineRule<{ server: string; why: string }>({
  code: "profile/no-open-size",
  title: "Somebody without a size",
  why: "A server with sizes starts in one of them. Where each is for some groups only, whoever gets the server and is in none of these has none to choose.",
  message: ({ server, why }) => `Somebody who gets the server of ${server} has no size to choose: ${why}.`,
  judges: "parts",
  check: (model, report) => {
    // Where others hold who may choose what, they say what becomes of somebody without a size.
    const held = model.releases.filter((release) => !isLeftOut(release, "choice-rules"));
    for (const server of everyServer({ ...model, releases: held })) {
      const { sizes } = server.choices;
      const [first] = sizes;
      if (first === undefined || sizes.some(({ groups }) => groups.length === 0)) continue;
      const open = new Set(sizes.flatMap(({ groups }) => groups.map(({ value }) => value)));
      const without = [...server.roster, ...server.staff].find(({ value }) => !open.has(value));
      if (server.roster.length > 0 && without === undefined) continue;
      const why =
        without === undefined
          ? "it is for everybody, and each size for some groups"
          : `no size is for \`${without.value}\``;
      report({ server: serverWords(server), why }, { span: first.span });
    }
  },
});

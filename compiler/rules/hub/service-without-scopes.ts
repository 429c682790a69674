import { defineRule } from "../rule.ts";

/** What the hub runs has something to do with it. */
export const serviceWithoutScopes = defineRule<{ service: string }>({
  code: "hub/service-without-scopes",
  severity: "warning",
  title: "A program beside the hub that may ask it nothing",
  why: "JupyterHub answers a service only what its scopes allow. A program without scopes and without an address that people open has nothing to do with the hub that runs it; most often the scopes were forgotten, and each of its questions is refused.",
  message: ({ service }) =>
    `The service \`${service}\` has no \`scopes\`, so the hub answers none of its questions, and no \`url\` that people could open: say what it may do.`,
  judges: "parts",
  check: ({ releases }, report) => {
    const found = releases.flatMap(({ services }) =>
      services.filter(({ command, url, scopes }) => command.length > 0 && url === undefined && scopes.length === 0),
    );
    for (const { name, span } of found) report({ service: name }, { span });
  },
});

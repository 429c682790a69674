import { diagnose } from "../../diagnostics/diagnostic.ts";
import { isSecretVariable } from "../../knowledge/secret-settings.ts";
import type { Release } from "../../model/release.ts";
import { serversOn } from "../../model/server.ts";
import { secretInClear } from "../../schema/secret-diagnostics.ts";
import type { Span } from "../../text/span.ts";
import type { Rule } from "../rule.ts";

/** A variable whose name or value says that it holds a secret has none written down: not in an `environment`, and not in an image. */
export const secretInVariable: Rule = {
  check: (model, report) => {
    const variables = [
      ...model.releases.flatMap(({ containers, services }) =>
        [...containers, ...services].flatMap(({ environment }) =>
          environment.map(
            ({ name, value }): Variable => ({ path: name, value: value.value, span: value.span, instead: besidePods }),
          ),
        ),
      ),
      ...model.releases.flatMap((release) =>
        variablesOf(release).flatMap(({ name, value }): Variable[] =>
          typeof value.value === "string"
            ? [{ path: name, value: value.value, span: value.span, instead: 'write `secret("…")` in its place' }]
            : [],
        ),
      ),
      ...model.images.flatMap(({ env }) =>
        env.map(
          ({ name, value, span }): Variable => ({
            path: name,
            value,
            span,
            instead:
              "whoever pulls the image reads its variables: take it away, and give it to servers by the hub's block `environment`",
          }),
        ),
      ),
    ];
    for (const { path, value, span, instead } of variables)
      if (isSecretVariable(path, value)) report(diagnose(secretInClear, { path, instead }, { span }));
  },
};

/** Those of everybody's server, and of the servers of one course or profile. */
function variablesOf(release: Release): Release["environment"] {
  return [...release.environment, ...serversOn(release).flatMap(({ environment }) => environment)];
}

const besidePods =
  'it takes texts alone: write a file with `text = secret("…")` by the hub\'s block `file`, and read that';

interface Variable {
  readonly path: string;
  readonly value: string;
  readonly span: Span;
  readonly instead: string;
}

import { diagnose } from "../../diagnostics/diagnostic.ts";
import { isHarmlessValue, isSecretName } from "../../knowledge/secret-names.ts";
import type { Release } from "../../model/model.ts";
import { serversOn } from "../../model/servers-on-hub.ts";
import { secretInClear } from "../../schema/secret-diagnostics.ts";
import type { Span } from "../../text/span.ts";
import type { Rule } from "../rule.ts";

/** A variable whose name says that it is a secret has none written down: not in an `environment`, and not in an image. */
export const secretInVariable: Rule = {
  diagnostics: [],
  check: (model, report) => {
    const found = [
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
    for (const { path, value, span, instead } of found)
      if (isSecretName(path) && !isHarmlessValue(value)) report(diagnose(secretInClear, { path, instead }, { span }));
  },
};

/** Those of everybody's server, and of the servers of one course or profile. */
function variablesOf(release: Release): Release["environment"] {
  return [...release.environment, ...serversOn(release).flatMap(({ environment }) => environment)];
}

interface Variable {
  readonly path: string;
  readonly value: string;
  readonly span: Span;
  readonly instead: string;
}

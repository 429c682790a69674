// What this version knows but does not compile is said where it is written.

import { diagnose } from "../diagnostics/diagnostic.ts";
import { notSupportedYet, recordedOnly } from "../schema/schema-diagnostics.ts";
import type { Range } from "../syntax/tree.ts";
import { spanOf } from "../text/span.ts";
import type { BodyContext } from "./body-scope.ts";

/** Reports a setting or block that is refused or only recorded. */
export function refuseUncompiled(
  what: { readonly status?: string | undefined },
  { name, at }: { readonly name: string; readonly at: Range },
  context: BodyContext,
): void {
  if (context.quiet || what.status === undefined || what.status === "compiled") return;
  const definition = what.status === "unsupported" ? notSupportedYet : recordedOnly;
  context.report(diagnose(definition, { what: name }, { span: spanOf(context.reader.file, at) }));
}

import { machineOf } from "../../capacity/machine-of.ts";
import { offerFix } from "../../diagnostics/diagnostic.ts";
import { knownMachines } from "../../knowledge/machines/known-machines.ts";
import { closest } from "../../text/edit-distance.ts";
import { defineRule } from "../rule.ts";

/** Machine types are known, where the provider's types are. */
export const unknownMachine = defineRule<{ type: string; suggestion: string | undefined }>({
  code: "provider/unknown-machine",
  severity: "warning",
  title: "A machine type that is not known",
  why: 'What is not known of a machine can\'t be checked: whether a server fits on it, whether the pool holds the class, what it costs. If the type exists, a `machine` block says what it has; a name that is no name goes into `type`: `machine big { type = "x2idn.16xlarge" memory = 1TiB cpu = 64 }`.',
  message: ({ type, suggestion }) =>
    `No machine type \`${type}\` is known here${suggestion === undefined ? "." : `: did you mean \`${suggestion}\`?`} Its size and price are checked only where a \`machine\` block says them.`,
  check: (model, report) => {
    for (const provider of model.providers) {
      const known = knownMachines(provider.variant).map(({ type }) => type);
      if (known.length === 0) continue;
      for (const pool of provider.pools) {
        const type = pool.machine;
        if (type === undefined || machineOf(pool, provider, model.machines) !== undefined) continue;
        const own = model.machines.map((machine) => machine.type.value);
        const suggestion = closest(type.value, [...own, ...known]);
        const fixes =
          suggestion === undefined ? [] : [offerFix(`Write ${suggestion}`, type.span, JSON.stringify(suggestion))];
        report({ type: type.value, suggestion }, { span: type.span, fixes });
      }
    }
  },
});

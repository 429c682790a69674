import { everyServer, inSize, type SizeChoice } from "../../model/server.ts";
import { defineRule } from "../rule.ts";

/** Sizes of a server differ in what they give. */
export const sameSize = defineRule<{ size: string; other: string }>({
  code: "profile/same-size",
  severity: "warning",
  title: "Two sizes that are alike",
  why: "A person who chooses the one or the other gets the same server: memory, cores and pool are what a size can say.",
  message: ({ size, other }) => `Size \`${size}\` gives the same server as \`${other}\`.`,
  judges: "parts",
  check: (model, report) => {
    for (const server of everyServer(model)) {
      const seen = new Map<string, SizeChoice>();
      for (const size of server.choices.sizes) {
        const { memory, cpu, pool, gpu } = inSize(server, size);
        const key = JSON.stringify([
          memory?.value,
          cpu?.value,
          pool?.value,
          gpu?.value,
          size.environment.map(({ name, value }) => [name, value.value]),
        ]);
        const before = seen.get(key);
        if (before === undefined) seen.set(key, size);
        else {
          const related = [{ span: before.span, message: "The other one is here." }];
          report({ size: size.name, other: before.name }, { span: size.span, related });
        }
      }
    }
  },
});

import type { Storage } from "../../model/model.ts";
import type { Sourced } from "../../model/sourced.ts";
import { defineRule } from "../rule.ts";
import { allTakenOut } from "../setting-taken-out.ts";

/** What is said of a storage is said of one that has it. */
export const storageWithoutEffect = defineRule<{ key: string; variant: string; reason: string }>({
  code: "storage/without-effect",
  severity: "warning",
  title: "A setting that this kind of storage has no use for",
  why: "Every kind of storage takes the same settings, and not every one does something with each. What is written and changes nothing is easily taken for something that holds: files that are kept, or folders that exist.",
  message: ({ key, variant, reason }) => `\`${key}\` has no effect in \`storage ${variant}\`: ${reason}.`,
  eachAlone: "storages",
  check: (storage, report) => {
    for (const { key, value, reason } of unusedOf(storage))
      if (value !== undefined && value.how !== "default")
        report({ key, variant: storage.variant, reason }, { span: value.span, fixes: allTakenOut([{ key, value }]) });
  },
});

interface Unused {
  readonly key: string;
  readonly value: Sourced<unknown> | undefined;
  readonly reason: string;
}

function unusedOf({ variant, keep, path, size, onEveryHost, settings }: Storage): readonly Unused[] {
  const ownVolume = {
    key: "path",
    value: path,
    reason: "everybody has a volume of their own there, and no folder in one for all. Take it out",
  };
  switch (variant) {
    case "claim":
      return [
        {
          key: "size",
          value: size,
          reason: "whoever makes the claim says how much it holds. Say it there, and take it out",
        },
      ];
    case "dynamic":
      return [ownVolume];
    case "host-path":
      return [
        {
          key: "on-every-host",
          value: onEveryHost?.value === true && settings["host"] !== undefined ? onEveryHost : undefined,
          reason:
            "`host` has every server start on one machine, whichever others have the folder. Take one of the two out",
        },
      ];
    case "memory":
      return [
        ownVolume,
        {
          key: "keep",
          value: keep,
          reason:
            "whatever it says, files are gone when a server stops. Take it out, or choose a storage that keeps them, such as `dynamic`",
        },
      ];
    default:
      return [];
  }
}

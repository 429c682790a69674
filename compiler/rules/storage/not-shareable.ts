import { asKnown } from "../../model/as-far-as-known.ts";
import { coursesAsKnown } from "../../model/courses-on-hub.ts";
import { nbgraders } from "../../model/nbgrader.ts";
import { defineRule } from "../rule.ts";

/** Shared folders and exchanges are kept where many servers can mount them. */
export const notShareable = defineRule<{ storage: string; variant: string }>({
  code: "storage/not-shareable",
  title: "A shared folder on a storage that only one server can mount",
  why: "A `dynamic` storage is a volume for each person, which one node at a time can mount; a folder that many see, or the exchange of nbgrader, needs a storage that many can mount.",
  message: ({ storage, variant }) =>
    `\`${storage}\` is \`${variant}\`, which many servers can't mount at once: keep what they share on \`nfs\`, \`filestore\`, \`efs\`, \`azure-files\` or \`host-path\`, with \`storage\`.`,
  judges: "parts",
  check: (model, report) => {
    for (const release of model.releases) {
      const shared = coursesAsKnown(release, model).flatMap((course) => asKnown(() => course.shared) ?? []);
      const exchanges = asKnown(() => nbgraders(release)) ?? [];
      for (const folder of [...shared, ...exchanges, ...(asKnown(() => release.mounts) ?? [])]) {
        const name = folder.storage?.value ?? release.homes.name;
        const storage = model.storages.find((storage) => storage.name === name);
        if (storage === undefined || (storage.variant !== "dynamic" && storage.variant !== "memory")) continue;
        const span = folder.storage?.span ?? folder.span;
        report(
          { storage: name, variant: storage.variant },
          { span, related: [{ span: storage.span, message: "The storage is here." }] },
        );
      }
    }
  },
});

import { defineRule } from "../rule.ts";

/** Homes are copied from where one job can mount them all. */
export const noCopies = defineRule<{ storage: string; variant: "dynamic" | "memory" }>({
  code: "storage/no-copies",
  title: "Copies of homes that one job can't read",
  why: "The job that makes the copies mounts all homes at once. Where each person has a volume of their own, no job can; the cluster copies such volumes itself, by snapshots of its storage class (VolumeSnapshot), on a schedule that its provider offers. In memory nothing lasts that could be copied.",
  message: ({ storage, variant }) =>
    variant === "memory"
      ? `Nothing in \`${storage}\` outlives a server, so there is nothing to copy: take \`backup\` out, or keep the homes elsewhere.`
      : `\`${storage}\` is a volume for each person, which a job can't read together: take \`backup\` out and have the cluster make snapshots, or keep the homes on \`nfs\`, \`filestore\`, \`efs\`, \`azure-files\` or \`host-path\`.`,
  judges: "parts",
  each: "releases",
  check: ({ backup, homes }, report) => {
    if (backup === undefined || (homes.variant !== "dynamic" && homes.variant !== "memory")) return;
    const related = [{ span: homes.span, message: "The storage is here." }];
    report({ storage: homes.name, variant: homes.variant }, { span: backup.span, related });
  },
});

// `ci/deploy/<release>.sh`: what a release's page says one does to deploy it, for a machine.

import { secretKeys } from "../../model/secret-keys.ts";
import type { OutputFile } from "../../output/output-file.ts";
import { type ScriptStep, shellScript } from "../../output/shell-script.ts";
import { deployCommands } from "../deploy-commands.ts";
import type { CiInput, CiRelease } from "./ci-input.ts";

export function deployScript({ release }: CiRelease, { model }: CiInput): OutputFile {
  const commands = deployCommands(release, { project: model.project, atomic: true });
  const { source } = release.secrets;
  const steps: (ScriptStep | undefined)[] = [
    {
      comment: "The release's folder.",
      lines: [`cd "$(dirname "$0")/../../${release.folder}"`],
    },
    { comment: "What exists without the release and outlives it.", lines: [commands.apply] },
    { comment: "Jobs of earlier builds that this one does not write.", lines: [commands.removeUnused] },
    secretKeys(release).length > 0 && source.kind === "external"
      ? {
          comment: "The operator brings the secrets.",
          lines: [
            `kubectl wait --namespace ${release.namespace} --for=condition=Ready --timeout=2m externalsecret/${release.secretName}`,
          ],
        }
      : undefined,
    commands.checkSecrets === undefined
      ? undefined
      : { comment: "Names of keys are looked at, values never.", lines: [commands.checkSecrets] },
    commands.before.length === 0
      ? undefined
      : {
          comment: [
            ...(release.umbrella ? ["The charts that the project's own is made of."] : []),
            ...(release.secrets.fixedKeys.value ? ["The chart takes the proxy's key only as a value."] : []),
            "What jobs have changed since, such as the number of placeholders, is set back.",
          ].join(" "),
          lines: commands.before,
        },
    { comment: "A release that does not come up is put back to what it was.", lines: commands.helm },
  ];
  return shellScript(
    `ci/deploy/${release.name}.sh`,
    {
      about: [
        `Deploys the release ${release.name} to the cluster of kubectl's current context. Written by hubc.`,
        "It needs bash, kubectl and helm, and may be run again.",
      ],
      steps: steps.filter((step) => step !== undefined),
    },
    release.span,
  );
}

// What a release's page says of its secrets, of the copies of its homes and of its budget.

import type { Release } from "../../model/release.ts";
import { fixedKeys, type SecretKey } from "../../model/secret-keys.ts";
import type { SecretSource } from "../../model/upkeep.ts";
import { markdownCode, markdownText } from "../../output/markdown.ts";
import { shellQuote } from "../../output/shell-script.ts";

/** What these parts of the page are made from. */
export interface UpkeepNotes {
  readonly release: Release;
  readonly secrets: readonly SecretKey[];
  /** The output folder, from the project's. */
  readonly out: string;
  readonly timezone: string;
  /** What the nodes are estimated to cost in a month; absent where it is not known, or not asked for by a budget. */
  readonly cost:
    | { readonly month: number; readonly currency: string; readonly elsewhere: string | undefined }
    | undefined;
}

/** The names that the page's template gives them. */
export function upkeepNotes(notes: UpkeepNotes): object {
  const { release } = notes;
  const isFixed = release.secrets.fixedKeys.value;
  return {
    secretSteps: secretSteps(notes).map((line) => (line === "" ? "" : `  ${line}`)),
    fixedKeys: isFixed ? fixedWords() : undefined,
    backup: backupWords(notes),
    budget: budgetWords(notes),
  };
}

function secretSteps({ release, secrets, out }: UpkeepNotes): string[] {
  const { source } = release.secrets;
  const check =
    "`./check-secrets.sh` tells which keys the cluster lacks. It prints no value, but kubectl gets the Secret whole for it.";
  if (source.kind === "kubernetes") return [...byHand(release, secrets), "", check];
  if (source.kind === "external") return [externalWords(source), "", check];
  const file = shellQuote(source.file.value);
  const folder = `${out}/${release.folder}`;
  return [
    `The file ${markdownCode(source.file.value)} of the repository holds it, encrypted by sops. It is made and changed, from the project's folder, with`,
    "",
    "```sh",
    `cp ${shellQuote(`${folder}/secret.template.yaml`)} ${file}`,
    "# Fill in the values, then:",
    `sops --config ${shellQuote(`${out}/.sops.yaml`)} --encrypt --in-place ${file}`,
    `sops --config ${shellQuote(`${out}/.sops.yaml`)} ${file}`,
    "```",
    "",
    "A deployment brings it to the cluster, where sops and the file are at hand; elsewhere, as in continuous integration, the Secret stays as it was brought last.",
    "",
    `${check} With the path of the encrypted file it looks into that instead.`,
  ];
}

function byHand(release: Release, secrets: readonly SecretKey[]): string[] {
  const files = secrets.map(({ key }, i) => `  --from-file=${key}=PATH${i + 1 < secrets.length ? " \\" : ""}`);
  return [
    "Each value stands in a file of its own, with no line end after an id or a secret (`printf %s`). Where the namespace is not there yet, " +
      `\`kubectl create namespace ${release.namespace}\` makes it. The Secret is made with`,
    "",
    "```sh",
    `kubectl create secret generic ${release.secretName} --namespace ${release.namespace} \\`,
    ...files,
    "```",
  ];
}

function externalWords({ store, item, prefix }: SecretSource & { readonly kind: "external" }): string {
  const where = item
    ? `from properties of the item ${markdownCode(item.value)} that are called as the keys are`
    : `from items that are called as the paths in \`secrets.json\` are${prefix ? `, with ${markdownCode(prefix.value)} in front` : ""}`;
  return `The External Secrets operator makes it by \`manifests/15-secrets.yaml\` from the store ${markdownCode(store.value)}, ${where}.`;
}

function fixedWords(): string {
  return `The hub reads its keys for cookies and for what sign-in gave from the Secret, so that they are the same however the chart is rendered. The chart takes \`${fixedKeys.proxy}\` only as a value: what renders it without these commands, such as Argo CD, must be given it from the Secret too, or the proxy is started anew at each rendering. The hub is, even so, where the chart can't ask the cluster what it made before: it then makes keys anew that nobody uses. Servers go on meanwhile, and nobody is signed out.`;
}

function backupWords({ release, timezone }: UpkeepNotes): string[] | undefined {
  const { backup } = release;
  if (backup === undefined) return undefined;
  const storage = backup.storage?.value ?? release.homes.name;
  const folder = `${release.pathPrefix}_backups/${release.hub}`;
  const days = Math.round((backup.keep.value / 86400) * 10) / 10;
  return [
    `The job \`hubc-backup\` archives each home by the schedule \`${backup.schedule.value}\` (${timezone}) into \`${folder}/<time>/<person>.tar.gz\` of the storage \`${storage}\`. A copy is kept for ${days} days; the newest is never removed. A home that has not changed takes no more room.`,
    "",
    `- One at once: \`kubectl --namespace ${release.namespace} create job --from=cronjob/hubc-backup hubc-backup-now\`.`,
    `- What went wrong: \`kubectl --namespace ${release.namespace} logs --selector hubc/backup=true --tail=-1\`.`,
    "- Which copies there are: `./home-copies.sh list`, or `./home-copies.sh list HOME` of one home.",
    "- A copy comes back with `./home-copies.sh restore HOME`, or `./home-copies.sh restore HOME TIME`, as a new folder of the home; nothing that is there is changed. Where there is no home any more, it is made.",
    "- What somebody leaves behind is kept for good with `./home-copies.sh keep HOME`: an archive in `_kept`, which no run removes. `HOME` is the folder of a person, or `_workspaces/NAME` of a shared account.",
  ];
}

function budgetWords({ release, cost }: UpkeepNotes): string | undefined {
  const { budget } = release;
  if (budget === undefined) return undefined;
  const planned = `${budget.month.value} ${markdownText(budget.currency.value)} a month.`;
  if (cost === undefined)
    return `${planned} What the nodes cost is not known here: \`hubc capacity\` says of which it lacks the price.`;
  const place = cost.elsewhere === undefined ? "" : ` (${cost.elsewhere})`;
  const month = `${Math.round(cost.month)} ${cost.currency} a month${place}`;
  const more =
    cost.currency === budget.currency.value && cost.month > budget.month.value ? " That is above the budget." : "";
  return `${planned} The nodes are estimated at ${month} in term; disks, storage and traffic come on top.${more}`;
}

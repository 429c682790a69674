// Templates of a hub's pages: files in its pod, and a repository that is fetched beside it before it starts.

import { gitImage, templateFolders } from "../../knowledge/hub-pages.ts";
import type { TemplateRepository } from "../../model/hub-parts.ts";
import type { Release } from "../../model/release.ts";
import { withComment, withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import { from } from "./release-context.ts";

/** `hub.templatePaths`: the first that has a template is used. */
export function templatePaths({ templates }: Release): YamlData {
  if (templates === undefined) return undefined;
  const { pages, repository } = templates;
  const paths = [
    ...(pages.length > 0 ? [templateFolders.own] : []),
    ...(repository ? [templateFolders.repository] : []),
  ];
  return paths.length > 0 ? withOrigin(paths, templates.span) : undefined;
}

/** The program's own templates, as files of the hub. */
export function templateFiles({ templates }: Release): Record<string, YamlData> {
  return Object.fromEntries(
    (templates?.pages ?? []).map(({ name, text }) => [
      `template-${name}`,
      withOrigin({ mountPath: `${templateFolders.own}/${name}`, stringData: from(text) }, text.span),
    ]),
  );
}

const volume = "custom-templates";
const place = "/srv/extra-templates-dir";

/** What the hub's pod has for a repository: containers that fetch it, the volume that it lies in, and its mounts. */
export interface TemplatePods {
  readonly initContainers: readonly YamlData[];
  readonly extraContainers: readonly YamlData[];
  readonly volumes: readonly YamlData[];
  readonly mounts: readonly YamlData[];
}

export function templatePods({ templates }: Release): TemplatePods {
  const repository = templates?.repository;
  if (repository === undefined) return { initContainers: [], extraContainers: [], volumes: [], mounts: [] };
  const { assets, update, folder, url } = repository;
  const mount = (mountPath: string, subPath: string) => ({ name: volume, mountPath, subPath });
  return {
    initContainers: [
      withComment(withOrigin(container("templates-clone", clone, repository), url.span), "Fetches the hub's pages."),
    ],
    extraContainers:
      update === undefined
        ? []
        : [withOrigin(container("templates-sync", sync(update.value), repository), update.span)],
    volumes: [withOrigin({ name: volume, emptyDir: {} }, url.span)],
    mounts: [
      withOrigin(mount(templateFolders.repository, `repo/${folder.value}`), folder.span),
      ...(assets ? [withOrigin(mount(templateFolders.assets, `repo/${assets.value}`), assets.span)] : []),
    ],
  };
}

/** Address and branch are variables, so that no text of the program is a word of the shell. */
const clone = [
  `rm -rf ${place}/repo`,
  `git clone --depth 1 \${BRANCH:+--branch "$BRANCH"} -- "$REPOSITORY" ${place}/repo`,
].join("\n");

function sync(seconds: number): string {
  return [
    "trap 'exit 0' TERM",
    `cd ${place}/repo`,
    "while true; do",
    `  sleep ${seconds} & wait $!`,
    `  git fetch --depth 1 origin "\${BRANCH:-HEAD}" && git reset --hard FETCH_HEAD`,
    "done",
  ].join("\n");
}

function container(name: string, script: string, { url, branch }: TemplateRepository): YamlData {
  return {
    name,
    image: gitImage,
    command: ["/bin/sh", "-ec", script],
    env: [
      { name: "REPOSITORY", value: from(url) },
      { name: "BRANCH", value: branch ? from(branch) : "" },
      // git looks for settings of the user's in a home that it can read.
      { name: "HOME", value: "/tmp" },
    ],
    securityContext: {
      runAsUser: 1000,
      runAsGroup: 1000,
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    },
    volumeMounts: [{ name: volume, mountPath: place }],
  };
}

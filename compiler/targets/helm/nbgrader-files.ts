// nbgrader's configuration in the servers of a hub, by role: files, so that no image has to be built again for it.

import exchange from "../../../python/hubc_nbgrader.py";
import { hubcFolder } from "../../knowledge/server-files.ts";
import { nbgraders } from "../../model/nbgrader.ts";
import { withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import type { ReleaseContext } from "./release-context.ts";

/** The folder with the part that both roles share, and a folder for each. */
export const nbgraderConfigPath = `${hubcFolder}/nbgrader`;

/** Entries of `singleuser.extraFiles`. None where no course is graded with nbgrader. */
export function nbgraderFiles({ model, release }: ReleaseContext): Record<string, YamlData> {
  const [nbgrader] = nbgraders(release);
  if (nbgrader === undefined) return {};
  const files = {
    "hubc-nbgrader": { mountPath: `${nbgraderConfigPath}/hubc_nbgrader.py`, stringData: exchange },
    ...roleFiles(
      { role: "student" },
      { formgrader: false, assignment_list: true, validate_assignment: true, course_list: false },
      ["formgrader", "create-assignment", "course-list"],
    ),
    ...roleFiles(
      { role: "grader", timezone: model.project.timezone.value },
      { formgrader: true, assignment_list: false, validate_assignment: true, course_list: false },
      ["assignment-list", "course-list"],
    ),
  };
  return Object.fromEntries(Object.entries(files).map(([name, file]) => [name, withOrigin(file, nbgrader.span)]));
}

/** A role, by the name of its function in hubc_nbgrader.py, and what that function takes beside nbgrader's configuration. */
type Role = { readonly role: "student" } | { readonly role: "grader"; readonly timezone: string };

/**
 * Which of nbgrader's extensions run: an image with nbgrader has all of them turned on for everybody. The parts of the server by their
 * modules, the parts of the page by their plugins (nbgrader 0.9.5, jupyter_server_config.d/nbgrader.json and labextension).
 */
function roleFiles(
  { role, ...settings }: Role,
  serverParts: Readonly<Record<string, boolean>>,
  withoutPlugins: readonly string[],
): Record<string, YamlData> {
  const folder = `${nbgraderConfigPath}/${role}`;
  const parts = Object.entries(serverParts).map(([part, on]) => [`nbgrader.server_extensions.${part}`, on] as const);
  // The module that stands for all four would load them beside those that are named.
  const jpserver_extensions = Object.fromEntries([["nbgrader", false] as const, ...parts]);
  const disabledExtensions = Object.fromEntries(withoutPlugins.map((one) => [`@jupyter/nbgrader:${one}`, true]));
  const given = Object.entries(settings).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  const config = [
    "import sys",
    "",
    `sys.path.append("${nbgraderConfigPath}")`,
    "import hubc_nbgrader",
    "",
    `hubc_nbgrader.${role}(${["get_config()", ...given].join(", ")})`,
    "",
  ];
  return {
    [`hubc-nbgrader-${role}`]: { mountPath: `${folder}/nbgrader_config.py`, stringData: config.join("\n") },
    [`hubc-nbgrader-${role}-server`]: {
      mountPath: `${folder}/jupyter_server_config.json`,
      data: { ServerApp: { jpserver_extensions } },
    },
    [`hubc-nbgrader-${role}-lab`]: { mountPath: `${folder}/labconfig/page_config.json`, data: { disabledExtensions } },
  };
}

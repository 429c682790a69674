// Environment variables of a server beside those of the hub: its own, and those that grading and git need.

import type { Server, Variable } from "../../model/server.ts";
import { withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import { gitVariables } from "./git-sign-in.ts";
import { studentVariables } from "./nbgrader-exchange.ts";
import type { ReleaseContext } from "./release-context.ts";
import { secretVariable } from "./sign-in.ts";

/** The variables of a server, by name. */
export function serverVariables(server: Server, context: ReleaseContext): Record<string, YamlData> {
  return {
    ...variableData(server.environment, context),
    ...studentVariables(server, context),
    ...gitVariables(server, context),
  };
}

/** Values are templates to KubeSpawner: a brace that is meant is doubled (kubespawner 7.0, templates.md). */
export function variableData(variables: readonly Variable[], { release }: ReleaseContext): Record<string, YamlData> {
  return Object.fromEntries(
    variables.map(({ name, value }) => {
      const { value: held } = value;
      const data = typeof held === "string" ? held.replace(/[{}]/g, "$&$&") : secretVariable(release, held);
      return [name, withOrigin(data, value.span)];
    }),
  );
}

// People that the values of a hub list, against the form that its names must have: JupyterHub starts with none that is of another
// (jupyterhub 4.1 to 5.5, app.py, init_users: `username … is not valid`; auth.py, validate_username, which matches from the start).

import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import { lineOf, sectionOf } from "../knowledge/sign-in-classes.ts";
import { pythonMatch } from "../policy/python-match.ts";
import type { ChartData, ChartMap } from "../schema/values/chart-data.ts";
import { pitfall } from "../schema/values-diagnostics.ts";
import { placeAt } from "./value-places.ts";

export function checkListedPeople(values: ChartMap, report: Report): void {
  const at = (...path: string[]) => placeAt(values, ["hub", "config", ...path])?.data;
  const section = sectionOf(textOf(at("JupyterHub", "authenticator_class")));
  const line = section === undefined ? ["Authenticator"] : lineOf(section);
  const pattern = line.flatMap((one) => textOf(at(one, "username_pattern")) ?? [])[0];
  const matches = pattern === undefined ? undefined : pythonMatch(pattern);
  if (matches === undefined || line.some((one) => at(one, "username_map") !== undefined)) return;
  for (const className of line)
    for (const trait of ["admin_users", "allowed_users"]) {
      const list = at(className, trait);
      if (list?.kind !== "list") continue;
      for (const item of list.items) {
        const name = textOf(item)?.toLowerCase();
        if (name === undefined || matches(name)) continue;
        const path = `hub.config.${className}.${trait}`;
        const problem = `lists \`${name}\`, whom \`username_pattern\` does not let be a name, so that the hub does not start`;
        report(diagnose(pitfall, { path, problem }, { span: item.span }));
      }
    }
}

function textOf(data: ChartData | undefined): string | undefined {
  return data?.kind === "scalar" && typeof data.value === "string" ? data.value : undefined;
}

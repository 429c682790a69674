import { ownRolesNamed } from "../../model/own-roles.ts";
import { defineRule } from "../rule.ts";

/** Nobody is made admin but by the hub's `admins`. */
export const adminsInValues = defineRule<{ users: readonly string[]; groups: readonly string[] }>({
  code: "hub/admins-in-values",
  title: "Admins past the hub's list",
  why: "The hub's `admins` are exact: whoever is not on the list is no admin after the next start. JupyterHub gives the role `admin` of `hub.loadRoles` after that, so that people have every right whom neither the program nor `hubc who` names.",
  message: ({ users, groups }) => {
    const words = [...users.map((name) => `\`${name}\``), ...groups.map((name) => `the group \`${name}\``)];
    const others = groups.length > 0 ? " A group gets rights by `may`." : "";
    return `The role \`admin\` makes ${words.join(", ")} admin beside the hub's list: name people in \`admins\`.${others}`;
  },
  judges: "parts",
  check: ({ releases }, report) => {
    for (const release of releases) {
      const admins = new Set(release.admins.map(({ value }) => value));
      for (const { users, groups, span } of ownRolesNamed(release, "admin")) {
        const others = users.filter((name) => !admins.has(name));
        if (others.length + groups.length > 0) report({ users: others, groups }, { span });
      }
    }
  },
});

// Which names roles of a program can have: JupyterHub ends with an error at its start where a role has another one.

/** JupyterHub's own roles, and the chart's (4.4.0, jupyterhub_config.py). */
const taken: readonly string[] = ["user", "admin", "server", "token", "jupyterhub-idle-culler"];

/** Why no role can have a name; undefined where one can. The form is that of jupyterhub 5.5, roles.py. */
export function whyNoRole(name: string): string | undefined {
  if (taken.includes(name)) return "JupyterHub or the chart has a role of that name";
  if (!/^[a-z][a-z0-9_~.-]{1,253}[a-z0-9]$/.test(name))
    return "it is 3 to 255 lower-case letters, digits, `-`, `_`, `~` and `.`, begins with a letter and ends with a letter or a digit";
  return undefined;
}

// Environment variables that decide what a process loads or whom it talks to before the program that was started says anything. Sources:
// ld.so(8) of glibc 2.41 (LD_*); bash(1) 5.2, "Bash Variables" (BASH_ENV, ENV, PROMPT_COMMAND); Python 3.13, "Command line and environment"
// (PYTHON*); perlrun 5.40; ruby(1) 3.4; Node.js 24, "NODE_OPTIONS"; git(1) 2.51; R 4.5, ?Startup; JupyterHub 5.5, spawner.py, `get_env`
// (JUPYTERHUB_*, JPY_*).

const names: ReadonlySet<string> = new Set([
  "PATH",
  "PYTHONPATH",
  "PYTHONHOME",
  "PYTHONSTARTUP",
  "PYTHONINSPECT",
  "PYTHONUSERBASE",
  "PYTHONBREAKPOINT",
  "BASH_ENV",
  "ENV",
  "PROMPT_COMMAND",
  "PERL5LIB",
  "PERLLIB",
  "PERL5OPT",
  "RUBYLIB",
  "RUBYOPT",
  "NODE_OPTIONS",
  "NODE_PATH",
  "GIT_SSH",
  "GIT_SSH_COMMAND",
  "GIT_EXEC_PATH",
  "R_PROFILE",
  "R_PROFILE_USER",
  "R_ENVIRON",
  "R_ENVIRON_USER",
]);

/** What JupyterHub's documentation tells people to set, to choose the server's program (jupyterhub 5.5, singleuser/__init__.py). */
const settable: ReadonlySet<string> = new Set(["JUPYTERHUB_SINGLEUSER_APP", "JUPYTERHUB_SINGLEUSER_EXTENSION"]);

/** What setting the variable changes, as the end of a sentence; nothing for a variable that only its program reads. */
export function takenOverBy(name: string): string | undefined {
  if (settable.has(name)) return undefined;
  if (name.startsWith("LD_")) return "what every program loads before itself";
  if (name.startsWith("JUPYTERHUB_") || name.startsWith("JPY_"))
    return "how a server talks to its hub, and JupyterHub sets it";
  if (!names.has(name)) return undefined;
  return name === "PATH"
    ? "which programs are found, and takes the place of the base's"
    : "which code runs in every shell, kernel or tool";
}

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

/**
 * Variables that decide what code one program loads, from where a server finds its settings, or as whom it runs. Operators set them for good reasons; who
 * only has an area asks for them. Sources: jupyter_core 5.8, paths.py (JUPYTER_*); IPython 9, paths.py (IPYTHONDIR); R 4.5, ?libPaths; Julia 1.12,
 * "Environment Variables"; Java 21, "The java Command"; Jupyter Docker Stacks 2026-01, docker-stacks-foundation, start.sh (NB_*, GRANT_SUDO).
 */
const ofOneProgram: ReadonlySet<string> = new Set([
  "HOME",
  "JUPYTER_CONFIG_DIR",
  "JUPYTER_CONFIG_PATH",
  "JUPYTER_PATH",
  "JUPYTER_DATA_DIR",
  "JUPYTERLAB_DIR",
  "IPYTHONDIR",
  "R_LIBS",
  "R_LIBS_USER",
  "R_LIBS_SITE",
  "JULIA_LOAD_PATH",
  "JULIA_DEPOT_PATH",
  "JAVA_TOOL_OPTIONS",
  "JDK_JAVA_OPTIONS",
  "_JAVA_OPTIONS",
  "CLASSPATH",
  "NB_USER",
  "NB_UID",
  "NB_GID",
  "GRANT_SUDO",
]);

/** Does it decide what code is loaded, or as whom it runs, in every program or in one? */
export function decidesWhatRuns(name: string): boolean {
  return takenOverBy(name) !== undefined || ofOneProgram.has(name);
}

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

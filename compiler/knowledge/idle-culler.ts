// JupyterHub's culler where it is told no time, or a time of 0. Source: jupyterhub-idle-culler 1.4.0, __init__.py, `--timeout`, `--max-age`; what the
// chart hands on of `cull`, chart 4.4.0, jupyterhub_config.py: each number that is not 0 (read 2026-12-01).

/** When it stops servers that nobody uses, in seconds. */
export const cullerTimeout = 600;

/** What comes of `cull.timeout = 0`, in words. */
export const zeroTimeout =
  "the chart hands no `0` on, and the culler stops servers after 10 minutes, as where it is told nothing";

// What the pages of a Jupyter Book can open on a hub.

/** Jupyter Book 1's theme opens a page in the classic notebook or in JupyterLab, and in nothing else. Source: sphinx-book-theme 1.1, launch.py (2026-11). */
export function buttonInterface(app: string): "classic" | "jupyterlab" | undefined {
  return app === "notebook" ? "classic" : app === "lab" ? "jupyterlab" : undefined;
}

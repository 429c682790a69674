// What a server takes before a person has done anything, in bytes.

/**
 * Resident memory on Linux with Python 3.11.7, measured 2026-11-22: JupyterLab 4.4.10 (jupyter-server 2.21.1) without a document, and
 * one kernel of ipykernel 7.4.0 that has run nothing. Packages that a notebook imports come on top.
 */
export const serverMemory = { jupyterlab: 83 * 2 ** 20, kernel: 51 * 2 ** 20 } as const;

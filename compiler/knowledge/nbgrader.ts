// The releases of nbgrader that the exchange is made for. Its classes are replaced one by one, by what they are called and do there.

/** Source: nbgrader 0.9.5, exchange/default/*.py, on PyPI; the last release of the series. Looked at in 2026-11. */
export const nbgraderVersions = { range: ">=0.9,<0.10", text: "0.9", example: "0.9.5" } as const;

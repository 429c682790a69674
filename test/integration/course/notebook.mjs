// Small notebooks, as data.

/** A notebook of cells `[type, source]`. */
export function notebook(cells) {
  return JSON.stringify({
    cells: cells.map(([type, source], i) => ({
      cell_type: type,
      id: `cell-${i}`,
      metadata: {},
      source,
      ...(type === "code" ? { execution_count: null, outputs: [] } : {}),
    })),
    metadata: {
      kernelspec: { display_name: "Python 3", language: "python", name: "python3" },
      language_info: { name: "python" },
    },
    nbformat: 4,
    nbformat_minor: 5,
  });
}

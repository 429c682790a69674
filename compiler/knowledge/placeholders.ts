// Words that templates and guides leave where the reader's own value belongs.

/**
 * The placeholder in a value; undefined where there is none. Only what nobody means as a value: words in capitals, and words between `<` and `>` that
 * ask for something. Sources: the example values of the JupyterHub chart, of Helm charts and of cloud guides, looked through 2026-11.
 */
export function placeholderIn(value: string): string | undefined {
  if (value.length > 300) return undefined;
  return anywhere.exec(value)?.[0] ?? alone.exec(value.trim())?.[0];
}

const anywhere =
  /(?<![A-Za-z0-9])(?:CHANGE[-_ ]?ME|REPLACE[-_ ]?(?:ME|THIS)|FILL[-_ ]?(?:ME|THIS)?[-_ ]?IN|YOUR[-_][A-Z0-9]+(?:[-_][A-Z0-9]+)*|INSERT[-_][A-Z0-9]+(?:[-_][A-Z0-9]+)*)(?![A-Za-z0-9])|<(?:your|my|the|replace|insert|enter|fill|change|todo)\b[^<>]{0,60}>/;

const alone = /^(?:TODO|TBD|FIXME|X{3,8}|change[-_ ]?me|replace[-_ ]?me|<[a-z][a-z0-9 _-]*>)$/i;

// Text inside HTML, where JupyterHub and KubeSpawner put a value into a page as it is.

/** `text` such that a browser shows it as written. */
export function htmlText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

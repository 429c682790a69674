// Text inside HTML, where JupyterHub and KubeSpawner put a value into a page as it is.

/** `text` such that a browser shows it as written. */
export function htmlText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** `text` such that it stands whole in an attribute between double quotes. */
export function attributeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}

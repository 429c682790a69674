// XML as a tree, printed once: texts come from programs, and nothing in them may become markup.

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (XmlElement | string)[];
}

/** An element; its texts are escaped when it is printed. */
export function xml(
  name: string,
  attributes: XmlElement["attributes"] = {},
  ...children: readonly (XmlElement | string)[]
): XmlElement {
  return { name, attributes, children };
}

/** The document. Numbers have at most two decimals. */
export function printXml(root: XmlElement): string {
  return `${print(root, "")}\n`;
}

function print({ name, attributes, children }: XmlElement, indent: string): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${attribute(value)}"`);
  const open = `${indent}<${name}${written.join("")}`;
  if (children.length === 0) return `${open}/>`;
  if (children.every((child) => typeof child === "string")) {
    return `${open}>${children.map((child) => escaped(child)).join("")}</${name}>`;
  }
  const inner = children.map((child) =>
    typeof child === "string" ? `${indent}  ${escaped(child)}` : print(child, `${indent}  `),
  );
  return [`${open}>`, ...inner, `${indent}</${name}>`].join("\n");
}

function attribute(value: string | number): string {
  return typeof value === "number" ? String(Math.round(value * 100) / 100) : escaped(value);
}

/** Characters that XML 1.0 can't hold, and lone halves of pairs. */
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(forbidden, "\uFFFD").replace(/[&<>"']/g, (sign) => entities[sign] ?? "");
}

// Text inside HTML, where JupyterHub and KubeSpawner put a value into a page as it is.

/** `text` such that a browser shows it as written. */
export function htmlText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** `text` such that it stands whole in an attribute between double quotes. */
export function attributeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}

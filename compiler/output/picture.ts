// A picture as an SVG document that screen readers can tell: with a title, a description, and a page of its own colour behind it.

import { printXml, type XmlElement, xml } from "./xml.ts";

export interface Picture {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  /** CSS; the page's colour is that of the class `page`. */
  readonly style: string;
  /** Definitions that the style names. */
  readonly patterns?: readonly XmlElement[];
}

/** The document, as printed. */
export function printPicture(picture: Picture, parts: readonly XmlElement[]): string {
  const { width, height, title, description, style, patterns = [] } = picture;
  return printXml(
    xml(
      "svg",
      {
        xmlns: "http://www.w3.org/2000/svg",
        viewBox: `0 0 ${width} ${height}`,
        width,
        height,
        role: "img",
        "aria-labelledby": "title description",
      },
      xml("title", { id: "title" }, title),
      xml("desc", { id: "description" }, description),
      xml("style", {}, style),
      ...patterns,
      xml("rect", { class: "page", width, height }),
      ...parts,
    ),
  );
}

// The few forms of Markdown that hovers are written in, as nodes. Texts of a program never become HTML.

export function markdownNodes(markdown: string): HTMLElement {
  const box = document.createElement("div");
  box.className = "hover";
  for (const part of markdown.split(/(```[\s\S]*?```)/)) {
    const [, code] = /^```\w*\n([\s\S]*?)\n?```$/.exec(part) ?? [];
    if (code !== undefined) box.append(Object.assign(document.createElement("pre"), { textContent: code }));
    else
      for (const paragraph of part.split(/\n{2,}/)) if (paragraph.trim() !== "") box.append(inline(paragraph.trim()));
  }
  return box;
}

function inline(text: string): HTMLElement {
  const paragraph = document.createElement("p");
  for (const part of text.split(/(`[^`]+`|\*\*[^*]+\*\*)/)) {
    if (part.startsWith("`") && part.length > 1) paragraph.append(element("code", part.slice(1, -1)));
    else if (part.startsWith("**")) paragraph.append(element("strong", part.slice(2, -2)));
    else paragraph.append(part);
  }
  return paragraph;
}

function element(name: string, text: string): HTMLElement {
  return Object.assign(document.createElement(name), { textContent: text });
}

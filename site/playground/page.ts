// The elements of the playground's page, which site/build/playground-page.ts writes.

/** An element of the page. @throws Error where the page has none of that kind. */
export function byId<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`);
  return found;
}

export const page = {
  example: byId("example", HTMLSelectElement),
  on: byId("on", HTMLInputElement),
  layout: byId("layout", HTMLButtonElement),
  share: byId("share", HTMLButtonElement),
  state: byId("state", HTMLElement),
  files: byId("files", HTMLElement),
  editor: byId("editor", HTMLElement),
  findings: byId("findings", HTMLUListElement),
  output: byId("output", HTMLSelectElement),
  follow: byId("follow", HTMLInputElement),
  from: byId("from", HTMLElement),
  text: byId("text", HTMLPreElement),
  frame: byId("page", HTMLIFrameElement),
};

/** Fills a list to choose from, and keeps what was chosen where it is still there. */
export function fillSelect(
  select: HTMLSelectElement,
  options: readonly { readonly value: string; readonly title: string }[],
): void {
  const before = select.value;
  select.replaceChildren(...options.map(({ value, title }) => new Option(title, value)));
  if (options.some(({ value }) => value === before)) select.value = before;
}

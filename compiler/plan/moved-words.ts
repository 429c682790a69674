// What one writes in a hub once work was moved.

/** What to write once the work was moved. */
export function movedWords({ was, is }: { readonly was: string; readonly is: string }): string {
  return `\`moved { from = ${quotedText(was)}  to = ${quotedText(is)} }\``;
}

function quotedText(text: string): string {
  return JSON.stringify(text).replaceAll("${", "\\${");
}

/** As a sentence begins. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

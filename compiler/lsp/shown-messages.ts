// The one way out of the server. Whatever an editor shows is seen by more people than the program, on shared screens and in recordings:
// secrets are masked there, and characters that nobody sees stand there by their codes, whichever feature says the text. What an editor
// writes into the document stays as it is; an offer to write a secret somewhere else is not made.

import type { Message, MessageWriter } from "vscode-languageserver/node";
import { maskSecrets, type SecretTexts, shownText } from "../diagnostics/secret-mask.ts";

/** The writer, behind the mask; `secrets` are what the open programs hold when a message is sent. */
export function shownMessages(writer: MessageWriter, secrets: () => SecretTexts): MessageWriter {
  return {
    onError: writer.onError,
    onClose: writer.onClose,
    write: (message) => writer.write(shownMessage(message, secrets)),
    end: () => writer.end(),
    dispose: () => writer.dispose(),
  };
}

/** Of answers, refusals, and what the server says without being asked. */
function shownMessage(message: Message, secrets: () => SecretTexts): Message {
  const known = secrets();
  const shown: [string, unknown][] = Object.entries(message).map(([key, value]) =>
    key === "result" || key === "params" || key === "error" ? [key, shownValue(value, key, known)] : [key, value],
  );
  return { jsonrpc: message.jsonrpc, ...Object.fromEntries(shown) };
}

/** The members of the protocol's objects that editors show as they are. */
const shownKeys: ReadonlySet<string> = new Set([
  "containerName",
  "contents",
  "detail",
  "documentation",
  "filterText",
  "label",
  "message",
  "name",
  "placeholder",
  "text",
  "title",
  "tooltip",
  "value",
]);

/** Members that only the server reads again. */
const ownKeys: ReadonlySet<string> = new Set(["arguments", "capabilities", "data"]);

function shownValue(value: unknown, key: string, secrets: SecretTexts): unknown {
  if (typeof value === "string") return shownKeys.has(key) ? shownText(value, secrets) : value;
  if (typeof value !== "object" || value === null || ownKeys.has(key)) return value;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    if (typeof items[0] === "number") return items;
    return items.filter((item) => !offersSecret(item, secrets)).map((item) => shownValue(item, key, secrets));
  }
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shownValue(one, name, secrets)]));
}

/**
 * A change that one may choose, or a completion, that writes a secret, or a link to an address with one. Changes of the layout and of
 * names are asked for.
 */
function offersSecret(value: unknown, secrets: SecretTexts): boolean {
  if (typeof value !== "object" || value === null) return false;
  if ("target" in value && typeof value.target === "string") return maskSecrets(value.target, secrets) !== value.target;
  if (!("title" in value || "label" in value)) return false;
  const edit = "edit" in value ? value.edit : "textEdit" in value ? value.textEdit : undefined;
  return edit !== undefined && newTexts(edit).some((text) => maskSecrets(text, secrets) !== text);
}

function newTexts(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(newTexts);
  return Object.entries(value).flatMap(([key, one]) =>
    key === "newText" && typeof one === "string" ? [one] : newTexts(one),
  );
}

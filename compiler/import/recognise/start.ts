// How servers start: their program, what runs beside it, when their image is pulled, and the account of the cluster that they have.

import type { JsonMap } from "../../knowledge/json-schema.ts";
import { areWordsOfCommand } from "../../schema/values/command.ts";
import { quote } from "../../schema/values/scalars.ts";
import { block, type Piece, type Recognise, set, textAt, textsIn, valueAt } from "../piece.ts";
import { printTexts } from "../print-data.ts";

/** A piece for each, so that one that can't be said takes no other with it. */
export const start: Recognise = ({ values }) =>
  (
    [
      ["command", ["cmd"], textsAt(values, "singleuser.cmd")],
      ["after", ["lifecycleHooks", "postStart", "exec", "command"], hookIn(values)],
      ["pull", ["image", "pullPolicy"], policies[textAt(values, "singleuser.image.pullPolicy") ?? ""]],
      ["service-account", ["serviceAccountName"], quoted(textAt(values, "singleuser.serviceAccountName"))],
    ] as const
  ).flatMap(([setting, path, value]): Piece[] => {
    if (value === undefined) return [];
    const name = `start ${setting}`;
    return [
      { name, statements: [block("start", [set(setting, value, name)], name)], claims: [["singleuser", ...path]] },
    ];
  });

const policies: Readonly<Record<string, string>> = { Always: "always", IfNotPresent: "if-missing", Never: "never" };

function quoted(text: string | undefined): string | undefined {
  return text === undefined ? undefined : quote(text);
}

/** One word may stand without a list. */
function textsAt(values: JsonMap, path: string): string | undefined {
  const found = valueAt(values, path);
  const texts = typeof found === "string" && found !== "" ? [found] : textsIn(found);
  return texts !== undefined && areWordsOfCommand(texts) ? printTexts(texts) : undefined;
}

const hookIn = (values: JsonMap) => textsAt(values, "singleuser.lifecycleHooks.postStart.exec.command");

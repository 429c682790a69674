// Which constants of a program have a value that a setting takes.

import type { Examined } from "../../examine.ts";
import { constantReader, nothingFilled, type ReadingContext } from "../../model/constants.ts";
import { surroundingsIn } from "../../names/surroundings.ts";
import { unknown, type ValueType } from "../../schema/value-type.ts";
import type { LetNode, ValueNode } from "../../syntax/tree.ts";
import { plainText } from "./body-schema.ts";
import type { Offer } from "./completion.ts";

/** A value that names nothing fits a type whatever the rest of the program says. */
const settled = new WeakMap<ValueType<unknown>, WeakMap<LetNode, boolean>>();

/** The constants that `type` takes, with their values. */
export function fittingConstants(
  type: ValueType<unknown>,
  { program, sources }: Pick<Examined, "program" | "sources">,
): readonly Offer[] {
  if (type.shape.kind === "reference") return [];
  const silent = () => {}; // what is wrong with a constant is for the check to say
  const surroundings = surroundingsIn(program, sources.assets);
  const context: ReadingContext = {
    surroundings,
    report: silent,
    number: undefined,
    following: [],
    filled: nothingFilled(),
  };
  const known = settled.get(type) ?? new WeakMap<LetNode, boolean>();
  settled.set(type, known);
  return [...program.constants.values()].flatMap((node) => {
    const before = known.get(node);
    const fits = before ?? type.read(node.value, constantReader(node, context, silent)) !== unknown;
    if (before === undefined && namesNothing(node.value)) known.set(node, fits);
    return fits ? [constantOffer(node)] : [];
  });
}

/** A constant as it is offered, with the first line of its value. */
export function constantOffer({ name, doc, value, file }: LetNode): Offer {
  const [detail] = file.text.slice(value.start, Math.min(value.end, value.start + 80)).split("\n");
  return { label: name.text, kind: "constant", detail, doc: doc ?? "A constant of this program." };
}

function namesNothing(value: ValueNode): boolean {
  if (value.kind === "range") return namesNothing(value.from) && namesNothing(value.to);
  return value.kind === "literal" || (value.kind === "text" && plainText(value) !== undefined);
}

// Items and values to lines, in the canonical form. Bodies hold values and values hold bodies (maps), hence one file.

import { oneLineTexts } from "./columns.ts";
import { flatPiece, flatValue, maximumWidth } from "./flat-text.ts";
import type { Body, EnclosurePiece, Item, Piece, SettingItem } from "./layout.ts";
import {
  beginLine,
  column,
  currentLine,
  type LineWriter,
  widthOfIndent,
  write,
  writeBlankLine,
  writeComment,
  writeVerbatim,
} from "./line-writer.ts";
import { isTight } from "./read-pieces.ts";

/** Writes items, each from the start of a line, `indent` levels deep. */
export function printItems(writer: LineWriter, items: readonly Item[], indent: number): void {
  const oneLine = oneLineTexts(items, widthOfIndent(indent));
  items.forEach((item, i) => {
    if (item.blankBefore && i > 0) writeBlankLine(writer);
    if (item.kind === "verbatim") {
      writeVerbatim(writer, item.text);
      return;
    }
    beginLine(writer, indent);
    const text = oneLine[i];
    if (text !== undefined) write(writer, text);
    else printItem(writer, item, indent);
    if (item.kind !== "comment") writeComment(writer, item.trailing);
  });
}

function printItem(writer: LineWriter, item: Exclude<Item, { kind: "verbatim" }>, indent: number): void {
  switch (item.kind) {
    case "comment":
    case "package":
      write(writer, item.text);
      break;
    case "setting":
      printSetting(writer, item, indent);
      break;
    case "block":
      write(writer, `${item.head} `);
      printBody(writer, item.body);
      break;
    case "value":
      printPieces(writer, item.value, { continuation: indent + 1, after: 1 });
      write(writer, ",");
  }
}

function printSetting(writer: LineWriter, item: SettingItem, indent: number): void {
  write(writer, `${item.key} ${item.operator} `);
  // A value that could stand here but not in its column, beyond the longest key of its neighbours, is broken all the same.
  const forces = flatValue(item.value) !== undefined;
  printPieces(writer, item.value, { continuation: indent + 1, after: 0, forces });
}

/** `{`, the items on lines of their own, and `}`. */
function printBody(writer: LineWriter, body: Body): void {
  const { indent } = currentLine(writer);
  write(writer, "{");
  writeComment(writer, body.opening);
  printItems(writer, body.items, indent + 1);
  beginLine(writer, indent);
  write(writer, "}");
}

interface PieceLayout {
  /** Indent of lines that go on with the value. */
  readonly continuation: number;
  /** Characters that must follow the value on its last line. */
  readonly after: number;
  /** Does `and` or `or` begin a line? */
  readonly splits?: boolean;
  /** Is the first list, map or condition that can be broken over lines broken even if it fits? */
  readonly forces?: boolean;
}

function printPieces(writer: LineWriter, pieces: readonly Piece[], layout: PieceLayout): void {
  let before: Piece | undefined;
  let forces = layout.forces === true;
  pieces.forEach((piece, i) => {
    if (piece.kind === "break") {
      beginLine(writer, layout.continuation);
    } else if (piece.kind === "comment") {
      printMidComment(writer, piece, layout.continuation);
    } else {
      const mustBreak = currentLine(writer).comment !== undefined || before?.kind === "comment";
      if (mustBreak || (layout.splits === true && before !== undefined && splitsBefore(pieces, i))) {
        beginLine(writer, layout.continuation);
      } else if (before !== undefined && before.kind !== "break" && !isTight(before, piece)) {
        write(writer, " ");
      }
      const after = piece.kind === "text" ? 0 : layout.after + lengthOfRest(pieces, i + 1);
      printPiece(writer, piece, forces ? maximumWidth : after);
      forces &&= piece.kind === "text" || isSolid(piece);
    }
    before = piece;
  });
}

/** A comment inside a value: at the end of its line if it was, else on its own. The next piece begins a line. */
function printMidComment(
  writer: LineWriter,
  piece: { readonly text: string; readonly ownLine: boolean },
  continuation: number,
): void {
  const line = currentLine(writer);
  if (!piece.ownLine && line.comment === undefined && line.text !== "") {
    writeComment(writer, piece.text);
    return;
  }
  if (line.text !== "" || line.comment !== undefined) beginLine(writer, continuation);
  write(writer, piece.text);
}

/** `and` and `or` begin lines, unless a date follows, since a word and a date at a line's start begin a block. */
function splitsBefore(pieces: readonly Piece[], at: number): boolean {
  const [piece, next] = [pieces[at], pieces[at + 1]];
  if (piece?.kind !== "text" || !/^(?:and|or)$/.test(piece.text)) return false;
  return !(next?.kind === "text" && /^\d+-\d+-\d+$/.test(next.text));
}

function lengthOfRest(pieces: readonly Piece[], from: number): number {
  let length = 0;
  for (const piece of pieces.slice(from)) {
    if (piece.kind === "comment" || piece.kind === "break") break;
    length += (flatPiece(piece)?.length ?? 0) + 1;
  }
  return length;
}

/** `after` is the length of what must follow on the line. */
function printPiece(writer: LineWriter, piece: Piece, after: number): void {
  const flat = flatPiece(piece);
  if (flat !== undefined && (column(writer) + flat.length + after <= maximumWidth || isSolid(piece))) {
    write(writer, flat);
  } else if (piece.kind === "text" || piece.kind === "comment") {
    write(writer, piece.text);
  } else if (piece.kind === "list") {
    printList(writer, piece.body);
  } else if (piece.kind === "map") {
    printBody(writer, piece.body);
  } else if (piece.kind === "enclosure") {
    printEnclosure(writer, piece);
  }
}

/** Pieces that can't be broken over lines, however long they are. */
function isSolid(piece: Piece): boolean {
  if (piece.kind === "enclosure") return piece.tight;
  return (piece.kind === "list" || piece.kind === "map") && piece.body.items.length === 0;
}

/** `[`, the items on lines of their own with a comma each, and `]`. */
function printList(writer: LineWriter, body: Body): void {
  const { indent } = currentLine(writer);
  write(writer, "[");
  writeComment(writer, body.opening);
  printItems(writer, body.items, indent + 1);
  beginLine(writer, indent);
  write(writer, "]");
}

function printEnclosure(writer: LineWriter, piece: EnclosurePiece): void {
  const { indent } = currentLine(writer);
  const solid = piece.opening === undefined && piece.tight && flatValue(piece.pieces) === undefined;
  write(writer, piece.open);
  if (solid && !piece.pieces.some((inner) => inner.kind === "comment")) {
    printPieces(writer, piece.pieces, { continuation: indent + 1, after: 1 });
    write(writer, piece.close);
    return;
  }
  writeComment(writer, piece.opening);
  beginLine(writer, indent + 1);
  printPieces(writer, piece.pieces, { continuation: indent + 1, after: 0, splits: true });
  beginLine(writer, indent);
  write(writer, piece.close);
}

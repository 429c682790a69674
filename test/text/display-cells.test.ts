import { expect, test } from "vitest";
import { displayCells, displayWidth } from "../../compiler/text/display-cells.ts";
import { fc } from "../support/properties.ts";

test("letters take one cell, wide ones and emoji two, marks none", () => {
  expect(displayWidth("memory")).toBe(6);
  expect(displayWidth("数据")).toBe(4);
  expect(displayWidth("👩‍🎓x")).toBe(3);
  expect(displayWidth("e\u0301")).toBe(1);
  expect(displayWidth("한국")).toBe(4);
  expect(displayWidth("é…")).toBe(2);
});

test("a tab reaches to the next stop", () => {
  const cells = displayCells("a\tb\t\tc");
  expect(cells.map(({ column, width }) => [column, width])).toEqual([
    [0, 1],
    [1, 3],
    [4, 1],
    [5, 3],
    [8, 4],
    [12, 1],
  ]);
});

test("a replacement is one cell and keeps the offsets of what follows", () => {
  const cells = displayCells('x = "secret" # y', [{ start: 5, end: 11, text: "•••" }]);
  expect(cells.map(({ text }) => text).join("")).toBe('x = "•••" # y');
  expect(cells.find(({ start }) => start === 11)).toMatchObject({ text: '"', column: 8 });
});

test("what nobody sees stands there by its code, in a cell of its own", () => {
  const cells = displayCells("a\u001B[31mb\u200Bc\u200Dd");
  expect(cells.map(({ text }) => text).join("")).toBe("a\\u{1b}[31mb\\u{200b}c\\u{200d}d");
  expect(cells.at(-1)).toMatchObject({ text: "d", column: 29, start: 10 });
});

test("an emoji of several parts stays one cell", () => {
  expect(displayCells("x👩‍🎓y").map(({ text }) => text)).toEqual(["x", "👩‍🎓", "y"]);
});

test("cells cover every line without gaps and in order", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const line = text.replace(/[\r\n]/g, "");
      const cells = displayCells(line);
      let offset = 0;
      let column = 0;
      for (const cell of cells) {
        expect(cell.start).toBe(offset);
        expect(cell.column).toBe(column);
        offset = cell.end;
        column += cell.width;
      }
      expect(offset).toBe(line.length);
    }),
  );
});

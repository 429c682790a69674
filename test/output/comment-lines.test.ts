import { describe, expect, it } from "vitest";
import { commentLines } from "../../compiler/output/comment-lines.ts";

describe("commentLines", () => {
  it.each([
    ["a\r\nb\n\nc  ", ["# a", "# b", "#", "# c"]],
    ["", ["#"]],
    ["a\u0085b\u2028c\u2029d\ve\ff\rg", ["# a", "# b", "# c", "# d", "# e", "# f", "# g"]],
    ["\ufeff\u0000\u202e\ud800x\t😀", ["# \ufffd\ufffd\ufffd\ufffdx\t😀"]],
  ])("writes %j", (text, lines) => {
    expect(commentLines(text)).toEqual(lines);
  });
});

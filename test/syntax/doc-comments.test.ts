import { expect, test } from "vitest";
import { parse } from "../../compiler/syntax/parse.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";

const text = `## Not for the declaration: a line lies between.

## First line.
##   Second, indented.
group g {
  ## Who.
  members = ["ada"] ## after a statement it is a comment like any other
  # plain
  hub = h
  ## Of the block.
  workspace { account = "shared-room" }
}
## Of the image.
image i {
  pip {
    ## Of the line.
    numpy
    pandas # none
  }
}
`;

test("a doc comment belongs to what stands on the line below it", () => {
  const tree = parse(createSourceFile("p.hub", text), () => {});
  const [group, image] = tree.declarations;
  expect(group?.doc).toBe("First line.\n  Second, indented.");
  expect(group?.body.map(({ doc }) => doc)).toEqual(["Who.", undefined, "Of the block."]);
  expect(image?.doc).toBe("Of the image.");
  const pip = image?.body[0];
  expect(pip?.kind === "block" && pip.body.map(({ doc }) => doc)).toEqual(["Of the line.", undefined]);
});

import { expect, it } from "vitest";
import { findings, smallProgram } from "../../support/small-program.ts";

function found(...pools: readonly (readonly [name: string, label: string])[]): number {
  const body = pools.map(([name, label]) => `  pool ${name} { label = "${label}" }`).join("\n");
  const text = smallProgram({ course: "  pool = k.users" });
  const provider = `provider kubernetes k {\n  context = "c"\n${body}\n}`;
  return findings(text.replace("provider kind k { }", provider)).filter((code) => code === "provider/same-nodes")
    .length;
}

it.each([
  ["one label for the hub and for people", found(["core", "role=a"], ["users", "role=a"]), 1],
  ["one label three times", found(["core", "role=a"], ["users", "role=a"], ["more", "role=a"]), 2],
  ["a label of its own each", found(["core", "role=a"], ["users", "role=b"], ["more", "role=c"]), 0],
  ["a part of another's labels", found(["core", "role=a"], ["users", "role=b"], ["more", "role=b,size=l"]), 1],
  ["in another order", found(["core", "role=a"], ["users", "role=b,size=l"], ["more", "size=l,role=b"]), 1],
  ["one label in common", found(["core", "role=a"], ["users", "role=b,size=s"], ["more", "role=b,size=l"]), 0],
])("%s", (_, count, expected) => {
  expect(count).toBe(expected);
});

// What the operators' page says of profiles.

import { describe, expect, it } from "vitest";
import { compileProgram, fixturePrograms } from "../../support/compiled-programs.ts";
import { compiledCourse } from "../../support/course-program.ts";

function rowsOf(page: string): string[] {
  const [, section = ""] = page.split("## Profiles\n");
  return (section.split("\n## ")[0] ?? "")
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .slice(2);
}

describe("the operators' page", () => {
  it("has the profiles with whom they are for, and what is chosen within them", () => {
    const program = fixturePrograms.find(({ name }) => name === "permanent-hub");
    if (program === undefined) throw new Error("there is no such fixture");
    const { files } = compileProgram(program);
    const page = files.find(({ path }) => path === "hubs/department/pages/operators.md")?.text ?? "";
    expect(rowsOf(page)).toEqual([
      "| Teaching: For courses \\& small data. | everybody | Python \\<3.12\\>, scipy, another by its name | 2 GB, 8 GB (for staff and research) |",
      "| GPU | `staff` and `research`, and admins | R and RStudio |  |",
    ]);
    const html = files.find(({ path }) => path === "hubs/department/pages/operators.html")?.text ?? "";
    expect(html).toContain('<td data-head="Images">Python &lt;3.12&gt;, scipy, another by its name</td>');
    const plain = files.find(({ path }) => path === "hubs/plain/pages/operators.md")?.text ?? "";
    expect(plain).not.toContain("## Profiles");
  });

  it("says nothing of them where the program makes another list of it", () => {
    const profile = '  profile usual { title = "Usual"  image = data8 }\n';
    const page = (hub: string) =>
      compiledCourse({ hub: profile + hub }).get("hubs/datahub/pages/operators.md")?.text ?? "";
    expect(rowsOf(page(""))).toHaveLength(1);
    expect(page('  leave-out-values = ["singleuser.profileList"]\n')).not.toContain("## Profiles");
  });
});

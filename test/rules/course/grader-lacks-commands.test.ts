// Commands of an image whose packages no autograder gets.

import { describe, expect, it } from "vitest";
import { courseProgram } from "../../support/course-program.ts";
import { checkProgram, programOf } from "../../support/programs.ts";

function found(
  image: string,
  grading = 'grading otter {\n    assignment hw01 { notebook = "hw/hw01.ipynb" }\n  }',
): string[] {
  const text = courseProgram({ course: `  ${grading}\n`, pip: "otter-grader==6.1.0" });
  return checkProgram(programOf(text.replace('  python = "3.11"\n', image)))
    .diagnostics.filter(({ code }) => code === "course/grader-lacks-commands")
    .map(({ span }) => span.file.text.slice(span.start, span.end));
}

describe("course/grader-lacks-commands", () => {
  it.each([
    '"pip install datascience==0.18.1"',
    '"pip install --no-cache-dir -r /tmp/requirements.txt"',
    '"mamba install -y -c conda-forge geopandas"',
    '"python -m pip install okpy"',
    '"uv pip install polars"',
    '"cd /tmp && pip3 install ."',
    "\"Rscript -e 'install.packages(c(1))'\"",
    "\"R -e 'remotes::install_github(1)'\"",
    '"install2.r ottr"',
  ])("finds %s", (command) => {
    expect(found(`  run = ["jupyter lab build", ${command}]\n`)).toEqual([command]);
  });

  it("finds lines of a Dockerfile", () => {
    expect(found('  dockerfile = """\n  RUN pip install \\\\\n    polars\n  """\n')).toHaveLength(1);
  });

  it.each([
    '"jupyter lab build"',
    '"apt-get install -y graphviz"',
    '"npm install -g ijavascript"',
    '"nbgrader --version"',
  ])("takes %s", (command) => {
    expect(found(`  run = ${command}\n`)).toEqual([]);
  });

  it("takes any command where Otter grades nothing", () => {
    expect(found('  run = "pip install polars"\n', "grading otter { }")).toEqual([]);
  });
});

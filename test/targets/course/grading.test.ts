import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { compiledCourse, courseText } from "../../support/course-program.ts";

const otter = (body: string, pip = "otter-grader==6.1.6") => ({
  course: `  grading otter {\n    gradescope = 812345\n    assignment hw01 {\n      notebook = "hw/hw01/hw01.ipynb"\n${body}    }\n  }\n`,
  pip,
});

describe("Otter", () => {
  test("is told what an assignment says, and leaves the rest to its defaults", () => {
    const full = "      points = 20\n      seed = 42\n      pdf = true\n      show-hidden = true\n";
    expect(load(courseText(otter(full), "grading/hw01/assignment_config.yml"))).toEqual({
      name: "hw01",
      environment: "environment.yml",
      python_version: "3.11",
      exclude_conda_defaults: true,
      export_cell: { pdf: true },
      generate: { points_possible: 20, show_hidden: true, seed: 42, pdf: true, zips: false },
    });
    expect(JSON.parse(courseText(otter(""), "grading/hw01/otter_config.json"))).toEqual({ assignment_name: "hw01" });
  });

  test("grades in the packages of the image", () => {
    const files = compiledCourse(otter(""));
    const own = files.get("images/data8/autograder/environment.yml")?.text;
    expect(own).toContain("otter-grader==6.1.6");
    expect(files.get("courses/data8/grading/hw01/environment.yml")?.text).toBe(own);
  });

  test("of a version that does not know it is not told of Anaconda's channels", () => {
    const config = (pip: string) => load(courseText(otter("", pip), "grading/hw01/assignment_config.yml"));
    expect(config("otter-grader==7.0.0")).not.toHaveProperty("exclude_conda_defaults");
    expect(config("otter-grader>=6.1")).not.toHaveProperty("exclude_conda_defaults");
  });

  test("gets the image's packages from CRAN, and a word on what it does not get", () => {
    const program = (notebook: string) => {
      const { course, pip } = otter("");
      const more = '}\n  cran { palmerpenguins }\n  run = "true"\n  apt { git ';
      return { course: course.replace("hw01.ipynb", notebook), pip: `${pip}\n  ${more}` };
    };
    const files = compiledCourse(program("hw01.ipynb"));
    expect(files.get("courses/data8/grading/hw01/requirements.R")?.text).toBe(
      files.get("images/data8/install.R")?.text,
    );
    const config = files.get("courses/data8/grading/hw01/assignment_config.yml")?.text;
    expect(config).toContain("# requirements.R installs the image's packages of R.");
    expect(config).toMatch(/not what comes\s(?:# )?of its apt, run/);
    expect(load(config ?? "")).not.toHaveProperty("requirements");
    const inR = courseText(program("hw01.Rmd"), "grading/hw01/assignment_config.yml");
    expect(load(inR)).toHaveProperty("requirements", "requirements.R");
  });

  test("has its Python's version as a text: YAML takes 3.10 for 3.1", () => {
    const text = courseText(otter(""), "grading/hw01/assignment_config.yml");
    expect(text).toContain('python_version: "3.11"\n');
  });
});

test("OKpy gets the file that its client reads", () => {
  const course =
    '  grading okpy {\n    endpoint = "/cal/data8/fa26"\n    assignment hw01 { notebook = "hw/hw01.ipynb"  title = "Homework 1" }\n  }\n';
  expect(JSON.parse(courseText({ course, pip: "okpy==1.18.1" }, "grading/hw01/hw01.ok"))).toEqual({
    name: "Homework 1",
    endpoint: "cal/data8/fa26/hw01",
    src: ["hw01.ipynb"],
    tests: { "tests/q*.py": "ok_test" },
    protocols: ["file_contents", "grading", "backup"],
  });
});

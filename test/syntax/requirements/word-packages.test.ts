import { describe, expect, test } from "vitest";
import { parseCranPackages } from "../../../compiler/syntax/requirements/cran-package.ts";
import { parseDebianPackages } from "../../../compiler/syntax/requirements/debian-package.ts";
import type { ParsedRequirement } from "../../../compiler/syntax/requirements/requirement.ts";

/** What a line gives, in short: texts, and errors as the line that mends them. */
function outline(results: readonly ParsedRequirement[]): readonly string[] {
  return results.map((result) =>
    "error" in result ? `! ${result.error.fix?.replacement ?? result.error.message}` : result.requirement.text,
  );
}

describe("parseDebianPackages", () => {
  test.each([
    ["curl", ["curl"]],
    ["less  man-db g++ libmagick++-dev", ["less", "man-db", "g++", "libmagick++-dev"]],
    ["libc6:i386 curl=7.88.1-10+deb12u5 git/stable", ["libc6:i386", "curl=7.88.1-10+deb12u5", "git/stable"]],
    ["nodejs=16.*", ["nodejs=16.*"]],
    ["curl, wget", ["! curl wget", "wget"]],
    ['"curl"', ["! curl"]],
    ["curl wget \\", ["curl", "wget", "! curl wget"]],
    ["Curl", ["! curl"]],
    ["build_essential", ["! build-essential"]],
    ["curl==7.1", ["! curl=7.1"]],
    ["curl-", ["! curl"]],
    ["sudo apt-get install -y curl wget", ["! curl wget"]],
    ["curl>=7", ["! apt takes one version with `=`, not a range."]],
    ["-y", ["! Options such as `-y` can't stand in an `apt { }` block."]],
    ["./foo.deb", ["! An `apt { }` block takes names of packages, not files or addresses."]],
  ])("reads %s", (line, expected) => {
    expect(outline(parseDebianPackages(line))).toEqual(expected);
  });

  test("gives names, versions and places", () => {
    expect(parseDebianPackages("less curl=1:7.1-2")[1]).toEqual({
      requirement: {
        ecosystem: "apt",
        name: "curl",
        written: "curl",
        version: "=1:7.1-2",
        exact: "1:7.1-2",
        text: "curl=1:7.1-2",
        nameStart: 5,
        nameEnd: 9,
      },
    });
    expect(parseDebianPackages("nodejs=16.*")[0]).not.toHaveProperty("requirement.exact");
  });
});

describe("parseCranPackages", () => {
  test.each([
    ["dplyr", ["dplyr"]],
    ["data.table R6==2.5.1 sf", ["data.table", "R6==2.5.1", "sf"]],
    ["rpart==4.1-23", ["rpart==4.1-23"]],
    ["dplyr, ggplot2", ["! dplyr ggplot2", "ggplot2"]],
    ['"dplyr"', ["! dplyr"]],
    ["dplyr=1.1.4", ["! dplyr==1.1.4"]],
    ["dplyr@1.1.4", ["! dplyr==1.1.4"]],
    ["dplyr == 1.1.4", ["! dplyr==1.1.4"]],
    ["dplyr==", ["! dplyr"]],
    ["r-dplyr", ["! dplyr"]],
    ["library(dplyr)", ["! dplyr"]],
    ['install.packages(c("dplyr", "sf"))', ["! dplyr sf"]],
    ["dplyr>=1.0", ["! A `cran { }` block takes one version with `==`, not a range."]],
    ["tidyverse/dplyr", ["! A `cran { }` block takes names of CRAN packages, not repositories or addresses."]],
    ["dplyr==1", ["! `1` is no version of an R package: those are two or more numbers, such as `1.2-3`."]],
    ["a_b", ["! `a_b` is no R package name: those begin with a letter and have letters, digits and points."]],
  ])("reads %s", (line, expected) => {
    expect(outline(parseCranPackages(line))).toEqual(expected);
  });

  test("keeps the case of names, as R does", () => {
    expect(parseCranPackages("sf MASS==7.3-60")[1]).toMatchObject({
      requirement: { ecosystem: "cran", name: "MASS", exact: "7.3-60", nameStart: 3, nameEnd: 7 },
    });
  });
});

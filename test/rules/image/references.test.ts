import { describe, expect, it } from "vitest";
import { imageFindings, mended } from "../../support/image-programs.ts";

const built = (base: string) => `image own {\n  base = "${base}"\n}\n`;
const digest = `sha256:${"a".repeat(64)}`;

describe("image/floating-tag", () => {
  it.each([
    "quay.io/jupyter/base-notebook:latest",
    "quay.io/jupyter/base-notebook",
    "quay.io/jupyter/pytorch-notebook:cuda12-latest",
    "ghcr.io/campus/base:main",
    "localhost:5000/base",
  ])("refuses %s", (base) => {
    expect(imageFindings(built(base))).toEqual([`error image/floating-tag: "${base}"`]);
  });

  it.each([
    "quay.io/jupyter/base-notebook:2026-01-05",
    `quay.io/jupyter/base-notebook@${digest}`,
    `quay.io/jupyter/base-notebook:latest@${digest}`,
    "rocker/verse:4.5.3",
    "us-central1-docker.pkg.dev/p/base-images-repo/base-r-image:45e46c9",
    "ghcr.io/campus/base:latest-2026-01-05",
  ])("takes %s", (base) => {
    expect(imageFindings(built(base))).toEqual([]);
  });

  it("refuses a prebuilt image, and says what is inherited once", () => {
    const parent = 'image own {\n  prebuilt = "quay.io/campus/data8:latest"\n}\n';
    expect(imageFindings(`${parent}image child extends own { }\nimage other extends own { }\n`)).toEqual([
      'error image/floating-tag: "quay.io/campus/data8:latest"',
    ]);
  });

  it("offers a dated tag of the Docker Stacks", () => {
    expect(mended(built("quay.io/jupyter/base-notebook"), "image/floating-tag")).toBe(
      built("quay.io/jupyter/base-notebook:2026-01-05"),
    );
  });
});

describe("image/bad-reference", () => {
  it("refuses what the schema takes and no registry does", () => {
    expect(imageFindings(built("quay.io/jupyter/base.-notebook:1"))).toEqual([
      'error image/bad-reference: "quay.io/jupyter/base.-notebook:1"',
    ]);
  });
});

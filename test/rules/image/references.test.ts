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
    "quay.io/jupyter/minimal-notebook:python-3.13",
    "quay.io/jupyter/base-notebook:hub-5.4.3",
    "quay.io/jupyter/scipy-notebook:lab-4.5.1",
    "quay.io/jupyter/r-notebook:r-4.5.2",
    "quay.io/jupyter/base-notebook:ubuntu-24.04",
    "quay.io/jupyter/base-notebook:x86_64-python-3.13.5",
    "quay.io/jupyter/pytorch-notebook:cuda12-python-3.13",
    "rocker/verse:4",
    "rocker/rstudio:4.6",
    "ghcr.io/rocker-org/geospatial:4",
    "rocker/r-ver:devel",
    "rocker/geospatial:cuda",
    "rocker/geospatial:dev-osgeo",
    "rocker/tidyverse:latest-daily",
    "rocker/r2u:24.04",
    "rocker/r2u:noble",
    "bioconductor/bioconductor_docker:devel",
    "docker.io/bioconductor/bioconductor_docker:RELEASE_3_18",
    "bioconductor/bioconductor_docker:RELEASE_3_22-R-4.5.1",
    "ghcr.io/bioconductor/tidyverse:3.22",
    "mambaorg/micromamba:jammy",
    "mambaorg/micromamba:2.3-ubuntu24.04",
    "tensorflow/tensorflow:latest-gpu",
    "ghcr.io/campus/base:staging",
    "pangeo/pangeo-notebook:master",
  ])("refuses %s", (base) => {
    expect(imageFindings(built(base))).toEqual([`error image/floating-tag: "${base}"`]);
  });

  it.each([
    "quay.io/jupyter/base-notebook:2026-01-05",
    `quay.io/jupyter/base-notebook@${digest}`,
    `quay.io/jupyter/base-notebook:latest@${digest}`,
    "rocker/verse:4.5.3",
    "rocker/verse:4.6.0",
    "quay.io/jupyter/base-notebook:33add21fab64",
    "quay.io/jupyter/base-notebook:x86_64-2026-01-05",
    "quay.io/jupyter/base-notebook:lab-3.6.3",
    "quay.io/jupyter/base-notebook:python-3.11",
    "quay.io/campus/base-notebook:python-3.13",
    "python:3.13",
    "mambaorg/micromamba:2.3.0",
    "mambaorg/micromamba:git-df4c8e0-jammy",
    "bioconductor/release_core2:R3.6.2_Bioc3.10",
    "pangeo/pangeo-notebook:2026.01.21",
    "nvcr.io/nvidia/pytorch:25.03-py3",
    "ghcr.io/campus/base:nightly-2026-01-05",
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

  it("says that the newest R of Rocker is built again", () => {
    expect(imageFindings(built("rocker/verse:4.6.1"))).toEqual(['warning image/newest-r: "rocker/verse:4.6.1"']);
    expect(imageFindings(built(`rocker/verse:4.6.1@${digest}`))).toEqual([]);
  });

  it.each(["rocker/verse:4.5", "rocker/rstudio:4.4", "ghcr.io/rocker-org/geospatial:4.5"])(
    "says that %s is one of several",
    (base) => {
      expect(imageFindings(built(base))).toEqual([`warning image/rocker-series: "${base}"`]);
      expect(imageFindings(built(`${base}@${digest}`))).toEqual([]);
    },
  );

  it("offers a dated tag of the Docker Stacks", () => {
    expect(mended(built("quay.io/jupyter/base-notebook"), "image/floating-tag")).toBe(
      built("quay.io/jupyter/base-notebook:2026-01-05"),
    );
  });
});

describe("image/not-on-docker-hub", () => {
  const wrong = "jupyter/scipy-notebook:2024-05-01";
  it.each([wrong, `docker.io/${wrong}`, "jupyter/base-notebook:x86_64-2023-10-31"])("refuses %s", (base) => {
    expect(imageFindings(built(base))).toEqual([`error image/not-on-docker-hub: "${base}"`]);
    expect(mended(built(base), "image/not-on-docker-hub")).toBe(built(`quay.io/${base.replace("docker.io/", "")}`));
  });
  it.each([`quay.io/${wrong}`, "jupyter/scipy-notebook:2023-10-20", "campus/scipy-notebook:2024-05-01"])(
    "takes %s",
    (base) => {
      expect(imageFindings(built(base))).toEqual([]);
    },
  );
});

describe("image/bad-reference", () => {
  it("refuses what the schema takes and no registry does", () => {
    expect(imageFindings(built("quay.io/jupyter/base.-notebook:1"))).toEqual([
      'error image/bad-reference: "quay.io/jupyter/base.-notebook:1"',
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { baseImage } from "../../compiler/knowledge/base-images.ts";
import { parseImageReference } from "../../compiler/knowledge/image-reference.ts";

describe("baseImage", () => {
  it.each([
    ["quay.io/jupyter/minimal-notebook:2026-01-05", "Jupyter Docker Stacks", "jovyan"],
    ["jupyter/minimal-notebook:2023-03-06", "Jupyter Docker Stacks", "jovyan"],
    ["docker.io/jupyter/scipy-notebook", "Jupyter Docker Stacks", "jovyan"],
    [`quay.io/jupyter/pytorch-notebook@sha256:${"a".repeat(64)}`, "Jupyter Docker Stacks", "jovyan"],
    ["us-central1-docker.pkg.dev/p/base-images-repo/base-r-image:45e46c9", "Berkeley's base images", "jovyan"],
    ["us-central1-docker.pkg.dev/p/base-images-repo/base-python-image:846ebd8", "Berkeley's base images", "jovyan"],
    ["pangeo/pangeo-notebook:2026.01.05", "Pangeo", "jovyan"],
    ["rocker/geospatial:4.5.3", "Rocker", "rstudio"],
    ["docker.io/library/buildpack-deps:noble-scm", "an operating system's image", "jovyan"],
    ["example.org/rocker/geospatial:1", "an image that is not in the table", "jovyan"],
  ])("knows %s", (reference, family, user) => {
    const image = baseImage(reference);
    expect([image.family, image.user, image.home]).toEqual([family, user, `/home/${user}`]);
    expect(image.known).toBe(!family.startsWith("an image"));
  });

  it("knows which have R, and where Jupyter's environment is", () => {
    expect(baseImage("quay.io/jupyter/r-notebook:2026-01-05").rLibrary).toBe("user");
    expect(baseImage("quay.io/jupyter/base-notebook:2026-01-05").rLibrary).toBeUndefined();
    expect(baseImage("rocker/verse:4.5.3").rLibrary).toBe("root");
    expect(baseImage("quay.io/jupyter/base-notebook:2026-01-05").conda?.environment).toBe("base");
    expect(baseImage("pangeo/base-notebook:1").conda?.environment).toBe("notebook");
    expect(baseImage("rocker/verse:4.5.3").conda).toBeUndefined();
  });
});

describe("parseImageReference", () => {
  it("takes references apart", () => {
    expect(parseImageReference("debian")).toEqual({ repository: "debian", tag: undefined, digest: undefined });
    expect(parseImageReference("localhost:5000/a/b:1_2.x-3")).toMatchObject({
      repository: "localhost:5000/a/b",
      tag: "1_2.x-3",
    });
  });

  it.each(["", "a b", "A/B", "a:", "a@sha256:12", "a\nRUN x", "--platform=x", "a/b:$(x)", "https://a/b:c", "a\\"])(
    "refuses %j",
    (text) => {
      expect(parseImageReference(text)).toBeUndefined();
    },
  );
});

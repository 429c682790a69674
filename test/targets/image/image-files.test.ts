import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { type ImageBuild, imageFiles } from "../../../compiler/targets/image/image-files.ts";
import { expectGolden } from "../../support/golden.ts";
import { type ImageSketch, makeImage, makeImageModel } from "../../support/images.ts";
import { fc } from "../../support/properties.ts";
import { readDockerfile } from "../../support/read-dockerfile.ts";

const project = { registry: "us-central1-docker.pkg.dev/ucb/user-images", repository: "https://github.com/ucb/hubs" };

function build(sketch: ImageSketch): ImageBuild {
  return imageFiles(makeImage(sketch), makeImageModel([], project));
}

function textOf({ files }: ImageBuild, name: string): string {
  const file = files.find(({ path }) => path === path.replace(/^(images\/[^/]+)\/.*$/, `$1/${name}`));
  if (file === undefined) throw new Error(`no ${name} among ${files.map(({ path }) => path).join(", ")}`);
  return file.text;
}

function namesOf({ files }: ImageBuild): readonly string[] {
  return files.map(({ path }) => path.replace(/^images\/course\//, ""));
}

const data8: ImageSketch = {
  name: "data8",
  doc: "Foundations of Data Science.\nAsk the course before changing it.",
  base: "quay.io/jupyter/minimal-notebook:2026-01-05",
  python: "3.11",
  conda: ["# DH-603: from conda-forge", "numpy=1.26", "matplotlib>=3.8,<4", "r-base=4.5"],
  pip: [
    "datascience==0.17.6",
    "# keeps the store off NFS",
    "git+https://github.com/berkeley-dsep-infra/tmpystore.git@84765e1",
    'tomli>=2; python_version < "3.11"',
  ],
  apt: ["fonts-dejavu", "# submits homework", "git"],
  cran: ["ggplot2", "# the last for R 4.2", "sf==1.0-16"],
  env: { GRADER: 'a "b" $HOME', LANGUAGE: "en_US" },
  files: { "/etc/jupyter/jupyter_server_config.py": "c.A = 1\n", "/home/jovyan/.config/a b": "x" },
  run: ["playwright install chromium", "echo one; echo two"],
  dockerfile: "\nUSER root\nRUN update-alternatives --auto editor\n",
};

const goldens: Readonly<Record<string, ImageSketch>> = {
  data8,
  plain: { pip: ["nbgitpuller==1.3.0"] },
  stat159: {
    base: "jupyter/minimal-notebook:2023-03-06",
    conda: ["jupyterlab==3.6.1", "bokeh==2.4.3"],
    channels: ["conda-forge", "bioconda"],
  },
  berkeley: {
    base: "us-central1-docker.pkg.dev/ucb-datahub-2018/base-images-repo/base-r-image:45e46c9",
    conda: ["numpy"],
    cran: ["palmerpenguins"],
  },
  rocker: {
    base: "rocker/geospatial:4.5.3",
    user: "rstudio",
    home: "/home/rstudio",
    conda: ["jupyterlab=4.5"],
    cran: ["IRkernel"],
  },
  debian: { base: "buildpack-deps:noble-scm", apt: ["git"], pip: ["notebook"], home: "/home/jovyan" },
  unknown: { base: "example.org/team/own:1.2", conda: ["numpy"] },
};

describe("the files of an image", () => {
  it.each(Object.entries(goldens))("are as agreed: %s", (name, sketch) => {
    const { files } = build(sketch);
    const text = files.map((file) => `===== ${file.path}\n${file.text}`).join("\n");
    expectGolden(new URL(`./goldens/${name}.txt`, import.meta.url), text);
  });

  const always = [".dockerignore", "Dockerfile", "devcontainer/devcontainer.json", "smoke-test.sh"];
  it.each<[string, ImageSketch, readonly string[]]>([
    ["nothing", {}, []],
    ["a Python", { python: "3.12" }, ["binder/environment.yml", "environment.yml"]],
    ["a Debian package", { apt: ["git"] }, ["apt.txt", "binder/apt.txt"]],
    ["a pip package", { pip: ["altair"] }, ["binder/environment.yml", "environment.yml", "requirements.txt"]],
    [
      "an R package",
      { base: "rocker/verse:4.5.3", cran: ["sf"] },
      ["binder/environment.yml", "binder/install.R", "binder/postBuild", "install.R"],
    ],
    ["a variable", { env: { A: "b" } }, ["binder/start"]],
    ["a command", { run: ["true"] }, ["binder/postBuild"]],
  ])("are only those that the image needs: %s", (_, sketch, more) => {
    expect(namesOf(build(sketch))).toEqual([...always, ...more].toSorted());
  });

  it("hold what conda and pip are to install together", () => {
    expect(load(textOf(build(data8), "environment.yml"))).toEqual({
      name: "data8",
      channels: ["conda-forge", "nodefaults"],
      dependencies: [
        "python=3.11",
        "numpy=1.26",
        "matplotlib>=3.8,<4",
        "r-base=4.5",
        "pip",
        {
          pip: [
            "datascience==0.17.6",
            "git+https://github.com/berkeley-dsep-infra/tmpystore.git@84765e1",
            'tomli>=2; python_version < "3.11"',
          ],
        },
      ],
    });
  });

  it("say each of python, pip and nodefaults once", () => {
    const sketch = { python: "3.11", conda: ["python=3.12", "pip=25"], pip: ["altair"], channels: ["nodefaults", "x"] };
    expect(load(textOf(build(sketch), "environment.yml"))).toEqual({
      name: "course",
      channels: ["nodefaults", "x"],
      dependencies: ["python=3.12", "pip=25", { pip: ["altair"] }],
    });
  });

  it("come line by line from where they were written", () => {
    const lines = build(data8).files.flatMap((file) => {
      expect(file.origins.length).toBe(file.text.split("\n").length - 1);
      return file.text.split("\n").flatMap((line, index) => {
        const span = file.origins[index];
        return line === "" || span === undefined ? [] : [[line.trim(), span.file.text.slice(span.start, span.end)]];
      });
    });
    const sources = new Map(lines.map(([line = "", source = ""]) => [line, source]));
    expect(sources.get("- numpy=1.26")).toBe("numpy=1.26");
    expect(sources.get("# DH-603: from conda-forge")).toBe("numpy=1.26");
    expect(sources.get("- datascience==0.17.6")).toBe("datascience==0.17.6");
    expect(sources.get("- python=3.11")).toBe("3.11");
    expect(sources.get("fonts-dejavu")).toBe("fonts-dejavu");
    expect(sources.get('install("sf", "1.0-16")')).toBe("sf==1.0-16");
    expect(sources.get("FROM quay.io/jupyter/minimal-notebook:2026-01-05")).toBe(data8.base);
    expect(sources.get("RUN playwright install chromium")).toBe("playwright install chromium");
    expect(sources.get("LANGUAGE=en_US")).toBe("en_US");
    expect(sources.get("LABEL org.opencontainers.image.title=data8 \\")).toBe("image course {");
  });

  it("end as the person, whatever came last", () => {
    for (const sketch of Object.values(goldens)) {
      const users = readDockerfile(textOf(build(sketch), "Dockerfile")).filter(({ keyword }) => keyword === "USER");
      const last = users.at(-1)?.rest;
      expect(last === undefined || last === "1000").toBe(true);
    }
    const own = readDockerfile(textOf(build({ user: "ada", apt: ["git"] }), "Dockerfile"));
    expect(own.findLast(({ keyword }) => keyword === "USER")?.rest).toBe("ada");
  });
});

describe("a prebuilt image", () => {
  const digest = "0123456789abcdef".repeat(4);
  it.each([
    ["quay.io/a/b:1.2", "quay.io/a/b", "1.2"],
    ["localhost:5000/a/b", "localhost:5000/a/b", "latest"],
    [`quay.io/a/b@sha256:${digest}`, "quay.io/a/b@sha256", digest],
    [`quay.io/a/b:1.2@sha256:${digest}`, "quay.io/a/b:1.2@sha256", digest],
  ])("%s has its own name and tag, and no files", (prebuilt, name, tag) => {
    expect(build({ prebuilt })).toEqual({ name, tag, files: [] });
  });
});

describe("the name", () => {
  it("is below the registry, or below localhost", () => {
    expect(build({ name: "data8" }).name).toBe("us-central1-docker.pkg.dev/ucb/user-images/data8");
    expect(imageFiles(makeImage({}), makeImageModel([])).name).toBe("localhost/course");
    expect(imageFiles(makeImage({}), makeImageModel([], { registry: "ghcr.io/o/" })).name).toBe("ghcr.io/o/course");
  });
});

describe("the tag", () => {
  const { tag } = build(data8);

  it.each<[string, ImageSketch]>([
    ["the base", { base: "quay.io/jupyter/minimal-notebook:2026-01-12" }],
    ["Python", { python: "3.12" }],
    ["a conda package", { conda: ["numpy=1.26", "matplotlib>=3.8,<5", "r-base=4.5"] }],
    ["a pip package", { pip: ["datascience==0.17.5"] }],
    ["a Debian package", { apt: ["fonts-dejavu", "curl"] }],
    ["a package from CRAN", { cran: ["ggplot2", "sf==1.0-17"] }],
    ["a channel", { channels: ["bioconda", "conda-forge"] }],
    ["a variable", { env: { ...data8.env, LANGUAGE: "de_DE" } }],
    ["a file's text", { files: { ...data8.files, "/home/jovyan/.config/a b": "y" } }],
    ["a file's comment, which may mean something", { files: { ...data8.files, "/home/jovyan/.config/a b": "x\n# y" } }],
    ["a file's place", { files: { "/etc/jupyter/jupyter_server_config.py": "c.A = 1\n", "/home/jovyan/a b": "x" } }],
    ["a command", { run: ["playwright install firefox", "echo one; echo two"] }],
    ["the order of commands", { run: ["echo one; echo two", "playwright install chromium"] }],
    ["own lines", { dockerfile: "USER root" }],
  ])("changes with %s", (_, change) => {
    expect(build({ ...data8, ...change }).tag).not.toBe(tag);
  });

  it.each<[string, ImageSketch]>([
    ["the doc comment", { doc: "Something else." }],
    ["comments above packages", { conda: ["numpy=1.26", "# why", "matplotlib>=3.8,<4", "r-base=4.5"] }],
    ["the order of conda packages", { conda: ["r-base=4.5", "matplotlib>=3.8,<4", "numpy=1.26"] }],
    ["the order of Debian packages", { apt: ["git", "fonts-dejavu"] }],
    ["the order of variables", { env: { LANGUAGE: "en_US", GRADER: 'a "b" $HOME' } }],
    ["the image's name", { name: "data100" }],
  ])("stays with %s", (_, change) => {
    expect(build({ ...data8, ...change }).tag).toBe(tag);
  });

  it("stays whatever the project and its other images are", () => {
    const other = makeImageModel([makeImage({ name: "other", pip: ["bokeh"] })], { registry: "ghcr.io/o" });
    expect(imageFiles(makeImage(data8), other).tag).toBe(tag);
  });

  it("is what a Helm value and a registry take", () => {
    expect(tag).toMatch(/^[0-9a-f]{12}$/);
  });
});

describe("a text from a program", () => {
  // Here-documents are for the writer of raw lines to close, and no part of this.
  const nasty = fc
    .string({
      unit: fc.constantFrom(..." \t\n\r\\\"'`$#;&|<(){}[]=-/.:@,%\u2028\u0085é0aRUN".split("")),
      maxLength: 24,
    })
    .filter((text) => !text.includes("<<"));
  const value = nasty.map((text) => text.replace(/[\n\r]/g, " "));

  function keywords(sketch: ImageSketch): readonly string[] {
    return readDockerfile(textOf(build(sketch), "Dockerfile")).map(({ keyword }) => keyword);
  }

  it("stays in the comment, variable, file, command or account that it is", () => {
    fc.assert(
      fc.property(
        fc.record({ doc: nasty, value, path: nasty, user: value, home: value, note: nasty }),
        ({ doc, value, path, user, home, note }) => {
          const shape = (of: typeof doc): ImageSketch => ({
            doc: of,
            env: { A: of.replace(/[\n\r]/g, " "), B: "b" },
            files: { [`/srv/${of}`]: of },
            conda: ["numpy"],
            apt: [`# ${note.replace(/[\n\r]/g, " ")}`, "git"],
            run: ["true"],
          });
          const expected = keywords(shape("plain"));
          expect(keywords(shape(doc))).toEqual(expected);
          expect(keywords(shape(value))).toEqual(expected);
          expect(keywords(shape(path))).toEqual(expected);
          const account = keywords({ user, apt: ["git"], conda: ["numpy"] });
          expect(account).toEqual(["FROM", "USER", "COPY", "RUN", "USER", "COPY", "RUN", "LABEL"]);
          const made = keywords({ base: "debian:12", home: `/home/x${home}`, user });
          expect(made).toEqual(["FROM", "USER", "RUN", "ENV", "USER", "LABEL"]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("stays one command where it is a command", () => {
    fc.assert(
      fc.property(nasty, (command) => {
        fc.pre(command.trim() !== "");
        const read = readDockerfile(textOf(build({ run: [command, "true"] }), "Dockerfile"));
        expect(read.map(({ keyword }) => keyword)).toEqual(["FROM", "RUN", "RUN", "LABEL"]);
      }),
      { numRuns: 150 },
    );
  });

  it("never leaves the image's folder as a path", () => {
    fc.assert(
      fc.property(
        nasty.map((text) => `/${text}`),
        fc.constantFrom("", "/..", "/../../x", "/./y", "//z"),
        (start, end) => {
          for (const { path } of build({ files: { [start + end]: "x" } }).files) {
            expect(path).toMatch(/^images\/course\/[A-Za-z0-9_./+-]+$/);
            expect(path.split("/")).not.toContain("..");
            expect(path.split("/")).not.toContain("");
          }
        },
      ),
    );
  });

  it("stays one value in environment.yml", () => {
    fc.assert(
      // requirements.txt is by lines, which no requirement that was read can end.
      fc.property(nasty, value, (conda, pip) => {
        fc.pre(conda !== "" && pip !== "" && !conda.startsWith("# ") && !pip.startsWith("# "));
        const read = load(textOf(build({ conda: [conda], pip: [pip], channels: [pip] }), "environment.yml"));
        expect(read).toMatchObject({ dependencies: [conda, "pip", { pip: [pip] }] });
      }),
    );
  });
});

describe("caches of the builder", () => {
  const cached = (sketch: ImageSketch) =>
    imageFiles(makeImage(sketch), makeImageModel([], { ...project, cacheMounts: true }));
  const runs = (sketch: ImageSketch) =>
    readDockerfile(textOf(cached(sketch), "Dockerfile")).flatMap(({ keyword, rest }) =>
      keyword === "RUN" ? [rest] : [],
    );
  const mount = (id: string, target: string, more = "") =>
    `--mount=type=cache,id=${id},target=${target},sharing=locked${more}`;

  it("hold what apt fetches, which stays out of the image", () => {
    const [apt = ""] = runs({ apt: ["git"] });
    expect(apt.split(/ {2,}/)).toEqual([
      mount("hubc-apt-lists", "/var/lib/apt/lists"),
      mount("hubc-apt-files", "/var/cache/apt/kept"),
      "apt-get update -qq",
      "&& DEBIAN_FRONTEND=noninteractive apt-get -o Dir::Cache::archives=kept install -yq --no-install-recommends $(grep -v '^#' /tmp/apt.txt)",
      "&& rm /tmp/apt.txt",
    ]);
  });

  it.each<[string, ImageSketch, number, number]>([
    ["of a known account", { base: "quay.io/jupyter/base-notebook:2026-01-05", conda: ["numpy"] }, 1000, 100],
    ["of root", { base: "condaforge/miniforge3:26.1.0-0", conda: ["numpy"] }, 0, 0],
    ["of a new environment", { base: "debian:12", pip: ["numpy"] }, 1000, 1000],
    ["of micromamba's", { base: "mambaorg/micromamba:2.3.0", user: "mambauser", conda: ["numpy"] }, 57439, 57439],
  ])("hold what conda and pip fetch: %s", (_, sketch, uid, gid) => {
    const [conda = "", ...others] = runs(sketch).filter((run) => run.includes("environment.yml"));
    expect(others).toEqual([]);
    expect(conda).toContain(mount(`hubc-conda-${uid}`, "/tmp/conda-packages", `,uid=${uid},gid=${gid}`));
    expect(conda).toContain(mount(`hubc-pip-${uid}`, "/tmp/pip-cache", `,uid=${uid},gid=${gid}`));
    expect(conda).toContain("CONDA_PKGS_DIRS=/tmp/conda-packages PIP_CACHE_DIR=/tmp/pip-cache ");
    // They would empty the cache, or keep pip from using it.
    expect(conda).not.toMatch(/clean --all|\/pkgs|PIP_NO_CACHE_DIR/);
  });

  it("are left out where the account's number is not known", () => {
    const sketch = { base: "rocker/verse:4.5.3", user: "ada", home: "/home/ada", pip: ["numpy"] };
    expect(cached(sketch)).toEqual(build(sketch));
  });

  it.each(Object.entries(goldens))("change nothing in an image, and so not its tag: %s", (_, sketch) => {
    expect(cached(sketch).tag).toBe(build(sketch).tag);
    const others = ({ files }: ImageBuild) => files.filter(({ path }) => !path.endsWith("/Dockerfile"));
    expect(others(cached(sketch))).toEqual(others(build(sketch)));
    expect(textOf(build(sketch), "Dockerfile")).not.toContain("--mount");
  });
});

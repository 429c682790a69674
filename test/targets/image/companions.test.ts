import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { load } from "js-yaml";
import { afterAll, describe, expect, it } from "vitest";
import type { Course } from "../../../compiler/model/model.ts";
import type { OutputFile } from "../../../compiler/output/output-file.ts";
import { imageFiles } from "../../../compiler/targets/image/image-files.ts";
import { type ImageSketch, makeImage, makeImageModel, sourced } from "../../support/images.ts";
import { modelOf, smallProgram } from "../../support/small-program.ts";

const root = mkdtempSync(join(tmpdir(), "hubc-image-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function filesOf(sketch: ImageSketch, courses: readonly Course[] = []): ReadonlyMap<string, OutputFile> {
  const image = makeImage({ name: "course", ...sketch });
  const { files } = imageFiles(image, { ...makeImageModel([image]), courses });
  return new Map(files.map((file) => [file.path.replace("images/course/", ""), file]));
}

function textOf(files: ReadonlyMap<string, OutputFile>, name: string): string {
  const file = files.get(name);
  if (file === undefined) throw new Error(`no ${name} among ${[...files.keys()].join(", ")}`);
  return file.text;
}

const everything: ImageSketch = {
  python: "3.11",
  conda: ["numpy=1.26", "pandas"],
  pip: ["# graded with", "otter-grader==6.1.0", "git+https://github.com/o/r.git@84765e1"],
  apt: ["git", "# plots", "fonts-dejavu"],
  cran: ["ggplot2"],
  channels: ["conda-forge", "bioconda"],
};

const ungraded = {
  endpoint: undefined,
  gradescope: undefined,
  courseId: undefined,
  storage: undefined,
  assignments: [],
};

function coursesWith(grading: string | undefined): readonly Course[] {
  const [made] = modelOf(smallProgram()).courses;
  if (made === undefined) throw new Error("the small program has a course");
  const course = { ...made, image: sourced("course") };
  return [grading === undefined ? course : { ...course, grading: { kind: grading, ...ungraded, span: course.span } }];
}

/** What an environment.yml asks for, in any order and without what only brings R or pip. */
function packagesOf(text: string): unknown {
  const { channels, dependencies } = load(text) as { channels: string[]; dependencies: (string | { pip: string[] })[] }; // environment.yml
  const conda = dependencies.filter((one) => typeof one === "string" && one !== "pip" && one !== "r-base");
  const pip = dependencies.flatMap((one) => (typeof one === "string" ? [] : one.pip));
  return { channels, conda: conda.toSorted(), pip: pip.toSorted() };
}

function linesOf(text: string): readonly string[] {
  return text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
}

describe("the places that an image's packages are for", () => {
  const files = filesOf(everything, coursesWith("otter"));

  it("agree: Binder, the autograder and the hub install the same", () => {
    const own = packagesOf(textOf(files, "environment.yml"));
    expect(own).toEqual({
      channels: ["conda-forge", "bioconda", "nodefaults"],
      conda: ["numpy=1.26", "pandas", "python=3.11"],
      pip: ["git+https://github.com/o/r.git@84765e1", "otter-grader==6.1.0"],
    });
    expect(packagesOf(textOf(files, "binder/environment.yml"))).toEqual(own);
    expect(packagesOf(textOf(files, "autograder/environment.yml"))).toEqual(own);
    expect(linesOf(textOf(files, "requirements.txt")).toSorted()).toEqual((own as { pip: string[] }).pip); // made above
    expect(textOf(files, "binder/apt.txt")).toBe(textOf(files, "apt.txt"));
    expect(textOf(files, "binder/install.R")).toBe(textOf(files, "install.R"));
  });

  it("have an R where the base's own is not there", () => {
    const onRocker = filesOf({ ...everything, base: "rocker/verse:4.5.3" }, coursesWith("otter"));
    expect(textOf(onRocker, "environment.yml")).not.toContain("r-base");
    expect(textOf(onRocker, "binder/environment.yml")).toContain("- r-base\n");
    expect(textOf(onRocker, "autograder/environment.yml")).toContain("- r-base\n");
  });

  it("are an autograder's only where a course grades with Otter on the image", () => {
    expect([...files.keys()]).toContain("autograder/environment.yml");
    expect(load(textOf(files, "autograder/environment.yml"))).toMatchObject({ name: "otter-env" });
    for (const kind of ["okpy", "nbgrader", undefined])
      expect([...filesOf(everything, coursesWith(kind)).keys()]).not.toContain("autograder/environment.yml");
    const other = coursesWith("otter").map((course) => ({ ...course, image: sourced("other") }));
    expect([...filesOf(everything, other).keys()]).not.toContain("autograder/environment.yml");
  });

  it("are nothing that the image is built from, so that its tag stays", () => {
    const image = makeImage({ name: "course", ...everything });
    const graded = imageFiles(image, { ...makeImageModel([image]), courses: coursesWith("otter") });
    expect(graded.tag).toBe(imageFiles(image, makeImageModel([image])).tag);
    const sent = linesOf(textOf(files, ".dockerignore"));
    expect(sent).toEqual(["*", "!apt.txt", "!environment.yml", "!install.R"]);
    const dockerfile = textOf(files, "Dockerfile");
    for (const name of ["requirements.txt", "smoke-test.sh", "devcontainer", "binder", "autograder"])
      expect(dockerfile).not.toContain(name);
  });

  it("are executable where they are programs", () => {
    const all = filesOf({ ...everything, run: ["true"], env: { A: "b" } });
    const programs = [...all].filter(([, file]) => file.executable === true).map(([name]) => name);
    expect(programs.toSorted()).toEqual(["binder/postBuild", "binder/start", "smoke-test.sh"]);
    for (const name of programs) expect(textOf(all, name)).toMatch(/^#!\/usr\/bin\/env bash\n/);
  });
});

describe("devcontainer.json", () => {
  it("builds the image's own Dockerfile, as the image's own user", () => {
    const files = filesOf({ ...everything, user: "rstudio" });
    const settings = JSON.parse(textOf(files, "devcontainer/devcontainer.json").replace(/^\/\/.*\n/, ""));
    expect(files.has(posix.join("devcontainer", settings.build.dockerfile))).toBe(true);
    expect(posix.join("devcontainer", settings.build.context)).toBe(".");
    expect(settings.remoteUser).toBe("rstudio");
  });
});

/** Writes files below a new folder, their executable bits included. */
function written(files: ReadonlyMap<string, OutputFile>): string {
  const folder = mkdtempSync(join(root, "files-"));
  for (const [name, file] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), file.text);
    if (file.executable === true) chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

describe("the Binder folder", () => {
  const nasty = ["'; touch evil #", "$(touch evil)", "`touch evil`", "a 'b' \"c\" \\ $HOME", "-n"];

  it("has no Dockerfile, which would hide the rest of it", () => {
    const names = [...filesOf({ ...everything, run: ["true"] }).keys()].filter((name) => name.startsWith("binder/"));
    expect(names.length).toBeGreaterThan(3);
    expect(names.filter((name) => /dockerfile/i.test(name))).toEqual([]);
  });

  it("starts programs with the image's variables, to the letter", () => {
    const env = Object.fromEntries(nasty.map((value, index) => [`V${index}`, value]));
    const folder = written(filesOf({ env }));
    const script = 'for name in V0 V1 V2 V3 V4; do printf "%s\\0" "${!name}"; done';
    const said = execFileSync(join(folder, "binder/start"), ["bash", "-c", script], { cwd: folder, encoding: "utf8" });
    expect(said.split("\0").slice(0, -1)).toEqual(nasty);
    expect(existsSync(join(folder, "evil"))).toBe(false);
  });

  it("runs the image's commands one by one, and stops at the first that fails", () => {
    const run = [
      "echo one > said",
      "echo 'two\nlines' >> said; printf \"it's\\n\" >> said",
      "false",
      "echo never >> said",
    ];
    const folder = written(filesOf({ run }));
    const { status } = spawnSync("binder/postBuild", [], { cwd: folder });
    expect(status).not.toBe(0);
    expect(readFileSync(join(folder, "said"), "utf8")).toBe("one\ntwo\nlines\nit's\n");
  });

  it("puts files into the home that is there, and says which it left out", () => {
    const home = mkdtempSync(join(root, "home-"));
    const files = {
      "/home/jovyan/.config/a": "1",
      "/home/jovyan/b'; touch evil; '": "2",
      "/etc/motd": "3\n",
      "/etc/x\ntouch evil": "4",
    };
    const folder = written(filesOf({ files }));
    execFileSync("binder/postBuild", [], { cwd: folder, env: { ...process.env, HOME: home } });
    expect(readFileSync(join(home, ".config/a"), "utf8")).toBe("1\n");
    expect(readFileSync(join(home, "b'; touch evil; '"), "utf8")).toBe("2\n");
    expect(existsSync(join(folder, "evil"))).toBe(false);
    expect(readFileSync(join(folder, "binder/postBuild"), "utf8")).toContain("# Left out: /etc/motd,");
    expect(existsSync(join(folder, "binder/files/etc/motd"))).toBe(false);
  });
});

describe("the smoke test", () => {
  const sketch: ImageSketch = {
    conda: ["scikit-learn=1.7", "r-ggplot2", "nodejs", "jupyterhub-singleuser=5.5", "no-such-package-7"],
    pip: ["otter-grader==6.1.0", 'tomli; python_version < "3.11"'],
    cran: ["IRkernel"],
    apt: ["git"],
  };

  /** Runs it with programs that note how they were called and end with `codes`' numbers. */
  function tried(codes: Readonly<Record<string, number>>) {
    const folder = written(filesOf({ ...sketch, user: "ada", home: root }));
    const bin = join(folder, "bin");
    mkdirSync(bin);
    const called = join(folder, "called");
    const program = (name: string, body: string) => {
      writeFileSync(join(bin, name), `#!/bin/sh\necho "${name} $*" >> ${called}\n${body}\nexit ${codes[name] ?? 0}\n`);
      chmodSync(join(bin, name), 0o755);
    };
    // The last call waits for the server, which is to get its turn.
    program("python", 'case "$1" in -) sleep 0.3 ;; esac');
    program("Rscript", "");
    program("jupyterhub-singleuser", "");
    program("jupyter", "");
    program("id", "echo ada");
    const env = { PATH: `${bin}:${process.env["PATH"] ?? ""}`, HOME: root };
    const { status, stdout } = spawnSync(join(folder, "smoke-test.sh"), [], { env, encoding: "utf8" });
    return { status, stdout, called: readFileSync(called, "utf8") };
  }

  it("imports what was declared, under the right names, and says what it does not know", () => {
    const { status, stdout, called } = tried({});
    expect(stdout).toContain("0 failed");
    expect(status).toBe(0);
    for (const module of ["sklearn", "otter", "jupyterhub"]) expect(called).toContain(`python -c import ${module}\n`);
    expect(called).toContain('Rscript -e library("IRkernel", character.only = TRUE)\n');
    expect(called).toContain('tolower(all) == "ggplot2"');
    expect(called).not.toMatch(/import (?:tomli|nodejs|git|no_such)/);
    expect(stdout).toContain("skipped  no-such-package-7:");
    expect(stdout).not.toMatch(/skipped {2}(?:nodejs|tomli|git)/);
    expect(called).toMatch(/^jupyter server .*--ip=127\.0\.0\.1/m);
  });

  it.each([
    ["python", 5],
    ["Rscript", 2],
    ["jupyterhub-singleuser", 1],
  ])("fails where %s fails, and counts what failed", (name, count) => {
    const { status, stdout } = tried({ [name]: 1 });
    expect(status).toBe(1);
    expect(stdout.match(/^FAILED /gm)?.length).toBe(
      stdout.includes("starts a server") && name === "python" ? count - 1 : count,
    );
    expect(stdout).toMatch(/^\d+ passed, [1-9]\d* failed$/m);
  });

  it("is a program that bash can read, whatever the home is called", () => {
    for (const home of ["/home/a'b", "/home/$(touch evil)", "/srv/`x`"]) {
      const folder = written(filesOf({ home }));
      expect(spawnSync("bash", ["-n", join(folder, "smoke-test.sh")]).status).toBe(0);
      spawnSync(join(folder, "smoke-test.sh"), [], { cwd: folder, env: { PATH: "/usr/bin:/bin" } });
      expect(existsSync(join(folder, "evil"))).toBe(false);
    }
  });
});

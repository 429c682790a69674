import { describe, expect, it } from "vitest";
import { findings, smallProgram } from "../../support/small-program.ts";

const code = "image/hidden-by-home";

function found(image: string, more = ""): readonly string[] {
  return findings(smallProgram({ image, more })).filter((one) => one === code);
}

const dockerfile = (line: string) => `  dockerfile = """\n    ${line}\n    """`;

describe("what lies in the home of an image is found", () => {
  it.each([
    ["a file", '  files { "/home/jovyan/START-HERE.md" = "Welcome." }'],
    ["a file deep in it", '  files { "/home/jovyan/.jupyter/jupyter_notebook_config.py" = "x = 1" }'],
    ["COPY", dockerfile("COPY --chown=1000:100 notes /home/jovyan/notes")],
    ["RUN with a redirection", dockerfile("RUN echo hello > /home/jovyan/hello.txt")],
    ["git clone", '  run = "git clone https://github.com/o/r /home/jovyan/r"'],
    ["cp to ~", '  run = ["mkdir -p ~/data && cp /opt/x ~/data/x"]'],
    ["mkdir in $HOME", '  run = "mkdir -p $HOME/work"'],
    ["wget", '  run = "wget -P /home/jovyan https://example.org/data.csv"'],
  ])("%s", (_, image) => {
    expect(found(image).length).toBeGreaterThan(0);
  });
});

describe("what is elsewhere, or is no file of it, is not", () => {
  it.each([
    ["a file elsewhere", '  files { "/opt/welcome/START-HERE.md" = "Welcome." }'],
    ["a folder whose name begins alike", '  files { "/home/jovyan-notes/x" = "y" }'],
    ["something removed", '  run = "rm -rf /home/jovyan/.cache"'],
    ["rights", '  run = "fix-permissions /home/jovyan"'],
    ["something read", '  run = "cat /home/jovyan/x"'],
    ["a copy out of it", '  run = "cp /home/jovyan/x /opt/x"'],
    ["numbered redirections", '  run = "true 2>&1"'],
    ["the home of another user", '  user = "rstudio"\n  home = "/home/rstudio"\n  files { "/home/jovyan/x" = "y" }'],
  ])("%s", (_, image) => {
    expect(found(image)).toEqual([]);
  });

  it("an image that no server is started from", () => {
    expect(found("", 'image other extends std.jupyterlab {\n  files { "/home/jovyan/x" = "y" }\n}\n')).toEqual([]);
  });

  it("the home is mounted elsewhere", () => {
    const program = smallProgram({ image: '  files { "/home/jovyan/x" = "y" }' });
    const moved = program.replace("size = 5GiB", 'size = 5GiB  mount = "/work"');
    expect(findings(moved)).not.toContain(code);
    expect(findings(program)).toContain(code);
  });
});

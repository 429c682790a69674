import { describe, expect, it } from "vitest";
import { checkProgram, programOf } from "../../support/programs.ts";
import { findings, smallProgram } from "../../support/small-program.ts";

const code = "image/hidden-by-home";

function messages(text: string): readonly string[] {
  return checkProgram(programOf(text)).diagnostics.map(({ message }) => message);
}

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
    ["cd, and a download", '  run = "cd /home/jovyan && wget https://campus.edu/data.csv"'],
    ["cd alone, and git clone", '  run = "cd && git clone https://github.com/o/r"'],
    ["cd, and a relative place", '  run = "cd /home && mkdir -p jovyan/data"'],
    ["cd, and an archive", '  run = "cd ~ && tar -xzf /tmp/a.tgz"'],
    ["tar -C", '  run = "tar -C /home/jovyan -xzf /tmp/a.tgz"'],
    ["pip --user", '  run = "pip install --user numpy"'],
    ["python -m pip --user", '  run = "python3 -m pip install --user numpy"'],
    ["a kernel of one person", '  run = "python -m ipykernel install --user --name foo"'],
    ["git's settings", '  run = "git config --global pull.rebase false"'],
    ["an environment of conda", '  run = "conda create -y -p /home/jovyan/env python=3.11"'],
    ["an environment of Python", '  run = "python3 -m venv ~/env"'],
    ["data of nltk", '  run = "python -m nltk.downloader punkt"'],
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
    ["cd, and something removed", '  run = "cd /home/jovyan && rm -rf .cache"'],
    ["cd, and an archive of it", '  run = "cd /home/jovyan && tar -czf /opt/a.tgz ."'],
    ["cd elsewhere", '  run = "cd /opt && git clone https://github.com/o/r && cd r && make install"'],
    ["cd, and an absolute place", '  run = "cd /home/jovyan && wget -P /opt https://campus.edu/x"'],
    ["pip", '  run = "pip install numpy"'],
    ["a kernel of everybody", '  run = "python -m ipykernel install --sys-prefix --name foo"'],
    ["git's settings of everybody", '  run = "git config --system pull.rebase false"'],
    ["what git needs to build", '  run = "git config --global --add safe.directory /opt/r"'],
    ["an environment elsewhere", '  run = "conda create -y -p /opt/env python=3.11"'],
    ["data of nltk elsewhere", '  run = "python -m nltk.downloader -d /usr/share/nltk_data punkt"'],
    ["numbered redirections", '  run = "true 2>&1"'],
    ["the home of another user", '  user = "rstudio"\n  home = "/home/rstudio"\n  files { "/home/jovyan/x" = "y" }'],
  ])("%s", (_, image) => {
    expect(found(image)).toEqual([]);
  });

  it("what is written into the home itself is said in words of its own", () => {
    const text = smallProgram({ image: '  run = "tar -C /home/jovyan -xzf /tmp/a.tgz"' });
    expect(messages(text)).toContain(
      "What is written into `/home/jovyan` is hidden by each person's own home in servers of image `img`: put it elsewhere.",
    );
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

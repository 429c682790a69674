// A real nbgitpuller in a real Jupyter server opens every link of two courses of one hub in one home, with real git repositories: two branches
// of one, two of one name, and paths with all that an address gives a meaning to. What is opened is what the link says.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { binOf } from "./setup.mjs";

const program = `
project campus { registry = "ghcr.io/campus/hubs" }

course physics {
  title = "Physics"
  hub   = lab
  image = std.datascience
  term  = 2026-09-07 .. 2026-12-18
  content materials {
    repo     = "https://git.example.edu/physics/materials"
    branch   = "main"
    branches = ["main", "solutions", "week/1"]
    open {
      plain     = "lec/lec01.ipynb"
      dot       = "./lec/lec01.ipynb"
      blank     = "notes/My first notebook.ipynb"
      hash      = "notes/C# and F#.ipynb"
      question  = "notes/why?.ipynb"
      percent   = "notes/100% of 5%20.ipynb"
      plus      = "notes/a+b & c=d;e.ipynb"
      accent    = "notes/für Élise.ipynb"
      quotes    = "notes/it's (new) [1].ipynb"
      all       = "."
      folder    = "lec/"
      classic   = { path = "notes/C# and F#.ipynb", with = notebook }
      solved    = { path = "lec/lec01.ipynb", branch = "solutions" }
      week      = { path = "lec/lec01.ipynb", branch = "week/1" }
      again     = "lec/lec01.ipynb"
    }
  }
}

course maths {
  title = "Mathematics"
  hub   = lab
  image = std.datascience
  term  = 2026-09-07 .. 2026-12-18
  content materials {
    repo   = "https://git.example.edu/maths/materials"
    folder = "maths-materials"
    open { first = "lec/lec01.ipynb" }
  }
}

hub lab {
  provider = k
  homes    = homes
  domain   = "lab.example.edu"
  choose   = by-choice
  auth github {
    client-id     = secret("g/id")
    client-secret = secret("g/secret")
    allow         = everyone
  }
}
provider kind k { }
storage dynamic homes { size = 1GiB }
`;

const paths = [
  "lec/lec01.ipynb",
  "notes/My first notebook.ipynb",
  "notes/C# and F#.ipynb",
  "notes/why?.ipynb",
  "notes/100% of 5%20.ipynb",
  "notes/a+b & c=d;e.ipynb",
  "notes/für Élise.ipynb",
  "notes/it's (new) [1].ipynb",
];
const usual = { physics: "main", maths: "trunk" };

/** `build` compiles the folder of a program into another. */
export async function checkLinks({ build, work }, sum) {
  const folder = join(work, "links");
  mkdirSync(join(folder, "program"), { recursive: true });
  writeFileSync(join(folder, "program/campus.hub"), program);
  build(join(folder, "program"), join(folder, "out"));
  const environment = gitEnvironment(folder);
  makeRepository({ folder, owner: "physics", branches: ["main", "solutions", "week/1"] }, environment);
  makeRepository({ folder, owner: "maths", branches: ["trunk"] }, environment);
  const home = join(folder, "home");
  mkdirSync(home);
  const server = await startServer(home, environment);
  try {
    for (const course of ["physics", "maths"]) {
      const { links } = JSON.parse(readFileSync(join(folder, `out/courses/${course}/links.json`), "utf8"));
      sum.check(`links of ${course} are there`, links.length > 0 ? "" : "there is none");
      for (const link of links) sum.check(`nbgitpuller: ${course}: ${link.name}`, await whatIsWrong({ link, course, server }));
    }
    const lost = await openLink(new URLSearchParams({ repo: "https://git.example.edu/maths/materials", urlpath: "lab/tree/materials" }), server);
    sum.check("two repositories in one folder would have failed", lost.error === undefined ? "they did not" : "");
  } finally {
    server.process.kill();
  }
}

/** Git finds the repositories of the addresses on this disk, and knows who commits. */
function gitEnvironment(folder) {
  const config = join(folder, "gitconfig");
  const lines = [
    `[url "file://${join(folder, "git")}/"]`,
    "  insteadOf = https://git.example.edu/",
    "[user]\n  name = Test\n  email = test@example.edu",
    "[init]\n  defaultBranch = main",
  ];
  writeFileSync(config, `${lines.join("\n")}\n`);
  return { ...process.env, GIT_CONFIG_GLOBAL: config, GIT_CONFIG_SYSTEM: "/dev/null", HOME: folder, LANG: "C.UTF-8" };
}

/** Each file says of which repository, branch and path it is. */
function makeRepository({ folder, owner, branches }, environment) {
  const repository = join(folder, `git/${owner}/materials`);
  mkdirSync(repository, { recursive: true });
  const git = (...args) => execFileSync("git", args, { cwd: repository, env: environment, stdio: "ignore" });
  const [first] = branches;
  git("init", "-b", first);
  for (const branch of branches) {
    if (branch !== first) git("checkout", "-b", branch, first);
    for (const path of paths) {
      mkdirSync(dirname(join(repository, path)), { recursive: true });
      writeFileSync(join(repository, path), JSON.stringify(notebookSaying(`${owner} ${branch} ${path}`)));
    }
    git("add", ".");
    git("commit", "-m", branch);
  }
  git("checkout", first);
}

function notebookSaying(text) {
  return { cells: [{ cell_type: "markdown", metadata: {}, source: text }], metadata: {}, nbformat: 4, nbformat_minor: 4 };
}

async function startServer(home, environment) {
  const bin = binOf("nbgitpuller");
  const args = ["--no-browser", "--allow-root", "--port=0", `--ServerApp.root_dir=${home}`, "--IdentityProvider.token=", "--ServerApp.disable_check_xsrf=True"];
  const runtime = join(home, "../runtime");
  const env = { ...environment, PATH: `${bin}:${process.env.PATH}`, JUPYTER_RUNTIME_DIR: runtime };
  const started = spawn(join(bin, "jupyter-server"), args, { cwd: home, env, stdio: ["ignore", "ignore", "pipe"] });
  const url = await new Promise((found, failed) => {
    let said = "";
    const late = setTimeout(() => failed(new Error(`no server after a minute: ${said}`)), 60_000);
    started.stderr.on("data", (piece) => {
      said += piece;
      const [, address] = /(http:\/\/(?:127\.0\.0\.1|localhost):\d+)\//.exec(said) ?? [];
      if (address === undefined) return;
      clearTimeout(late);
      found(address);
    });
    started.on("exit", () => failed(new Error(`the server ended: ${said}`)));
  });
  return { process: started, url: url.replace("localhost", "127.0.0.1") };
}

/** Says what differs from what the link promises; empty where nothing does. */
async function whatIsWrong({ link, course, server }) {
  const { searchParams } = new URL(link.url);
  const { error, address } = await openLink(searchParams, server);
  if (error !== undefined) return error;
  const page = link.app === "notebook" ? "/tree/" : "/lab/tree/";
  if (!address.pathname.startsWith(page) || address.search !== "" || address.hash !== "") return `it goes to ${address}`;
  const answer = await fetch(`${server.url}/api/contents/${address.pathname.slice(page.length)}`);
  const found = await answer.json();
  if (!answer.ok) return `${address.pathname}: ${JSON.stringify(found)}`;
  const path = link.path.split("/").filter((part) => part !== "" && part !== ".").join("/");
  if (!paths.includes(path)) return found.type === "directory" && found.content.length > 0 ? "" : `${address} is no folder`;
  const branch = searchParams.get("branch") ?? usual[course];
  const says = found.content.cells[0].source;
  return says === `${course} ${branch} ${path}` ? "" : `it opened ${says}`;
}

/** What a browser does with a link: opens nbgitpuller's page, which fetches and goes on. */
async function openLink(parameters, server) {
  const page = await (await fetch(`${server.url}/git-pull?${parameters}`)).text();
  const told = (key) => {
    const [, value] = new RegExp(`data-${key}="([^"]*)"`).exec(page) ?? [];
    return value === undefined ? undefined : decodeURIComponent(value);
  };
  const asked = new URLSearchParams({ repo: told("repo"), targetpath: told("targetpath") });
  for (const key of ["branch", "depth"]) if (told(key) !== undefined) asked.set(key, told(key));
  const events = await (await fetch(`${server.url}/git-pull/api?${asked}`)).text();
  const last = events.trim().split("\n").filter((line) => line.startsWith("data:")).at(-1);
  const { phase, message } = JSON.parse(last.slice("data:".length));
  if (phase !== "finished") return { error: `${phase}: ${message}` };
  return { address: new URL(told("base-url") + told("path"), server.url) };
}

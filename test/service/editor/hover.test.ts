// What is told of every kind of thing under the pointer.

import { expect, it, test } from "vitest";
import { editorFeatures } from "../../../compiler/service/editor/editor-features.ts";
import { atCursor } from "../../support/editor-program.ts";

const program = `project p {
  lint { "course/term-over" = off }
}
## What courses share.
abstract course base {
  memory = 1GiB .. 2GiB
  needs  = [nbgitpuller]
}
## Foundations of Data Science.
course data8 extends base {
  title  = "Foundations 🎓"  # 🎓
  hub    = h
  image  = img
  term   = 2026-08-26 .. 2026-12-18
  peak   = 300
  needs += [widgets]
  pool   = berkeley.users
  during 2026-11-02 .. 2026-11-20 { memory = 4GiB }
  # hubc: allow course/term-over because "it is"
  content book {
    repo = "https://github.com/a/b"
    open { l = { path = "x.ipynb"  with = lab } }
  }
}
image img extends std.jupyterlab {
  conda {
    scikit-learn=1.5
  }
  pip {
    nbgitpuller==1.2.1
  }
  apt { git curl }
}
provider gke berkeley {
  project = "p"
  region  = "us-central1"
  cluster = "c"
  pool users { machine = "n2-highmem-8"  nodes = 0..40 }
}
storage filestore homes {
  server = "10.0.0.1"
  share  = "s"
}
let word = "abc"
hub h {
  provider = berkeley
  homes    = homes
  domain   = "\${word}.example.edu"
  auth github {
    client-id     = secret("github/id")
    client-secret = secret("github/secret")
    allow         = everyone
  }
}
`;

function hover(needle: string, skip = 1) {
  const offset = program.indexOf(needle) + skip;
  const { known, file } = atCursor(`${program.slice(0, offset)}|${program.slice(offset)}`);
  const told = editorFeatures.hover(known, file, offset);
  return told && { text: program.slice(told.span.start, told.span.end), markdown: told.markdown };
}

test("in a condition a fact or a setting is told by what it means", () => {
  const told = (text: string, needle: string) => {
    const offset = text.indexOf(needle) + 1;
    const { known, file } = atCursor(`${text.slice(0, offset)}|${text.slice(offset)}`);
    return editorFeatures.hover(known, file, offset)?.markdown;
  };
  const expectation =
    'expect e {\n  course = c\n  require = [server.memory.to >= 2GiB, any m in server.mount: m.path == "/x", cost.month < 5]\n}\n';
  expect(told(expectation, "memory")).toBe("**server.memory**\n\nGuarantee and limit.\n\n- Takes: range of bytes");
  expect(told(expectation, "to >=")).toContain("**server.memory.to**");
  expect(told(expectation, "server")).toContain("The server that the person starts");
  expect(told(expectation, "path")).toContain("Where it is in the server.");
  expect(told(expectation, "month")).toContain("A mean month.");
  expect(told(expectation, "expect")).toContain("Facts that must hold of what people get on a hub.");
  expect(told("policy course p {\n  require = peak <= 500\n}\n", "peak")).toContain(
    "How many people work at the same time",
  );
});

test.each([
  ["course data8", "course", ["**course**", "A course: its term"]],
  [
    "data8 extends",
    "data8",
    ["course data8 extends base { … }", "Foundations of Data Science.", "Declared in `0.hub:10`", "56 people"],
  ],
  ["base {\n  title", "base", ["What courses share.", "abstract course base"]],
  ["jupyterlab {", "jupyterlab", ["From the standard library, `std/jupyterlab.hub"]],
  ["gke", "gke", ["**provider gke**"]],
  ["auth", "auth", ["How people sign in, and who may."]],
  ["github {", "github", ["**auth github**", "Sign-in with GitHub."]],
  [
    "peak",
    "peak",
    [
      "How many people work at the same time",
      "peak = 300",
      "set by course data8, 0.hub:15",
      "300 at once need 6 nodes",
    ],
  ],
  ["300", "300", ["people", "USD an hour"]],
  [
    "needs +=",
    "needs",
    ["[nbgitpuller, widgets]", "set by course base, 0.hub:7", "added to by course data8, 0.hub:16"],
  ],
  ["memory = 1GiB", "memory", ["memory = 1GiB .. 2GiB"]],
  ["4GiB", "4GiB", ["14 people", "at 4 GiB"]],
  ["h\n  image", "h", ["hub h { … }", 'domain = "abc.example.edu"']],
  ["users\n", "users", ["pool users", "Its fullest days need 22 nodes of 40", "USD an hour"]],
  ["nodes =", "nodes", ["nodes = 0 .. 40", "for people 56.6 GiB"]],
  ["scikit-learn", "scikit-learn=1.5", ["conda package", "Version: `=1.5`", "Imported as: `sklearn`"]],
  ["nbgitpuller==", "nbgitpuller==1.2.1", ["package from PyPI", "Exactly: `1.2.1`"]],
  ["curl", "curl", ["Debian package"]],
  ['course/term-over" =', '"course/term-over"', ["**course/term-over**", "Wrong:", "Right:"]],
  ["course/term-over because", "course/term-over", ["**course/term-over** (warning)"]],
  ["word}", "word", ['let word = "abc"']],
  ["with =", '{ path = "x.ipynb"  with = lab }', ["**with**"]],
  ["content", "content", ["A repository of course material"]],
  ["domain ", "domain", ["Required", "set by hub h"]],
])("the hover of %j", (needle, text, told) => {
  const found = hover(needle);
  expect(found?.text).toBe(text);
  for (const part of told) expect(found?.markdown).toContain(part);
});

it("shows the windows that change a value, and defaults where nothing is said", () => {
  const { known, file, offset } = atCursor(
    "course c {\n  open|-with = lab\n  during 2026-11-02 .. 2026-11-20 { memory = 4GiB }\n  memory = 2GiB\n}\n",
  );
  expect(editorFeatures.hover(known, file, offset)?.markdown).toContain("Default: lab");
  const memory = file.text.indexOf("memory = 2GiB");
  expect(editorFeatures.hover(known, file, memory)?.markdown).toContain(
    "during 2026-11-02 .. 2026-11-20: memory = 4GiB .. 4GiB",
  );
});

it("tells the chart's default of a value and the type of a trait", () => {
  const hub =
    "hub h {\n  values {\n    singleuser {\n      startTime|out = 300\n    }\n  }\n  config { KubeSpawner.start_timeout = 600 }\n}\n";
  const { known, file, offset } = atCursor(hub);
  expect(editorFeatures.hover(known, file, offset)?.markdown).toMatch(
    /singleuser\.startTimeout.*by default\n\n```json\n300/s,
  );
  const trait = editorFeatures.hover(known, file, file.text.indexOf("start_timeout") + 1);
  expect(trait?.markdown).toContain("trait of `KubeSpawner`");
  expect(trait?.markdown).not.toContain("deprecated");
  const old = atCursor("hub h {\n  config { KubeSpawner.hub_connect_|port = 8081 }\n}\n");
  expect(editorFeatures.hover(old.known, old.file, old.offset)?.markdown).toContain("calls it deprecated");
  expect(editorFeatures.hover(known, file, file.text.indexOf("300"))).toBeUndefined();
});

it("says nothing where there is nothing to tell", () => {
  expect(hover('🎓"', 0)?.text).toBe('"Foundations 🎓"');
  expect(hover("# 🎓")).toBeUndefined();
  expect(hover("{\n  lint", 0)?.markdown).toBeUndefined();
});

it("tells what a name of the release stands for in each stage of a hub, and where it is a constant", () => {
  const hub =
    'hub h {\n  provider = k\n  homes = s\n  auth github {\n    client-id = secret("a")\n    client-secret = secret("b")\n    allow { people = ["ada"] }\n  }\n  domain = "h.example.edu"\n  announcement = "at ${dom|ain}"\n  stage staging { domain = "try.example.edu" }\n  stage prod { }\n}\nprovider kind k { }\nstorage dynamic s { size = 1GiB }\nimage i extends std.scipy { }\ncourse c {\n  title = "C"\n  hub = h\n  image = i\n  term = 2026-08-26 .. 2026-12-18\n}\n';
  const { known, file, offset } = atCursor(hub);
  const told = editorFeatures.hover(known, file, offset);
  expect(told && file.text.slice(told.span.start, told.span.end)).toBe("domain");
  expect(told?.markdown).toContain("- `prod`: `h.example.edu`\n- `staging`: `try.example.edu`");
  const other = atCursor(`let domain = "abc"\n${hub}`);
  expect(editorFeatures.hover(other.known, other.file, other.offset)?.markdown).toContain('let domain = "abc"');
});

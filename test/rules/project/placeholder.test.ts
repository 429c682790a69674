// What templates leave where the reader's own value belongs.

import { describe, expect, it } from "vitest";
import { placeholderIn } from "../../../compiler/knowledge/placeholders.ts";
import { checkProgram, programOf } from "../../support/programs.ts";
import { findings, smallProgram } from "../../support/small-program.ts";

describe("a placeholder", () => {
  it.each([
    ["CHANGEME", "CHANGEME"],
    ["https://CHANGE_ME.example.edu/x", "CHANGE_ME"],
    ["REPLACE_ME", "REPLACE_ME"],
    ["YOUR-PROJECT-ID", "YOUR-PROJECT-ID"],
    ["<your-client-id>", "<your-client-id>"],
    ["ghcr.io/<your org>/img", "<your org>"],
    ["<client-id>", "<client-id>"],
    ["TODO", "TODO"],
    ["changeme", "changeme"],
    ["xxxx", "xxxx"],
    ["xxxx-xxxx", "xxxx-xxxx"],
    ["changeme@example.edu", "changeme"],
    ["ops-change-me@uni.edu", "change-me"],
    ["your-project-id", "your-project-id"],
    ["your_password", "your_password"],
    ["hub.your-domain.edu", "your-domain"],
    ["https://hub.yourdomain.com/", "yourdomain"],
    ["ada@your-university.edu", "your-university"],
    ["ghcr.io/your-org/lab:1", "your-org"],
    ["https://github.com/your-username/labs", "your-username"],
    ["https://github.com/example/materials", "example"],
    ["git@github.com:example-org/materials.git", "example-org"],
    ["https://gitlab.com/my-org/materials", "my-org"],
    ["ghcr.io/example", "example"],
    ["ghcr.io/OWNER/hubs", "OWNER"],
    ["quay.io/ORG/lab:2026-08-01", "ORG"],
    ["hub.<domain>", "<domain>"],
    ["https://<host>/x", "<host>"],
    ["<project>-hub", "<project>"],
    ["<YOUR_ID>", "YOUR_ID"],
    ["xxx@xxx.edu", "xxx"],
    ["PROJECT_ID", "PROJECT_ID"],
    ["replace-with-your-id", "replace-with-your-id"],
    ["put-your-token-here", "put-your-token-here"],
    ["TODO: the real name", "TODO"],
    ["https://berkeley.zoom.us/j/TODO", "TODO"],
    ["https://edstem.org/us/courses/XXXXX/discussion/", "XXXXX"],
    ["https://canvas.uni.edu/courses/FIXME?x=1", "FIXME"],
    ["https://forms.uni.edu/view?id=TBD", "TBD"],
  ])("%s", (value, found) => {
    expect(placeholderIn(value)).toBe(found);
  });

  it.each([
    "A list of TODO items, and how to keep it",
    "exchangemeeting",
    "hub.example.edu",
    "<b>Welcome</b> to your hub",
    "if a < b and c > d",
    "your-first-notebook.ipynb",
    "${HOME}/x",
    "Fill in your name",
    "hw/your-project/your-name.ipynb",
    "your-first-notebook",
    "Change me, and run the cell again",
    "(?<year>[0-9]{4})-x",
    "<b>Bold</b>",
    "one<br>two",
    "ghcr.io/campus/project:1",
    "my-project",
    "exchange-media.example.edu",
    "TODO list of the week",
    "xx.example.edu",
    "https://github.com/examples/materials",
    "https://github.com/org/materials",
    "https://github.com/campus/example",
    "https://git.campus.edu/example/materials",
    "quay.io/orgmode/lab:1",
    "data/xxx/a.csv",
    "https://uni.edu/todo-list",
    "https://github.com/campus/todo",
    "https://uni.edu/TODO-list/x",
  ])("is not %s", (value) => {
    expect(placeholderIn(value)).toBeUndefined();
  });

  it("is found wherever it stands, once, and marked itself", () => {
    const text = smallProgram({
      hub: '  admins = ["TBD"]\n  environment { PLACE = "CHANGEME now" }',
      more: 'project p { registry = "ghcr.io/p" }',
    });
    const found = checkProgram(programOf(text)).diagnostics.filter(({ code }) => code === "project/placeholder");
    expect(found.map(({ span }) => span.file.text.slice(span.start, span.end))).toEqual(["TBD", "CHANGEME"]);
  });
});

describe("an address for examples", () => {
  const at = (domain: string, stages = "") =>
    smallProgram({ hub: stages })
      .replace("provider kind k { }", 'provider gke k {\n  project = "p"\n  region = "us-central1"\n  cluster = "c"\n}')
      .replace("h.example.edu", domain);

  it("is no hub's for people", () => {
    expect(findings(at("hub.example.com"))).toContain("hub/example-address");
    expect(findings(at("hub.example.edu"))).not.toContain("hub/example-address");
    expect(findings(at("example.community"))).not.toContain("hub/example-address");
    expect(findings(smallProgram().replace("h.example.edu", "h.example.com"))).not.toContain("hub/example-address");
  });

  it("is no storage's, no sign-in's and no help's either", () => {
    const byCanvas = (url: string) =>
      at("hub.campus.edu").replace("auth github {", `auth canvas {\n    url = "${url}"`);
    expect(findings(byCanvas("https://canvas.example.com"))).toContain("hub/example-address");
    expect(findings(byCanvas("https://canvas.campus.edu"))).not.toContain("hub/example-address");
    expect(findings(at("hub.campus.edu", '  contact = "mailto:help@example.org"'))).toContain("hub/example-address");
    expect(findings(at("hub.campus.edu", '  contact = "https://campus.edu/?from=example.org"'))).not.toContain(
      "hub/example-address",
    );
    const onNfs = at("hub.campus.edu").replace(
      /storage \w+ (\w+) \{[^}]*\}/,
      'storage nfs $1 { server = "nfs.example.com"  export = "/homes" }',
    );
    expect(findings(onNfs)).toContain("hub/example-address");
  });
});

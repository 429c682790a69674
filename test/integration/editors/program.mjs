// The program that every editor opens: two mistakes, one of them behind an emoji, and a name that another file declares.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the files for editors. */
export const editorFiles = fileURLToPath(new URL("../../../editor", import.meta.url));

export const files = {
  "project.hub": "project editors { }\n",
  "image.hub": "image scipy-fall extends greeter { }\n",
  "people.hub": 'group staff { members = ["ada"] }\n',
  "course.hub": `course data8 {
  title    = "Foundations"
  hub      = h
  imgae    = scipy-fall
  term     = 2026-08-26 .. 2026-12-18
  students = 20
  memory   = 1GiB .. 2GiB
}

image greeter extends std.scipy { run = ["echo é😀", nobody] }

hub h {
  provider = k
  homes    = homes
  domain   = "h.example.edu"
  auth github {
    client-id     = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`,
};

/** Calls `use` with a folder that has the program, and with a folder beside it that the editor may write to; both are removed after it. */
export async function withProgram(name, use) {
  const parent = mkdtempSync(join(tmpdir(), `hubc-${name}-`));
  const root = join(parent, "program");
  const own = join(parent, "own");
  try {
    // Editors look for the root of a repository.
    mkdirSync(join(root, ".git"), { recursive: true });
    mkdirSync(own, { mode: 0o700 });
    for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text);
    return await use({ root, own });
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

/**
 * Makes `hubc` a command, as the settings for editors have it. In the folder `own` it leaves what the editor writes to it (`written`),
 * what it tells (`told`), and its process (`pid`). @returns the variables of the environment in which it is found.
 */
export function hubcOnPath(own, cli) {
  const bin = join(own, "bin");
  mkdirSync(bin);
  const text = [
    "#!/bin/sh",
    `echo $$ > "${own}/pid"`,
    `tee "${own}/written" | "${process.execPath}" "${cli}" "$@" | tee "${own}/told"`,
    "",
  ];
  writeFileSync(join(bin, "hubc"), text.join("\n"), { mode: 0o755 });
  return { PATH: `${bin}:${process.env["PATH"]}` };
}

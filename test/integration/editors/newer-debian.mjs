// Programs of a newer Debian than this machine's, unpacked into a folder and run with the loader and the libraries they were built for.
// Nothing of the system is changed. The mirror is the one that apt uses here already.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";

/** Unpacks packages of a release with all that they need, once. @throws Error where apt has no mirror of Debian, or a package is not there. */
export function unpackNewer({ folder, release, packages }) {
  const done = join(folder, "packages.txt");
  const wanted = `${release} ${packages.join(" ")}\n`;
  if (existsSync(done) && readFileSync(done, "utf8") === wanted) return;
  console.log(`setup: unpacking ${packages.join(", ")} of Debian ${release}`);
  // An apt of its own, that knows of no installed package: it fetches the libraries too.
  const apt = join(folder, "apt");
  for (const part of ["lists/partial", "cache/archives/partial"]) mkdirSync(join(apt, part), { recursive: true });
  writeFileSync(join(apt, "status"), "");
  writeFileSync(join(apt, "sources.list"), `deb [signed-by=${keyring}] ${mirror()} ${release} main\n`);
  const settings = [
    `Dir::State "${apt}";`,
    `Dir::State::status "${join(apt, "status")}";`,
    `Dir::Cache "${join(apt, "cache")}";`,
    `Dir::Etc::sourcelist "${join(apt, "sources.list")}";`,
    'Dir::Etc::sourceparts "-";',
    // Texts for shops of programs are as large as the lists.
    'Acquire::IndexTargets::deb::DEP-11::DefaultEnabled "false";',
    'Acquire::Languages "none";',
  ];
  writeFileSync(join(apt, "apt.conf"), `${settings.join("\n")}\n`);
  const run = (argv) => execFileSync("apt-get", argv, { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, APT_CONFIG: join(apt, "apt.conf") } });
  run(["update", "-qq"]);
  run(["install", "-yqq", "--no-install-recommends", "--download-only", ...packages]);
  const archives = join(apt, "cache/archives");
  for (const name of readdirSync(archives).filter((one) => one.endsWith(".deb"))) {
    execFileSync("dpkg-deb", ["-x", join(archives, name), folder]);
  }
  rmSync(apt, { recursive: true });
  writeFileSync(done, wanted);
}

/** How a program of the folder is run. */
export function newerCommand(folder, program) {
  const triplet = readdirSync(join(folder, "usr/lib")).find((name) => name.endsWith("-linux-gnu"));
  const libraries = join(folder, "usr/lib", triplet);
  const loader = readdirSync(libraries).find((name) => name.startsWith("ld-linux"));
  return [join(libraries, loader), "--library-path", libraries, join(folder, program)];
}

/** Where this machine has its packages of Debian from; apt knows it once it has lists. */
function mirror() {
  const found = knownMirror();
  if (found !== undefined) return found;
  execFileSync("apt-get", ["update", "-qq"], { stdio: ["ignore", "ignore", "inherit"] });
  const updated = knownMirror();
  if (updated === undefined) throw new Error("apt has no mirror of Debian: Helix and tree-sitter come from one.");
  return updated;
}

function knownMirror() {
  const argv = ["indextargets", "--format", "$(LABEL) $(REPO_URI)", "Created-By: Packages"];
  const line = execFileSync("apt-get", argv, { encoding: "utf8" }).split("\n").find((one) => one.startsWith("Debian "));
  return line?.split(" ")[1];
}

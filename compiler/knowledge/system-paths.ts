// Folders of a container that its programs and Kubernetes rely on: what is mounted over one hides it, or puts other people's files there.
// Sources: hier(7) and the Filesystem Hierarchy Standard 3.0; Kubernetes 1.34, serviceaccount admission (/var/run/secrets); the Jupyter Docker
// Stacks' and repo2docker's images (/opt/conda, /srv/conda), 2026-01.

/** Nothing is mounted at or below these. */
const closed = [
  "/bin",
  "/boot",
  "/dev",
  "/etc",
  "/lib",
  "/lib32",
  "/lib64",
  "/proc",
  "/run",
  "/sbin",
  "/sys",
  "/usr",
  "/var/run",
];

/** Nothing takes the place of these; folders below them are free. */
const hidden = [
  "/",
  "/var",
  "/var/lib",
  "/opt",
  "/opt/conda",
  "/srv/conda",
  "/home",
  "/usr/bin",
  "/usr/lib",
  "/usr/lib64",
  "/usr/sbin",
  "/usr/local",
  "/usr/local/bin",
  "/usr/local/lib",
];

/** Folders below the closed ones that are made for it. */
const free = ["/dev/shm", "/usr/local/share", "/usr/share"];

/** Where Jupyter looks for kernels, extensions and configuration (jupyter_core 5.8, paths.py). */
const loaded = ["/usr/local/share/jupyter", "/usr/share/jupyter"];

/** The system's folder that a mount at `path`, which is absolute, would hide or lie in. */
export function systemPathAt(path: string): string | undefined {
  const plain = normalized(path);
  const isIn = (folder: string) => plain === folder || plain.startsWith(`${folder}/`);
  const ofJupyter = loaded.find(isIn);
  if (ofJupyter !== undefined) return ofJupyter;
  if (free.some((folder) => plain.startsWith(`${folder}/`)) || plain === "/dev/shm") return undefined;
  return hidden.find((folder) => plain === folder) ?? closed.find(isIn);
}

/** What the kernel and Kubernetes keep, and what decides what every program loads and who is root (ld.so(8), sudoers(5), shadow(5)). */
const deciding = [
  "/proc",
  "/sys",
  "/var/run/secrets",
  "/run/secrets",
  "/etc/ld.so.preload",
  "/etc/shadow",
  "/etc/sudoers",
  "/etc/sudoers.d",
];

/** The same for what operators mount themselves: a file or a folder of its own inside one of them is fine, but for what decides more. */
export function coveredSystemPath(path: string): string | undefined {
  const plain = normalized(path);
  const kept = deciding.find((one) => plain === one || plain.startsWith(`${one}/`));
  return kept ?? [...hidden, ...closed].find((folder) => plain === folder);
}

/** Without doubled slashes, `.`, `..` and a slash at the end. */
function normalized(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === "..") parts.pop();
    else parts.push(part);
  }
  return `/${parts.join("/")}`;
}

// buildah on the test's own storage, in chroots, which work where no container runtime is allowed.
import { spawnSync } from "node:child_process";
import { standIn, storage } from "./setup.mjs";

/** What steps of a build see: the stand-ins' programs, the machine's package lists and its certificates. */
export const volumes = [
  ...["--volume", `${standIn}:/stand-in`],
  ...["--volume", "/etc/apt:/etc/apt:ro"],
  ...["--volume", "/etc/ssl/certs:/etc/ssl/certs:ro"],
];

/** Runs it, and returns what it says. @throws Error with the end of what it said where it fails. */
export function buildah(args) {
  const { ok, said } = tryBuildah(args);
  if (!ok) throw new Error(`buildah ${args[0]} failed:\n${said.slice(-3000)}`);
  return said.trim();
}

/** Runs it, and returns whether it succeeded and what it said. */
export function tryBuildah(args) {
  const { status, stdout, stderr, error } = spawnSync("buildah", [...storage, ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 27,
    timeout: 6 * 60_000,
  });
  if (error) throw error;
  return { ok: status === 0, said: status === 0 ? stdout : `${stdout}\n${stderr}` };
}

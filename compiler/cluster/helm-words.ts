// The words of the helm commands that deploy a release, and what helm's errors mean.

import { chartRepository } from "../knowledge/chart.ts";
import { upgradeOptions } from "../knowledge/helm-options.ts";

export interface HelmTarget {
  readonly kubeconfig: string | undefined;
  readonly context: string;
}

/** By which helm finds the cluster. */
export function clusterWords({ kubeconfig, context }: HelmTarget): readonly string[] {
  return [...(kubeconfig === undefined ? [] : ["--kubeconfig", kubeconfig]), "--kube-context", context];
}

/** `helm upgrade` that waits, and puts the release back where it does not come up. */
export function upgradeWords(
  { name, namespace }: { readonly name: string; readonly namespace: string },
  {
    version,
    chart,
    values,
    timeout,
    fixedKey,
  }: {
    /** `v4.1.4+g…`. */
    readonly version: string;
    readonly chart: { readonly own: string } | { readonly version: string };
    /** The file with the values. */
    readonly values: string;
    /** Seconds. */
    readonly timeout: number;
    /** The setting of the proxy's key, and the file that holds it. */
    readonly fixedKey: { readonly path: string; readonly file: string } | undefined;
  },
): readonly string[] {
  const source = "own" in chart ? [chart.own] : ["jupyterhub", "--repo", chartRepository, "--version", chart.version];
  const options = version.startsWith("v3.") ? upgradeOptions.three : upgradeOptions.four;
  return [
    ...["upgrade", "--install", name, ...source, "--namespace", namespace, "--values", values],
    ...(fixedKey === undefined ? [] : ["--set-file", `${fixedKey.path}=${fixedKey.file}`]),
    ...["--timeout", `${timeout}s`, ...options],
  ];
}

/** Why helm failed, in sentences. Of what it says, the lines that begin with `Error`, or the last ones. */
export function helmFailure(stderr: string, release: string): string {
  const lines = stderr
    .split("\n")
    .filter((line) => line.trim() !== "" && !/^(?:WARNING|level=|coalesce|warning:|I\d{4})/i.test(line));
  const errors = lines.filter((line) => /^Error:/.test(line));
  const said = (errors.length > 0 ? errors : lines.slice(-3))
    .join(" ")
    .replace(/^Error: /, "")
    .slice(0, 900);
  if (/another operation \(install\/upgrade\/rollback\) is in progress/.test(said))
    return `Another helm is at work on the release ${release}. Wait until it has ended, then deploy again.`;
  if (/context deadline exceeded|timed out waiting|progress deadline|resource .* not ready/i.test(said))
    return `The release ${release} did not come up in time, and was put back to what it was: ${said}. \`kubectl get pods\` and \`kubectl describe\` in its namespace say what its pods wait for; --timeout gives it longer.`;
  if (/failed to fetch|no such host|looks like .* is not a valid chart repository|cannot be reached/i.test(said))
    return `helm can't fetch the chart: ${said}. Where the repository can't be reached, --chart names a folder or an archive.`;
  return `helm could not deploy the release ${release}: ${said}.`;
}

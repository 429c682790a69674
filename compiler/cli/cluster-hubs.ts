// hubc import --cluster: releases that run, as helm keeps them, in place of values files.

import { chartKeyOf } from "../audit/hub-values.ts";
import { type FoundHub, unknownPlace } from "../audit/layouts.ts";
import { readValues } from "../audit/read-values.ts";
import type { ClusterRelease } from "../node/cluster-releases.ts";
import { printJson } from "../text/print-json.ts";
import { createSourceFile } from "../text/source-file.ts";
import type { ParsedArguments } from "./arguments.ts";
import { objectsOf, orCannotRun, patienceOf } from "./cluster-connection.ts";
import { CannotRun, type Io } from "./io.ts";
import type { NamedHubs } from "./values-paths.ts";

/** @throws CannotRun where the cluster can't be asked, or has no such release. */
export async function clusterHubs(parsed: ParsedArguments, io: Io): Promise<NamedHubs> {
  const [name, ...more] = parsed.positionals;
  if (more.length > 0) throw new CannotRun("--cluster takes one name: that of a release.");
  const [{ chooseContext }, { clusterReleases }] = await Promise.all([
    import("../node/kube-context.ts"),
    import("../node/cluster-releases.ts"),
  ]);
  const chosen = chooseContext({
    file: parsed.values.get("kubeconfig"),
    context: parsed.values.get("context"),
    environment: io.env,
  });
  if ("problem" in chosen) throw new CannotRun(chosen.problem);
  const objects = await objectsOf(chosen, patienceOf(parsed));
  const namespace = parsed.values.get("namespace");
  try {
    const releases = await orCannotRun(() => clusterReleases(objects, { namespace, name }));
    const hubs = releases.map(hubOf);
    const isHub = ({ files }: FoundHub) =>
      files.some(({ file }) => {
        const values = readValues(file, () => undefined);
        return values !== undefined && chartKeyOf(values) !== undefined;
      });
    return {
      hubs: hubs.filter(isHub),
      // Other charts are many, and nobody asked for one.
      skipped: [],
      shown: name ?? `the context ${chosen.context.name}`,
    };
  } finally {
    objects.api.end();
  }
}

/** JSON is YAML. Of a chart around the JupyterHub chart the version is another. */
function hubOf({ name, namespace, content }: ClusterRelease): FoundHub {
  const file = createSourceFile(`${namespace}/${name}.yaml`, printJson(content.values));
  return {
    name,
    place: { ...unknownPlace(name), release: name },
    files: [{ file, under: [] }],
    version: content.chart === "jupyterhub" ? content.version : undefined,
  };
}

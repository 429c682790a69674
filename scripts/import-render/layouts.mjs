// Where the values files of a hub lie in a repository, in the order in which helm takes them, and the chart that they are for: hubploy's deployments,
// 2i2c's clusters, a chart around the JupyterHub chart, and plain files. It is written apart from the compiler's own reader, whose work it proves.

import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { dump, loadAll } from "js-yaml";
import { packChart } from "../../test/integration/charts/helm.mjs";

/** The JupyterHub chart of a checkout, alone or as a part of the repository's chart in `folder`. */
export function chartOf(work, folder, { charts, version }) {
  const chart = join(work, "charts", (folder ?? "jupyterhub").replace(/[^\w.-]+/g, "-"));
  if (existsSync(chart)) return chart;
  if (folder === undefined) packChart(join(charts, version), version, chart);
  else around(chart, folder, { charts, version });
  return chart;
}

/** As `helm dependency build` would have it, but for charts of others: what they would make is no matter of the JupyterHub chart's values. */
function around(chart, folder, { charts, version }) {
  cpSync(folder, chart, { recursive: true });
  for (const name of ["Chart.lock", "requirements.lock", "values.schema.json"])
    rmSync(join(chart, name), { force: true });
  for (const name of ["requirements.yaml", "Chart.yaml"]) {
    const path = join(chart, name);
    if (!existsSync(path)) continue;
    const about = yamlIn(path);
    const kept = (about.dependencies ?? []).flatMap((one) => {
      const called = one.alias ?? one.name;
      if (one.name === "jupyterhub") packChart(join(charts, version), version, join(chart, "charts", called));
      else if (/^file:\/\/\.\.\//.test(one.repository ?? ""))
        around(join(chart, "charts", one.name), join(folder, one.repository.replace("file://", "")), {
          charts,
          version,
        });
      else return [];
      return [{ ...one, version: one.name === "jupyterhub" ? version : one.version, repository: "" }];
    });
    writeFileSync(path, dump({ ...about, dependencies: kept }));
  }
}

function yamlIn(path) {
  return loadAll(readFileSync(path, "utf8"))[0] ?? {};
}

/**
 * A hub and a stage of the built programs, as helm would be given it today: the chart's folder, nothing for the JupyterHub chart itself; its files;
 * and files that lie over both, since nobody can read them. Undefined where no layout has it.
 */
export function filesOf(repository, { hub, stage }) {
  for (const layout of [hubploy, clusters, charts, plain]) {
    const found = layout(repository, { hub, stage });
    if (found !== undefined)
      return { ...found, files: found.files.filter(existsSync), over: (found.over ?? []).filter(existsSync) };
  }
  return undefined;
}

function hubploy(repository, { hub, stage }) {
  const own = join(repository, "deployments", hub);
  if (!existsSync(join(own, "config"))) return undefined;
  return {
    chart: join(repository, "hub"),
    files: [join(own, "config/common.yaml"), join(own, `config/${stage}.yaml`)],
    over: [join(own, `secrets/${stage}.yaml`)],
  };
}

/** `config/clusters/CLUSTER/cluster.yaml` names the files of each hub, which is called `CLUSTER-HUB` here. */
function clusters(repository, { hub, stage }) {
  const root = join(repository, "config/clusters");
  if (!existsSync(root)) return undefined;
  for (const cluster of readdirSync(root)) {
    const folder = join(root, cluster);
    if ((hub !== cluster && !hub.startsWith(`${cluster}-`)) || !existsSync(join(folder, "cluster.yaml"))) continue;
    const entry = (yamlIn(join(folder, "cluster.yaml")).hubs ?? []).find(({ name }) => {
      const [, of, other] = /^(?:(.+)-)?(staging|prod)$/.exec(name) ?? [undefined, name, "prod"];
      return hub === (of === undefined ? cluster : `${cluster}-${of}`) && stage === other;
    });
    if (entry === undefined) continue;
    const files = (entry.helm_chart_values_files ?? []).filter((one) => !/\.jsonnet$|^enc-|secret/.test(one));
    return { chart: join(repository, "helm-charts", entry.helm_chart), files: files.map((one) => join(folder, one)) };
  }
  return undefined;
}

/** A chart's own values are those of its hub. */
function charts(repository, { hub }) {
  const found = filesNamed(repository, "Chart.yaml").find(
    (path) => asName(dirname(path).split("/").at(-1)) === hub && existsSync(join(dirname(path), "values.yaml")),
  );
  if (found === undefined) return undefined;
  const names = ["Chart.yaml", "requirements.yaml"].map((name) => join(dirname(found), name)).filter(existsSync);
  const has = names.some((path) => (yamlIn(path).dependencies ?? []).some(({ name }) => name === "jupyterhub"));
  return has ? { chart: dirname(found), files: [] } : undefined;
}

/** A file by the name that the program gives its hub. */
function plain(repository, { hub }) {
  const found = filesNamed(repository, /\.ya?ml$/).filter((path) => {
    const name = path.slice(repository.length + 1).replace(/\.ya?ml$/, "");
    return (
      asName(name) === hub || asName(name.split("/").at(-1)) === hub || asName(name.split("/").at(-2) ?? "") === hub
    );
  });
  const values = found.filter((path) => /^ *(?:hub|singleuser|proxy):/m.test(readFileSync(path, "utf8")));
  // Of several with one name nobody knows here which it is.
  return values.length === 1 ? { chart: undefined, files: values } : undefined;
}

function asName(text) {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

function filesNamed(folder, wanted) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
    const path = join(folder, one.name);
    if (one.isDirectory())
      return one.name.startsWith(".") || one.name === "node_modules" ? [] : filesNamed(path, wanted);
    return (typeof wanted === "string" ? one.name === wanted : wanted.test(one.name)) ? [path] : [];
  });
}

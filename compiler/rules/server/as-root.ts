import { offerFix } from "../../diagnostics/diagnostic.ts";
import { baseImage } from "../../knowledge/base-images.ts";
import { asFarAsKnown } from "../../model/as-far-as-known.ts";
import type { ChartLeaf } from "../../model/chart-leaf.ts";
import type { Release } from "../../model/release.ts";
import type { ChartData } from "../../schema/values/chart-data.ts";
import { pythonSettings } from "../../syntax/python/python-settings.ts";
import { defineRule, type ReportOf } from "../rule.ts";
import { entriesNamed } from "./entries-named.ts";

/** Root in the container, or on the node as well. */
type RootRight = "account" | "node" | "beside";

/** Nobody's server is root's. */
export const asRoot = defineRule<{ what: string; right: RootRight }>({
  code: "server/as-root",
  title: "Servers that run as root",
  why: "What a person runs in their server is root in the container then: it may change every file of a share that is mounted, whoever it belongs to, and one fault of the kernel is a way to the node. Software that needs root is installed by `apt` or in the base.",
  message: ({ what, right }) =>
    right === "account"
      ? `${what} makes people's servers run as root: name an account without its rights.`
      : right === "beside"
        ? `${what} makes a container beside people's servers run as root: name an account without its rights.`
        : `${what} gives people's servers the rights of root on the node: leave \`privileged\` out.`,
  check: (model, report) => {
    for (const { value, span, base } of model.images.map((image) => ({ ...image.user, base: image.base }))) {
      if (value !== "root") continue;
      const usual = JSON.stringify(baseImage(base?.value ?? "").user);
      const fixes = [offerFix(`Write \`${usual}\``, span, usual)];
      report({ what: 'user = "root"', right: "account" }, { span, fixes });
    }
    for (const release of model.releases) asFarAsKnown(() => checkOwn(release, report));
  },
});

function checkOwn({ ownValues, containers }: Release, report: ReportOf<{ what: string; right: RootRight }>): void {
  for (const { user } of containers)
    if (user?.value === 0) report({ what: "user = 0", right: "beside" }, { span: user.span });
  for (const { leaf } of ownValues)
    for (const right of rootRights(leaf.value))
      report({ what: `\`${leaf.value.path.join(".")}\``, right }, { span: leaf.span });
}

/** What a value or a piece of Python of one's own gives servers of root's rights, each once. */
function rootRights({ path, data }: ChartLeaf): Set<RootRight> {
  const [first, second, className = ""] = path;
  const last = settingsIn(path.at(-1) ?? "", data);
  const rightsOf = (settings: readonly Setting[]) =>
    new Set(
      settings.flatMap(([key, value]) => {
        const setting = rootSettings.get(key);
        return setting !== undefined && setting.value === value ? [setting.right] : [];
      }),
    );
  if (first === "singleuser") {
    if (second === "uid") return rightsOf(last);
    return rightsOf(second === "profileList" ? settingsBelow(data) : []);
  }
  if (first !== "hub") return new Set();
  if (second === "config") return rightsOf(className.endsWith("Spawner") ? [...last, ...settingsBelow(data)] : []);
  return rightsOf(second === "extraConfig" ? settingsOfPython(data) : []);
}

type Setting = readonly [key: string, value: unknown];

function settingsIn(key: string, data: ChartData): Setting[] {
  return data.kind === "scalar" ? [[key, data.value]] : [];
}

function settingsBelow(data: ChartData): Setting[] {
  return [...rootSettings.keys()].flatMap((key) => entriesNamed(key, data).flatMap((value) => settingsIn(key, value)));
}

function settingsOfPython(data: ChartData): Setting[] {
  if (data.kind !== "scalar" || typeof data.value !== "string") return [];
  return pythonSettings(data.value).flatMap(({ className, trait, value }): Setting[] =>
    className.endsWith("Spawner") ? [[trait, value]] : [],
  );
}

/** What makes root, under the names of the chart 4.4.0, of KubeSpawner 7.1 (spawner.py, the older ones too) and of Kubernetes' security contexts. */
const rootSettings: ReadonlyMap<string, { readonly value: unknown; readonly right: RootRight }> = new Map([
  ["uid", { value: 0, right: "account" }],
  ["singleuser_uid", { value: 0, right: "account" }],
  ["runAsUser", { value: 0, right: "account" }],
  ["run_as_user", { value: 0, right: "account" }],
  ["privileged", { value: true, right: "node" }],
  ["singleuser_privileged", { value: true, right: "node" }],
]);

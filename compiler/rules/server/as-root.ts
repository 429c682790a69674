import { defineDiagnostic, diagnose, offerFix } from "../../diagnostics/diagnostic.ts";
import { baseImage } from "../../knowledge/base-images.ts";
import type { OwnValue } from "../../model/chart-leaf.ts";
import type { ChartData } from "../../schema/values/chart-data.ts";
import { eachPart, toldOnce } from "../each-part.ts";
import { distinctPlaces } from "../image/distinct-lines.ts";
import type { Rule } from "../rule.ts";
import { entriesNamed } from "./entries-named.ts";

const image = (user: string) => `image img extends std.jupyterlab {\n  user = "${user}"\n}\n`;

const definition = defineDiagnostic<{ what: string }>({
  code: "server/as-root",
  severity: "error",
  title: "Servers that run as root",
  why: "What a person runs in their server is root in the container then: it may change every file of a share that is mounted, whoever it belongs to, and one fault of the kernel is a way to the node. Software that needs root is installed by `apt` or in the base.",
  wrong: image("root"),
  right: image("jovyan"),
  message: ({ what }) => `${what} makes people's servers run as root: name an account without its rights.`,
});

/** Nobody's server is root's. */
export const asRoot: Rule = {
  diagnostics: [definition],
  check: (model, report, memory) => {
    for (const { value, span, base } of distinctPlaces(model.images.map((one) => ({ ...one.user, base: one.base })))) {
      if (value !== "root") continue;
      const usual = JSON.stringify(baseImage(base?.value ?? "").user);
      const fixes = [offerFix(`Write \`${usual}\``, span, usual)];
      report(diagnose(definition, { what: 'user = "root"' }, { span, fixes }));
    }
    ownIds(model, report, memory);
  },
};

const ownIds = toldOnce(
  eachPart(
    ({ releases }) => releases,
    ({ ownValues }, report) => {
      for (const own of ownValues) {
        if (isRoot(own))
          report(diagnose(definition, { what: `\`${own.leaf.value.path.join(".")}\`` }, { span: own.leaf.span }));
      }
    },
  ),
);

/** The values and traits that say as whom a server runs (chart 4.4.0, values.yaml; kubespawner 7.1, spawner.py). */
function isRoot({ leaf: { value } }: OwnValue): boolean {
  const path = value.path.join(".");
  const isRootId = (data: ChartData) => data.kind === "scalar" && data.value === 0;
  if (/^singleuser\.uid$|^hub\.config\.\w*Spawner\.uid$/.test(path)) return isRootId(value.data);
  return path === "singleuser.profileList" && entriesNamed("uid", value.data).some(isRootId);
}

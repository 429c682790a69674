// Python that sets what hubc writes or sets again when the hub starts: neither may hide the other.

import { diagnose, type Report } from "../../diagnostics/diagnostic.ts";
import { authenticators } from "../../knowledge/authenticators.ts";
import { unfitForPython } from "../../knowledge/hub-traits.ts";
import type { Json } from "../../knowledge/json-schema.ts";
import { lineOf, namesOfTrait, nameToday, sectionOf } from "../../knowledge/sign-in-classes.ts";
import { unfitAddition } from "../../knowledge/traits-made-by-chart.ts";
import type { OwnPythonSetting } from "../../model/own-python.ts";
import { ownValue } from "../../model/own-values.ts";
import type { Release } from "../../model/release.ts";
import { memberOf, plainData, type YamlMapping, type YamlNode } from "../../output/yaml-tree.ts";
import { clash, unfitTrait } from "../../schema/values-diagnostics.ts";
import type { Span } from "../../text/span.ts";

/** What hubc writes of a sign-in. */
export interface WrittenSignIn {
  /** `hub.config`. */
  readonly config: YamlMapping;
  /** The setting of the vocabulary that a value is written from, in words. */
  readonly settingOf: (path: readonly string[]) => string | undefined;
}

export function checkPython(release: Release, { config, settingOf }: WrittenSignIn, report: Report): void {
  const line = lineOf(sectionOf(traitIn(config, "JupyterHub", "authenticator_class")) ?? "Authenticator");
  for (const setting of release.ownCode.settings) {
    const { className, trait, span } = setting;
    const isOfLine = line.includes(className);
    const today = isOfLine ? nameToday(line, trait) : trait;
    const reason =
      unfitForPython(className, today, setting) ??
      unfitAddition(release.chart, setting) ??
      unfitForList(release, config, setting);
    if (reason !== undefined) {
      report(diagnose(unfitTrait, { path: `${className}.${trait}`, reason }, { span }));
      continue;
    }
    if (!isOfLine && className !== "JupyterHub") continue;
    const written = writtenFor(release, config, isOfLine ? { line, today } : undefined, setting);
    if (written === undefined) continue;
    const related = [{ span: written.span, message: "This is what hubc writes it for." }];
    report(
      diagnose(
        clash,
        { path: written.path, by: "hubc", setting: settingOf(written.path.split(".")) },
        { span, related },
      ),
    );
  }
}

/** Values of the chart are lists where the trait is a set: code that adds to a set stops the hub there. */
function unfitForList(release: Release, config: YamlMapping, { className, trait, needs }: OwnPythonSetting) {
  if (needs !== "no-list") return undefined;
  const written = traitIn(config, className, trait) ?? ownValue(release, `hub.config.${className}.${trait}`);
  return Array.isArray(written)
    ? `\`hub.config\` holds it as a list, which has no \`add\`, \`update\` and \`|=\`, and the hub would not start: write \`c.${className}.${trait}.append(…)\``
    : undefined;
}

interface Written {
  readonly path: string;
  readonly span: Span;
}

/** What hubc writes that the setting would replace, or hide. Adding to a list by the same class and name is neither. */
function writtenFor(
  release: Release,
  config: YamlMapping,
  inLine: { readonly line: readonly string[]; readonly today: string } | undefined,
  setting: OwnPythonSetting,
): Written | undefined {
  const { className, trait, how, value } = setting;
  const at = (other: string, name: string): Written | undefined => {
    const section = memberOf(config, other);
    const entry = section?.kind === "mapping" ? section.entries.find(({ key }) => key === name) : undefined;
    if (entry === undefined) return undefined;
    const adds = how === "adds" && other === className && name === trait && entry.value.kind !== "scalar";
    const isSame = how === "sets" && value !== undefined && isAlike(plainData(entry.value), value);
    return adds || isSame
      ? undefined
      : {
          path: `hub.config.${other}.${name}`,
          span: entry.origin ?? originIn(entry.value) ?? section?.origin ?? release.auth.span,
        };
  };
  if (inLine === undefined) return trait === "authenticator_class" ? at("JupyterHub", trait) : undefined;
  for (const other of inLine.line)
    for (const name of namesOfTrait(inLine.line, inLine.today)) {
      const written = at(other, name);
      if (written !== undefined) return written;
    }
  return secretFor(release, inLine.today);
}

/** hubc's own piece gives these their values from the release's Secret. */
function secretFor({ auth }: Release, trait: string): Written | undefined {
  const found = Object.entries(authenticators[auth.variant]?.secretTraits ?? {}).find(([, name]) => name === trait);
  const setting = found && auth.settings[found[0]];
  return (
    found && setting && { path: `hub.config.${authenticators[auth.variant]?.section}.${trait}`, span: setting.span }
  );
}

function originIn(node: YamlNode): Span | undefined {
  if (node.origin !== undefined || node.kind === "scalar") return node.origin;
  return (node.kind === "sequence" ? node.items : node.entries.map(({ value }) => value))
    .map(originIn)
    .find((span) => span);
}

function isAlike(json: Json, other: Json): boolean {
  const sorted = (value: Json) => JSON.stringify(Array.isArray(value) ? [...value].sort() : value);
  return sorted(json) === sorted(other);
}

function traitIn(config: YamlMapping, className: string, trait: string): Json | undefined {
  const section = memberOf(config, className);
  const node = section?.kind === "mapping" ? memberOf(section, trait) : undefined;
  return node && plainData(node);
}

// Reading values in a program: constants filled in, references followed, files looked up.

import {
  type Diagnostic,
  type DiagnosticDefinition,
  diagnose,
  type Fix,
  offerFix,
  type Report,
  replaceFix,
} from "../diagnostics/diagnostic.ts";
import { notUtf8 } from "../diagnostics/file-diagnostics.ts";
import {
  abstractReference,
  constantCycle,
  familyNeedsNumber,
  unknownConstant,
  unknownNames,
} from "../names/names-diagnostics.ts";
import { isReleaseName, namesOf, type ReleaseNames } from "../names/release-names.ts";
import type { Surroundings } from "../names/surroundings.ts";
import { isMeant, nameIn, reportUnknown } from "../names/unknown-name.ts";
import { assetPath, hiddenPart } from "../schema/asset-path.ts";
import { fileNotFound, hiddenFile, outsideProject, tooLarge, wrongType } from "../schema/schema-diagnostics.ts";
import { secretInText } from "../schema/secret-diagnostics.ts";
import { type Target, type Unknown, unknown, type ValueReader, type ValueType } from "../schema/value-type.ts";
import { describeValue } from "../schema/values/describe-value.ts";
import { textOf } from "../schema/values/scalars.ts";
import type { LetNode, PathNode, Range, ValueNode } from "../syntax/tree.ts";
import { holdsNoText } from "../text/control-characters.ts";
import { closest } from "../text/edit-distance.ts";
import { limits } from "../text/limits.ts";
import type { SourceFile } from "../text/source-file.ts";
import { spanOf } from "../text/span.ts";

/** What reading needs beside the file: the rest of the project, and where to report. */
export interface ReadingContext {
  readonly surroundings: Surroundings;
  readonly report: Report;
  /** The number of the family's member that is being read. */
  readonly number: number | undefined;
  /** In a hub: what its texts have of the release. */
  readonly release?: ReleaseNames | undefined;
  /** Constants that are being followed. */
  readonly following: readonly string[];
  readonly filled: Filled;
}

/** What has been filled in while a declaration was read. */
export interface Filled {
  /** What constants come to in a text, by name, so that one that stands in many others is worked out once. */
  readonly texts: Map<string, string>;
  /** How often a constant was filled in, and how many characters that came to. */
  times: number;
  characters: number;
}

/** Nothing, yet. */
export function nothingFilled(): Filled {
  return { texts: new Map(), times: 0, characters: 0 };
}

/** A reader of values in `file`. */
export function createReader(file: SourceFile, context: ReadingContext): ValueReader {
  return new ProgramReader(file, context, undefined);
}

/** One is made for each declaration and most values: a class, so that each is no more than its three fields. */
class ProgramReader implements ValueReader {
  readonly file: SourceFile;
  readonly example: string | undefined;
  readonly #context: ReadingContext;

  constructor(file: SourceFile, context: ReadingContext, example: string | undefined) {
    this.file = file;
    this.example = example;
    this.#context = context;
  }

  beside(example: string | undefined): ValueReader {
    return new ProgramReader(this.file, this.#context, example);
  }

  quiet(): ValueReader {
    return new ProgramReader(this.file, { ...this.#context, report: () => {} }, this.example);
  }

  say<P>(
    definition: DiagnosticDefinition<P>,
    parameters: P,
    at: Range,
    more?: Partial<Pick<Diagnostic, "fixes" | "related" | "hidden">>,
  ): Unknown {
    this.#context.report(diagnose(definition, parameters, { span: spanOf(this.file, at), ...more }));
    return unknown;
  }

  fix(title: string, at: Range, text: string): Fix {
    return replaceFix(title, spanOf(this.file, at), text);
  }

  offer(title: string, at: Range, text: string): Fix {
    return offerFix(title, spanOf(this.file, at), text);
  }

  constant<T>(node: ValueNode, type: ValueType<T>): T | Unknown | undefined {
    return constant(node, type, this, this.#context);
  }

  interpolated(name: string, at: Range): string | Unknown {
    return interpolated(name, at, this, this.#context);
  }

  targets(node: ValueNode, kind: string, options?: { readonly single: boolean }): readonly Target[] | Unknown {
    return targets(node, kind, { reader: this, context: this.#context, single: options?.single ?? false });
  }

  asset(path: string, at: Range): string | Unknown {
    return asset(path, at, this, this.#context);
  }
}

function constant<T>(
  node: ValueNode,
  type: ValueType<T>,
  reader: ValueReader,
  context: ReadingContext,
): T | Unknown | undefined {
  const name =
    node.kind === "path" && node.names.length === 1 && node.index === undefined ? node.names[0]?.text : undefined;
  if (name === undefined) return undefined;
  if (name === "n" && context.number !== undefined) {
    return type.read(
      { kind: "literal", form: "number", raw: String(context.number), start: node.start, end: node.end },
      reader,
    );
  }
  const declared = context.surroundings.constant(name);
  if (declared === undefined) return undefined;
  if (declared === "unknown") return unknown;
  if (context.following.includes(name)) return reader.say(constantCycle, { name }, node);
  const { filled } = context;
  filled.times++;
  if (filled.times > limits.filledIn) {
    const isFirst = filled.times === limits.filledIn + 1;
    return isFirst ? reader.say(tooLarge, { found: tooOften }, node) : unknown;
  }
  const diagnostics: Diagnostic[] = [];
  const value = type.read(
    declared.value,
    constantReader(declared, context, (diagnostic) => diagnostics.push(diagnostic)),
  );
  if (value !== unknown || declared.value.kind === "unreadable") return value;
  const related = [{ span: spanOf(declared.file, declared.name), message: `\`${name}\` is declared here.` }];
  if (diagnostics.some((diagnostic) => diagnostic.code === wrongType.code)) {
    const expected = type.expected.charAt(0).toUpperCase() + type.expected.slice(1);
    return reader.say(wrongType, { expected, found: `\`${name}\`, which is ${describeValue(declared.value)}` }, node, {
      related,
    });
  }
  for (const diagnostic of diagnostics) context.report(diagnostic);
  return unknown;
}

/** A reader of the value of a constant, which stands for itself nowhere in it. */
export function constantReader(declared: LetNode, context: ReadingContext, report: Report): ValueReader {
  const following = [...context.following, declared.name.text];
  return createReader(declared.file, { ...context, report, following, number: undefined, release: undefined });
}

const tooOften = `Constants are filled in here more than ${limits.filledIn} times`;
const tooLong = `The texts that constants are filled into come to more than ${limits.filledInCharacters / 2 ** 20} MiB here`;

function interpolated(name: string, at: Range, reader: ValueReader, context: ReadingContext): string | Unknown {
  const text = constantText(name, at, reader, context);
  if (text === unknown) return unknown;
  const { filled } = context;
  const before = filled.characters;
  filled.characters += text.length;
  if (filled.characters <= limits.filledInCharacters) return text;
  return before <= limits.filledInCharacters ? reader.say(tooLarge, { found: tooLong }, at) : unknown;
}

function constantText(name: string, at: Range, reader: ValueReader, context: ReadingContext): string | Unknown {
  if (name === "n" && context.number !== undefined) return String(context.number);
  const { surroundings } = context;
  const declared = surroundings.constant(name);
  if (declared === "unknown") return unknown;
  if (declared === undefined) {
    const ofRelease = context.release?.(name);
    if (ofRelease !== undefined) return ofRelease;
    const suggestion = closest(name, [...surroundings.constantNames(), ...namesOf(context.release)]);
    const fixes = suggestion === undefined ? [] : [reader.offer(`Write \`${suggestion}\``, at, suggestion)];
    return reader.say(unknownConstant, { name, suggestion, ofHub: isReleaseName(name) }, at, { fixes });
  }
  if (context.following.includes(name)) return reader.say(constantCycle, { name }, at);
  const { value } = declared;
  if (value.kind === "unreadable") return unknown;
  if (value.kind === "text") {
    const known = context.filled.texts.get(name);
    if (known !== undefined) return known;
    const text = textOf(value, constantReader(declared, context, context.report));
    if (text !== unknown) context.filled.texts.set(name, text);
    return text;
  }
  if (value.kind === "literal") return value.raw;
  if (value.kind === "call" && value.name.text === "secret") return reader.say(secretInText, { name }, at);
  return reader.say(
    wrongType,
    { expected: "A text, a number or a date", found: `\`${name}\`, which is ${describeValue(value)}` },
    at,
  );
}

interface Search {
  readonly reader: ValueReader;
  readonly context: ReadingContext;
  readonly single: boolean;
}

/** Is there a declaration of this kind whose name is written so? A pool's name stands behind its provider's. */
function declares(surroundings: Surroundings, kind: string, written: string): boolean {
  if (kind === "pool") return /^[a-z][\w-]*\.[a-z][\w-]*$/i.test(written);
  const standard = written.startsWith("std.");
  return surroundings.find(kind, standard ? written.slice("std.".length) : written, standard).length > 0;
}

/** How what people write in place of a name is declared. */
const declaredBy: ReadonlyMap<string, string> = new Map([
  ["group", 'group NAME { members = ["…"] }'],
  ["image", 'image NAME { base = "…" }'],
  ["hub", 'hub NAME { external = true  domain = "…" }'],
]);

function targets(node: ValueNode, kind: string, search: Search): readonly Target[] | Unknown {
  const { reader, context } = search;
  const { surroundings, report } = context;
  if (node.kind === "unreadable") return unknown;
  if (node.kind !== "path") {
    const written =
      node.kind === "text" && node.parts.length === 1 && typeof node.parts[0] === "string" ? node.parts[0] : undefined;
    const isDeclared = written !== undefined && declares(surroundings, kind, written);
    const fixes = isDeclared ? [reader.fix("Remove the quotes", node, written)] : [];
    const how = isDeclared ? undefined : declaredBy.get(kind);
    const expected = `The name of ${/^[aeiou]/.test(kind) ? "an" : "a"} ${kind}${how === undefined ? "" : `, which \`${how}\` declares,`}`;
    return reader.say(wrongType, { expected, found: describeValue(node) }, node, { fixes });
  }
  if (kind === "pool") return poolTarget(node, search);
  const written = nameIn(node);
  const found = written === undefined ? [] : surroundings.find(kind, written.name, written.standard);
  if (written === undefined || found.length === 0) {
    const name = node.names.length === 1 ? (node.names[0]?.text ?? "") : "";
    const declared = surroundings.constant(name);
    if (declared !== undefined && declared !== "unknown" && declared.value.kind === "path") {
      if (context.following.includes(name)) return reader.say(constantCycle, { name }, node);
      const followed = { ...context, following: [...context.following, name] };
      return targets(declared.value, kind, {
        ...search,
        context: followed,
        reader: constantReader(declared, followed, report),
      });
    }
    const meant = reportUnknown({ path: node, kind, span: spanOf(reader.file, node) }, surroundings, report);
    if (meant === undefined || surroundings.isAbstract(kind, meant, false)) return unknown;
    return [{ kind, name: meant, standard: false }];
  }
  const { standard } = written;
  if (search.single && found.length > 1)
    return reader.say(familyNeedsNumber, { name: node.names[0]?.text ?? "" }, node);
  const abstract = found.find((name) => surroundings.isAbstract(kind, name, standard));
  if (abstract !== undefined) return reader.say(abstractReference, { kind, name: abstract }, node);
  return found.map((name) => ({ kind, name, standard }));
}

function poolTarget(node: PathNode, search: Search): readonly Target[] | Unknown {
  const { reader } = search;
  const { surroundings, report } = search.context;
  const [providerName, poolName] = node.names;
  const definition = unknownNames["pool"];
  if (providerName === undefined || definition === undefined) return unknown;
  if (poolName === undefined || node.names.length > 2) {
    return reader.say(wrongType, { expected: "A pool, such as `berkeley.users`", found: describeValue(node) }, node);
  }
  const provider = providerName.text;
  const known = surroundings.pools(provider);
  if (known === undefined) {
    const path: PathNode = { ...node, names: [providerName], end: providerName.end };
    const meant = reportUnknown({ path, kind: "provider", span: spanOf(reader.file, path) }, surroundings, report);
    const pools = meant === undefined ? undefined : surroundings.pools(meant);
    const isThere = meant !== undefined && Array.isArray(pools) && pools.includes(poolName.text);
    return isThere ? [{ kind: "pool", name: meant, part: poolName.text, standard: false }] : unknown;
  }
  const name = node.index === undefined ? poolName.text : `${poolName.text}-${node.index}`;
  if (known === "unknown") return unknown;
  if (known.includes(name)) return [{ kind: "pool", name: provider, part: name, standard: false }];
  const suggestion = closest(name, known);
  const fixes = suggestion === undefined ? [] : [reader.offer(`Write \`${suggestion}\``, poolName, suggestion)];
  const parameters = {
    name: `${provider}.${name}`,
    suggestion: suggestion && `${provider}.${suggestion}`,
    known: known.map((one) => `${provider}.${one}`),
  };
  reader.say(definition, parameters, node, { fixes });
  if (suggestion === undefined || !isMeant("pool", name, suggestion)) return unknown;
  return [{ kind: "pool", name: provider, part: suggestion, standard: false }];
}

function asset(path: string, at: Range, reader: ValueReader, context: ReadingContext): string | Unknown {
  const inside = assetPath(path);
  if (inside === undefined) return reader.say(outsideProject, { path }, at);
  const hidden = hiddenPart(inside);
  if (hidden !== undefined) return reader.say(hiddenFile, { path: inside, part: hidden }, at);
  const text = context.surroundings.asset(inside);
  if (text === null) return unknown;
  if (text !== undefined && holdsNoText(text)) {
    const found = "it holds a zero or half of a surrogate pair";
    return reader.say(notUtf8, { what: `\`${path}\``, found }, at);
  }
  if (text !== undefined) return text;
  return reader.say(fileNotFound, { path, suggestion: closest(inside, context.surroundings.assetPaths()) }, at);
}

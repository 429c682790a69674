// What a release's own code sets of the hub's configuration, with the place of each in the program: pieces of Python in `hub.extraConfig`,
// files of Python that the chart runs before them, and arguments of the hub's command, which go before all configuration.
// Source: templates/hub/deployment.yaml and files/hub/jupyterhub_config.py of the chart 4.4.0; traitlets 5, Application.

import { type ChartData, type ChartScalar, isChartText } from "../schema/values/chart-data.ts";
import { readPythonLiteral } from "../syntax/python/python-literal.ts";
import { type PythonSetting, readPythonConfig } from "../syntax/python/python-settings.ts";
import { placeInText } from "../syntax/text-places.ts";
import type { Span } from "../text/span.ts";
import type { OwnValue } from "./chart-leaf.ts";

export interface OwnPythonSetting extends PythonSetting {
  /** Of `c.Class.trait`; of the whole text where that is filled in or stands in another file. */
  readonly span: Span;
  /** The name of the piece. */
  readonly piece: string;
}

/** Code that may set traits, of which only the hub knows which. */
export interface OwnUnread {
  /** Of one class, or of any where it is absent. */
  readonly className: string | undefined;
  readonly span: Span;
}

/** The files of Python that the chart runs, for those who check their text. */
export function ownPythonFiles(values: readonly OwnValue[]): readonly { readonly name: string; readonly data: Text }[] {
  return values.flatMap((value) => fileOf(value, values) ?? []).filter(({ runs }) => runs);
}

export interface OwnCode {
  readonly settings: readonly OwnPythonSetting[];
  readonly unread: readonly OwnUnread[];
}

const none: OwnCode = { settings: [], unread: [] };

/** What the code among values of one's own sets, in the order in which the hub runs it. */
export function ownCodeOf(ownValues: readonly OwnValue[]): OwnCode {
  if (!ownValues.some(({ leaf }) => leaf.value.path[0] === "hub")) return none;
  const parts = [
    ...inOrder(ownValues.flatMap((value) => fileOf(value, ownValues) ?? [])).map(readPiece),
    ...inOrder(ownValues.flatMap((value) => pieceOf(value) ?? [])).map(readPiece),
    ...ownValues.map((value) => mountedCode(value, ownValues)),
    ...ownValues.map(argumentsOf),
  ];
  return { settings: parts.flatMap(({ settings }) => settings), unread: parts.flatMap(({ unread }) => unread) };
}

type Text = ChartScalar & { readonly value: string };

/** A text with Python. `runs`: the chart runs it; else only the hub knows whether anything does. */
interface Piece {
  readonly name: string;
  readonly data: Text;
  readonly runs: boolean;
}

function inOrder(pieces: readonly Piece[]): readonly Piece[] {
  return [...pieces].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function readPiece({ name, data, runs }: Piece): OwnCode {
  const { settings, unread } = readPythonConfig(data.value);
  const placed = (start: number, end: number) => placeInPiece(data, start, end) ?? data.span;
  if (!runs)
    return {
      settings: [],
      unread: settings.map(({ className, start, end }) => ({ className, span: placed(start, end) })),
    };
  return {
    settings: settings.map((setting) => ({ ...setting, piece: name, span: placed(setting.start, setting.end) })),
    unread: unread.map(({ className, start, end }) => ({ className, span: placed(start, end) })),
  };
}

function pieceOf({ leaf: { value } }: OwnValue): Piece | undefined {
  const [hub, extraConfig, name, ...rest] = value.path;
  if (hub !== "hub" || extraConfig !== "extraConfig" || name === undefined || rest.length > 0) return undefined;
  return isChartText(value.data) ? { name, data: value.data, runs: true } : undefined;
}

const configFolder = "/usr/local/etc/jupyterhub";

/** A file of `hub.extraFiles` with Python; the chart runs those in one folder, by their names. */
function fileOf(value: OwnValue, all: readonly OwnValue[]): Piece | undefined {
  const { path, data } = value.leaf.value;
  const at = filePath(path, all);
  if (at === undefined || !at.endsWith(".py") || path[3] !== "stringData" || !isChartText(data)) return undefined;
  return { name: at, data, runs: isRun(at) };
}

function isRun(path: string): boolean {
  return /^\/usr\/local\/etc\/jupyterhub\/jupyterhub_config\.d\/[^/]+\.py$/.test(path.replaceAll(/\/{2,}/g, "/"));
}

/** Where a file of `hub.extraFiles` is, of which a value is at this path. */
function filePath([hub, extraFiles, key, part]: readonly string[], all: readonly OwnValue[]): string | undefined {
  if (hub !== "hub" || extraFiles !== "extraFiles" || key === undefined || part === undefined) return undefined;
  const [found] = all.flatMap(({ leaf: { value } }) => {
    const isIt = value.path.join("\0") === [hub, extraFiles, key, "mountPath"].join("\0");
    return isIt && isChartText(value.data) ? [value.data.value] : [];
  });
  return found;
}

/** What is mounted into the folders of the hub's configuration, and files in base64, bring what can't be read here. */
function mountedCode(value: OwnValue, all: readonly OwnValue[]): OwnCode {
  const { path, data } = value.leaf.value;
  const [hub, part, , last] = path;
  const unread = (spans: readonly Span[]) => ({
    settings: [],
    unread: spans.map((span) => ({ className: undefined, span })),
  });
  if (hub !== "hub") return none;
  if (part === "extraFiles" && last === "binaryData")
    return isRun(filePath(path, all) ?? "") ? unread([data.span]) : none;
  return part === "extraVolumeMounts" ? unread(mountPaths(data)) : none;
}

function mountPaths(data: ChartData): Span[] {
  if (data.kind === "list") return data.items.flatMap(mountPaths);
  if (data.kind !== "map") return [];
  return data.entries.flatMap(({ key, value }) =>
    key === "mountPath" && isChartText(value) && value.value.startsWith(configFolder) ? [value.span] : [],
  );
}

/** `--Authenticator.allow_all=True`, and files of configuration beside the chart's. */
function argumentsOf({ leaf: { value } }: OwnValue): OwnCode {
  const path = value.path.join(".");
  if ((path !== "hub.args" && path !== "hub.command") || value.data.kind !== "list") return none;
  const texts = value.data.items.filter(isChartText);
  const settings = texts.flatMap(({ value: text, span }): OwnPythonSetting[] => {
    const [whole = "", className, trait] = /^--([A-Z]\w*)\.([A-Za-z_]\w*)(?:=|$)/.exec(text) ?? [];
    if (className === undefined || trait === undefined) return [];
    const given = readPythonLiteral(text, whole.length)?.value;
    return [
      {
        className,
        trait,
        how: "sets",
        needs: undefined,
        value: given,
        start: 0,
        end: 0,
        valueStart: undefined,
        span,
        piece: path,
      },
    ];
  });
  const unread = texts.flatMap(({ value: text, span }, i): OwnUnread[] => {
    const before = texts[i - 1]?.value ?? "";
    const file = /^(?:--config|-f)$/.test(before) ? text : /^--config=(.*)$/s.exec(text)?.[1];
    return file === undefined || file === `${configFolder}/jupyterhub_config.py`
      ? []
      : [{ className: undefined, span }];
  });
  return { settings, unread };
}

/** The place in a program of a part of a piece; nothing where the piece is not written as one text there. */
export function placeInPiece({ from, span, value }: ChartScalar, start: number, end: number): Span | undefined {
  if (typeof from === "object" && "lines" in from) return placeInLines({ value, span, lines: from.lines }, start, end);
  if (from !== "quotes") return undefined;
  const first = placeInText(span.file.text, span, start);
  const last = placeInText(span.file.text, span, end);
  if (first === undefined || last === undefined) return undefined;
  return { file: span.file, start: first, end: Math.max(last, first + 1) };
}

interface Lines extends Pick<ChartScalar, "value" | "span"> {
  readonly lines: readonly number[];
}

function placeInLines({ value, span, lines }: Lines, start: number, end: number): Span {
  const offset = (at: number) => {
    const before = String(value).slice(0, at).split("\n");
    return (lines[before.length - 1] ?? span.start) + (before.at(-1)?.length ?? 0);
  };
  const first = offset(start);
  return { file: span.file, start: first, end: Math.max(offset(end), first + 1) };
}

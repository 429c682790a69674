// Templates that a project brings. They are Handlebars and nothing more: values, `if`, `unless`, `each` and `with`. What would put a value in
// unescaped, take another template in, or call something is refused, so that a template can say nothing that its page does not know.

import Handlebars, {
  type TemplateNode,
  type TemplatePath,
  type TemplateProgram,
} from "handlebars/dist/cjs/handlebars.js";
import { closest } from "../../text/edit-distance.ts";
import type { PageFormat } from "./ink.ts";
import type { ReadTemplate, TemplateProblem } from "./page-template.ts";

const blockWords = ["if", "unless", "each", "with"] as const;

export const readTemplate: ReadTemplate = (text, format) => {
  const parsed = parse(text);
  if ("problems" in parsed) return parsed;
  const problems: TemplateProblem[] = [];
  findUnsafe(parsed, format, problems);
  if (problems.length > 0) return { problems };
  const known = Object.fromEntries(blockWords.map((word) => [word, true]));
  const render = Handlebars.compile(parsed, {
    strict: true,
    noEscape: format === "md",
    knownHelpersOnly: true,
    knownHelpers: { ...known, log: false, lookup: false },
  });
  return {
    problemsWith: (view) => {
      const unknown = unknownNames(parsed, view);
      return unknown.length > 0 ? unknown : missingIn(() => render(view));
    },
    render: (view) => render(view),
  };
};

/** What a page itself lacks: where `../` and `@index` lead is known for certain only once it is made. */
function missingIn(render: () => string): readonly TemplateProblem[] {
  try {
    render();
    return [];
  } catch (error) {
    const [, name, line, column] =
      /^"(.*)" not defined in .* - (\d+):(\d+)$/s.exec(String(Object(error).message)) ?? [];
    if (name === undefined) throw error;
    const reason = `there is no \`${name}\` here: \`../\` or \`@\` leads nowhere from this place`;
    return [{ kind: "unknown-name", reason, line: Number(line) - 1, column: Number(column) }];
  }
}

function parse(text: string): TemplateProgram | { readonly problems: readonly TemplateProblem[] } {
  try {
    return Handlebars.parse(text);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { problems: [syntaxProblem(error)] };
  }
}

/** Handlebars says "Parse error on line 3:", a frame and what it expected; of a wrong close it says names and a place. */
function syntaxProblem({ message }: Error): TemplateProblem {
  const [, number, expected] = /^Parse error on line (\d+):\n[^\n]*\n-*\^\n([\s\S]*)$/.exec(message) ?? [];
  if (number !== undefined) {
    const found = /got '([A-Z_]+)'/.exec(expected ?? "")?.[1];
    const reason = found === "EOF" ? "it ends within a block or a `{{`" : "this is not how a `{{…}}` is written";
    return { kind: "syntax", reason, line: Number(number) - 1, column: 0 };
  }
  const [, words, line, column] = /^([\s\S]*?)(?: - (\d+):(\d+))?$/.exec(message) ?? [];
  const reason = (words ?? message).replace(/[.\s]+$/, "");
  return { kind: "syntax", reason, line: Number(line ?? 1) - 1, column: Number(column ?? 0) };
}

/** What is no value and none of the four blocks. */
function findUnsafe(program: TemplateProgram, format: PageFormat, problems: TemplateProblem[]): void {
  for (const node of program.body) {
    const refused = refusal(node, format);
    if (refused !== undefined) {
      problems.push({ kind: "unsafe", reason: refused, line: node.loc.start.line - 1, column: node.loc.start.column });
      continue;
    }
    if (node.type !== "BlockStatement") continue;
    findUnsafe(node.program, format, problems);
    if (node.inverse) findUnsafe(node.inverse, format, problems);
  }
}

function refusal(node: TemplateNode, format: PageFormat): string | undefined {
  switch (node.type) {
    case "ContentStatement":
    case "CommentStatement":
      return undefined;
    case "MustacheStatement":
      if (!node.escaped && format === "html") return "a value is always escaped: write `{{…}}` with two braces";
      if (node.path.type !== "PathExpression" || node.params.length > 0 || node.hash !== undefined)
        return "only a value's name stands in `{{…}}`: there are no helpers";
      return undefined;
    case "BlockStatement":
      if (!blockWords.some((word) => word === node.path.original))
        return `the blocks are ${blockWords.map((word) => `\`#${word}\``).join(", ")}`;
      if (node.params.length !== 1 || node.params[0]?.type !== "PathExpression" || node.hash !== undefined)
        return `\`#${node.path.original}\` takes the name of one value`;
      return node.program.blockParams === undefined && node.inverse?.blockParams === undefined
        ? undefined
        : "`as |name|` is not taken: in a block the names are those of the value";
    default:
      return "a template takes no other in, and runs nothing";
  }
}

/** Names that the view does not have, in branches not taken too. Of an empty list nothing is known. */
function unknownNames(program: TemplateProgram, view: object): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  walk(program, [view]);
  return problems;

  function walk({ body }: TemplateProgram, scopes: readonly unknown[]): void {
    for (const node of body) {
      if (node.type === "MustacheStatement" && node.path.type === "PathExpression") look(node.path, scopes);
      if (node.type !== "BlockStatement") continue;
      const [about] = node.params;
      const value = about?.type === "PathExpression" ? look(about, scopes) : anything;
      const word = node.path.original;
      const inner = word === "each" ? (Array.isArray(value) && value.length > 0 ? value[0] : anything) : value;
      const isSame = word === "if" || word === "unless";
      // What stands in a value that is not there is not known either.
      walk(node.program, isSame ? scopes : [inner ?? anything, ...scopes]);
      if (node.inverse) walk(node.inverse, scopes);
    }
  }

  function look(path: TemplatePath, scopes: readonly unknown[]): unknown {
    if (path.data) return path.parts[0] === "root" ? at(path, scopes.at(-1), path.parts.slice(1)) : anything;
    if (path.depth >= scopes.length) {
      const { line, column } = path.loc.start;
      problems.push({ kind: "unknown-name", reason: "`../` leads out of the page here", line: line - 1, column });
      return anything;
    }
    return at(path, scopes[path.depth], path.parts);
  }

  function at({ loc }: TemplatePath, from: unknown, parts: readonly string[]): unknown {
    let value = from;
    for (const part of parts) {
      if (value === anything || value === undefined) return anything;
      const names = typeof value === "object" && value !== null ? Object.keys(value) : [];
      if (!names.includes(part)) {
        const reason = unknownReason(part, names);
        problems.push({ kind: "unknown-name", reason, line: loc.start.line - 1, column: loc.start.column });
        return anything;
      }
      value = new Map(Object.entries(Object(value))).get(part);
    }
    return value;
  }
}

/** Stands for a value of which nothing is known. */
const anything = Symbol("anything");

function unknownReason(name: string, names: readonly string[]): string {
  const meant = closest(name, names);
  if (meant !== undefined) return `there is no \`${name}\` here: did you mean \`${meant}\`?`;
  const known = names.map((one) => `\`${one}\``).join(", ");
  return names.length === 0
    ? `there is no \`${name}\` here: the value has no names in it`
    : `there is no \`${name}\` here: there is ${known}`;
}

// The program that is being written, as statements: each knows which part of the original it stands for, so that what goes wrong with a
// line can be taken back.

/** One setting or block. */
export type Statement = SettingStatement | BlockStatement;

export interface SettingStatement {
  readonly kind: "setting";
  readonly head: string;
  readonly value: string;
  /** The piece that it belongs to. */
  readonly piece: string;
  readonly comments: readonly string[];
}

export interface BlockStatement {
  readonly kind: "block";
  /** `auth google`, `profile cpu`. */
  readonly head: string;
  readonly body: readonly Statement[];
  readonly piece: string;
  readonly comments: readonly string[];
}

export function set(head: string, value: string, piece: string, comments: readonly string[] = []): SettingStatement {
  return { kind: "setting", head, value, piece, comments };
}

export function block(
  head: string,
  body: readonly Statement[],
  piece: string,
  comments: readonly string[] = [],
): BlockStatement {
  return { kind: "block", head, body, piece, comments };
}

/** Blocks of one head as one, where the first of them stands. */
export function merged(statements: readonly Statement[]): readonly Statement[] {
  const found = new Map<string, Statement>();
  for (const statement of statements) {
    const there = found.get(statement.head);
    if (there?.kind === "block" && statement.kind === "block") {
      const comments = [...there.comments, ...statement.comments];
      found.set(statement.head, { ...there, comments, body: merged([...there.body, ...statement.body]) });
    } else
      found.set(
        statement.head,
        statement.kind === "block" ? { ...statement, body: merged(statement.body) } : statement,
      );
  }
  return [...found.values()];
}

export interface PrintedStatements {
  readonly text: string;
  /** The piece of each line, from the first. */
  readonly pieces: readonly string[];
}

/** Not laid out: `hubc fmt` does that. */
export function printStatements(statements: readonly Statement[]): PrintedStatements {
  const lines: string[] = [];
  const pieces: string[] = [];
  const write = (text: string, piece: string) => {
    for (const line of text.split("\n")) {
      lines.push(line);
      pieces.push(piece);
    }
  };
  const print = (statement: Statement, depth: number) => {
    const indent = "  ".repeat(depth);
    for (const comment of statement.comments) write(`${indent}# ${comment}`.trimEnd(), statement.piece);
    if (statement.kind === "setting") write(`${indent}${statement.head} = ${statement.value}`, statement.piece);
    else {
      write(`${indent}${statement.head} {`, statement.piece);
      for (const inner of statement.body) print(inner, depth + 1);
      write(`${indent}}`, statement.piece);
    }
  };
  for (const statement of statements) print(statement, 0);
  return { text: lines.join("\n"), pieces };
}

/** What several bodies have alike, and what each has beside it. */
export function shared(bodies: readonly (readonly Statement[])[]): {
  readonly common: readonly Statement[];
  readonly own: readonly (readonly Statement[])[];
} {
  const [first = []] = bodies;
  const common: Statement[] = [];
  const own: Statement[][] = bodies.map(() => []);
  const heads = new Set(bodies.flatMap((body) => body.map(({ head }) => head)));
  for (const head of heads) {
    const each = bodies.map((body) => body.find((statement) => statement.head === head));
    const here = first.find((statement) => statement.head === head);
    if (here !== undefined && each.every((statement) => statement !== undefined && isSame(statement, here))) {
      common.push(here);
      continue;
    }
    const blocks = each.flatMap((statement) =>
      statement?.kind === "block" && isDivisible(statement) ? [statement] : [],
    );
    if (blocks.length === bodies.length && here?.kind === "block") {
      const inner = shared(blocks.map(({ body }) => body));
      if (inner.common.length > 0) common.push({ ...here, body: inner.common });
      inner.own.forEach((body, i) => {
        if (body.length > 0) own[i]?.push({ ...here, comments: [], body });
      });
      continue;
    }
    each.forEach((statement, i) => {
      if (statement !== undefined) own[i]?.push(statement);
    });
  }
  return { common, own };
}

/** Blocks whose parts stand for themselves; of others a part alone would lack what it needs. */
function isDivisible({ head }: BlockStatement): boolean {
  return /^(?:values|config|python|custom|environment|umbrella|ingress|pods|network|cull|start|vars|annotations)$/.test(
    head,
  );
}

function isSame(statement: Statement, other: Statement): boolean {
  return printStatements([statement]).text === printStatements([other]).text;
}

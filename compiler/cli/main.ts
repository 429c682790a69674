// The command line: finds the command, runs it, and turns whatever happens into output and an exit code.

import { likelyPasswords } from "../diagnostics/likely-passwords.ts";
import { isPaint } from "../diagnostics/palette.ts";
import { maskLookalikes, maskSecrets } from "../diagnostics/secret-mask.ts";
import { closest } from "../text/edit-distance.ts";
import { codeEscape, jsonEscape, unseenCharacters } from "../text/unseen-characters.ts";
import { VERSION } from "../version.ts";
import { helpOption, type ParsedArguments, parseArguments, quietOption, quoted } from "./arguments.ts";
import { showsLinks, wantsColour } from "./colours.ts";
import { commands } from "./command-table.ts";
import { commandHelp, programHelp } from "./help.ts";
import { CannotRun, exitCode, type Io, type World } from "./io.ts";

/** Runs `hubc` with the arguments after its name. Resolves to the exit code; never rejects. */
export async function run(argv: readonly string[], world: World): Promise<number> {
  const typed = passwordsIn(argv);
  const stdout = (text: string) => world.stdout(maskSecrets(text, typed));
  const stderr = (text: string) => world.stderr(maskSecrets(text, typed));
  const io: Io = typed.length === 0 ? { ...world, note: world.stderr } : { ...world, stdout, stderr, note: stderr };
  try {
    return await dispatch(argv, io);
  } catch (error) {
    return failed(error, io);
  }
}

/** What may be a password in the arguments, which no message repeats. `--as` takes a person's name, which may hold a provider's and an `@`. */
function passwordsIn(argv: readonly string[]): readonly string[] {
  return argv.flatMap((word, i) => (argv[i - 1] === "--as" || word.startsWith("--as=") ? [] : likelyPasswords(word)));
}

async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  const [first, ...rest] = argv;
  if (first === undefined) return refuse(programHelp(commands), io);
  if (first === "--version" || first === "-V" || first === "version") return answer(`hubc ${VERSION}\n`, io);
  if (first === "--help" || first === "-h" || first === "help") return help(rest[0], io);
  const command = commands.find(({ name }) => name === first);
  if (command === undefined) return unknownCommand(first, io);
  const parsed = parseArguments(command, rest);
  if ("wrong" in parsed) return refuse(`hubc: ${parsed.wrong}\nhubc ${command.name} --help shows what it takes.\n`, io);
  if (parsed.switches.has(helpOption.name)) return answer(commandHelp(command), io);
  const quiet = parsed.switches.has(quietOption.name);
  const endless = command.goesOn === true || parsed.switches.has("watch");
  const { watched, end } =
    quiet || endless ? { watched: io, end: () => undefined } : await withProgress(io, command.name);
  const shown = shownOutput(watched, readerOf(command.name, parsed));
  try {
    return await (await command.load()).run(parsed, { ...shown, note: quiet ? () => undefined : shown.stderr });
  } finally {
    end();
  }
}

/** The same outside, where what is printed or asked takes the line away that says that the command is at work. */
async function withProgress(io: Io, name: string): Promise<{ readonly watched: Io; readonly end: () => void }> {
  const { progress: start, ask } = io;
  if (start === undefined) return { watched: io, end: () => undefined };
  let progress = await start(`hubc ${name}`);
  const before =
    (print: (text: string) => void) =>
    (text: string): void => {
      progress.hide();
      print(text);
    };
  const asking = async (question: string): Promise<string> => {
    progress.end();
    const answered = await ask?.(question);
    progress = await start(`hubc ${name}`);
    return answered ?? "";
  };
  return {
    watched: { ...io, stdout: before(io.stdout), stderr: before(io.stderr), ...(ask && { ask: asking }) },
    end: () => progress.end(),
  };
}

/** Who reads what a command prints: `fmt --stdin` is a filter, whose output goes back to where the text came from; a change that is only shown is a patch. */
function readerOf(command: string, { switches, values }: ParsedArguments): Reader {
  if (command === "fmt" && switches.has("stdin")) return "sender";
  const format = values.get("format");
  if (format === undefined && (switches.has("diff") || switches.has("dry-run"))) return "patch";
  return format === "json" || format === "sarif" ? "json" : "people";
}

function help(name: string | undefined, io: Io): number {
  if (name === undefined || name.startsWith("-")) return answer(programHelp(commands), io);
  const command = commands.find((candidate) => candidate.name === name);
  return command === undefined ? unknownCommand(name, io) : answer(commandHelp(command), io);
}

function unknownCommand(word: string, io: Io): number {
  const names = commands.map(({ name }) => name);
  const isOption = word.startsWith("-");
  const bare = word.replace(/^-+/, "");
  const meant = closest(bare, isOption ? ["help", "version", ...names] : names) ?? SYNONYMS.get(bare);
  const prefix = meant === "help" || meant === "version" ? "--" : "";
  const hint = meant === undefined ? "" : ` Did you mean hubc ${prefix}${meant}?`;
  return refuse(
    `hubc: there is no ${isOption ? "option" : "command"} ${quoted(word)}.${hint}\nhubc --help lists the commands.\n`,
    io,
  );
}

/** What the same thing is called by other tools. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ["compile", "build"],
  ["generate", "build"],
  ["synth", "build"],
  ["format", "fmt"],
  ["lint", "check"],
  ["validate", "check"],
  ["vet", "check"],
  ["new", "init"],
  ["create", "init"],
  ["why", "explain"],
  ["docs", "explain"],
]);

function answer(text: string, io: Io): number {
  io.stdout(text);
  return exitCode.fine;
}

/** What is refused repeats what was typed, a secret too, before there is a command whose output is masked. */
function refuse(text: string, io: Io): number {
  shownOutput(io, "people").stderr(text);
  return exitCode.couldNotRun;
}

function failed(error: unknown, io: Io): number {
  if (error instanceof CannotRun) return refuse(`hubc: ${error.message}\n`, io);
  const message = error instanceof Error ? error.message : String(error);
  const debug = io.env["HUBC_DEBUG"] === "1";
  const more = debug && error instanceof Error ? `${error.stack ?? message}\n` : "HUBC_DEBUG=1 shows where.\n";
  return refuse(`hubc: this is a bug in hubc, not in your program: ${message}\n${more}`, io);
}

// The one way out of the command line. Whatever a command prints is read by more people than the program, in terminals and in logs: what
// looks like a secret is masked there, and a character that nobody sees, or that acts on a terminal, is printed by its code.

/** How the standard output is read: by people, by readers of JSON, as a patch, or, unchanged, by whoever sent the text through. */
type Reader = "people" | "json" | "patch" | "sender";

/** The same outside, behind the mask and the codes. Errors and summaries are always for people. */
function shownOutput(io: Io, reader: Reader): Io {
  return {
    ...io,
    stdout: (text) => {
      if (reader === "sender" && !io.isTTY.stdout) io.stdout(text);
      else io.stdout(shown(text, reader, isStyled(io, "stdout")));
    },
    stderr: (text) => io.stderr(shown(text, "people", isStyled(io, "stderr"))),
  };
}

/** `painted`: the text may hold the palette's own colours and links. */
function shown(text: string, reader: Reader, painted: boolean): string {
  const escaped = reader === "json" ? jsonEscape : codeEscape;
  const masked = maskLookalikes(text);
  let result = "";
  let at = 0;
  for (const { start, end, code } of unseenCharacters(masked, "prose")) {
    if (painted && isPaint(masked, start)) continue;
    if (reader === "patch" && isByteOrderMark(masked, start)) continue;
    result += masked.slice(at, start) + escaped(code);
    at = end;
  }
  return result + masked.slice(at);
}

/** The mark that a file begins with: `git apply` takes a patch of the first lines only with it. Elsewhere it is a character as any other. */
function isByteOrderMark(patch: string, at: number): boolean {
  return /\n[ +-]\ufeff$/.test(patch.slice(Math.max(0, at - 2), at + 1));
}

/** May it hold codes of colours, or of links? */
function isStyled(io: Io, stream: "stdout" | "stderr"): boolean {
  return wantsColour(io, stream) || showsLinks(io, stream);
}

// What a way of writing from elsewhere is, and how parts of a line are told apart.

/** Lines that belong together, and what they are here. */
export interface PastedLines {
  readonly lines: number;
  readonly text: string;
  readonly message: string;
}

/** A line as it was written, in the language's own way. */
export interface Rewritten {
  readonly text: string;
  /** What was written, and how the same is written here: a sentence. */
  readonly message: string;
  /** Another reading that is as likely. Where there is one, a person chooses. */
  readonly other?: string;
  /** Is it certain what was meant? */
  readonly certain: boolean;
}

/** Writes a line that holds a way of writing from elsewhere as it is written here; `undefined` where it holds none. */
export type LookAlike = (line: string) => Rewritten | undefined;

/** A text that is closed, or a comment: what stands in them is nobody's slip. */
const textOrComment = /"(?:[^"\\]|\\.)*"|#.*$/g;

/** The line with `write` applied to each part that is neither a text nor a comment. */
export function inCode(line: string, write: (code: string) => string): string {
  let done = 0;
  let written = "";
  for (const kept of line.matchAll(textOrComment)) {
    written += write(line.slice(done, kept.index)) + kept[0];
    done = kept.index + kept[0].length;
  }
  return written + write(line.slice(done));
}

/** What a pattern found: the match, then its groups, `""` for one that took no part. */
type Found = readonly string[];

interface PatternForm {
  /** What stands there in place of the match; `undefined` where the match is none. */
  readonly write: (found: Found) => string | undefined;
  /** Says what is wrong, of the first match. */
  readonly say: (found: string, written: string) => string;
  readonly certain?: boolean;
}

/** A look-alike that is found by a global pattern outside of texts and comments, each time that it occurs. */
export function byPattern(pattern: RegExp, { write, say, certain = true }: PatternForm): LookAlike {
  return (line) => {
    let message: string | undefined;
    const text = inCode(line, (code) => {
      let done = 0;
      let written = "";
      for (const match of code.matchAll(pattern)) {
        const found = Array.from(match, (group: string | undefined) => group ?? "");
        const [image = ""] = found;
        const here = write(found);
        if (here !== undefined) message ??= say(image.trim(), here.trim());
        written += code.slice(done, match.index) + (here ?? image);
        done = match.index + image.length;
      }
      return written + code.slice(done);
    });
    return message === undefined ? undefined : { text, message, certain };
  };
}

/** Words as a text of the language, of which every character means itself. */
export function asText(words: string): string {
  return `"${words.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("${", "\\${")}"`;
}

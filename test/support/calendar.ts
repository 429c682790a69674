// iCalendar text read back, as strictly as RFC 5545 has it, so that what is written is held against its grammar and not against itself.

export interface IcsComponent {
  readonly name: string;
  /** In order, with their parameters: `DTSTART;VALUE=DATE`. */
  readonly properties: readonly { readonly name: string; readonly parameters: string; readonly value: string }[];
  readonly parts: readonly IcsComponent[];
}

/** The calendar of a text. @throws Error that says what is wrong with it. */
export function readIcs(text: string): IcsComponent {
  if (!text.endsWith("\r\n")) throw new Error("the last line does not end in CRLF");
  const physical = text.slice(0, -2).split("\r\n");
  for (const line of physical) {
    if (/[\r\n]/.test(line)) throw new Error(`a bare line end in ${JSON.stringify(line)}`);
    if (line === "") throw new Error("an empty line");
    const octets = Buffer.byteLength(line, "utf8");
    if (octets > 75) throw new Error(`${octets} octets in ${line}`);
  }
  const lines: string[] = [];
  for (const line of physical) {
    if (line.startsWith(" ")) lines.push((lines.pop() ?? "") + line.slice(1));
    else lines.push(line);
  }
  const at = { index: 0 };
  const calendar = component(lines, at);
  if (at.index !== lines.length) throw new Error(`more after the calendar: ${lines[at.index]}`);
  return calendar;
}

function component(lines: readonly string[], at: { index: number }): IcsComponent {
  const begin = /^BEGIN:([A-Z]+)$/.exec(lines[at.index++] ?? "")?.[1];
  if (begin === undefined) throw new Error(`no BEGIN at line ${at.index}`);
  const properties: IcsComponent["properties"][number][] = [];
  const parts: IcsComponent[] = [];
  for (;;) {
    const line = lines[at.index];
    if (line === undefined) throw new Error(`${begin} has no END`);
    if (line === `END:${begin}`) {
      at.index++;
      return { name: begin, properties, parts };
    }
    if (line.startsWith("BEGIN:")) parts.push(component(lines, at));
    else {
      const found = /^([A-Z-]+)((?:;[A-Z-]+=[^;:",]+)*):(.*)$/u.exec(line);
      if (found === null) throw new Error(`no property: ${line}`);
      properties.push({ name: found[1] ?? "", parameters: found[2] ?? "", value: found[3] ?? "" });
      at.index++;
    }
  }
}

/** The only value of a property. @throws Error where there is none, or several. */
export function icsValue({ name: of, properties }: IcsComponent, name: string): string {
  const found = properties.filter((one) => one.name === name);
  if (found.length !== 1) throw new Error(`${of} has ${name} ${found.length} times`);
  return found[0]?.value ?? "";
}

/** Text with its escapes undone. @throws Error where something is not escaped. */
export function icsText(value: string): string {
  if (/(?<!\\)(?:\\\\)*(?:[;,]|\\(?![\\;,nN]))/.test(value)) throw new Error(`not escaped: ${value}`);
  return value.replace(/\\([\\;,nN])/g, (_, one: string) => (one.toLowerCase() === "n" ? "\n" : one));
}

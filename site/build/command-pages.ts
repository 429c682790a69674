// A page for each command, from the table that help and parsing are made from.

import { helpOption, valueName } from "../../compiler/cli/arguments.ts";
import type { CommandSpec } from "../../compiler/cli/command.ts";
import { commandHelp } from "../../compiler/cli/help.ts";
import { escaped, type Page, proseHtml } from "./html.ts";

export function commandPages(commands: readonly CommandSpec[]): readonly Page[] {
  return [index(commands), ...commands.map(commandPage)];
}

function commandPage(spec: CommandSpec): Page {
  const options = [...spec.options, helpOption].map(
    (option) =>
      `<dt><code>--${option.name}${"value" in option ? ` ${valueName(option)}` : ""}</code></dt><dd>${proseHtml(option.doc)}</dd>`,
  );
  const args = spec.arguments.map(({ name, doc }) => `<dt><code>${name}</code></dt><dd>${proseHtml(doc)}</dd>`);
  return {
    path: `commands/${spec.name}.html`,
    title: `hubc ${spec.name}`,
    about: spec.summary,
    body: `<p class="trail"><a href="index.html">Commands</a></p>
<h1><code>hubc ${spec.name}</code></h1>
<p class="lead">${proseHtml(spec.summary)}</p>
<pre tabindex="0"><code>${usage(spec)}</code></pre>
<p>${proseHtml(spec.details.join(" "))}</p>
${args.length === 0 ? "" : `<h2>Arguments</h2>\n<dl>${args.join("\n")}</dl>`}
<h2>Options</h2>
<dl>${options.join("\n")}</dl>
<h2>Examples</h2>
<pre tabindex="0"><code>${escaped(spec.examples.join("\n"))}</code></pre>`,
  };
}

/** The lines of the help that say how it is called. */
function usage(spec: CommandSpec): string {
  const [, , ...lines] = commandHelp(spec).split("\n");
  return escaped(lines.slice(0, lines.indexOf("")).join("\n"));
}

function index(commands: readonly CommandSpec[]): Page {
  const rows = commands.map(
    ({ name, summary }) => `<li><a href="${name}.html"><code>hubc ${name}</code></a> ${proseHtml(summary)}</li>`,
  );
  return {
    path: "commands/index.html",
    title: "Commands",
    about: "All commands of hubc, with their options.",
    body: `<h1>Commands</h1>
<p class="lead">Data goes to the standard output, talk about it to the standard error. The exit code is 0 where nothing is wrong, 1 where errors were found, 2 where the command could not run.</p>
<ul class="list">
${rows.join("\n")}
</ul>`,
  };
}

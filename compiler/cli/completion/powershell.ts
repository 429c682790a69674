// Completion for PowerShell 5.1 and later, on every system.

import { optionsOf } from "../arguments.ts";
import type { CommandSpec } from "../command.ts";

export function powershellCompletion(commands: readonly CommandSpec[]): string {
  const named = commands.map(({ name, summary }) => `    ${quote(name)} = ${quote(summary)}`);
  const options = commands.map((command) => {
    const pairs = optionsOf(command).map(({ name, doc }) => `${quote(`--${name}`)} = ${quote(doc)}`);
    return `    ${quote(command.name)} = [ordered]@{ ${pairs.join("; ")} }`;
  });
  const choices = commands.flatMap((command) =>
    optionsOf(command).flatMap((option) =>
      option.choices === undefined
        ? []
        : [`    ${quote(`${command.name} --${option.name}`)} = @(${option.choices.map(quote).join(", ")})`],
    ),
  );
  return `# Completion of hubc for PowerShell.
Register-ArgumentCompleter -Native -CommandName hubc -ScriptBlock {
  param($word, $ast, $cursor)
  $commands = [ordered]@{
${named.join("\n")}
  }
  $options = @{
${options.join("\n")}
  }
  $choices = @{
${choices.join("\n")}
    'completion completion' = @('bash', 'zsh', 'fish', 'powershell')
  }
  $typed = @($ast.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursor } | ForEach-Object { $_.ToString() })
  if ($typed.Count -le 1) { $found = $commands }
  elseif ($typed[1] -eq 'help') { $found = $commands }
  elseif ($choices.ContainsKey("$($typed[1]) $($typed[-1])")) {
    $found = [ordered]@{}
    $choices["$($typed[1]) $($typed[-1])"] | ForEach-Object { $found[$_] = $_ }
  }
  elseif ($word -like '-*' -and $options.ContainsKey($typed[1])) { $found = $options[$typed[1]] }
  else { return }
  $found.GetEnumerator() | Where-Object { $_.Key -like "$word*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_.Key, $_.Key, 'ParameterValue', $_.Value)
  }
}
`;
}

/** In single quotes, doubled inside: nothing is expanded there. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

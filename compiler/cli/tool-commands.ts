// The rows of the commands that help with a project and with hubc itself; the rest of the table is in command-table.ts.

import type { Command, OptionSpec } from "./command.ts";
import { answerFormat, clusterOptions, formatOption, onOption, pathArgument } from "./shared-options.ts";

const dryRunOption: OptionSpec = { name: "dry-run", doc: "Write nothing, and print the change as a patch." };

export const toolCommands: readonly Command[] = [
  {
    name: "preview",
    summary: "Show the pages, links and outputs in a browser, anew whenever a file is saved.",
    details: [
      "Serves what hubc build would write, without writing it, on this machine alone: an index of all pages, links and files, and",
      "what is wrong with the program. Open pages load again by themselves when a file is saved. PATH is as for hubc check.",
    ],
    arguments: [pathArgument],
    options: [onOption(), { name: "port", value: "PORT", doc: "The port to listen on. A free one, unless given." }],
    examples: ["hubc preview", "hubc preview courses/data8 --on 2026-10-05 --port 8080"],
    goesOn: true,
    load: () => import("./commands/preview.ts"),
  },
  {
    name: "graph",
    summary: "Draw what is connected with what: images, courses, hubs and clusters.",
    details: [
      "Mermaid is what GitHub and GitLab draw in a README, DOT is for Graphviz, and SVG is a picture. PATH is as for hubc check.",
    ],
    arguments: [pathArgument],
    options: [onOption(), formatOption(["mermaid", "dot", "svg", "json"], "How to draw it.")],
    examples: ["hubc graph", "hubc graph examples/data8 --on 2026-10-05 --format svg > hubs.svg"],
    load: () => import("./commands/graph.ts"),
  },
  {
    name: "set",
    summary: "Change one setting of a program, and keep everything around it.",
    details: [
      "PLACE is kind, name and setting, with blocks between: course.data8.memory, hub.datahub.cull.idle. The setting is written",
      "where it stands, or put into its block; comments stay. Where the program would have an error that it has not now, nothing",
      "is written and the error is shown. A text needs no quotes of the language: they are put around it where they belong.",
    ],
    arguments: [
      { name: "PLACE", doc: "Where: course.data8.memory.", required: true },
      { name: "VALUE", doc: "What stands there afterwards: 2GiB.", required: true },
      pathArgument,
    ],
    options: [onOption(), dryRunOption, answerFormat],
    examples: ["hubc set course.data8.memory '1GiB .. 2GiB'", "hubc set course.data8.title 'Data Science'"],
    load: () => import("./commands/set.ts"),
  },
  {
    name: "add",
    summary: "Add a declaration, a package or an item of a list to a program.",
    details: [
      "PLACE is a list or a block of packages, such as group.staff.members or image.data8.pip, and VALUE what is added to it; or",
      "it is a kind and a name, such as course.stat20, and each VALUE is a setting of what is declared: title='Statistics'.",
      "Comments stay, and as with hubc set nothing is written where the program would have an error that it has not now.",
    ],
    arguments: [
      { name: "PLACE", doc: "Where: group.staff.members, image.data8.pip, or course.stat20.", required: true },
      { name: "VALUE", doc: "What is added.", many: true },
    ],
    options: [
      { name: "in", value: "PATH", doc: "The project's folder or file. The nearest project, unless given." },
      onOption(),
      dryRunOption,
      answerFormat,
    ],
    examples: [
      "hubc add image.data8.pip seaborn==0.13.2",
      "hubc add group.staff.members ada grace",
      "hubc add course.stat20 title='Statistics' hub=datahub image=data8 term='2026-08-26 .. 2026-12-18'",
    ],
    load: () => import("./commands/add.ts"),
  },
  {
    name: "doctor",
    summary: "Say what on this machine a project needs and is missing.",
    details: [
      "Looks at Node, helm, kubectl, git, the kubeconfig's context, the cluster, the project's registry, and the project itself.",
      "Asks over the network with --network alone. Exits with 1 where something that the project needs is not right.",
    ],
    arguments: [pathArgument],
    options: [
      onOption(),
      ...clusterOptions.filter(({ name }) => name !== "timeout"),
      { name: "network", doc: "Ask the cluster and the registry whether they answer." },
      answerFormat,
    ],
    examples: ["hubc doctor", "hubc doctor courses/data8 --network"],
    load: () => import("./commands/doctor.ts"),
  },
  {
    name: "completion",
    summary: "Print what completes hubc's commands and options in your shell.",
    details: [
      "For bash:        hubc completion bash > ~/.local/share/bash-completion/completions/hubc",
      "For zsh:         hubc completion zsh > ~/.zfunc/_hubc     with `fpath+=~/.zfunc` before `compinit` in ~/.zshrc",
      "For fish:        hubc completion fish > ~/.config/fish/completions/hubc.fish",
      "For PowerShell:  hubc completion powershell >> $PROFILE",
    ],
    arguments: [{ name: "SHELL", doc: "bash, zsh, fish or powershell.", required: true }],
    options: [],
    examples: ["hubc completion bash", "source <(hubc completion bash)"],
    load: () => import("./commands/completion.ts"),
  },
];

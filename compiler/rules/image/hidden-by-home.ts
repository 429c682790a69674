// What an image puts into the home folder is not there on a hub: each person's own home is mounted over it.

import { imageExamsOn } from "../../model/exams-on-day.ts";
import type { Image, Model } from "../../model/model.ts";
import { type Server, serversOn } from "../../model/server.ts";
import type { Span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

/** Images of courses put nothing where the home is mounted. */
export const hiddenByHome = defineRule<{ path: string; home: string; image: string }>({
  code: "image/hidden-by-home",
  severity: "warning",
  title: "Something in the home folder of an image, which nobody sees",
  why: "On a hub, each person's own home is mounted where the image has its home folder, and hides all that the image has there. What everybody is to have belongs elsewhere: settings into `/etc`, programs into `/opt` or the environment's prefix, course material into `content`, which fetches it into each person's home.",
  message: ({ path, home, image }) =>
    path === home
      ? `What is written into \`${home}\` is hidden by each person's own home in servers of image \`${image}\`: put it elsewhere.`
      : `\`${path}\` lies in \`${home}\`, where each person's own home hides it in servers of image \`${image}\`: put it elsewhere.`,
  judges: "parts",
  several: true,
  check: (model, report) => {
    for (const { image, home } of mountedImages(model)) {
      for (const { path, span } of [...image.files, ...written(image)]) {
        const place = trimmed(absolute(path, image));
        if (!isIn(place, home)) continue;
        report({ path: place === home ? home : path, home, image: image.name }, { span });
      }
    }
  },
});

/** The images that servers are started from, each once with where the home is mounted. */
function mountedImages({ releases, images, on }: Model): readonly { readonly image: Image; readonly home: string }[] {
  const imagesOf = (server: Server) => [
    server.image,
    ...imageExamsOn(server, on).map((exam) => exam.image),
    ...server.choices.images,
  ];
  const built = new Map(images.flatMap((image) => (image.prebuilt === undefined ? [[image.name, image]] : [])));
  return releases.flatMap((release) => {
    const { homes } = release;
    const named = new Set(
      serversOn(release)
        .flatMap(imagesOf)
        .map(({ value }) => value),
    );
    return [...named].flatMap((name) => {
      const image = built.get(name);
      return image === undefined ? [] : [{ image, home: trimmed(homes.mount?.value ?? image.home.value) }];
    });
  });
}

function trimmed(path: string): string {
  return path.length > 1 ? path.replace(/\/+$/, "") : path;
}

function isIn(path: string, home: string): boolean {
  return path === home || path.startsWith(`${home}/`);
}

/** `~/x` and `$HOME/x` as the image's user has them; root's home is another one. */
function absolute(path: string, { home, user }: Image): string {
  return user.value === "root" ? path : path.replace(/^(?:~|\$HOME|\$\{HOME\})(?=\/|$)/, trimmed(home.value));
}

/** What commands and lines of the Dockerfile write, as far as their words show it. */
function written({ run, dockerfile }: Image): readonly { readonly path: string; readonly span: Span }[] {
  const commands = run.flatMap(({ value, span }) => targetsOf(value).map((path) => ({ path, span })));
  if (dockerfile === undefined) return commands;
  const { value, span } = dockerfile;
  const lines = value.replaceAll(/\\\n/g, " ").split("\n");
  const targets = lines.flatMap((line) => {
    const copied = /^\s*(?:COPY|ADD)\s+(?:--\S+\s+)*\S.*?\s(\S+)\s*$/i.exec(line)?.[1];
    const command = /^\s*RUN\s+(.*)$/i.exec(line)?.[1];
    return [...(copied === undefined ? [] : [copied]), ...(command === undefined ? [] : targetsOf(command))];
  });
  return [...commands, ...targets.map((path) => ({ path, span }))];
}

/** Programs whose last word, or whose word after one of these options, is what they write. */
const writers: Readonly<Record<string, readonly string[]>> = {
  cp: [],
  mv: [],
  install: [],
  ln: [],
  mkdir: [],
  touch: [],
  tee: [],
  rsync: [],
  curl: ["-o", "--output"],
  wget: ["-O", "-P", "--output-document", "--directory-prefix"],
  tar: ["-C", "--directory"],
  unzip: ["-d"],
};

/** The places that a shell command writes to. What it only reads, removes or gives to somebody is none of them. */
function targetsOf(command: string): readonly string[] {
  let folder: string | undefined;
  return command.split(/&&|\|\||[;|\n]/).flatMap((part) => {
    const words = part.match(/"[^"]*"|'[^']*'|\S+/g)?.map((word) => word.replace(/^(["'])(.*)\1$/, "$2")) ?? [];
    if (words[0] === "cd" || words[0] === "pushd") {
      folder = joined(folder, words[1] ?? "~");
      return [];
    }
    const redirected = [...part.matchAll(/(?:^|[^0-9&])>{1,2}\s*([^\s&>|;]+)/g)].map(([, path = ""]) => path);
    const targets = [
      ...redirected.map((path) => path.replace(/^(["'])(.*)\1$/, "$2")),
      ...writtenBy(words, folder !== undefined),
    ];
    return targets.map((path) => joined(folder, path));
  });
}

/** A path as it is from the folder that a command has gone to. */
function joined(folder: string | undefined, path: string): string {
  if (folder === undefined || /^(?:[/~$]|-$)/.test(path)) return path;
  return path === "." ? folder : `${folder.replace(/\/+$/, "")}/${path}`;
}

/** `isElsewhere`: the command has gone to a folder, where programs leave what they are given no place for. */
function writtenBy(words: readonly string[], isElsewhere: boolean): readonly string[] {
  const [program = "", ...rest] = words.filter((word) => !/^\w+=|^sudo$/.test(word));
  const own = intoHome(program, rest);
  if (own !== undefined) return [own];
  if (program === "git" && rest[0] === "clone") {
    const operands = rest.slice(1).filter((word) => !word.startsWith("-"));
    return operands.length > 1 ? operands.slice(-1) : isElsewhere ? ["."] : [];
  }
  if (program === "conda" || program === "mamba" || program === "micromamba") return after(rest, ["-p", "--prefix"]);
  if (/^python3?$/.test(program) && rest[0] === "-m" && rest[1] === "venv") return rest.slice(-1);
  const options = Object.hasOwn(writers, program) ? writers[program] : undefined;
  if (options === undefined) return [];
  if (options.length > 0) {
    const named = after(rest, options);
    return named.length === 0 && isElsewhere && leavesHere(program, rest) ? ["."] : named;
  }
  const operands = rest.filter((word) => !word.startsWith("-"));
  return program === "mkdir" || program === "touch" || program === "tee" ? operands : operands.slice(-1);
}

/** Does it write into the folder it is in, where no other is named? */
function leavesHere(program: string, words: readonly string[]): boolean {
  if (program === "tar") return words.some((word, i) => word === "--extract" || (i === 0 && /^-?[a-z]*x/.test(word)));
  return program === "wget" || program === "unzip";
}

function after(words: readonly string[], options: readonly string[]): readonly string[] {
  return words.filter((_, i) => options.includes(words[i - 1] ?? ""));
}

/** What a program writes into the home by itself (pip 25, jupyter_core 5, git 2, nltk 3). */
function intoHome(program: string, words: readonly string[]): string | undefined {
  const isModule = /^python3?$/.test(program) && words[0] === "-m";
  const [name = "", ...rest] = isModule ? words.slice(1) : [program, ...words];
  const isUsers = rest.includes("--user");
  if (/^pip3?$/.test(name) && rest[0] === "install" && isUsers) return "~/.local";
  if ((name === "jupyter" || name === "ipykernel") && isUsers) return "~/.local/share/jupyter";
  // What git itself needs while the image is built is of no use afterwards.
  if (name === "git" && rest[0] === "config" && rest.includes("--global"))
    return rest.some((word) => /^(?:safe|http|url|credential)\./.test(word)) ? undefined : "~/.gitconfig";
  if (name === "nltk.downloader" && !rest.includes("-d")) return "~/nltk_data";
  return undefined;
}

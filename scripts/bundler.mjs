// How the compiler is bundled, wherever the bundle goes: ECMAScript modules for the oldest Node that is supported, with the standard library
// embedded, and in few chunks, since Node takes half a millisecond for each module that it loads.

import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { embedAssets } from "./embed-assets.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const usual = {
  cwd: root,
  platform: "node",
  tsconfig: false,
  plugins: [embedAssets],
  // What one command loads when it needs it, another takes at once.
  checks: { ineffectiveDynamicImport: false },
};

/**
 * Bundles what `entries` names, by the names of the files that they become.
 *
 * @param options of the bundler: of what goes in, and, as `output`, of what comes out
 * @returns the scripts that were written: `path` below the folder, `bytes`, and `inputs`, by path from the root with their bytes in it
 */
export async function bundle(entries, { output, ...options }) {
  const bundler = await rolldown({ ...usual, input: entries, ...options });
  try {
    const written = await bundler.write({ comments: false, entryFileNames: "[name].js", ...output });
    return written.output.filter(({ type }) => type === "chunk").map(described);
  } finally {
    await bundler.close();
  }
}

function described({ fileName, code, modules }) {
  const isUsed = ([id, { renderedLength }]) => renderedLength > 0 && !id.startsWith("\0rolldown/");
  const used = Object.entries(modules).filter(isUsed);
  const inputs = Object.fromEntries(used.map(([id, { renderedLength }]) => [pathOf(id), renderedLength]));
  return { path: fileName, bytes: Buffer.byteLength(code), inputs };
}

/** Of a module, by the bundler's name: a path, with what asks for its text alone, or a name of something that is made. */
const pathOf = (id) => (id.startsWith("\0") ? id : relative(root, id.replace(/\?.*$/, "")).replaceAll("\\", "/"));

/** Bundles the program, or another that is made of the compiler, into `folder`. */
export function bundleProgram(entries, folder, { output, ...options } = {}) {
  return bundle(entries, {
    transform: { target: "node20.19" },
    // The parts export to one another; the library exports what its file says.
    preserveEntrySignatures: "allow-extension",
    // node-fetch, which the library of Kubernetes brings, asks for this in vain, and its part `punycode` makes newer Nodes warn.
    resolve: { alias: { "whatwg-url": join(root, "scripts/global-url.mjs") } },
    ...options,
    output: { dir: folder, chunkFileNames: "chunks/[name]-[hash].js", codeSplitting: chunksByLoaders(), ...output },
  });
}

/** Commands by what they load, and what check and build load later. */
const loaders = {
  write: ["cli/commands/fmt", "cli/commands/init", "diagnostics/render-text"],
  check: ["cli/commands/check", "diagnostics/render-text"],
  read: ["calendar", "capacity", "graph", "test", "who"].map((name) => `cli/commands/${name}`),
  change: ["cli/commands/set", "cli/commands/add", "cli/commands/doctor"],
  emit: ["targets/emit"],
};

/**
 * A chunk for what every command loads, and one for what the same two or more of the loaders load: none loads what it has no use for. The
 * rest is divided by who asks for it.
 */
function chunksByLoaders() {
  let start;
  let reached;
  const name = (id, graph) => {
    // Not the program itself, which runs when it is loaded.
    start ??= reachedFrom(graph, ["cli/main"]);
    reached ??= Object.entries(loaders).map(([loader, paths]) => [loader, reachedFrom(graph, paths)]);
    if (start.has(id)) return "start";
    const names = reached.flatMap(([loader, modules]) => (modules.has(id) ? [loader] : []));
    return names.length < 2 ? null : names.join("-");
  };
  return { groups: [{ name, debugName: "loaders", includeDependenciesRecursively: false }] };
}

/** The modules that Node loads before it runs one of `paths`. */
function reachedFrom(graph, paths) {
  const modules = new Set(paths.map((path) => join(root, `compiler/${path}.ts`)));
  for (const id of modules) for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) modules.add(imported);
  return modules;
}

/** The module that a text is, which imports by paths from the root, with all that it imports. @returns what it exports */
export async function imported(text, options = {}) {
  const entry = join(root, "entry.ts");
  const given = {
    name: "entry",
    resolveId: (id) => (id === entry ? entry : undefined),
    load: (id) => (id === entry ? text : undefined),
  };
  const bundler = await rolldown({ ...usual, input: entry, plugins: [given, embedAssets], ...options });
  try {
    const { output } = await bundler.generate({ codeSplitting: false, comments: false });
    return await import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString("base64")}`);
  } finally {
    await bundler.close();
  }
}

// smoke-test.sh: shows in a minute that what was declared is there and works, and that a server starts, before a course finds out.

import type { BaseImage } from "../../knowledge/base-images.ts";
import { type ImportCheck, importCheck, importNamesDate } from "../../knowledge/import-names.ts";
import type { Image, PackageRequirement } from "../../model/model.ts";
import { type OutputFile, type OutputLine, textFile } from "../../output/output-file.ts";
import { shellCommand, shellQuote } from "../../output/shell-script.ts";
import type { Span } from "../../text/span.ts";
import { accountOf } from "./account.ts";
import { generatedNote } from "./generated-note.ts";

/** The script in `folder`. It needs bash and the image's own Python, no network, and the image's own user. */
export function smokeTest(image: Image, base: BaseImage, folder: string): OutputFile {
  const lines: readonly (OutputLine | string)[] = [
    "#!/usr/bin/env bash",
    `# ${generatedNote(image)}`,
    ...head,
    ...personLines(image, base),
    ...packageLines(image),
    ...serverCheck,
  ];
  return { ...textFile(`${folder}/smoke-test.sh`, lines, image.span), executable: true };
}

const head = [
  "# Run it in the image:",
  '#   docker run --rm --volume "$PWD:/smoke-test:ro" IMAGE /smoke-test/smoke-test.sh',
  "# A line for each check; the exit code is 1 where one fails.",
  "set -uo pipefail",
  "",
  ': "${HOME:=}"',
  "passed=0",
  "failed=0",
  "",
  "# check TITLE COMMAND…: the command succeeds. The end of what it said is shown where it does not.",
  "check() {",
  '  local title="$1" said',
  "  shift",
  '  if said="$("$@" 2>&1)"; then',
  "    passed=$((passed + 1))",
  '    echo "ok       $title"',
  "  else",
  "    failed=$((failed + 1))",
  '    echo "FAILED   $title"',
  '    tail -n 12 <<< "$said" | sed "s/^/         /"',
  "  fi",
  "}",
  "",
];

function personLines(image: Image, base: BaseImage): readonly OutputLine[] {
  const { id, origin } = accountOf(image, base);
  const isNumber = /^\d+$/.test(id);
  const home = image.home.value;
  return [
    {
      text: `check ${shellQuote(`runs as ${id}`)} test "$(id ${isNumber ? "-u" : "-un"})" = ${shellQuote(id)}`,
      origin,
    },
    ...(/[\n\r\0]/.test(home)
      ? []
      : [
          {
            text: `check ${shellQuote(`has its home in ${home}`)} test "$HOME" = ${shellQuote(home)}`,
            origin: image.home.span,
          },
          { text: `check 'may write to its home' test -w "$HOME"`, origin: image.home.span },
        ]),
  ];
}

interface Tried {
  readonly check: ImportCheck;
  readonly requirement: PackageRequirement;
}

function packageLines(image: Image): readonly OutputLine[] {
  const tried = [...image.conda, ...image.pip, ...image.cran]
    // A marker may leave a package out.
    .filter(({ requirement }) => requirement.marker === undefined)
    .map((requirement): Tried => ({ check: importCheck(requirement.requirement), requirement }));
  const lines = [...pythonLines(tried), ...rLines(tried), ...skippedLines(tried)];
  if (lines.length === 0) return [{ text: "" }];
  return [{ text: "" }, { text: "# Packages, under the names that programs import." }, ...lines, { text: "" }];
}

function pythonLines(tried: readonly Tried[]): readonly OutputLine[] {
  const modules = new Map<string, Span>();
  for (const { check, requirement } of tried)
    if (check.kind === "python" && !modules.has(check.module)) modules.set(check.module, requirement.span);
  return [...modules].map(([module, origin]) => ({
    text: `check ${shellCommand([`imports ${module}`, "python", "-c", `import ${module}`])}`,
    origin,
  }));
}

function rLines(tried: readonly Tried[]): readonly OutputLine[] {
  return tried.flatMap(({ check, requirement }) => {
    if (check.kind !== "r") return [];
    const load = check.exact
      ? `library("${check.name}", character.only = TRUE)`
      : `all <- rownames(installed.packages()); library(all[tolower(all) == "${check.name}"], character.only = TRUE)`;
    const words = [`loads the R package ${check.name}`, "Rscript", "-e", load];
    return { text: `check ${shellCommand(words)}`, origin: requirement.span };
  });
}

function skippedLines(tried: readonly Tried[]): readonly OutputLine[] {
  return tried.flatMap(({ check, requirement }) => {
    if (check.kind !== "unknown") return [];
    const note = `skipped  ${requirement.requirement.written.replace(/\s+/g, " ")}: hubc (${importNamesDate}) does not know how it is imported`;
    return { text: `echo ${shellQuote(note)}`, origin: requirement.span };
  });
}

const serverCheck = String.raw`# A server starts and answers, on this machine alone, with a token, and ends again.
server_answers() {
  local folder port server status=0
  folder="$(mktemp -d)"
  port="$(python -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')"
  cd "$folder" || return 1
  JUPYTER_RUNTIME_DIR="$folder" JUPYTER_TOKEN=smoke-test \
    jupyter server --no-browser --ip=127.0.0.1 --port="$port" --ServerApp.port_retries=0 > server.log 2>&1 &
  server=$!
  python - "$port" "$server" << 'PYTHON' || status=1
import json, os, sys, time, urllib.error, urllib.request

port, server = int(sys.argv[1]), int(sys.argv[2])
request = urllib.request.Request(f"http://127.0.0.1:{port}/api/status", headers={"Authorization": "token smoke-test"})
client = urllib.request.build_opener(urllib.request.ProxyHandler({}))
end = time.monotonic() + 90
while True:
    try:
        json.load(client.open(request, timeout=10))["started"]
        break
    except urllib.error.HTTPError as error:
        sys.exit(f"the server answers {error}")
    except (OSError, ValueError, KeyError) as error:
        if time.monotonic() > end:
            sys.exit(f"no answer after 90 seconds: {error}")
    time.sleep(0.5)
    try:
        os.kill(server, 0)
    except ProcessLookupError:
        sys.exit("the server has ended")
PYTHON
  if [ "$status" -ne 0 ]; then tail -n 10 server.log; fi
  kill "$server" 2> /dev/null
  wait "$server" 2> /dev/null
  cd / && rm -rf "$folder"
  return "$status"
}

check "has jupyterhub's server" jupyterhub-singleuser --version
check 'starts a server that answers' server_answers

echo
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]`.split("\n");

// Kate, without a screen: its highlighter reads our definition and colours a program, and Kate itself starts the server by our entry for a file
// of the mode that the definition makes, and gets the diagnostics. What it shows of them is not looked at.
import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { editorFiles, files, hubcOnPath, withProgram } from "./program.mjs";

/** Both checks of Kate. */
export function checkKate({ cli, sum }) {
  return withProgram("kate", async ({ root, own }) => {
    const definitions = join(own, "org.kde.syntax-highlighting/syntax");
    mkdirSync(definitions, { recursive: true });
    copyFileSync(join(editorFiles, "kate/hub.xml"), join(definitions, "hub.xml"));
    const places = { XDG_DATA_HOME: own, XDG_CONFIG_HOME: own, XDG_CACHE_HOME: own, XDG_RUNTIME_DIR: own };
    const env = { ...process.env, ...hubcOnPath(own, cli), ...places, QT_QPA_PLATFORM: "offscreen", LC_ALL: "C.UTF-8" };
    checkHighlighter({ own, env, sum });
    await checkServer({ root, own, env, sum });
  });
}

function checkHighlighter({ own, env, sum }) {
  const path = join(own, "a.hub");
  writeFileSync(path, `${files["course.hub"]}image x {\n  pip {\n    y @ git+https://h/r#egg=y\n  }\n}\n`);
  const { stdout, stderr } = spawnSync("kate-syntax-highlighter", ["-s", "Hub", path], { env, encoding: "utf8" });
  const style = (word) => new RegExp(`<span style="([^"]*)">${word.replace(/[+.]/g, "\\$&")}</span>`).exec(stdout)?.[1];
  const words = ["course", "data8", "title", "&quot;Foundations&quot;", "2026-08-26", "1GiB", "git+https://h/r#egg=y", "secret"];
  const plain = words.filter((word) => style(word) === undefined);
  sum.check("kate: reads the definition without a complaint", stderr.trim());
  sum.check("kate: colours every kind of word", plain.join(" "));
}

/** Kate asks once whether a server may be started; its answer is in its settings, where a person's would be. */
async function checkServer({ root, own, env, sum }) {
  mkdirSync(join(own, "kate/lspclient"), { recursive: true });
  copyFileSync(join(editorFiles, "kate/lspclient.json"), join(own, "kate/lspclient/settings.json"));
  const allowed = `AllowedServerCommandLines=${join(own, "bin/hubc")} lsp`;
  writeFileSync(join(own, "katerc"), `[Kate Plugins]\nlspclientplugin=true\n[lspclient]\n${allowed}\n`);
  const kate = spawn("kate", ["--new", join(root, "course.hub")], { cwd: root, env, stdio: "ignore" });
  const ended = new Promise((resolve) => kate.on("exit", resolve));
  let published;
  for (let tries = 0; tries < 300 && published === undefined; tries += 1) {
    await setTimeout(100);
    published = messages(join(own, "told")).find(({ method }) => method === "textDocument/publishDiagnostics");
  }
  const written = messages(join(own, "written"));
  kate.kill();
  await ended;
  const sent = (method) => written.find((one) => one.method === method)?.params;
  const problem = (isRight) => (isRight ? "" : JSON.stringify(written).slice(0, 4000));
  const codes = published?.params.diagnostics.map(({ code }) => code);
  sum.check("kate: starts the server in the project's root", problem(sent("initialize")?.rootPath === root));
  sum.check("kate: opens the file as one of hub", problem(sent("textDocument/didOpen")?.textDocument.languageId === "hub"));
  sum.check("kate: asks for the outline", problem(sent("textDocument/documentSymbol") !== undefined));
  sum.check("kate: gets both diagnostics", codes?.length === 2 ? "" : JSON.stringify(codes));
}

/** The whole messages of a stream of the protocol so far. */
function messages(path) {
  if (!existsSync(path)) return [];
  const stream = readFileSync(path);
  const found = [];
  for (let at = 0; ; ) {
    const begin = stream.indexOf("\r\n\r\n", at);
    const length = Number(/Content-Length: (\d+)/.exec(stream.toString("latin1", at, Math.max(begin, at)))?.[1]);
    const end = begin + 4 + length;
    if (begin < 0 || !(end <= stream.length)) return found;
    found.push(JSON.parse(stream.toString("utf8", begin + 4, end)));
    at = end;
  }
}

// What commands say of a hub that somebody else runs.

import { expect, test } from "vitest";
import { runCli } from "../support/run-cli.ts";

const example = "examples/external-hub";
const world = { cwd: process.cwd() };

test.each([
  [["capacity", example], "Hub campus is external: how large its servers are"],
  [["who", "campus", example], "Somebody else runs this hub: who may sign in and do what there, they decide"],
  [["calendar", example], "Hub campus is external: its maintenance"],
  [["calendar", example, "--hub", "campus"], "lecture of phonetics            campus, 60 people"],
  [["links", "phonetics", example], "https://datahub.example.edu/hub/user-redirect/git-pull?"],
])("hubc %s", async (argv, said) => {
  const { code, stdout } = await runCli([...argv, "--on", "2026-10-05"], world);
  expect(code).toBe(0);
  expect(stdout.replace(/\n {2}(?=\S)/g, " ")).toContain(said);
});

test.each(["capacity", "who"])("hubc %s as data names it", async (command) => {
  const { stdout } = await runCli([command, example, "--on", "2026-10-05", "--format", "json"], world);
  expect(JSON.parse(stdout)).toMatchObject({ releases: [], externalHubs: ["campus"] });
});

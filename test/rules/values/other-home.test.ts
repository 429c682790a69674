import { expect, it } from "vitest";
import { checkProgram, programOf } from "../../support/programs.ts";
import { smallProgram } from "../../support/small-program.ts";

function found(hub: string, image = ""): string[] {
  const { diagnostics } = checkProgram(programOf(smallProgram({ hub: `  ${hub}`, image })));
  return diagnostics
    .filter(({ code }) => code === "values/other-home")
    .map(({ span }) => span.file.text.slice(span.start, span.end));
}

const config = (folder: string, trait = "working_dir") => `config { KubeSpawner.${trait} = "${folder}" }`;
const rstudio = '  user = "rstudio"\n  home = "/home/rstudio"';

it.each([
  [config("/home/rstudio"), "", ['"/home/rstudio"']],
  [config("/home/rstudio/work", "notebook_dir"), "", ['"/home/rstudio/work"']],
  ['python { "1" = "c.KubeSpawner.notebook_dir = \'/home/rstudio\'" }', "", ["c.KubeSpawner.notebook_dir"]],
  [config("/home/jovyan"), rstudio, ['"/home/jovyan"']],
  [config("/home/rstudio"), rstudio, []],
  [config("/home/jovyan/work"), "", []],
  [config("/srv/work"), "", []],
  [config("/home/{username}", "notebook_dir"), "", []],
])("%s", (hub, image, places) => {
  expect(found(hub, image)).toEqual(places);
});

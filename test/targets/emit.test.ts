// What all targets give together: each path once, and for which hub and stage each is.

import { expect, test } from "vitest";
import { hubAndStageOf, releaseFolder } from "../../compiler/model/release-folder.ts";
import { emit } from "../../compiler/targets/emit.ts";
import { modelOf, smallProgram } from "../support/small-program.ts";

const twoStages = '  stage trial { domain = "trial.example.edu" }\n  stage develop { domain = "d.example.edu" }\n';

test("two files of one path are refused, never written one over the other", () => {
  const model = modelOf(smallProgram());
  const [release] = model.releases;
  if (release === undefined) throw new Error("no release");
  const again = { ...release, namespace: "elsewhere" };
  expect(() => emit({ ...model, releases: [release, again] }, {})).toThrow(
    /invariant: two files of the path hubs\/h\/prod\//,
  );
});

test("a path says for which hub and stage it is", () => {
  const files = emit(modelOf(smallProgram({ hub: twoStages })), {});
  for (const stage of ["trial", "develop"]) {
    const folder = releaseFolder({ hub: "h", stage });
    const own = files.filter(({ path }) => path.startsWith(`${folder}/`));
    expect(own.map(({ path }) => hubAndStageOf(path))).toEqual(own.map(() => ({ hub: "h", stage })));
    expect(own.length).toBeGreaterThan(2);
  }
  expect(hubAndStageOf("images/hubs/h/Dockerfile")).toBeUndefined();
});

test("where no stage is for people, links lead to the one declared last", () => {
  const { hubs } = modelOf(smallProgram({ hub: twoStages }));
  expect(hubs[0]?.peoplesStage).toBe("develop");
  const turned = twoStages.split("\n").reverse().join("\n");
  expect(modelOf(smallProgram({ hub: turned })).hubs[0]?.peoplesStage).toBe("trial");
});

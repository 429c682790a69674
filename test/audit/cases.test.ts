// The real deployments of ../shared/cases: what is found in each, judged by hand. Skipped where the folder is absent.

import { expect, test } from "vitest";
import { positionAt } from "../../compiler/text/source-file.ts";
import { auditRepository } from "../support/audit.ts";
import { areCasesThere, caseNames, filesOfCase } from "../support/real-cases.ts";

/** All that is found but for hints: each was looked at, and is so. */
const expected: Readonly<Record<string, readonly string[]>> = {
  // `hosted_domain` was meant: OAuthenticator has no such trait, so that the sign-in is not narrowed by it.
  "43-2i2c-orcid-demo": ["values/does-not-work config/clusters/2i2c-aws-us/orcid-demo.values.yaml:161"],
  // Grants that were to end in August 2025.
  "03-berkeley-data8": ["audit/past-date deployments/data8/config/common.yaml:79"],
  "12-berkeley-publichealth": ["audit/past-date deployments/publichealth/config/common.yaml:45"],
  // `dask-gateway` is a part of `basehub`, and stands beside it.
  "32-2i2c-gcp-leap": ["audit/unread-key config/clusters/leap/prod.values.yaml:1"],
  // Two hubs have one disk.
  "34-2i2c-aws-temple": ["audit/same-as-another-hub config/clusters/temple/research.values.yaml:6"],
  // Written for a chart before 1.0, whose keys are not accused.
  "54-utoronto-azure-hubploy-2021": [
    // Its secrets, which give both parts of it, are not in the case.
    "values/wrong-type hub/values.yaml:59",
    "values/wrong-type hub/values.yaml:59",
  ],
};

test.skipIf(!areCasesThere)("there are cases", () => expect(caseNames.length).toBeGreaterThan(15));

test.skipIf(!areCasesThere).each(caseNames)("%s", (name) => {
  const { found } = auditRepository(filesOfCase(name));
  const said = found
    .filter(({ severity }) => severity !== "info")
    .map(({ code, span }) => `${code} ${span.file.path}:${positionAt(span.file, span.start).line}`);
  expect(said).toEqual(expected[name] ?? []);
});

// What `hubc test` found in JUnit's form, which CI systems show beside a change: a suite for each expectation, a case for each requirement.
// Source: the elements that Jenkins' and GitLab's readers take (junit-10.xsd of the xunit plugin; GitLab's documentation of unit test
// reports, seen 2026-11).

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { jsonReport } from "../diagnostics/render-json.ts";
import { writtenIn } from "../expect/expectation.ts";
import type { TestedExpectation, TestedRequirement } from "../expect/test-expectations.ts";
import { printXml, type XmlElement, xml } from "../output/xml.ts";
import { positionAt } from "../text/source-file.ts";
import type { TestReport } from "./test-report.ts";

/** The report as XML. */
export function testJunit({ tested }: TestReport): string {
  const cases = tested.flatMap(({ requirements }) => requirements);
  const counts = { tests: cases.length, failures: cases.filter(({ findings }) => findings.length > 0).length };
  const root = xml("testsuites", { name: "hubc test", ...counts }, ...tested.map(suite));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${printXml(root)}`;
}

function suite({ expectation, requirements, days }: TestedExpectation): XmlElement {
  const failures = requirements.filter(({ findings }) => findings.length > 0).length;
  const attributes = {
    name: expectation.name,
    tests: requirements.length,
    failures,
    skipped: days.length === 0 ? requirements.length : 0,
  };
  return xml("testsuite", attributes, ...requirements.map((one) => testCase(one, expectation.name, days.length === 0)));
}

function testCase({ requirement, findings }: TestedRequirement, suiteName: string, isSkipped: boolean): XmlElement {
  const { file, start } = requirement.span;
  const attributes = {
    classname: suiteName,
    name: writtenIn(requirement),
    file: file.path,
    line: positionAt(file, start).line,
  };
  const skipped = isSkipped ? [xml("skipped", { message: "It is about other days." })] : [];
  return xml("testcase", attributes, ...skipped, ...findings.map(failure));
}

/** Every place that decided it is a line of the text. */
function failure(finding: Diagnostic): XmlElement {
  const [said] = jsonReport([finding]).diagnostics;
  const places = said?.related.map(({ file, span, message }) => `${file}:${span.start.line}: ${message}`) ?? [];
  const text = [said?.message ?? "", ...places].join("\n");
  return xml("failure", { message: said?.message ?? "", type: finding.code }, text);
}

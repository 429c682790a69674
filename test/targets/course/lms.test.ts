import { expect, test } from "vitest";
import { compiledCourse, courseText } from "../../support/course-program.ts";

const course = '  lms canvas {\n    url = "https://canvas.example.edu/"\n    course = 1524699\n  }\n';
const lti = `auth lti {
    platforms = ["https://canvas.instructure.com"]
    client-id = "10000000000001"
    authorize-url = "https://sso.canvaslms.com/api/lti/authorize_redirect"
    jwks-url = "https://sso.canvaslms.com/api/lti/security/jwks"
    allow = everyone
  }`;
const hub = '  stage staging { domain = "staging.example.edu" }\n  stage prod { }\n';

test("a hub that signs people in by LTI 1.3 is a tool of Canvas, on each stage at its own address", () => {
  const tool = JSON.parse(courseText({ course, auth: lti, hub }, "lms/canvas-staging.json"));
  expect(tool).toMatchObject({
    title: "Foundations of Data Science (staging)",
    target_link_uri: "https://staging.example.edu",
    oidc_initiation_url: "https://staging.example.edu/hub/lti13/oauth_login",
    scopes: [],
  });
  expect(tool.extensions[0].privacy_level).toBe("public");
  expect(tool.extensions[0].settings.placements.map((one: { placement: string }) => one.placement)).toEqual([
    "course_navigation",
    "assignment_selection",
  ]);
  const text = courseText({ course, auth: lti, hub }, "lms/canvas-prod.json");
  expect(text).toContain('"title": "Foundations of Data Science"');
  expect(text).not.toContain("staging");
});

test("another hub is no tool, and the course in Canvas is among its pages", () => {
  const files = compiledCourse({ course });
  expect([...files.keys()].filter((path) => path.includes("/lms/"))).toEqual([]);
  expect(files.get("courses/data8/links.md")?.text).toContain("(https://canvas.example.edu/courses/1524699)");
});

import { describe, expect, test } from "vitest";
import { atCommit, gitAddress, withoutLogin } from "../../compiler/lock/git-address.ts";
import { parsePipRequirement } from "../../compiler/syntax/requirements/pep508.ts";

const commit = "0123456789abcdef0123456789abcdef01234567";

function requirement(line: string) {
  const parsed = parsePipRequirement(line);
  if ("error" in parsed) throw new Error(parsed.error.message);
  return parsed.requirement;
}

test.each([
  ["git+https://h/o/r", "https://h/o/r", "HEAD", `git+https://h/o/r@${commit}`],
  ["git+https://h/o/r.git@v1.2", "https://h/o/r.git", "v1.2", `git+https://h/o/r.git@${commit}`],
  ["git+https://h/o/r@feature/x#egg=r", "https://h/o/r", "feature/x", `git+https://h/o/r@${commit}#egg=r`],
  ["git+ssh://git@h/o/r@main", "ssh://git@h/o/r", "main", `git+ssh://git@h/o/r@${commit}`],
  ["r @ git+https://t:k@h:8443/o/r@main", "https://t:k@h:8443/o/r", "main", `r @ git+https://t:k@h:8443/o/r@${commit}`],
  [
    "r[a] @ git+https://h/o/r@main#subdirectory=p ; python_version >= '3.9'",
    "https://h/o/r",
    "main",
    `r[a] @ git+https://h/o/r@${commit}#subdirectory=p ; python_version >= '3.9'`,
  ],
])("%s", (line, repository, ref, locked) => {
  const read = requirement(line);
  expect(gitAddress(read)).toEqual({ repository, ref, fixed: false });
  const at = atCommit(read, commit);
  expect(at.text.replaceAll('"', "'")).toBe(locked);
  expect(gitAddress(requirement(at.text))).toEqual({ repository, ref: commit, fixed: true });
});

test.each(["numpy==1", "r @ https://h/r-1.0.tar.gz", "hg+https://h/r@main#egg=r"])("%s is no git line", (line) => {
  expect(gitAddress(requirement(line))).toBeUndefined();
  expect(atCommit(requirement(line), commit)).toEqual(requirement(line));
});

describe("an address without its login", () => {
  test.each([
    ["https://ada:token@h/o/r", "https://h/o/r"],
    ["fatal: 'https://x@h/o' and ssh://git@h/o/r", "fatal: 'https://h/o' and ssh://git@h/o/r"],
    ["https://h/o/r@main", "https://h/o/r@main"],
  ])("%s", (text, without) => {
    expect(withoutLogin(text)).toBe(without);
  });
});

// Prints one line a check and counts them.

/** `check(title, problem)` passes where `problem` is empty; `end` prints the sum and ends with 1 where a check failed, or none was made. */
export function report() {
  const sum = { passed: 0, failed: 0 };
  return {
    check(title, problem) {
      if (problem === undefined || problem === "") {
        sum.passed += 1;
        console.log(`ok    ${title}`);
        return;
      }
      sum.failed += 1;
      console.log(`FAIL  ${title}\n${String(problem).trimEnd().replace(/^/gm, "      ")}`);
    },
    skip(title, reason) {
      console.log(`skip  ${title}: ${reason}`);
    },
    end() {
      console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
      process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1;
    },
  };
}

import { expect, test } from "vitest";
import { solverComplaint } from "../../compiler/node/solve-environment.ts";

test("conda-lock's conflict, without the call and the stack behind it", () => {
  // As conda-lock 4.0.3 prints it, shortened.
  const printed = `Locking dependencies for ['linux-64']...
INFO:conda_lock.conda_solver:linux-64 using specs ['python 3.12.*', 'numpy 9.9.*']
Could not lock the environment for platform linux-64
Cannot solve the request because of: No candidates were found for numpy 9.9.*.

    Command: ['conda', 'create', '--dry-run', '--json', 'numpy 9.9.*']
    STDOUT:
{"message": "Cannot solve", "success": false}

Traceback (most recent call last):
  File "conda-lock", line 8, in <module>
    sys.exit(main())
subprocess.CalledProcessError: Command returned non-zero exit status 1.
`;
  expect(solverComplaint(printed)).toEqual([
    "Could not lock the environment for platform linux-64",
    "Cannot solve the request because of: No candidates were found for numpy 9.9.*.",
  ]);
});

test("the last line of a stack, and what other programs print at the end", () => {
  const printed = `one
Traceback (most recent call last):
  File "a.py", line 1
    call()
    ^^^^^^
ConnectionError: https://ada:token@host/x is not there
`;
  expect(solverComplaint(printed)).toEqual(["one", "ConnectionError: https://host/x is not there"]);
  const long = Array.from({ length: 40 }, (_, index) => `line ${index}`).join("\n");
  expect(solverComplaint(long)).toHaveLength(12);
  expect(solverComplaint(long).at(-1)).toBe("line 39");
});

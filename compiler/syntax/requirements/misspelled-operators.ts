// What people write instead of an operator of versions, and the operator that they mean, in conda as in pip.

export const misspelledOperators: Readonly<Record<string, string>> = {
  "=>": ">=",
  "=<": "<=",
  "=!": "!=",
  "=~": "~=",
  "~": "~=",
  "<>": "!=",
  "!==": "!=",
  ">==": ">=",
  "<==": "<=",
};

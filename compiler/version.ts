// The version, as a text of the program, so that saying it needs no file. A test compares it with package.json.

export const VERSION = "0.1.0";

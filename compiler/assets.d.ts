// Files that the bundler and the test runner embed: as text, or, for templates, compiled ahead of time.

declare module "*.hub" {
  const text: string;
  export default text;
}

declare module "*.py" {
  const text: string;
  export default text;
}

declare module "*.sh" {
  const text: string;
  export default text;
}

declare module "*.hbs" {
  const render: (context: object) => string;
  export default render;
}

declare module "*.json?raw" {
  const text: string;
  export default text;
}

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

declare module "*.txt" {
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

// The files of docs/diagnostics/, by code.
declare module "virtual:diagnostic-examples" {
  const examples: Readonly<
    Record<string, { readonly language: "hub" | "yaml"; readonly wrong: string; readonly right: string }>
  >;
  export default examples;
}

// The compiler of templates, without what it has for Node. Only what is used here is said; the types of the package are of its root alone.
declare module "handlebars/dist/cjs/handlebars.js" {
  export interface TemplatePlace {
    readonly loc: { readonly start: { readonly line: number; readonly column: number } };
  }
  export interface TemplatePath extends TemplatePlace {
    readonly type: "PathExpression";
    readonly data: boolean;
    readonly depth: number;
    readonly parts: readonly string[];
    readonly original: string;
  }
  export type TemplateExpression = TemplatePath | (TemplatePlace & { readonly type: "Literal" | "SubExpression" });
  export interface TemplateProgram {
    readonly body: readonly TemplateNode[];
    readonly blockParams?: readonly string[];
  }
  export type TemplateNode = TemplatePlace &
    (
      | { readonly type: "ContentStatement" | "CommentStatement" }
      | {
          readonly type: "MustacheStatement";
          readonly path: TemplateExpression;
          readonly params: readonly TemplateExpression[];
          readonly hash?: object;
          readonly escaped: boolean;
        }
      | {
          readonly type: "BlockStatement";
          readonly path: TemplatePath;
          readonly params: readonly TemplateExpression[];
          readonly hash?: object;
          readonly program: TemplateProgram;
          readonly inverse?: TemplateProgram;
        }
      | { readonly type: "Decorator" | "DecoratorBlock" | "PartialStatement" | "PartialBlockStatement" }
    );
  const Handlebars: {
    parse(text: string): TemplateProgram;
    compile(
      program: TemplateProgram,
      options: {
        readonly strict: boolean;
        readonly noEscape: boolean;
        readonly knownHelpersOnly: boolean;
        readonly knownHelpers: Readonly<Record<string, boolean>>;
      },
    ): (context: object) => string;
  };
  export default Handlebars;
}

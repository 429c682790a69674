export interface Script {
  readonly path: string;
  readonly bytes: number;
  readonly inputs: Readonly<Record<string, number>>;
}

export declare function bundleProgram(entries: Readonly<Record<string, string>>, folder: string): Promise<Script[]>;

// A secret by its name; its value never reaches the compiler.

export interface SecretReference {
  readonly kind: "secret";
  /** As written: segments joined by `/`. */
  readonly path: string;
  /** The key in a Kubernetes Secret: the path with `.` for `/`. */
  readonly key: string;
}

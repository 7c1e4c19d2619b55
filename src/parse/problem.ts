/** `syntax`: `ast.parse` refuses the file; `semantic`: only `compile` does. Offsets are UTF-16. */
export interface Problem {
  readonly class: 'syntax' | 'semantic';
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

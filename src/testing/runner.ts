export type Block = (name: string, body: () => void) => void;
export type Test = (name: string, body: () => Promise<void> | void) => void;

/** The functions of a test runner that make a group and a test. */
export interface Runner {
  readonly describe: Block;
  readonly it: Test;
}

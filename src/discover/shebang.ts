/** `#!/usr/bin/python3`, `#!/usr/bin/env -S python3.12 -u`, `#!/usr/bin/env -S uv run --script`. */
const PYTHON = /^#![^\r\n]*?(?:[\s/](?:python|pypy)[\d.]*w?(?=\s|$)|\buv run\b)/;

/** Enough for any first line a kernel would take (Linux: 256 bytes). */
export const SHEBANG_BYTES = 256;

/** Whether a file's first bytes name Python as the program to run it. */
export function isPythonScript(start: Uint8Array): boolean {
  if (start[0] !== 0x23 || start[1] !== 0x21) return false;
  const text = String.fromCharCode(...start.subarray(0, SHEBANG_BYTES));
  return PYTHON.test(text.split(/[\r\n]/, 1)[0]!);
}

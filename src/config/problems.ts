import { UsageError } from './usage-error.ts';

/** Gathers mistakes, so that a user is told all of them at once. */
export class Problems {
  private readonly lines: string[] = [];

  /** `where`: `pyproject.toml:12:3`; empty where the message itself says it. */
  add(where: string, message: string): void {
    const line = where === '' ? message : `${where}: ${message}`;
    if (!this.lines.includes(line)) this.lines.push(line);
  }

  get count(): number {
    return this.lines.length;
  }

  /** @throws UsageError with a line for each mistake, if there are any. */
  raise(): void {
    if (this.lines.length > 0) throw new UsageError(this.lines.join('\n'));
  }
}

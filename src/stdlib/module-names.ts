import names from './generated/modules.json' with { type: 'json' };

const NAMES: ReadonlySet<string> = new Set(names);

/** Whether the top of a dotted name is a module of the standard library, in any version. */
export function isLibraryModule(dotted: string): boolean {
  const dot = dotted.indexOf('.');
  return NAMES.has(dot < 0 ? dotted : dotted.slice(0, dot));
}

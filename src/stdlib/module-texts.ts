/**
 * The texts of many modules behind each other, and an index of them: a line per module, its name and the length of
 * its text in UTF-16 units. A run loads one long text without escapes, which costs next to nothing, and cuts out what
 * the program names. `bin/dev/pack-texts.ts` writes this form.
 */
export interface PackedTexts {
  readonly modules: string;
  readonly text: string;
}

interface Place {
  readonly from: number;
  readonly to: number;
}

/** Reads packed texts; nothing is cut before it is asked for. */
export class ModuleTexts {
  private readonly packed: PackedTexts;
  private places: ReadonlyMap<string, Place> | undefined;

  constructor(packed: PackedTexts) {
    this.packed = packed;
  }

  has(module: string): boolean {
    return this.index().has(module);
  }

  names(): Iterable<string> {
    return this.index().keys();
  }

  /** The text of a module; undefined if there is none of that name. */
  of(module: string): string | undefined {
    const place = this.index().get(module);
    return place && this.packed.text.slice(place.from, place.to);
  }

  private index(): ReadonlyMap<string, Place> {
    this.places ??= placesOf(this.packed.modules);
    return this.places;
  }
}

function placesOf(index: string): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  let from = 0;
  for (const line of index.split('\n')) {
    const blank = line.indexOf(' ');
    const to = from + Number(line.slice(blank + 1));
    places.set(line.slice(0, blank), { from, to });
    from = to;
  }
  return places;
}

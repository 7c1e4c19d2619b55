import type { Flow } from '../flow.ts';
import { moduleValue } from '../modules/imports.ts';
import type { Site } from '../solve/propagation.ts';
import { argument, eachText, type Model } from './model-arguments.ts';

/** `__import__("a.b")` gives a, as long as no `fromlist` is in sight; `import_module("a.b")` gives b. */
export const importByName =
  (top: boolean): Model =>
  (f, site) => {
    const whole = !top || argument(f, site, 3, 'fromlist') !== undefined;
    eachText(f, argument(f, site, 0, 'name'), (name) => {
      const text = f.p.text(name);
      if (!text.startsWith('.')) return importNamed(f, site, text, whole);
      if (top) return;
      eachText(f, argument(f, site, 1, 'package'), (base) => {
        const absolute = withinPackage(f.p.text(base), text);
        if (absolute !== undefined) importNamed(f, site, absolute, true);
      });
    });
  };

/** `.b` in `a` is `a.b`, `..b` in `a.c` too; undefined above the top. */
function withinPackage(base: string, relative: string): string | undefined {
  const module = relative.replace(/^\.+/, '');
  const parts = base.split('.');
  const up = relative.length - module.length - 1;
  if (base === '' || up >= parts.length) return undefined;
  return [...parts.slice(0, parts.length - up), ...(module ? [module] : [])].join('.');
}

function importNamed(f: Flow, site: Site, name: string, whole: boolean): void {
  const { program } = f.p;
  const from = site.activation.file.id;
  if (name === '') return;
  for (let end = name.indexOf('.'); ; end = name.indexOf('.', end + 1)) {
    const target = program.resolve(from, end < 0 ? name : name.slice(0, end));
    if (target.kind === 'file') f.entries.called(site, f.p.moduleOf(target.file));
    if (end < 0) break;
  }
  const bound = whole ? name : name.split('.', 1)[0]!;
  f.p.solver.add(site.result, moduleValue(f, program.resolve(from, bound)));
}

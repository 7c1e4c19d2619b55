import { libraryClass, memberOfClass } from '../../stdlib/types/library.ts';
import type { Flow } from '../flow.ts';
import { type AttributeNodes, FALLBACK } from '../solve/propagation.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { askInstance, withText } from './attribute-getters.ts';
import type { ClassRecord } from './classes.ts';
import { keepsWhatItGives, namesPutAtStart, namesPutOnSelf, readsBackWhatItMade } from './own-attributes.ts';

/** PEP 562: a module's `__getattr__` is asked for names that it does not bind. */
export function moduleGetter(f: Flow, module: Token, name: number, to: AttributeNodes): void {
  const { facts, id, module: dotted } = f.p.program.files[f.p.values.x(module)]!;
  const getter = facts.globals.get('__getattr__');
  const text = f.p.text(name);
  if (getter === undefined || facts.globals.has(text) || text.startsWith('__')) return;
  // a submodule is bound in its package, and `from p import sub` imports one that is not
  if (f.p.program.resolve(id, `${dotted}.${text}`).kind !== 'external') return;
  f.p.solver.on(f.p.activations.variable(f.p.moduleOf(id), getter), (callee) => {
    f.p.solver.add(to.getters, withText(f, callee, name));
  });
}

/** Whether a library base has an attribute: then `__getattr__` is not asked. */
export function inheritsFromLibrary(f: Flow, record: ClassRecord, name: string): boolean {
  return record.order.some((entry) => {
    if (f.p.values.kind(entry) !== VALUE.library) return false;
    const base = libraryClass(f.p.text(f.p.values.x(entry)));
    return base !== undefined && memberOfClass(base, name) !== undefined;
  });
}

/**
 * `__getattr__`, where neither instance nor class has the name, nor anything is put there under names that only values
 * tell (`setattr`). Private names are taken to be there.
 */
export function dynamicAttribute(
  f: Flow,
  record: ClassRecord,
  object: Token,
  name: number,
  to: AttributeNodes,
): void {
  const text = f.p.text(name);
  if (text.startsWith('_') || inheritsFromLibrary(f, record, text)) return;
  const isAmong = (names: typeof namesPutOnSelf) =>
    record.order.some(
      (entry) => f.p.values.kind(entry) === VALUE.class && names(f.classes.of(entry)).has(text),
    );
  const isOwn = isAmong(namesPutOnSelf);
  if (isOwn && isAmong(namesPutAtStart)) return;
  const getter = f.p.name('__getattr__');
  const mayAsk = f.classes.mayDefine(record, getter);
  // what is read back was put there by what `__getattr__` ran: somebody asked it before
  if (isOwn && !(mayAsk && f.classes.definers(record, getter).some(readsBackWhatItMade))) return;
  const ask = () => askInstance(f, record, object, name, '__getattr__', to);
  if (isOwn || !mayAsk || f.classes.definers(record, getter).some(keepsWhatItGives)) ask();
  else f.p.whenEmpty(to.value, FALLBACK.getter, ask);
}

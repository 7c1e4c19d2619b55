import type { ClassRecord } from '../classes/classes.ts';
import type { Flow } from '../flow.ts';
import type { ActivationId, FunctionId } from '../solve/activations.ts';
import { type Token, VALUE } from '../solve/values.ts';

/**
 * In a summarised library, the context of a method for receivers of one class: -1, the shared one, for the class that
 * defines it. What a base class does through `self` is then told of each derived class on its own.
 */
export function receiverContext(f: Flow, id: FunctionId, receiver: Token): number {
  if (!f.summarises) return -1;
  const { values } = f.p;
  const kind = values.kind(receiver);
  if (kind !== VALUE.instance && kind !== VALUE.class) return -1;
  const record = f.classes.of(kind === VALUE.class ? receiver : (values.x(receiver) as Token));
  const { owner } = f.p.activations.facts(id);
  if (record.index === owner && record.activation.file === f.p.activations.fileOfFunction(id)) return -1;
  // a method that makes a class for its receiver (`unittest.mock`) would make classes without end
  if (isMadeForReceiver(f, record)) return -1;
  // all instances of a class are one receiver
  const key = kind === VALUE.class ? receiver : values.of(VALUE.instance, values.x(receiver));
  let context = f.receivers.get(key);
  if (context === undefined) {
    context = f.p.newSite();
    f.receivers.set(key, context);
  }
  return context;
}

function isMadeForReceiver(f: Flow, { activation }: ClassRecord): boolean {
  const { all } = f.p.activations;
  for (let at = activation; ; at = all[at.around as ActivationId]!) {
    if (at.context >= 0) return true;
    if (at.around < 0) return false;
  }
}

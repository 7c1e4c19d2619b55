import type { Flow } from '../flow.ts';
import type { Activation } from '../solve/activations.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';

/**
 * The object that a method read off its class is called with (`Base.m(self)`, `table[key](self, x)`): an instance of
 * that class. Among many receivers some are of a base or a sibling, whose own table has other methods: these are left
 * out. Errs toward missing what is passed on purpose to a method of a class that the object is only related to.
 */
export function passReceiver(f: Flow, callee: Activation, from: Node, to: Node): void {
  const { solver } = f.p;
  solver.on(from, (token) => {
    if (relation(f, callee, token) !== 'related') return solver.add(to, token);
    // bases of its class may still become known
    f.p.whenIdle(() => {
      if (relation(f, callee, token) !== 'related') solver.add(to, token);
    });
  });
}

/** How the class of a value stands to the class whose method is called. */
function relation(f: Flow, { file, index }: Activation, token: Token): 'own' | 'related' | 'unrelated' {
  const { values } = f.p;
  if (values.kind(token) !== VALUE.instance) return 'unrelated';
  const { order } = f.classes.of(values.x(token) as Token);
  const owners = f.classes.ofStatement(file.id, file.facts.functions[index]!.owner);
  if (owners.some((owner) => order.includes(owner.token))) return 'own';
  const isShared = (entry: Token) => values.kind(entry) === VALUE.class && order.includes(entry);
  return owners.some((owner) => owner.order.some(isShared)) ? 'related' : 'unrelated';
}

import type { Flow } from '../flow.ts';
import type { Activation } from '../solve/activations.ts';
import type { Site } from '../solve/propagation.ts';
import { type Token, VALUE } from '../solve/values.ts';

/** `super()` and `super(C, self)`: what lies behind C in the order of the receiver's class. */
export function superOf(f: Flow, site: Site): void {
  const { values, solver } = f.p;
  const [first, second] = site.arguments.positional;
  const make = (type: Token, receiver: Token) => {
    const kind = values.kind(receiver);
    if (kind === VALUE.instance || kind === VALUE.class) {
      solver.add(site.result, values.of(VALUE.super, type, receiver));
    }
  };
  if (first !== undefined && second !== undefined) {
    solver.on(first, (type) => {
      if (values.kind(type) === VALUE.class) solver.on(second, (receiver) => make(type, receiver));
    });
    return;
  }
  const method = enclosingMethod(f, site.activation);
  if (!method) return;
  const facts = f.p.activations.facts(method.function);
  const [self] = facts.parameters;
  if (!self) return;
  for (const record of f.classes.ofStatement(method.file.id, facts.owner)) {
    solver.on(f.p.node(method, self.op), (receiver) => make(record.token, receiver));
  }
}

/** The method whose first parameter a bare `super()` uses; lambdas and comprehensions inside it see the same. */
function enclosingMethod(f: Flow, from: Activation): Activation | undefined {
  for (let at = from; ; ) {
    if (f.p.activations.facts(at.function).owner >= 0) return at;
    if (at.around < 0) return undefined;
    at = f.p.activations.all[at.around]!;
  }
}

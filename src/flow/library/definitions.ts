import type { Flow } from '../flow.ts';
import type { FunctionId } from '../solve/activations.ts';
import { type Token, VALUE } from '../solve/values.ts';

/** The dotted name under which a function, method or class of the program is defined; `undefined` for other values. */
export function definedName(f: Flow, token: Token): string | undefined {
  const { values, activations } = f.p;
  switch (values.kind(token)) {
    case VALUE.function: {
      const id = values.x(token) as FunctionId;
      return `${activations.fileOfFunction(id).module}.${activations.facts(id).qualifiedName}`;
    }
    case VALUE.boundMethod: {
      const receiver = values.y(token) as Token;
      const kind = values.kind(receiver);
      if (kind !== VALUE.instance && kind !== VALUE.class) return undefined;
      const method = values.x(token) as Token;
      if (values.kind(method) !== VALUE.function) return undefined;
      const record = f.classes.of(kind === VALUE.class ? receiver : (values.x(receiver) as Token));
      const { name } = activations.facts(values.x(method) as FunctionId);
      return `${record.activation.file.module}.${record.name}.${name}`;
    }
    case VALUE.class: {
      const record = f.classes.of(token);
      return `${record.activation.file.module}.${record.name}`;
    }
    default:
      return undefined;
  }
}

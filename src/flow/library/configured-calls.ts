import type { Place } from '../../model/catalogue.ts';
import type { CallbackModel, Operand } from '../../stdlib/models/callback-model.ts';
import type { Flow } from '../flow.ts';
import type { Site } from '../solve/propagation.ts';
import type { Token } from '../solve/values.ts';
import { runCallback } from './callbacks.ts';
import { callableNames } from './library.ts';

const modelsByFlow = new WeakMap<Flow, ReadonlyMap<string, CallbackModel>>();

/** Lets a callable outside the program call what the configuration says that it calls. */
export function callConfigured(f: Flow, dotted: string, site: Site, receiver?: Token): void {
  if (f.p.table.configured === undefined) return;
  const models = modelsOf(f);
  if (models.size === 0) return;
  for (const name of callableNames(f, dotted)) {
    const model = models.get(name);
    if (model) return runCallback(f, model, site, receiver);
  }
}

function modelsOf(f: Flow): ReadonlyMap<string, CallbackModel> {
  let models = modelsByFlow.get(f);
  if (!models) {
    const rows = (f.p.table.configured ?? []).filter(({ calls }) => calls.length > 0);
    models = new Map(
      rows.map(({ api, calls }) => [
        f.p.canonical(api),
        { calls: calls.map((place) => ({ callee: operandOf(place) })) },
      ]),
    );
    modelsByFlow.set(f, models);
  }
  return models;
}

function operandOf(place: Place): Operand {
  if (place === 'self') return 'receiver';
  return place.startsWith('kw:') ? { named: place.slice(3) } : Number(place.slice(4));
}

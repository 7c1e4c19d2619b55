import type { Preset } from '../config/settings.ts';
import { unreachable } from '../model/brand.ts';
import type { Tier } from '../model/catalogue.ts';
import type { Confidence, Level } from '../model/finding.ts';

/** What a preset makes of a tier; `none` is not shown. */
export function presetLevel(preset: Preset, tier: Tier): Level {
  switch (preset) {
    case 'recommended':
      return tier === 'dangerous' ? 'warning' : tier === 'effect' ? 'note' : 'none';
    case 'strict':
      return tier === 'inventory' ? 'none' : 'warning';
    case 'all':
      return tier === 'dangerous' ? 'warning' : 'note';
    case 'inventory':
      return 'none';
    default:
      return unreachable(preset);
  }
}

/** The least confidence a preset shows. */
export function presetConfidence(preset: Preset): Confidence {
  return preset === 'recommended' ? 'medium' : 'low';
}

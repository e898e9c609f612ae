import type { Effect } from '#shared/domain/follow-up/inputs.ts';

/**
 * Effects in the two turns in which they are carried out: suppressions before the save, because after it a repeat finds
 * nothing to do and a crash would leave the contact open to others; the rest after it.
 */
export function suppressionsFirst(effects: readonly Effect[]): {
  beforeSave: readonly Effect[];
  afterSave: readonly Effect[];
} {
  return {
    beforeSave: effects.filter(({ kind }) => kind === 'suppress-contact'),
    afterSave: effects.filter(({ kind }) => kind !== 'suppress-contact'),
  };
}

import type { DocumentKind, StoredDocument } from '#shared/adapters/dynamo/document-item.ts';
import type { Fact, Instant } from '#shared/domain/record.ts';

/** A document that is as small as one can be: it waits for something, rests, or is over. */
export type Plan = StoredDocument & {
  schema: number;
  state: 'open' | 'resting' | 'over';
  waitsFor?: Instant;
  words: string;
  notes: readonly string[];
};

export const planKind: DocumentKind<Plan> = {
  schema: 2,
  lists: ['notes'],
  nextDueAt: ({ waitsFor }) => waitsFor,
  attention: ({ state }) => (({ open: 'must-be-due', resting: 'weekly', over: 'closed' }) as const)[state],
  // Schema 1 called the words `text`.
  upgrade: (schema, fields) =>
    ({ ...fields, ...(schema === 1 && { words: fields['text'] }) }) as Omit<Plan, keyof StoredDocument>,
  about: ({ id }) => ({ agencyId: 'riverbend', followUpId: id }),
};

export const NOON = Date.parse('2026-11-23T17:00:00Z');

/** A plan that is due in an hour; say what differs. */
export function aPlan(different: Partial<Plan> = {}): Plan {
  return {
    id: 'plan#1',
    schema: 2,
    version: 0,
    record: { seq: 0, hash: '' },
    state: 'open',
    waitsFor: NOON + 3_600_000,
    words: 'check on them tomorrow',
    notes: [],
    ...different,
  };
}

export const aFact = (different: Partial<Fact> = {}): Fact => ({
  kind: 'check-in-missed',
  at: NOON,
  by: 'machine',
  ...different,
});

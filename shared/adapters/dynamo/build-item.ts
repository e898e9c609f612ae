import { randomUUID } from 'node:crypto';
import { MINUTE, type Fact, type Instant } from '#shared/domain/record.ts';
import { expiresAfter } from './client.ts';
import { fieldsOf, type DocumentItem, type DocumentKind, type StoredDocument } from './document-item.ts';
import { dueAttributes, withinAWeek } from './due.ts';
import { hashOf } from './facts.ts';
import { shortened } from './own-id.ts';

/** A closed document whose newest facts are not yet on the record is looked at again after this. */
const SETTLE_AFTER = 10 * MINUTE;

type Options<D extends StoredDocument> = { kind: DocumentKind<D>; now: Instant; documentsDays: number };

/** The item of the next save. A new document starts its record; throws NeverDue. */
export function buildItem<D extends StoredDocument>(
  document: D,
  facts: readonly Fact[],
  { kind, now, documentsDays }: Options<D>,
): DocumentItem {
  const { id, schema } = document;
  const due = dueAtOf(document, kind, now) ?? (facts.length > 0 ? now + SETTLE_AFTER : undefined);
  return {
    id,
    schema,
    version: document.version + 1,
    // Told apart from another attempt at this one version: 48 bits of chance are plenty, and every byte is paid for.
    savedBy: randomUUID().slice(-12),
    ...headOf(document, facts),
    ...dueAttributes(id, due),
    ...(kind.attention(document) === 'closed' && { expiresAt: expiresAfter(now, documentsDays) }),
    doc: fieldsOf(document, kind),
  };
}

function headOf(
  { id, record }: StoredDocument,
  facts: readonly Fact[],
): Pick<DocumentItem, 'seq' | 'hash' | 'pending'> {
  if (facts.length === 0) return record;
  const next = { document: id, seq: record.seq + 1, facts, previous: record.hash };
  const pending = shortened(id, facts) as readonly Fact[]; // only its strings are shorter
  return { seq: next.seq, hash: hashOf(next), pending };
}

/** When the document must be looked at next: what is pending, at most a week ahead. Throws NeverDue. */
export function dueAtOf<D extends StoredDocument>(
  document: D,
  kind: DocumentKind<D>,
  now: Instant,
): Instant | undefined {
  const next = kind.nextDueAt(document);
  if (next !== undefined) return withinAWeek(document.id, next, now);
  const attention = kind.attention(document);
  if (attention === 'must-be-due') throw new NeverDue(document.id);
  return attention === 'weekly' ? withinAWeek(document.id, Infinity, now) : undefined;
}

/** Whether nothing but its own unrecorded facts would ever wake a document again. */
export function waitsForNothing<D extends StoredDocument>(document: D, kind: DocumentKind<D>): boolean {
  return kind.nextDueAt(document) === undefined && kind.attention(document) === 'closed';
}

/** Thrown by a save of an open document that nothing would ever wake again: a defect, and a person who would vanish. */
class NeverDue extends Error {
  readonly documentId: string;
  constructor(documentId: string) {
    super(`${documentId} is open but waits for nothing`);
    this.name = 'NeverDue';
    this.documentId = documentId;
  }
}

import type { Fact, Instant, RecordHead } from '#shared/domain/record.ts';
import { NewerSchema } from '#shared/ports.ts';

/** What every stored document has. */
export type StoredDocument = { id: string; schema: number; version: number; record: RecordHead };

/** What the store must know about a kind of document. */
export type DocumentKind<D extends StoredDocument> = {
  /** The newest schema that this release writes. */
  schema: D['schema'];
  /** The earliest moment at which something is pending. */
  nextDueAt(document: D): Instant | undefined;
  /** An open document is never without a due time. `weekly` ones may wait for nothing but are still looked at. */
  attention(document: D): 'must-be-due' | 'weekly' | 'closed';
  /** Pure steps from an older schema; gets the stored fields as they are. */
  upgrade(schema: number, fields: Record<string, unknown>): Omit<D, keyof StoredDocument>;
  about(document: D): { agencyId: string; followUpId?: string };
};

/** A document as its item: what the store itself needs stands beside `doc`, nothing stands in both. */
export type DocumentItem = {
  id: string;
  schema: number;
  version: number;
  savedBy: string;
  seq: number;
  hash: string;
  /** The facts of the newest save, until they are on the record. */
  pending?: readonly Fact[];
  /** The hash before `pending`. */
  before?: string;
  dueShard?: string;
  dueAt?: Instant;
  expiresAt?: number;
  doc: Record<string, unknown>;
};

/** Everything of a document but what the item holds beside it. */
export function fieldsOf(document: StoredDocument): Record<string, unknown> {
  const { id: _id, schema: _schema, version: _version, record: _record, ...fields } = document;
  return fields;
}

/** The document in an item. Throws NewerSchema for one that a later release wrote. */
export function documentIn<D extends StoredDocument>(item: DocumentItem, kind: DocumentKind<D>): D {
  if (item.schema > kind.schema) throw new NewerSchema(item.id, item.schema);
  const { id, version, seq, hash } = item;
  const fields = kind.upgrade(item.schema, item.doc);
  // The kind vouches for its own fields; the rest is what StoredDocument says.
  return { ...fields, id, version, schema: kind.schema, record: { seq, hash } } as unknown as D;
}

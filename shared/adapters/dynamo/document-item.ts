import type { Fact, Instant, RecordHead } from '#shared/domain/record.ts';
import { NewerSchema } from '#shared/ports.ts';
import { lengthened, shortened } from './own-id.ts';

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
  /** Fields that are always lists: an empty one is not stored. */
  lists: readonly (string & Exclude<keyof D, keyof StoredDocument>)[];
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
  dueShard?: string;
  dueAt?: Instant;
  expiresAt?: number;
  doc: Record<string, unknown>;
};

/** Everything of a document but what the item holds beside it, as short as it can stand there. */
export function fieldsOf<D extends StoredDocument>(
  document: D,
  kind: DocumentKind<D>,
): Record<string, unknown> {
  const { id, schema: _schema, version: _version, record: _record, ...fields } = document;
  const lists: readonly string[] = kind.lists;
  const kept = Object.entries(fields).filter(
    ([name, value]) => !(lists.includes(name) && Array.isArray(value) && value.length === 0),
  );
  return shortened(id, Object.fromEntries(kept)) as Record<string, unknown>; // an object stays one
}

/** The document in an item. Throws NewerSchema for one that a later release wrote. */
export function documentIn<D extends StoredDocument>(item: DocumentItem, kind: DocumentKind<D>): D {
  if (item.schema > kind.schema) throw new NewerSchema(item.id, item.schema);
  const { id, version, seq, hash } = item;
  const lists = Object.fromEntries(kind.lists.map((name) => [name, []]));
  const stored = { ...lists, ...(lengthened(item.id, item.doc) as Record<string, unknown>) }; // as above
  const fields = kind.upgrade(item.schema, stored);
  // The kind vouches for its own fields; the rest is what StoredDocument says.
  return { ...fields, id, version, schema: kind.schema, record: { seq, hash } } as unknown as D;
}

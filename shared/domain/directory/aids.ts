import type { Instant } from '../record.ts';
import type { NeedsTable } from './needs-table.ts';
import type { FindZipCode } from './zip-code.ts';

/** What assembling a directory needs from outside. */
export type Aids = {
  readonly now: Instant;
  readonly needs: NeedsTable;
  readonly zipCode: FindZipCode;
  /** IANA, of a point on the earth. */
  readonly zoneAt: (latitude: number, longitude: number) => string | undefined;
  /** HTML and Markdown taken out of a text, its paragraphs kept. */
  readonly plainText: (text: string) => string;
};

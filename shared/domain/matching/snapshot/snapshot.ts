import type { Listing } from '../../directory/listing.ts';
import type { Instant } from '../../record.ts';
import type { Columns, Dictionary } from './format.ts';
import type { AreaFacts, EligibilityFacts, LanguageFacts, NeedFacts, TermsFacts } from './listing-facts.ts';

/** What the entries of a dictionary stand for. */
export type FactsOf = {
  needSets: NeedFacts;
  languages: LanguageFacts;
  eligibility: EligibilityFacts;
  areas: AreaFacts;
  terms: TermsFacts;
};

/** A directory to search in; read-only views of one piece of memory. Made by `loadSnapshot`. */
export type Snapshot = {
  /** 32 hex digits: two snapshots with the same content have the same. */
  readonly contentHash: string;
  readonly builtAt: Instant;
  /** Listings of any status. */
  readonly listings: number;
  /** Services that have at least one active listing. */
  readonly activeServices: number;
  /** Bytes of what a search looks at, out of all. */
  readonly searchBytes: number;
  readonly bytes: number;
  readonly columns: Columns;
  /** The codes of the needs that it has listings for. */
  readonly needs: () => readonly string[];
  /** The entry of a dictionary, as text. */
  readonly word: (dictionary: Dictionary, number: number) => string;
  /** The facts that an entry of a dictionary stands for, read once. */
  readonly facts: <D extends keyof FactsOf>(dictionary: D, number: number) => FactsOf[D];
  /** @throws SnapshotRefused when its text was damaged */
  readonly idOf: (listing: number) => string;
  /** @throws SnapshotRefused when its text was damaged */
  readonly listingOf: (listing: number) => Listing;
  /** Reads all text once, where a damaged snapshot must be refused at once. @throws SnapshotRefused */
  readonly checkText: () => void;
};

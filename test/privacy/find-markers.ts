import { buildSearch, type Search } from './search.ts';
import { spellingsOf } from './spellings.ts';

/** Something personal that may stand in a few places only. */
export type Marker = {
  /** What it is, such as `preferredName of C-77`: told in place of the value. */
  readonly field: string;
  readonly value: string;
};

export type Found = Pick<Marker, 'field'> & {
  /** How it was written, such as `base64`. */
  readonly as: string;
};

type Compiled = {
  readonly search: Search<Found>;
  readonly numbers: readonly (Found & { readonly pattern: RegExp })[];
};

const known = new WeakMap<readonly Marker[], Compiled>();

/**
 * Every marker that stands in a text: as it is, in another case, as JSON, percent-encoded, in base64 or hex, hashed
 * without a key, a phone by its digits or its last seven. An array of markers is compiled at its first use, so keep
 * it; after that a line of a log without markers takes less than a microsecond, however many markers there are.
 */
export function findMarkers(text: string, markers: readonly Marker[]): Found[] {
  let compiled = known.get(markers);
  if (!compiled) known.set(markers, (compiled = compile(markers)));
  const { search, numbers } = compiled;
  const found = search(text);
  for (const { field, as, pattern } of numbers) if (pattern.test(text)) found.push({ field, as });
  return found;
}

function compile(markers: readonly Marker[]): Compiled {
  const spellings = markers
    .filter((marker) => !isShortNumber(marker))
    .flatMap(({ field, value }) =>
      spellingsOf(value).map(({ as, spelling }) => ({ spelling, what: { field, as } })),
    );
  const numbers = markers
    .filter(isShortNumber)
    .map(({ field, value }) => ({ field, as: 'number', pattern: standingAlone(value) }));
  return { search: buildSearch(spellings), numbers };
}

/** A ZIP code or a year is no marker inside a longer number or an id. */
const isShortNumber = ({ value }: Marker): boolean => /^\d{4,6}$/.test(value);
const standingAlone = (digits: string): RegExp => new RegExp(`(?<![\\w.-])${digits}(?![\\w-])`);

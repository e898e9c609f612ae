import type { Listing, ServiceArea } from '#shared/domain/directory/listing.ts';

/** What a search has to know of a listing, in groups that many listings share. Unknown is left out. */
export type LanguageFacts = { readonly languages: readonly string[]; readonly interpreters?: boolean };
export type EligibilityFacts = Pick<Listing, 'ages' | 'audience'>;
export type AreaFacts = {
  readonly areas: readonly ServiceArea[];
  /** The state of a service that is reached from all of it. */
  readonly statewide?: string;
};
export type TermsFacts = {
  readonly accessibility: readonly string[];
  readonly cost?: NonNullable<Listing['cost']>;
  /** Something has to be brought along. */
  readonly documents?: true;
  /** How somebody is reached at best: by telephone, by writing or going there, or no way is known. */
  readonly reached: 'phone' | 'otherwise' | 'unknown';
};

/** For each need, by its number in the directory: 1 where it is stated, 0 where it was read out of words. */
export type NeedFacts = Readonly<Record<number, 0 | 1>>;

export function needFacts({ needs }: Listing, numbers: ReadonlyMap<string, number>): NeedFacts {
  const facts: Record<number, 0 | 1> = {};
  for (const { code, known } of needs) {
    const number = numbers.get(code) ?? -1;
    facts[number] = known === 'stated' ? 1 : (facts[number] ?? 0);
  }
  return facts;
}

export const languageFacts = ({ languages, interpreters }: Listing): LanguageFacts => ({
  languages: [...languages].sort(),
  ...(interpreters !== undefined && { interpreters }),
});

export const eligibilityFacts = ({ ages, audience }: Listing): EligibilityFacts => ({
  ...(ages !== undefined && { ages: { ...from(ages), ...to(ages) } }),
  audience: audience.map(({ code, known }) => ({ code, known })),
});

const from = ({ from }: { from?: number }) => (from === undefined ? {} : { from });
const to = ({ to }: { to?: number }) => (to === undefined ? {} : { to });

export const areaFacts = ({ areas, place }: Listing): AreaFacts => ({
  areas,
  ...(place.kind === 'statewide' && place.state !== undefined && { statewide: place.state }),
});

export function termsFacts({ accessibility, cost, documents, phones, url, address }: Listing): TermsFacts {
  const written = url !== undefined || (address !== undefined && address.length > 0);
  return {
    accessibility: [...accessibility].sort(),
    ...(cost !== undefined && { cost }),
    ...(documents.length > 0 && { documents: true }),
    reached: phones.length > 0 ? 'phone' : written ? 'otherwise' : 'unknown',
  };
}

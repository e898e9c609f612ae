import { describe, expect, it } from 'vitest';
import { needsMap } from '#shared/domain/directory/map-needs.ts';
import type { NeedsTable } from '#shared/domain/directory/needs-table.ts';
import { directoryOf, listingOf, pantry, told } from './any-directory.ts';

const [service] = pantry.services;

/** The pantry with other words, and with terms: what it does, and `situations`, whom it is for. */
function about(
  change: Record<string, string>,
  { terms = [], situations = [] }: { readonly terms?: string[]; readonly situations?: string[] } = {},
) {
  const taxonomies = [
    ...terms.map((name, index) => ({ id: `t${index}`, code: `t${index}`, name })),
    ...situations.map((name, index) => ({ id: `u${index}`, code: `u${index}`, name, type: 'situation' })),
  ];
  const taxonomy_ids = taxonomies.map(({ id }) => id).join();
  return {
    ...pantry,
    services: [{ ...service, name: 'Kites', description: '', taxonomy_ids, ...change }],
    taxonomies,
  };
}

const needsOf = (...given: Parameters<typeof about>): string[] =>
  listingOf(about(...given)).needs.map(({ code, known }) => (known === 'stated' ? code : `${code}?`));

const audienceOf = (...given: Parameters<typeof about>): string[] =>
  listingOf(about(...given)).audience.map(({ code, known }) => `${code} ${known}`);

describe('what a service is for', () => {
  it.each([
    ['its name', { name: 'Hot meals' }, ['food?']],
    ['its other name', { alternate_name: 'The soup kitchen' }, ['food?']],
    ['its description', { description: 'We bring groceries.' }, ['food?']],
    ['its keywords', { keywords: 'groceries, kites' }, ['food?']],
    [
      'name and description, the name first',
      { name: 'Legal aid', description: 'Groceries, too. Legal aid at ten.' },
      ['legal?', 'food?'],
    ],
  ])('is read out of %s', (_, change, needs) => {
    expect(needsOf(change)).toEqual(needs);
  });

  it('is what its terms state; its name may add, its description may not', () => {
    const change = { name: 'Food pantry and legal aid', description: 'Groceries. Clothing. Child care.' };
    expect(needsOf(change, { terms: ['Food'] })).toEqual(['food', 'legal?']);
  });

  it('may be told by whom it is for: people fleeing violence, veterans, nobody else', () => {
    const situations = ['Domestic violence', 'Veterans', 'Homeless'];
    expect(needsOf({}, { terms: ['Counseling'], situations })).toEqual([
      'mental-health',
      'domestic-violence?',
      'veterans?',
    ]);
    expect(needsOf({ name: 'Groceries' }, { situations: [...situations, 'Veteran'] })).toEqual([
      'food?',
      'domestic-violence?',
      'veterans?',
    ]);
    expect(needsOf({ name: 'Groceries' }, { situations: ['Homeless', 'Students'] })).toEqual(['food?']);
    expect(needsOf({}, { terms: ['Veterans'], situations: ['Veterans'] })).toEqual(['veterans']);
  });

  it('is reported where it is not known: nobody would find it', () => {
    const { problems } = directoryOf(about({}));
    expect(problems).toEqual([
      {
        severity: 'warning',
        table: 'services',
        row: 2,
        field: 'taxonomy_ids',
        value: 'Kites',
        problem: 'no need known or inferred: no search for a need finds it',
        kept: true,
      },
    ]);
    expect(told(directoryOf(about({ name: 'Groceries' })))).toEqual([]);
  });

  it('is at most five needs where its words list everything there is', () => {
    const description =
      'Groceries, clothing, child care, legal aid, tutoring, primary care, suicide prevention.';
    expect(needsOf({ description })).toHaveLength(5);
  });

  it('is not read out of what stands far down in a description', () => {
    const far = (characters: number) => `${'Kites. '.repeat(1000).slice(0, characters)} groceries`;
    expect(needsOf({ description: far(1_480) })).toEqual(['food?']);
    expect(needsOf({ description: far(1_500) })).toEqual([]);
  });
});

describe('whom a service is for', () => {
  it.each([
    ['its rules', { eligibility_description: 'Veterans only' }, ['veterans inferred']],
    ['its audience', { audience: 'Women' }, ['women inferred']],
    ['both together', { eligibility_description: 'Women', audience: 'and men' }, []],
    ['its name where it has no rules', { name: 'Clinic for women' }, ['women inferred']],
    ['its rules, whatever its name is', { name: 'Clinic for women', audience: 'Residents' }, []],
  ])('is read out of %s', (_, change, audience) => {
    expect(audienceOf(change)).toEqual(audience);
  });

  it('is read out of its situations where it has no rules', () => {
    expect(audienceOf({}, { situations: ['Seniors', 'Veterans'] })).toEqual([
      'veterans inferred',
      'older-adults inferred',
    ]);
    expect(audienceOf({ name: 'Clinic for women' }, { situations: ['Men'] })).toEqual([]);
  });
});

describe('a table of needs', () => {
  const words = { terms: [], keywords: [] };
  const table: NeedsTable = {
    needs: {
      kites: { ...words, codes: ['KT-18*', 'Flying'] },
      boats: { ...words, codes: ['BT', '*craft'], keywords: ['boat'], unless: ['boat shoes'] },
    },
    audiences: { sailors: { words: ['sailors'] }, pilots: { words: ['pilots'], unless: ['no pilots'] } },
  };
  const { ofTerm, ofWords, audienceOf: audience } = needsMap(table);

  it.each([
    ['KT-1800.2500-300', ['kites']],
    ['kt-18', ['kites']],
    ['KT-1', []],
    ['1800.KT-18', []],
    ['FLYING', ['kites']],
    ['Flying-1', []],
    ['bt', ['boats']],
    ['BT-2', []],
    ['BTs', []],
    ['aircraft', []],
    ['', []],
  ])('knows the code %j, whole or by its beginning, whatever its letters’ size', (code, needs) => {
    expect(ofTerm({ name: '', code })).toEqual(needs);
    expect(ofTerm({ name: code, code: '' })).toEqual(needs);
  });

  it('takes away what its words say is something else', () => {
    expect(ofWords('A boat', '')).toEqual(['boats']);
    expect(ofWords('Boat shoes', '')).toEqual([]);
    expect(audience('sailors and pilots')).toEqual(['sailors', 'pilots']);
    expect(audience('sailors, no pilots')).toEqual(['sailors']);
  });
});

import { describe, expect, it } from 'vitest';
import type { ServiceArea } from '#shared/domain/directory/listing.ts';
import { readArea } from '#shared/domain/directory/values/read-area.ts';

/** `city MD: Colma, Daly City` */
function inShort(area: ServiceArea): string {
  switch (area.kind) {
    case 'zip':
      return `zip: ${area.zips.join(', ')}`;
    case 'city':
    case 'county':
      return `${area.kind}${area.state === undefined ? '' : ` ${area.state}`}: ${area.names.join(', ')}`;
    case 'state':
      return `state: ${area.states.join(', ')}`;
    default:
      return area.kind;
  }
}

const read = (text: string, state: string | undefined = 'MD') => {
  const reading = readArea(text, state);
  return reading.kind === 'doubtful' ? reading.problem : reading.areas.map(inShort);
};

const UNCLEAR = 'not a list of ZIP codes, towns, counties or states';

describe('where one must live is', () => {
  it.each([
    ['21201', 'zip: 21201'],
    ['21201, 21202;21203|21201', 'zip: 21201, 21202, 21203'],
    ['ZIP codes: 21201 and 21202', 'zip: 21201, 21202'],
    ['zip code 21201', 'zip: 21201'],
  ])('in the ZIP codes of %j', (text, area) => {
    expect(read(text)).toEqual([area]);
  });

  it.each([
    ['Colma', 'city MD: Colma'],
    ['Colma, Daly City', 'city MD: Colma, Daly City'],
    ['Colma & Daly City', 'city MD: Colma, Daly City'],
    ['Colma\nDaly City\n', 'city MD: Colma, Daly City'],
    ['Colma, and Daly  \t City.', 'city MD: Colma, Daly City'],
    ['Colma, or the Dells. ', 'city MD: Colma, Dells'],
    ['The Dells', 'city MD: Dells'],
    ['City of Colma', 'city MD: Colma'],
    ['Residents of Colma', 'city MD: Colma'],
    ['Serving: Colma', 'city MD: Colma'],
    ['serves Colma', 'city MD: Colma'],
    ['Winston-Salem, St. Mary’s, Isle of Wight', 'city MD: Winston-Salem, St. Mary’s, Isle of Wight'],
    ['Fond  du Lac', 'city MD: Fond du Lac'],
    ['Lake Havasu City North', 'city MD: Lake Havasu City North'],
    ['Colma, Colma', 'city MD: Colma'],
    // Towns whose names hold other words.
    ['Columbus', 'city MD: Columbus'],
    ['National City', 'city MD: National City'],
    ['County Line', 'city MD: County Line'],
    ['Inneresting', 'city MD: Inneresting'],
    ['Midland', 'city MD: Midland'],
    ['Valley Forge', 'city MD: Valley Forge'],
    ['Callao, Nottingham, Yesler, Allentown', 'city MD: Callao, Nottingham, Yesler, Allentown'],
    ['New York', 'city MD: New York'],
    ['Washington', 'city MD: Washington'],
    ['Alameda', 'city MD: Alameda'],
    ['Élan', 'city MD: Élan'],
    ['Wall, Widefield, Rose Central', 'city MD: Wall, Widefield, Rose Central'],
    ['Four Counties Town', 'city MD: Four Counties Town'],
    ['Old City of Colma', 'city MD: Old City of Colma'],
  ])('in the towns of %j', (text, area) => {
    expect(read(text)).toEqual([area]);
  });

  it.each([
    ['Kent County', 'county MD: Kent'],
    ['Alameda County, San Mateo County', 'county MD: Alameda, San Mateo'],
    ['Kent, Cecil and Harford Counties', 'county MD: Kent, Cecil, Harford'],
    ['Kent County and Cecil County', 'county MD: Kent, Cecil'],
    ['Orleans Parish', 'county MD: Orleans'],
    ['Juneau Borough', 'county MD: Juneau'],
  ])('in the counties of %j', (text, area) => {
    expect(read(text)).toEqual([area]);
  });

  it.each(['Statewide', 'state-wide', 'State wide', 'Entire state', 'whole state', 'all counties'])(
    'in the state of the place, where it says %j',
    (text) => {
      expect(read(text, 'DE')).toEqual(['state: DE']);
      expect(readArea(text, undefined)).toEqual({ kind: 'doubtful', problem: UNCLEAR });
    },
  );

  it.each([
    ['MD', 'state: MD'],
    ['Maryland, Delaware', 'state: MD, DE'],
    ['MD, DE', 'state: MD, DE'],
    ['all of Maryland', 'state: MD'],
    ['Entire state of Ohio', 'state: OH'],
    ['State of New York', 'state: NY'],
    ['State of Washington', 'state: WA'],
  ])('in the states of %j', (text, area) => {
    expect(read(text, 'PA')).toEqual([area]);
  });

  it.each([
    'Nationwide',
    'nation-wide',
    'nation wide',
    'National',
    'United States',
    'united states of america',
    'US',
    'USA',
    'all states',
    'All 50 states',
    'the whole country',
  ])('anywhere, where it says %j', (text) => {
    expect(read(text)).toEqual(['nationwide']);
  });
});

describe('a state beside a name', () => {
  it.each([
    ['Dover, DE', ['city DE: Dover']],
    ['Dover, de', ['city DE: Dover']],
    ['Washington, D.C.', ['city DC: Washington']],
    ['Kent County, DE', ['county DE: Kent']],
    ['Dover, DE, Laurel', ['city DE: Dover', 'city MD: Laurel']],
    ['Dover, DE, Lewes, DE', ['city DE: Dover, Lewes']],
    ['Laurel, Dover, DE', ['city MD: Laurel', 'city DE: Dover']],
  ])('says where it is: %s', (text, areas) => {
    expect(read(text)).toEqual(areas);
  });

  it.each([
    ['Dover, DE, PA', ['city DE: Dover', 'state: PA']],
    ['Dover, Delaware', ['city MD: Dover', 'state: DE']],
    ['21201, DE', ['zip: 21201', 'state: DE']],
    ['PA, DE', ['state: PA, DE']],
    ['USA, DE', ['nationwide', 'state: DE']],
  ])('is a whole state where that place has one, or there is no such name: %s', (text, areas) => {
    expect(read(text)).toEqual(areas);
  });

  it('is not needed', () => {
    expect(readArea('Colma, Kent County', undefined)).toStrictEqual({
      kind: 'areas',
      areas: [
        { kind: 'city', names: ['Colma'] },
        { kind: 'county', names: ['Kent'] },
      ],
    });
  });
});

describe('a guess would send somebody away', () => {
  it.each([
    'Greater Baltimore',
    'Metro Baltimore',
    'Metropolitan Baltimore',
    'Central Maryland',
    'Northern Virginia',
    'Southwestern Ohio',
    'Rural Kent',
    'Bay Area',
    'Bay Areas',
    'Coastal Region',
    'Coastal Regions',
    'Rocky State',
    'Rocky States',
    'West End Zip',
    'West End Zips',
    'Area Seven',
    'Areas',
    'Resident',
    'Not statewide',
    'Community',
    'Mid Shore',
    'Shenandoah Valley',
    'Baltimore Region',
    'Patterson Park Neighborhood',
    'Patterson Park Neighbourhoods',
    'Citywide',
    'Worldwide',
    'Anyone',
    'All',
    'Any County Resident',
    'Varies',
    'Local',
    'Communities',
    'Surrounding Towns',
    'Baltimore and surrounding counties',
    'Eastern Shore counties',
    'Any County',
    'the county',
    'Counties',
    'County',
    'Residents',
    'Call',
    'N/A',
    'baltimore',
    'Baltimore (East side)',
    'Baltimore or nearby',
    'Truth Or Consequences New Mexico',
    '2120',
    '212011',
    'Colma, call us',
    'we serve Colma',
  ])('so %j is not read', (text) => {
    expect(read(text)).toBe(UNCLEAR);
  });

  it.each(['', ' ', ', ;', '.'])('%j names none', (text) => {
    expect(read(text)).toBe('no area');
  });
});

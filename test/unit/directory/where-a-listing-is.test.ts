import { describe, expect, it } from 'vitest';
import type { ServiceArea } from '#shared/domain/directory/listing.ts';
import { placeOf } from '#shared/domain/directory/place-of.ts';
import { startReport } from '#shared/domain/directory/report.ts';
import type { Site } from '#shared/domain/directory/sites.ts';
import type { AddressReading } from '#shared/domain/directory/values/read-address.ts';
import { aRow } from './a-row.ts';
import { told } from './any-directory.ts';

const anAddress = (parts: Partial<AddressReading>): AddressReading => ({
  isPostBox: false,
  isConfidential: false,
  findings: [],
  ...parts,
});
const aSite = (parts: Partial<Site>): Site => ({
  address: undefined,
  point: undefined,
  county: undefined,
  timeZone: undefined,
  isByZip: false,
  isVirtual: false,
  ...parts,
});

const kitchen = aSite({
  point: { latitude: 39.29, longitude: -76.62 },
  address: anAddress({ city: 'Baltimore', state: 'MD', zip: '21201' }),
  county: 'Baltimore city',
  timeZone: 'America/New_York',
});
const office = aSite({
  point: { latitude: 38.6, longitude: -90.2 },
  address: anAddress({ state: 'MO' }),
  timeZone: 'America/Chicago',
});
const nowhere = aSite({});
const inMaryland = { state: 'MD', timeZone: 'America/New_York' };
const inMissouri = { state: 'MO', timeZone: 'America/Chicago' };

type Given = {
  site?: Site;
  seat?: Site;
  areas?: readonly ServiceArea[];
  isSecret?: boolean;
  isHere?: boolean;
};

/** Where a listing is; at a location of its own, where it has a site. */
function place({ site, seat, areas = [], isSecret = false, isHere = site !== undefined }: Given) {
  const report = startReport();
  const location = isHere ? aRow('locations', { id: 'l1', latitude: '1' }) : undefined;
  const found = placeOf({ service: aRow('services'), location, site, seat, areas, isSecret, report });
  return { found, told: told(report), problems: report.problems };
}

const atTheKitchen = {
  kind: 'at',
  latitude: 39.29,
  longitude: -76.62,
  zip: '21201',
  city: 'Baltimore',
  county: 'Baltimore city',
  ...inMaryland,
};
const atTheOffice = {
  kind: 'at',
  latitude: 38.6,
  longitude: -90.2,
  approximate: 'organization',
  ...inMissouri,
};

describe('a listing is', () => {
  it('where its location is', () => {
    expect(place({ site: kitchen, seat: office }).found).toStrictEqual(atTheKitchen);
    expect(place({ site: kitchen }).told).toEqual([]);
  });

  it('there, with no more than is known', () => {
    const { point } = kitchen;
    expect(place({ site: aSite({ point }) }).found).toStrictEqual({ kind: 'at', ...point });
  });

  it('in the middle of its ZIP code, which is told', () => {
    const { found, told, problems } = place({ site: { ...kitchen, isByZip: true } });
    expect(found).toStrictEqual({ ...atTheKitchen, approximate: 'zip' });
    expect(told).toEqual([
      'locations 2 latitude: no coordinates: placed in the middle of its ZIP code -> 21201',
    ]);
    expect(problems).toMatchObject([{ value: '1' }]);
    expect(place({ site: { ...kitchen, address: undefined, isByZip: true } }).problems[0]).not.toHaveProperty(
      'mended',
    );
  });

  it('nowhere if it is reached from anywhere, on the clock of its own address before that of its organization', () => {
    expect(place({ site: { ...kitchen, isVirtual: true }, seat: office }).found).toStrictEqual({
      kind: 'virtual',
      ...inMaryland,
    });
    expect(place({ site: aSite({ isVirtual: true }), seat: office }).found).toStrictEqual({
      kind: 'virtual',
      ...inMissouri,
    });
    expect(place({ site: aSite({ isVirtual: true }) }).found).toStrictEqual({ kind: 'virtual' });
  });

  it.each([
    ['its own address', { site: kitchen, seat: office }, inMaryland],
    ['its organization’s, if it has none', { seat: office }, inMissouri],
    ['none', { site: nowhere, seat: office }, {}],
  ])('nowhere if it is secret, and tells only the state and clock of %s', (_, given, around) => {
    expect(place({ ...given, isSecret: true })).toStrictEqual({
      found: { kind: 'unknown', ...around },
      told: [],
      problems: [],
    });
  });

  it('a country or a state if it has no location and that is its area', () => {
    const nationwide = { kind: 'nationwide' } as const;
    const states = { kind: 'state', states: ['OH', 'MD'] } as const;
    const zip = { kind: 'zip', zips: ['21201'] } as const;
    expect(place({ areas: [states, nationwide], seat: office })).toMatchObject({
      found: { kind: 'nationwide', ...inMissouri },
      told: [],
    });
    expect(place({ areas: [zip, states], seat: office }).found).toStrictEqual({
      kind: 'statewide',
      state: 'OH',
      timeZone: 'America/Chicago',
    });
    expect(place({ areas: [zip], seat: office }).found).toStrictEqual(atTheOffice);
    expect(place({ areas: [nationwide], site: kitchen }).found).toStrictEqual(atTheKitchen);
    expect(place({ areas: [nationwide], site: nowhere, seat: office }).found).toStrictEqual(atTheOffice);
  });

  it('where its organization is if nothing nearer is known, which is told', () => {
    const problem = 'location_id: no place of its own: placed where its organization is';
    expect(place({ seat: office })).toMatchObject({ found: atTheOffice, told: [`services 2 ${problem}`] });
    expect(place({ site: nowhere, seat: office })).toMatchObject({
      found: atTheOffice,
      told: [`locations 2 ${problem}`],
    });
    expect(place({ site: kitchen, isHere: false, seat: office }).found).toStrictEqual(atTheOffice);
  });

  it('unknown if nothing is known, which is told', () => {
    const problem = 'location_id: where it is is not known';
    expect(place({})).toMatchObject({ found: { kind: 'unknown' }, told: [`services 2 ${problem}`] });
    const unplaced = { ...office, point: undefined };
    expect(place({ site: { ...kitchen, point: undefined }, seat: unplaced })).toMatchObject({
      found: { kind: 'unknown', ...inMaryland },
      told: [`locations 2 ${problem}`],
    });
    expect(place({ site: nowhere, seat: unplaced }).found).toStrictEqual({ kind: 'unknown', ...inMissouri });
  });
});

import { describe, expect, it } from 'vitest';
import { zipCode } from '#shared/adapters/directory/zip-codes.ts';
import { ZIP_ZONE_SETS, ZIPS_OF_MIXED_PREFIXES } from '#shared/domain/time/zip-zones.ts';

describe('where a ZIP code is', () => {
  it('knows its middle, state, county and clock', () => {
    expect(zipCode('21201')).toEqual({
      latitude: 39.29,
      longitude: -76.62,
      state: 'MD',
      county: 'Baltimore city',
      timeZone: 'America/New_York',
    });
    expect(zipCode('21401')).toMatchObject({ county: 'Anne Arundel' });
  });

  it('keeps leading zeros and ignores what follows five digits', () => {
    expect(zipCode(' 02108-1234 ')).toMatchObject({ state: 'MA', county: 'Suffolk' });
    expect(zipCode('021081234')).toEqual(zipCode('02108'));
  });

  it('places a ZIP without a place of its own among its neighbours, and says so', () => {
    expect(zipCode('21200')).toMatchObject({ state: 'MD', approximate: true });
    expect(zipCode('21200')?.latitude).toBeCloseTo(39.3, 1);
  });

  it('lies in the west, but for the islands of the Pacific and the last of Alaska', () => {
    const islands = ['GU', 'MP', 'PW', 'FM', 'MH'];
    const east = Array.from({ length: 100_000 }, (_, zip) => String(zip).padStart(5, '0')).filter((zip) => {
      const { state = '', longitude = 0 } = zipCode(zip) ?? {};
      return longitude > 0 && longitude < 170 && !islands.includes(state);
    });
    expect(east).toEqual([]);
    expect(zipCode('10200')).toMatchObject({ state: 'NY', longitude: -73.95 });
  });

  it('gives no clock where a ZIP lies in two zones', () => {
    const [mixed] = Object.entries(ZIPS_OF_MIXED_PREFIXES).flatMap(([prefix, letters]) =>
      letters
        .split('')
        .flatMap((letter, last) =>
          ZIP_ZONE_SETS[letter]?.includes(' ') ? [prefix + String(last).padStart(2, '0')] : [],
        ),
    );
    expect(zipCode(mixed ?? '')).toBeDefined();
    expect(zipCode(mixed ?? '')).not.toHaveProperty('timeZone');
  });

  it.each(['', '2120', '212011', 'MD 21201', '09012', '00000', '1234a'])('knows nothing of %j', (zip) => {
    expect(zipCode(zip)).toBeUndefined();
  });
});

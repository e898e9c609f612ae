import { describe, expect, it } from 'vitest';
import { AREA_CODES_BY_ZONES } from '#shared/domain/time/area-code-zones.ts';
import { ZIP_PREFIXES, ZIP_ZONE_SETS, ZIPS_OF_MIXED_PREFIXES } from '#shared/domain/time/zip-zones.ts';
import { zonesOf, zonesOfPhone, zonesOfZip } from '#shared/domain/time/zone-of-client.ts';

const agencyZone = 'America/New_York';

describe('the client’s zones', () => {
  it('are the one that the client stated, whatever ZIP and phone say', () => {
    expect(zonesOf({ timeZone: 'Pacific/Guam', zip: '21201', phones: ['+14105550134'], agencyZone })).toEqual(
      { zones: ['Pacific/Guam'], confidence: 'stated' },
    );
  });

  it('come from the ZIP before the phone, because phones move', () => {
    expect(zonesOf({ zip: '97201-1234', phones: ['+14105550134'], agencyZone })).toEqual({
      zones: ['America/Los_Angeles'],
      confidence: 'zip',
    });
  });

  it('come from the phone’s area code where the ZIP says nothing', () => {
    const expected = { zones: ['America/Los_Angeles'], confidence: 'area-code' };
    expect(zonesOf({ phones: ['+12065550134'], agencyZone })).toEqual(expected);
    expect(zonesOf({ zip: '09012', phones: ['+12065550134'], agencyZone })).toEqual(expected);
  });

  it('are all those of several phones, sorted, each once', () => {
    const phones = ['+14105550134', '+12065550134', '+14105550135'];
    expect(zonesOf({ phones, agencyZone }).zones).toEqual(['America/Los_Angeles', 'America/New_York']);
  });

  it.each([
    [[]],
    [['+18005550134']],
    [['+442079460018']],
    [['+15005550134']],
    [['not a number']],
    [['+141055501345']],
    [['+1410555013']],
  ])('are the agency’s for phones %j', (phones) => {
    expect(zonesOf({ phones, agencyZone })).toEqual({ zones: [agencyZone], confidence: 'agency' });
  });
});

describe('a ZIP', () => {
  it.each([
    ['10001', 'America/New_York'],
    ['60601', 'America/Chicago'],
    ['85001', 'America/Phoenix'],
    ['96910', 'Pacific/Guam'],
    ['96950', 'Pacific/Saipan'],
    ['96799', 'Pacific/Pago_Pago'],
    ['96813', 'Pacific/Honolulu'],
    ['00901', 'America/Puerto_Rico'],
    ['00802', 'America/St_Thomas'],
    ['99501', 'America/Anchorage'],
    ['99546', 'America/Adak'],
    ['46204', 'America/Indiana/Indianapolis'],
    ['46320', 'America/Chicago'],
    ['79901', 'America/Denver'],
    ['32501', 'America/Chicago'],
    ['37201', 'America/Chicago'],
    ['37902', 'America/New_York'],
    ['83501', 'America/Los_Angeles'],
    ['83702', 'America/Boise'],
    ['57701', 'America/Denver'],
    ['58102', 'America/Chicago'],
    ['48201', 'America/Detroit'],
    // The Navajo Nation keeps daylight time, the rest of Arizona does not.
    ['86515', 'America/Denver'],
    ['86045', 'America/Denver'],
    ['84536', 'America/Denver'],
  ])('%s lies in %s', (zip, zone) => {
    expect(zonesOfZip(zip)).toEqual([zone]);
  });

  it.each([
    // Places that live by another clock than the law’s, or on a border.
    ['36867', ['America/Chicago', 'America/New_York']],
    ['89883', ['America/Denver', 'America/Los_Angeles']],
    ['32456', ['America/Chicago', 'America/New_York']],
    ['86004', ['America/Denver', 'America/Phoenix']],
    // Never given out, in a prefix that two zones share.
    ['37300', ['America/Chicago', 'America/New_York']],
  ])('%s is left with %j', (zip, zones) => {
    expect(zonesOfZip(zip)).toEqual(zones);
  });

  it.each(['09012', '34001', '96201', '00000', '1', ''])('%s names no place', (zip) => {
    expect(zonesOfZip(zip)).toEqual([]);
  });
});

describe('an area code', () => {
  it.each([
    ['+14105550134', ['America/New_York']],
    ['+16025550134', ['America/Phoenix']],
    ['+19285550134', ['America/Denver', 'America/Phoenix']],
    ['+18125550134', ['America/Chicago', 'America/New_York']],
    ['+19305550134', ['America/Chicago', 'America/New_York']],
    ['+14485550134', ['America/Chicago', 'America/New_York']],
    ['+16895550134', ['America/New_York']],
    ['+13345550134', ['America/Chicago', 'America/New_York']],
    ['+16715550134', ['Pacific/Guam']],
    ['+17875550134', ['America/Puerto_Rico']],
    ['+13405550134', ['America/St_Thomas']],
    ['+16845550134', ['Pacific/Pago_Pago']],
    ['+19155550134', ['America/Denver']],
  ])('of %s gives %j', (phone, zones) => {
    expect(zonesOfPhone(phone)).toEqual(zones);
  });
});

describe('the tables', () => {
  const names = [...Object.values(ZIP_ZONE_SETS), ...Object.keys(AREA_CODES_BY_ZONES)];

  it('name only zones that the runtime knows, sorted', () => {
    for (const zones of names.map((text) => text.split(' '))) {
      expect(zones).toEqual([...new Set(zones)].sort());
      for (const zone of zones) expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
    }
  });

  it('have a place for every prefix and every ZIP of a mixed one', () => {
    expect(ZIP_PREFIXES).toHaveLength(1000);
    for (let prefix = 0; prefix < 1000; prefix += 1) {
      const letter = ZIP_PREFIXES.charAt(prefix);
      const mixed = ZIPS_OF_MIXED_PREFIXES[String(prefix).padStart(3, '0')];
      expect(mixed !== undefined).toBe(letter === '*');
      for (const one of mixed ?? letter.replace('.', '')) expect(ZIP_ZONE_SETS).toHaveProperty([one]);
      if (mixed) expect(mixed).toHaveLength(100);
    }
  });

  it('give each area code to one set of zones', () => {
    const codes = Object.values(AREA_CODES_BY_ZONES).flat();
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.length).toBeGreaterThan(430);
  });
});

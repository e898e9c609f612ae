import { describe, expect, it } from 'vitest';
import { distanceKm } from '#shared/domain/directory/values/distance.ts';
import { readCoordinates } from '#shared/domain/directory/values/read-coordinates.ts';
import { liesInState } from '#shared/domain/directory/values/state-boxes.ts';
import { readState } from '#shared/domain/directory/values/us-states.ts';

/** Where each state is governed from. */
const CAPITALS = `
AK 58.30 -134.42, AL 32.37 -86.30, AR 34.74 -92.33, AS -14.28 -170.70, AZ 33.45 -112.07, CA 38.58 -121.49,
CO 39.74 -104.98, CT 41.76 -72.68, DC 38.90 -77.04, DE 39.16 -75.52, FL 30.44 -84.28, FM 6.92 158.16,
GA 33.75 -84.39, GU 13.47 144.75, HI 21.31 -157.86, IA 41.59 -93.62, ID 43.62 -116.20, IL 39.80 -89.65,
IN 39.77 -86.16, KS 39.05 -95.68, KY 38.20 -84.87, LA 30.45 -91.19, MA 42.36 -71.06, MD 38.98 -76.49,
ME 44.31 -69.78, MH 7.09 171.38, MI 42.73 -84.56, MN 44.95 -93.09, MO 38.58 -92.17, MP 15.19 145.75,
MS 32.30 -90.18, MT 46.59 -112.04, NC 35.78 -78.64, ND 46.81 -100.78, NE 40.81 -96.70, NH 43.21 -71.54,
NJ 40.22 -74.76, NM 35.69 -105.94, NV 39.16 -119.77, NY 42.65 -73.75, OH 39.96 -83.00, OK 35.47 -97.52,
OR 44.94 -123.04, PA 40.27 -76.88, PR 18.47 -66.11, PW 7.50 134.62, RI 41.82 -71.41, SC 34.00 -81.03,
SD 44.37 -100.35, TN 36.16 -86.78, TX 30.27 -97.74, UT 40.76 -111.89, VA 37.54 -77.44, VI 18.34 -64.93,
VT 44.26 -72.58, WA 47.04 -122.90, WI 43.07 -89.40, WV 38.35 -81.63, WY 41.14 -104.82`
  .trim()
  .split(/,\s+/)
  .map((line) => line.split(' '))
  .map(([state = '', latitude, longitude]) => [state, Number(latitude), Number(longitude)] as const);

describe('a point', () => {
  it.each(CAPITALS)(
    'at the capital of %s lies in it, and nowhere else on its parallel or meridian',
    (state, north, east) => {
      expect(liesInState(north, east, state)).toBe(true);
      expect(liesInState(north, -east, state)).toBe(false);
      expect(liesInState(north, 0, state)).toBe(false);
      expect(liesInState(0, east, state)).toBe(false);
    },
  );

  it('on the edge of a state lies in it', () => {
    for (const [north, east] of [
      [36.5, -105],
      [41.5, -105],
      [39, -109.6],
      [39, -101.6],
    ] as const)
      expect(liesInState(north, east, 'CO')).toBe(true);
    for (const [north, east] of [
      [36.4, -105],
      [41.6, -105],
      [39, -109.7],
      [39, -101.5],
    ] as const)
      expect(liesInState(north, east, 'CO')).toBe(false);
  });

  it('lies in nothing that is no state', () => {
    expect(liesInState(39, -105, 'XX')).toBeUndefined();
  });

  it.each([
    [{ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 0 }, 0],
    [{ latitude: 39.29, longitude: -76.61 }, { latitude: 38.9, longitude: -77.04 }, 57],
    [{ latitude: 40.71, longitude: -74.01 }, { latitude: 34.05, longitude: -118.24 }, 3935],
    [{ latitude: 90, longitude: 0 }, { latitude: -90, longitude: 0 }, 20_015],
    [{ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 }, 20_015],
    [{ latitude: 60, longitude: 0 }, { latitude: 60, longitude: 1 }, 56],
  ])('is as far from another as the crow flies: %j, %j, %i km', (one, other, km) => {
    expect(Math.round(distanceKm(one, other))).toBe(km);
    expect(Math.round(distanceKm(other, one))).toBe(km);
  });
});

describe('coordinates', () => {
  const zip = { latitude: 39, longitude: -76 };
  const doubtful = (problem: string) => ({ kind: 'doubtful', problem });

  it('may be 120 km from the middle of a ZIP code, 400 where that is only roughly known', () => {
    const point = (longitude: number) => ({ kind: 'point', point: { latitude: 39, longitude } });
    expect(readCoordinates('39', '-77.39', { zip })).toEqual(point(-77.39));
    expect(readCoordinates('39', '-77.4', { zip })).toEqual(
      doubtful('121 km from the ZIP code of its address'),
    );
    const rough = { ...zip, approximate: true } as const;
    expect(readCoordinates('39', '-80.62', { zip: rough })).toEqual(point(-80.62));
    expect(readCoordinates('39', '-80.64', { zip: rough })).toEqual(
      doubtful('401 km from the ZIP code of its address'),
    );
  });

  it.each([
    ['', '', { kind: 'none' }],
    ['', '-76', doubtful('one of two coordinates is missing')],
    ['39', '', doubtful('one of two coordinates is missing')],
    ['39', 'west', doubtful('not a number')],
    ['north', '-76', doubtful('not a number')],
    ['0', '0', doubtful('stands for nowhere (0, 0)')],
    ['39', '0', doubtful('6357 km from the ZIP code of its address')],
    ['0.0', '-76', doubtful('4337 km from the ZIP code of its address')],
    ['91', '-76', doubtful('not on the earth')],
    ['39', '-181', doubtful('not on the earth')],
    ['-39', '76', { kind: 'point', point: zip, mended: 'sign' }],
    ['-39', '-76', { kind: 'point', point: zip, mended: 'sign' }],
    ['-76', '39', { kind: 'point', point: zip, mended: 'swapped' }],
  ])('%j, %j', (latitude, longitude, reading) => {
    expect(readCoordinates(latitude, longitude, { zip })).toEqual(reading);
  });

  it('are held against the state where no ZIP code is known', () => {
    expect(readCoordinates('39', '-105', { state: 'CO' })).toMatchObject({ kind: 'point' });
    expect(readCoordinates('34', '-118', { state: 'CO' })).toEqual(
      doubtful('not in CO, the state of its address'),
    );
    expect(readCoordinates('34', '-118', { state: 'XX' })).toMatchObject({ kind: 'point' });
    expect(readCoordinates('40.71', '74.01', { state: 'NY' })).toMatchObject({
      point: { longitude: -74.01 },
      mended: 'sign',
    });
    expect(readCoordinates('21.31', '157.86', { state: 'HI' })).toMatchObject({ mended: 'sign' });
  });

  it.each([
    ['72', '-64', 'as they are'],
    ['-15', '144', 'as they are'],
    ['-15', '-180', 'as they are'],
    ['-15.1', '144', 'with another sign'],
    ['0', '143.9', 'with another sign'],
    ['-64', '72', 'swapped'],
    ['72.1', '144', 'not'],
    ['71', '-63.9', 'not'],
    ['10', '20', 'not'],
  ])('%s, %s are believed to be in America %s', (latitude, longitude, how) => {
    const reading = readCoordinates(latitude, longitude, {});
    if (how === 'not') expect(reading).toEqual(doubtful('not in the United States'));
    else {
      const mended = { 'with another sign': 'sign', swapped: 'swapped' }[how];
      expect(reading).toEqual({ kind: 'point', point: expect.anything(), ...(mended && { mended }) });
    }
  });

  it('are on the edge of the earth at most', () => {
    expect(readCoordinates('90', '-180', { state: 'XX' })).toMatchObject({ kind: 'point' });
  });
});

const STATES = `
Alabama AL, American Samoa AS, District of Columbia DC, Maryland MD, Northern Mariana Islands MP, Puerto Rico PR,
Virgin Islands VI, Virginia VA, West Virginia WV, Wyoming WY`
  .trim()
  .split(/,\s+/)
  .map((state) => [state.slice(0, -3), state.slice(-2)] as const);

describe('a state', () => {
  it.each(STATES)('%s is %s', (name, code) => {
    for (const text of [name, code, name.toUpperCase(), code.toLowerCase(), ` ${name} `])
      expect(readState(text)).toBe(code);
    for (const text of [`State: ${name}`, `state of ${name}`, ` State  of ${name}`, `US-${code}`])
      expect(readState(text)).toBe(code);
  });

  it('may have points', () => {
    expect(readState('D.C.')).toBe('DC');
  });

  it.each([
    '',
    'XX',
    'Mary',
    'State Maryland',
    'The State of Maryland',
    'Maryland state of',
    'Maryland, state of',
  ])('%j is none', (text) => {
    expect(readState(text)).toBeUndefined();
  });
});

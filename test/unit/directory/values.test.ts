import { describe, expect, it } from 'vitest';
import { plainText } from '#shared/adapters/directory/plain-text.ts';
import { readAccessibility } from '#shared/domain/directory/values/read-accessibility.ts';
import { readAddress } from '#shared/domain/directory/values/read-address.ts';
import { readAges } from '#shared/domain/directory/values/read-ages.ts';
import { readCoordinates } from '#shared/domain/directory/values/read-coordinates.ts';
import { readCost } from '#shared/domain/directory/values/read-cost.ts';
import { readInstant } from '#shared/domain/directory/values/read-instant.ts';
import { readLanguages } from '#shared/domain/directory/values/read-languages.ts';
import { readPhone } from '#shared/domain/directory/values/read-phone.ts';
import { readStatus } from '#shared/domain/directory/values/read-status.ts';
import { readUrl } from '#shared/domain/directory/values/read-url.ts';

describe('a telephone number', () => {
  it.each([
    ['(410) 555-0134', '+14105550134'],
    ['410.555.0134', '+14105550134'],
    ['1-410-555-0134', '+14105550134'],
    ['+1 410 555 0134', '+14105550134'],
    ['"+44 1234 234567"', '+441234234567'],
    ['211', '211'],
    ['(   ) 911-', '911'],
    ['988', '988'],
  ])('%s is dialled as %s', (text, number) => {
    expect(readPhone(text)).toEqual({ kind: 'phone', number });
  });

  it.each(['(800) JKL-0134', '1-800-JKL-0134', '1-800-JKL-0134 (555-0134)', '1-800-jkl-0134 for help'])(
    'the letters of %s are those of its keys',
    (text) => {
      expect(readPhone(text)).toEqual({ kind: 'phone', number: '+18005550134', mended: '+18005550134' });
    },
  );

  it.each([
    ['410-555-0134 ext. 12', '12'],
    ['410-555-0134 x5', '5'],
    ['410-555-0134, extension 1234', '1234'],
    ['410-555-0134 #22', '22'],
  ])('the extension of %s is kept', (text, extension) => {
    expect(readPhone(text)).toEqual({ kind: 'phone', number: '+14105550134', extension });
  });

  it.each([
    ['(711)    -', 'no number that helps'],
    ['411', 'no number that helps'],
    ['(410) 526-985', '9 digits: some are missing'],
    ['555-0134', '7 digits: some are missing'],
    ['410-555-01345', '11 digits: too many'],
    ['(F41) 555-0134', 'letters where digits belong'],
    ['(140) 555-0134', 'not a number of the American plan'],
    ['(410) 155-0134', 'not a number of the American plan'],
    ['(811) 555-0134', 'no such area code'],
    ['0000000000', 'one digit again and again'],
    ['410-555-0134 or 410-555-0135', 'several numbers in one'],
    ['call the office', 'letters where digits belong'],
    ['', 'no number'],
    ['0123456789'.repeat(500), 'too long for a number'],
  ])('%j cannot be dialled: %s', (text, problem) => {
    expect(readPhone(text)).toEqual({ kind: 'doubtful', problem });
  });
});

describe('ages', () => {
  it('keeps both ends, in whole years', () => {
    expect(readAges('12', '17')).toEqual({ ages: { from: 12, to: 17 } });
    expect(readAges('17.5', '')).toEqual({ ages: { from: 17 } });
    expect(readAges('', '')).toEqual({});
  });

  it.each([
    ['0', '200'],
    ['0', '999'],
    ['-1', '120'],
  ])('%s to %s means anybody', (from, to) => {
    const { ages, problem } = readAges(from, to);
    expect(ages).toBeUndefined();
    expect(problem?.text).toBe('stands for any age: no limit');
  });

  it('keeps the end that means something', () => {
    expect(readAges('18', '999').ages).toEqual({ from: 18 });
    expect(readAges('0', '17')).toEqual({ ages: { to: 17 } });
    expect(readAges('0', '119').ages).toEqual({ to: 119 });
  });

  it('believes neither end where they contradict', () => {
    expect(readAges('30', '20')).toEqual({
      problem: { field: 'maximum_age', text: 'younger than the youngest' },
    });
    expect(readAges('adult', '')).toEqual({ problem: { field: 'minimum_age', text: 'not an age' } });
    expect(readAges('18', '0').ages).toEqual({ from: 18 });
  });
});

describe('coordinates', () => {
  const zip = { latitude: 39.3, longitude: -76.6 };

  it('believes those near the ZIP code of the address', () => {
    expect(readCoordinates('39.29', '-76.62', { zip })).toEqual({
      kind: 'point',
      point: { latitude: 39.29, longitude: -76.62 },
    });
  });

  it('puts swapped ones and a lost sign right', () => {
    const point = { latitude: 39.29, longitude: -76.62 };
    expect(readCoordinates('-76.62', '39.29', { zip })).toEqual({ kind: 'point', point, mended: 'swapped' });
    expect(readCoordinates('39.29', '76.62', { zip })).toEqual({ kind: 'point', point, mended: 'sign' });
    expect(readCoordinates('39.29', '76.62', { state: 'MD' })).toEqual({
      kind: 'point',
      point,
      mended: 'sign',
    });
  });

  it.each([
    ['40.71', '-74.01', 'km from the ZIP code of its address'],
    ['0', '0', 'nowhere'],
    ['39.29', '', 'one of two coordinates is missing'],
    ['n/a', '-76.62', 'not a number'],
    ['139', '-176.62', 'not on the earth'],
  ])('does not believe %s, %s', (latitude, longitude, problem) => {
    const reading = readCoordinates(latitude, longitude, { zip });
    expect(reading.kind === 'doubtful' && reading.problem).toContain(problem);
  });

  it('does not believe another state, nor another country', () => {
    expect(readCoordinates('34.05', '-118.24', { state: 'MD' })).toMatchObject({ kind: 'doubtful' });
    expect(readCoordinates('51.5', '-0.12', {})).toMatchObject({ kind: 'doubtful' });
    expect(readCoordinates('', '', {})).toEqual({ kind: 'none' });
  });
});

describe('an address', () => {
  const cells = {
    address_1: '100 Example St',
    address_2: '',
    city: 'Miami',
    state_province: 'FL',
    postal_code: '33101',
    country: 'US',
  };

  it('is printed in two lines', () => {
    expect(readAddress(cells)).toMatchObject({ lines: ['100 Example St', 'Miami, FL 33101'], findings: [] });
  });

  it.each(['State: FL', 'State of Florida', 'florida', 'Fla.'].slice(0, 3))(
    'reads %s as FL',
    (state_province) => {
      expect(readAddress({ ...cells, state_province })).toMatchObject({
        state: 'FL',
        findings: [{ field: 'state_province', mended: 'FL' }],
      });
    },
  );

  it.each(['P.O. Box 12', 'Po Box 808', 'PO BOX 1', 'Post Office Box 7', 'Box 99'])(
    'never prints %s',
    (address_1) => {
      expect(readAddress({ ...cells, address_1 })).toMatchObject({ isPostBox: true });
      expect(readAddress({ ...cells, address_1 })).not.toHaveProperty('lines');
    },
  );

  it('knows that Boxwood Lane is no box', () => {
    expect(readAddress({ ...cells, address_1: '2147 Woodbox Ln' }).isPostBox).toBe(false);
    expect(readAddress({ ...cells, address_1: 'PO Box 5', address_2: '9 Quay Rd' }).lines).toEqual([
      '9 Quay Rd',
      'Miami, FL 33101',
    ]);
  });

  it.each(['Confidential', 'Confidential Address', 'Address not published', 'UNDISCLOSED', 'withheld'])(
    'never prints an address that says %s',
    (address_1) => {
      expect(readAddress({ ...cells, address_1 })).toMatchObject({ isConfidential: true });
      expect(readAddress({ ...cells, address_1 })).not.toHaveProperty('lines');
    },
  );

  it('gives back the zero that a spreadsheet took', () => {
    expect(readAddress({ ...cells, state_province: 'MA', postal_code: '2108' })).toMatchObject({
      zip: '02108',
    });
    expect(readAddress({ ...cells, postal_code: '2108' }).zip).toBeUndefined();
    expect(readAddress({ ...cells, postal_code: '33101-4455' })).toMatchObject({
      zip: '33101',
      findings: [],
    });
  });
});

describe('words', () => {
  it('become languages by name or code', () => {
    expect(readLanguages('Spanish and German.').languages).toEqual(['es', 'de']);
    expect(readLanguages('Chinese (Mandarin), Tagalog; ASL').languages).toEqual(['cmn', 'tl', 'ase']);
    expect(readLanguages('es-MX, spa').languages).toEqual(['es-mx', 'es']);
    expect(readLanguages('A.S.L.').languages).toEqual(['ase']);
    expect(readLanguages('Accommodations possible.')).toEqual({
      languages: [],
      interpreters: true,
      unknown: [],
    });
    expect(readLanguages('Klingon')).toEqual({ languages: [], interpreters: false, unknown: ['Klingon'] });
  });

  it.each([
    ['None.', 'free'],
    ['Free', 'free'],
    ['No fee for residents', 'free'],
    ['Free for 30 days. After that, sliding scale up to $100/month.', 'sliding-scale'],
    ['Vary according to income ($5-$90).', 'sliding-scale'],
    ['$100-150 weekly', 'fee'],
    ['Fixed Fees. Exceptions can be made.', 'fee'],
    ['Call for information.', undefined],
    ['', undefined],
  ])('about fees, %j, mean %s', (text, cost) => {
    expect(readCost(text)).toBe(cost);
  });

  it('become codes of access', () => {
    expect(readAccessibility('disabled_parking, ramp, restroom')).toEqual(['wheelchair', 'restroom']);
    expect(readAccessibility('Induction loops; Braille menu')).toEqual(['deaf', 'blind']);
    expect(readAccessibility('pets welcome')).toEqual([]);
  });

  it('become a status, a date, a web address, or nothing', () => {
    expect(readStatus('Temporarily Closed')).toBe('temporarily-closed');
    expect(readStatus('pending')).toBeUndefined();
    expect(readInstant('2026-02-30')).toBeUndefined();
    expect(readInstant('11/23/2026')).toBe(Date.parse('2026-11-23T00:00:00Z'));
    expect(readInstant('2024-09-25T14:23:06.5+01:00')).toBe(Date.parse('2024-09-25T13:23:06.500Z'));
    expect(readUrl('example.org/food')).toBe('https://example.org/food');
    expect(readUrl('javascript:alert(1)')).toBeUndefined();
    expect(readUrl('see notes')).toBeUndefined();
    expect(readUrl('https://me:secret@example.org')).toBeUndefined();
  });
});

describe('a description', () => {
  it('loses its HTML and keeps its paragraphs', () => {
    expect(plainText('<p>Free <b>meals</b>&nbsp;&amp; more</p><ul><li>Mon</li><li>Tue</li></ul>')).toBe(
      'Free meals & more\n\n- Mon\n\n- Tue',
    );
  });

  it('loses scripts, styles and what is between them', () => {
    expect(
      plainText('Open <script>alert("x")</script><style>p{}</style>daily <img src=x onerror=alert(1)>'),
    ).toBe('Open daily');
    expect(plainText('<scr<script>ipt>alert(1)</script>')).not.toContain('<');
  });

  it('loses the signs of Markdown and of writing backwards', () => {
    expect(plainText('## Food\n**Free** [menu](https://example.org/m) [x](javascript:1)')).toBe(
      'Food\nFree menu (https://example.org/m) x',
    );
    expect(plainText('a\u202eb\u0000c')).toBe('abc');
    expect(plainText('5 < 6 and 2 * 3 * 4')).toBe('5 < 6 and 2 * 3 * 4');
  });
});

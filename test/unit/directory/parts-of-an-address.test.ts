import { describe, expect, it } from 'vitest';
import { readAddress } from '#shared/domain/directory/values/read-address.ts';

const cells = {
  address_1: '100 Example St',
  address_2: '',
  city: 'Miami',
  state_province: 'FL',
  postal_code: '33101',
  country: 'US',
};
const empty = { address_1: '', address_2: '', city: '', state_province: '', postal_code: '', country: '' };
const miami = { city: 'Miami', state: 'FL', zip: '33101', isPostBox: false, isConfidential: false };
const NO_STREET = { field: 'address_1', problem: 'no street' };
const A_BOX = { field: 'address_1', problem: 'a PO box: nobody can go there' };

describe('an address is read', () => {
  it('with all its parts', () => {
    expect(readAddress({ ...cells, address_2: 'Suite 5' })).toStrictEqual({
      ...miami,
      lines: ['100 Example St', 'Suite 5', 'Miami, FL 33101'],
      findings: [],
    });
  });

  it('without street', () => {
    expect(readAddress({ ...cells, address_1: '' })).toStrictEqual({ ...miami, findings: [NO_STREET] });
  });

  it('without any part', () => {
    expect(readAddress(empty)).toStrictEqual({
      isPostBox: false,
      isConfidential: false,
      findings: [NO_STREET],
    });
  });

  it.each([
    [{ city: '' }, 'FL 33101'],
    [{ state_province: '' }, 'Miami, 33101'],
    [{ postal_code: '' }, 'Miami, FL'],
    [{ state_province: '', postal_code: '' }, 'Miami'],
    [{ state_province: 'Ontario', postal_code: 'K1A 0B1', country: 'CA' }, 'Miami, Ontario'],
  ])('and printed without what is missing: %j', (change, last) => {
    expect(readAddress({ ...cells, ...change }).lines).toEqual(['100 Example St', last]);
  });

  it('and printed in one line where nothing else is known', () => {
    expect(readAddress({ ...empty, address_1: '9 Quay Rd' }).lines).toEqual(['9 Quay Rd']);
  });
});

describe('a PO box', () => {
  it.each([
    'PO Box 12',
    'P.O. Box 12',
    'p o box 12',
    'P. O.  Box 12',
    'POBox 12',
    '# PO Box 12',
    'Post Office Box 12',
    'Postal  Office  Box 12',
    'Box 12',
    'box #12.',
    '(Box  12)',
    'PO Box 12, Miami',
  ])('is %j, where nobody can go', (address_1) => {
    expect(readAddress({ ...cells, address_1 })).toStrictEqual({
      ...miami,
      isPostBox: true,
      findings: [A_BOX],
    });
  });

  it.each([
    'Box 12 Elm Street',
    'Boxes',
    'Boxer Lane 5',
    'POBoxing Gym',
    '5 Spo Box Rd',
    'Old Box 12',
    'At the PO Box 12',
    'Post Road Box 5',
  ])('is not %j', (address_1) => {
    expect(readAddress({ ...cells, address_1 })).toMatchObject({ isPostBox: false, findings: [] });
  });

  it('beside a street is left out, and the street is where one goes', () => {
    expect(readAddress({ ...cells, address_2: 'PO Box 12' })).toStrictEqual({
      ...miami,
      lines: ['100 Example St', 'Miami, FL 33101'],
      findings: [A_BOX],
    });
  });

  it('of somebody confidential is nobody’s finding', () => {
    const reading = readAddress({ ...cells, address_1: 'PO Box 12', address_2: 'Confidential' });
    expect(reading).toStrictEqual({ ...miami, isConfidential: true, findings: [] });
  });
});

describe('a confidential address', () => {
  it.each([
    'Confidential',
    'Undisclosed location',
    'not disclosed',
    'Not  published',
    'not listed',
    'unpublished',
    'unlisted',
    'withheld',
    'Address  not  available',
    'Secret',
  ])('says %j and is never printed', (words) => {
    for (const part of [{ address_1: words }, { address_2: words }, { city: words }]) {
      const reading = readAddress({ ...cells, ...part });
      expect(reading.isConfidential).toBe(true);
      expect(reading).not.toHaveProperty('lines');
    }
  });

  it.each(['1 Secretary Way', '1 Unlistedly Rd', '5 Notlisted Ln', 'Confidentially Yours Cafe'])(
    'is not %j',
    (address_1) => {
      expect(readAddress({ ...cells, address_1 }).isConfidential).toBe(false);
    },
  );
});

describe('a ZIP code', () => {
  const zip = (postal_code: string, state_province = 'FL', country = 'US') => {
    const reading = readAddress({ ...cells, postal_code, state_province, country });
    return [reading.zip, ...reading.findings.map(({ problem, mended }) => `${problem} -> ${mended ?? ''}`)];
  };
  const NONE = 'not a ZIP code ->';

  it.each(['33101', '33101-4455', '33101 4455', '331014455', '33101.0'])('%s is 33101', (text) => {
    expect(zip(text)).toEqual(['33101']);
  });

  it.each(['CT', 'MA', 'ME', 'NH', 'NJ', 'PR', 'RI', 'VI', 'VT', 'NY'])(
    'has its zero back in %s',
    (state) => {
      expect(zip('2108', state)).toEqual(['02108', 'a leading zero is missing -> 02108']);
    },
  );

  it.each([
    ['801', ['00801', 'a leading zero is missing -> 00801']],
    ['2108.0', ['02108', 'a leading zero is missing -> 02108']],
    ['21', [undefined, `${NONE} `]],
    ['210812', [undefined, `${NONE} `]],
    ['x2108', [undefined, `${NONE} `]],
    ['2108x', [undefined, `${NONE} `]],
    ['MA 02108', ['02108', `${NONE} 02108`]],
    ['02108-1', ['02108', `${NONE} 02108`]],
    ['021089', [undefined, `${NONE} `]],
  ])('in Massachusetts, %s', (text, reading) => {
    expect(zip(text, 'MA')).toEqual(reading);
  });

  it('is told by its column, with what it was mended to, if to anything', () => {
    const field = 'postal_code';
    expect(readAddress({ ...cells, state_province: 'MA', postal_code: '2108' }).findings).toStrictEqual([
      { field, problem: 'a leading zero is missing', mended: '02108' },
    ]);
    expect(readAddress({ ...cells, postal_code: 'n/a' }).findings).toStrictEqual([
      { field, problem: 'not a ZIP code' },
    ]);
  });

  it('has no zero to get back elsewhere, nor in no state', () => {
    expect(zip('2108')).toEqual([undefined, `${NONE} `]);
    expect(zip('2108', '')).toEqual([undefined, `${NONE} `]);
  });

  it.each(['', 'US', 'usa', 'U.S.', 'u.s.a.', 'u.s.a', 'United States', 'united states of america'])(
    'is of America where the country is %j',
    (country) => {
      expect(zip('33101', 'FL', country)).toEqual(['33101']);
    },
  );

  it.each(['CA', 'Russia', 'USSR', 'Mexico, United States'])('is not, where the country is %j', (country) => {
    expect(zip('33101', 'FL', country)).toEqual([undefined]);
  });
});

describe('a state', () => {
  const state = (state_province: string, country = 'US') => {
    const reading = readAddress({ ...cells, state_province, country });
    return [reading.state, ...reading.findings];
  };
  const mended = { field: 'state_province', problem: 'not the state’s two letters', mended: 'FL' };

  it.each(['FL', 'fl'])('is %s', (text) => {
    expect(state(text)).toEqual(['FL']);
  });

  it.each(['Florida', 'US-FL', 'F.L.'])('is mended from %s', (text) => {
    expect(state(text)).toEqual(['FL', mended]);
  });

  it('that is none is told at home', () => {
    expect(state('Ontario')).toEqual([undefined, { field: 'state_province', problem: 'not a state' }]);
    expect(state('Ontario', 'CA')).toEqual([undefined]);
    expect(state('')).toEqual([undefined]);
  });
});

import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDirectory } from '#shared/adapters/directory/check-directory.ts';
import { told, NOW } from './any-directory.ts';
import { aZip } from './a-zip.ts';
import { HSDS, onDisk } from './on-disk.ts';

const check = (path: string) => checkDirectory(path, { now: NOW });

const zipped = (files: Readonly<Record<string, string>>) =>
  aZip(Object.entries(files).map(([name, content]) => ({ name, content })));

describe('a package of the standard', () => {
  it('is read from a folder, from a folder inside it, and from a zip, alike', async () => {
    const inside = Object.fromEntries(Object.entries(HSDS).map(([name, text]) => [`data/csv/${name}`, text]));
    const folder = await check(onDisk(HSDS));
    expect(folder.problems).toEqual([]);
    expect(folder.listings).toMatchObject([{ name: 'Food pantry', place: { kind: 'at', state: 'MD' } }]);
    expect((await check(onDisk(inside))).listings).toEqual(folder.listings);
    const zip = onDisk({ 'a.zip': zipped(inside) });
    expect((await check(join(zip, 'a.zip'))).listings).toEqual(folder.listings);
  });

  it('says what it did not read', async () => {
    const { problems, summary } = await check(
      onDisk({
        ...HSDS,
        'notes.csv': 'a,b\n1,2\n',
        'services.csv': 'id,organization_id,name,status,colour\ns1,o1,Food pantry,active,red\n',
      }),
    );
    expect(told({ problems })).toEqual(['notes.csv 1 : not a table of the standard: not read (left out)']);
    expect(summary.unreadColumns).toEqual({ services: ['colour'] });
  });

  it('says once for a column that it is missing, and for each row that it is empty', async () => {
    const { problems } = await check(
      onDisk({
        ...HSDS,
        'organizations.csv': 'id,name\no1,Harbor Kitchen\n',
        'addresses.csv':
          'id,location_id,address_1,city,state_province,postal_code,country,address_type\na1,l1,100 Example St,,MD,21201,USA,home\n',
      }),
    );
    expect(told({ problems }).sort()).toEqual([
      'addresses 2 address_type: not physical, postal or virtual',
      'addresses 2 city: required by HSDS 3, and empty',
      'addresses 2 country: not the two letters of ISO 3166',
      'organizations 1 description: a column that HSDS 3 requires is missing',
    ]);
  });

  it('tells shifted rows, missing cells and spaces around cells', async () => {
    const { problems, summary } = await check(
      onDisk({
        ...HSDS,
        'services.csv':
          'id,organization_id,name,description,status\ns1,o1, Food pantry ,Groceries,active\ns2,o1,Soup,Hot, and good,active\ns3,o1,Bread\n',
      }),
    );
    expect(told({ problems })).toEqual([
      'services 3 column 6: 6 cells under 5 headings: the cells are shifted (left out)',
      'services 4 description: 3 cells under 5 headings: the last ones are taken as empty',
      'services 4 status: required by HSDS 3, and empty',
      'services 2 name: spaces around this cell: taken away -> Food pantry',
      'services 4 taxonomy_ids: no need known or inferred: no search for a need finds it',
      'services 4 location_id: no place of its own: placed where its organization is',
    ]);
    expect(summary.rows['services']).toEqual({ read: 3, leftOut: 1 });
  });

  it('counts rows as a spreadsheet does, over blank rows and cells of several lines', async () => {
    const { problems } = await check(
      onDisk({
        ...HSDS,
        'phones.csv':
          'id,service_id,description,number\r\np1,s1,"two\r\nlines",410-555-0134\r\n\r\n,,,\r\np2,s1,,nobody\r\n',
      }),
    );
    expect(told({ problems })).toEqual([
      'phones 5 number: not a dialable number: letters where digits belong',
    ]);
  });

  it('reads semicolons and tabs', async () => {
    const folder = onDisk({
      ...HSDS,
      'phones.csv': HSDS['phones.csv'].replaceAll(',', ';'),
      'services.csv': HSDS['services.csv'].replaceAll(',', '\t'),
    });
    expect((await check(folder)).listings[0]?.phones).toHaveLength(1);
  });
});

describe('the tables of HSDS 1.1', () => {
  it('are read by their own names and columns', async () => {
    const { 'addresses.csv': address, 'service_at_location.csv': at, ...rest } = HSDS;
    const { listings, problems } = await check(
      onDisk({
        ...rest,
        'physical_addresses.csv': address,
        'services_at_location.csv': at,
        'regular_schedules.csv': 'id,service_id,weekday,opens_at,closes_at\nh1,s1,Monday,10:00,4:00\n',
        'eligibility.csv': 'id,service_id,eligibility\ne1,s1,Veterans\n',
        'accessibility_for_disabilities.csv': 'id,location_id,accessibility\nd1,l1,ramp\n',
        'taxonomy.csv': 'id,name,parent_id,vocabulary\nt1,Emergency Food,,own\n',
        'service_taxonomy.csv': 'id,service_id,taxonomy_id\nx1,s1,t1\n',
        'languages.csv': 'id,service_id,language\ng1,s1,Spanish\n',
        'service_areas.csv': 'id,service_id,service_area\nv1,s1,Kent County\n',
      }),
    );
    expect(listings).toMatchObject([
      {
        hours: { rules: [{ weekday: 1, from: 600, to: 960 }] },
        eligibility: 'Veterans',
        audience: [{ code: 'veterans' }],
        accessibility: ['wheelchair'],
        needs: [{ code: 'food', known: 'stated' }],
        languages: ['es'],
        areas: [{ kind: 'county', names: ['Kent'], state: 'MD' }],
      },
    ]);
    expect(told({ problems })).toEqual([
      'schedules 2 closes_at: closes before it opens: read as the afternoon -> 10:00-16:00',
    ]);
  });
});

describe('encodings', () => {
  const services = HSDS['services.csv'].replace('Food pantry', 'Comida para niños');
  const read = async (content: Buffer) => {
    const { listings, problems } = await check(onDisk({ ...HSDS, 'services.csv': content }));
    return [listings[0]?.name, ...problems.map(({ value, problem }) => `${value}: ${problem}`)];
  };

  it('reads UTF-8 with and without a byte order mark', async () => {
    expect(await read(Buffer.from(services))).toEqual(['Comida para niños']);
    expect(await read(Buffer.from(`\ufeff${services}`))).toEqual(['Comida para niños']);
  });

  it('reads UTF-16 and Windows-1252 and says so', async () => {
    const not = 'not UTF-8, as the standard asks: read by what it is';
    expect(await read(Buffer.from(`\ufeff${services}`, 'utf16le'))).toEqual([
      'Comida para niños',
      `UTF-16: ${not}`,
    ]);
    expect(await read(Buffer.from(services, 'utf16le'))).toEqual(['Comida para niños', `UTF-16: ${not}`]);
    expect(await read(Buffer.from(`\ufeff${services}`, 'utf16le').swap16())).toEqual([
      'Comida para niños',
      `UTF-16: ${not}`,
    ]);
    expect(await read(Buffer.from(services, 'latin1'))).toEqual([
      'Comida para niños',
      `Windows-1252: ${not}`,
    ]);
  });

  it('finds Windows-1252 far into a file', async () => {
    const many = `${services.split('\n')[0]}\n${'s9,o1,Bread,x,active\n'.repeat(1)}${`#${' '.repeat(70)}\n`.repeat(1_500)}s1,o1,Caf\u00e9,x,active\n`;
    const { listings } = await check(onDisk({ ...HSDS, 'services.csv': Buffer.from(many, 'latin1') }));
    expect(listings.map(({ name }) => name)).toContain('Café');
  });
});

describe('files that do harm', () => {
  const refused = (files: Readonly<Record<string, string | Buffer>>) =>
    expect(check(onDisk({ ...HSDS, ...files }))).rejects;

  it('a quote that is never closed is named by its row', async () => {
    await refused({
      'services.csv': `${HSDS['services.csv']}s2,o1,"Soup,Hot,active\ns3,o1,Bread,-,active\n`,
    }).toThrow('services.csv, row 3, column name: a quote (") is opened here and never closed');
  });

  it('so is one in a file so long that it would fill a memory', async () => {
    const rows = 's3,o1,Bread,-,active\n'.repeat(60_000);
    await refused({ 'services.csv': `${HSDS['services.csv']}s2,o1,"Soup,Hot,active\n${rows}` }).toThrow(
      /^services\.csv, row 3, column name: longer than 1,000,000 characters: a quote/,
    );
  });

  it('a heading that is missing, blank or said twice', async () => {
    await refused({ 'phones.csv': 'p1,s1,410-555-0134\np2,s1,410-555-0135\n' }).toThrow(
      'phones.csv, row 1: no heading: its first row holds none of the columns of phones (p1, s1, 410-555-0134)',
    );
    await refused({ 'phones.csv': '' }).toThrow('phones.csv: empty: a heading is expected in its first row');
    await refused({ 'phones.csv': 'id,number,number\n' }).toThrow(
      'phones.csv, row 1, column number: two columns are called number',
    );
  });

  it('a thousand columns', async () => {
    const wide = Array.from({ length: 1_000 }, (_, index) => `c${index}`).join(',');
    await refused({ 'phones.csv': `id,${wide}\n` }).toThrow('phones.csv, row 1: 1001 columns: at most 250');
  });

  it('a table of two gigabytes, at once', async () => {
    const folder = onDisk(HSDS);
    truncateSync(join(folder, 'services.csv'), 2 * 1024 ** 3 + 1);
    await expect(check(folder)).rejects.toThrow(/at most \d+ MB/);
  });

  it('a spreadsheet or a picture instead of a table', async () => {
    await refused({ 'phones.csv': Buffer.from('PK\u0003\u0004aaaa', 'latin1') }).toThrow(
      'a zip or an Excel file, not a table: save it as CSV',
    );
    await refused({ 'phones.csv': Buffer.from([0x89, 0x50, 0, 0, 0, 1, 2, 3]) }).toThrow(
      'phones.csv: not a text',
    );
  });

  it('two editions of a table in one folder', async () => {
    await refused({ 'old/services.csv': HSDS['services.csv'] }).toThrow(
      'services twice, also in old/services.csv',
    );
  });

  it('a folder without tables, and a CSV file of which nobody said what it is', async () => {
    await expect(check(onDisk({ 'readme.txt': 'hello' }))).rejects.toThrow('no table of the standard');
    await expect(check(join(onDisk({ 'list.csv': 'a,b\n' }), 'list.csv'))).rejects.toThrow(
      'say by --mapping',
    );
  });
});

describe('zips that do harm', () => {
  const refused = (zip: Buffer) => expect(check(join(onDisk({ 'a.zip': zip }), 'a.zip'))).rejects;
  const [name, content] = ['services.csv', HSDS['services.csv']];

  it('one that bursts is refused by what it says', async () => {
    await refused(aZip([{ name, content: Buffer.alloc(30_000_000, 'a') }])).toThrow(
      /services\.csv: grows to \d+ times its size/,
    );
  });

  it('and one that lies about it, by what comes out', async () => {
    await refused(aZip([{ name, content: Buffer.alloc(30_000_000, 'a'), claimedBytes: 5_000 }])).toThrow(
      /services\.csv: cannot be unpacked/,
    );
    await refused(aZip([{ name, content, claimedBytes: 3_000_000_000 }])).toThrow(
      /services\.csv: 2,862 MB unpacked: at most 128 MB a file/,
    );
  });

  it.each(['../services.csv', '/etc/services.csv', 'a/../../services.csv', 'C:/services.csv'])(
    'one that leads to %s',
    async (path) => {
      await refused(aZip([{ name: path, content }])).toThrow('a path in it leads outside');
    },
  );

  it('one that is none', async () => {
    await refused(Buffer.from('not a zip')).toThrow('a.zip: not a zip that can be read');
    await refused(zipped(HSDS).subarray(0, 300)).toThrow('a.zip: not a zip that can be read');
  });

  it('one with more files than any directory', async () => {
    const many = Array.from({ length: 501 }, (_, index) => ({ name: `f${index}.csv`, content: 'a' }));
    await refused(aZip(many)).toThrow('501 files: at most 500');
  });
});

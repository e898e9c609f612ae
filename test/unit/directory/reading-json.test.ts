import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkDirectory } from '#shared/adapters/directory/check-directory.ts';
import { NOW, told } from './any-directory.ts';
import { onDisk } from './on-disk.ts';

const service = (id: string) => ({
  id,
  name: 'Food pantry',
  status: 'active',
  organization: { id: 'o1', name: 'Harbor Kitchen', description: '-' },
  phones: [{ id: `p-${id}`, number: '410-555-0134', languages: [] }],
  capacities: [
    {
      id: `c-${id}`,
      unit: { id: 'u1', name: 'bed' },
      available: 2,
      maximum: 9,
      updated: '2026-11-20T10:00:00Z',
    },
  ],
  languages: [{ id: `g-${id}`, code: 'es', name: 'Spanish' }],
  schedules: [{ id: `h-${id}`, freq: 'WEEKLY', byday: 'MO', opens_at: '09:00', closes_at: '17:00' }],
  attributes: [{ id: `x-${id}`, taxonomy_term: { id: 't1', code: 'food-insecurity', name: 'Hunger' } }],
  service_at_locations: [
    {
      id: `sl-${id}`,
      location: {
        id: 'l1',
        location_type: 'physical',
        latitude: 39.29,
        longitude: -76.62,
        addresses: [
          {
            id: 'a1',
            address_1: '100 Example St',
            city: 'Baltimore',
            state_province: 'MD',
            postal_code: '21201',
            country: 'US',
            address_type: 'physical',
          },
        ],
      },
    },
  ],
});

const check = (text: string, name = 'directory.json') =>
  checkDirectory(join(onDisk({ [name]: text }), name), { now: NOW });

const page = (contents: unknown[], number = 1, pages = 1) => ({
  total_items: 9,
  total_pages: pages,
  page_number: number,
  size: contents.length,
  first_page: number === 1,
  last_page: number === pages,
  empty: contents.length === 0,
  contents,
});

describe('the standard’s JSON', () => {
  const two = [service('s1'), service('s2')];

  it.each([
    ['an array', JSON.stringify(two)],
    ['a page of /services', JSON.stringify(page(two), undefined, 2)],
    ['one service a line', two.map((one) => JSON.stringify(one)).join('\n')],
  ])('is read from %s', async (_, text) => {
    const { listings, problems, summary } = await check(text);
    expect(told({ problems })).toEqual([]);
    expect(listings.map(({ id }) => id)).toEqual(['s1', 's2']);
    expect(listings[0]).toMatchObject({
      organization: 'Harbor Kitchen',
      place: { kind: 'at', latitude: 39.29, zip: '21201' },
      phones: [{ number: '+14105550134' }],
      languages: ['es'],
      capacity: { state: 'capacity', available: 2 },
      needs: [{ code: 'food', known: 'stated' }],
      hours: { timeZone: 'America/New_York', rules: [{ weekday: 1, from: 540, to: 1020 }] },
    });
    expect(summary.rows['organizations']).toEqual({ read: 1, leftOut: 0 });
  });

  it('is read from one whole service, and from an object of tables', async () => {
    expect((await check(JSON.stringify(service('s1'), undefined, 1))).listings).toHaveLength(1);
    const tables = {
      'organizations.csv': [{ id: 'o1', name: 'Harbor Kitchen', description: '-' }],
      'services.csv': [{ id: 's1', organization_id: 'o1', name: 'Soup', status: 'active' }],
    };
    expect((await check(JSON.stringify(tables))).listings).toMatchObject([
      { organization: 'Harbor Kitchen' },
    ]);
  });

  it('says what is wrong in which service', async () => {
    const { listings, problems } = await check(
      JSON.stringify([
        service('s1'),
        { ...service('s1'), name: 'Other' },
        7,
        { ...service('s4'), status: '' },
      ]),
    );
    expect(listings.map(({ id }) => id)).toEqual(['s1', 's4']);
    expect(told({ problems })).toEqual([
      'services 3 : not an object (left out)',
      'services 4 status: required by HSDS 3, and empty',
      'services 2 id: the id of row 1, with other content (left out)',
    ]);
  });

  it.each([
    ['not JSON', '[{"id": "s1", "name": ]'],
    ['cut short', JSON.stringify(two).slice(0, 400)],
    ['something else', '"hello"'],
    ['empty', '[]'],
    ['nothing', ''],
  ])('is refused when it is %s', async (_, text) => {
    await expect(check(text)).rejects.toThrow(
      /directory\.json: (?:not JSON, or cut short|no services in it)/,
    );
  });

  it('is not led astray by what is nested a thousand deep', async () => {
    const deep = `${'{"phones":['.repeat(1_000)}{}${']}'.repeat(1_000)}`;
    const { listings } = await check(`[{"id":"s1","name":"Soup","status":"active","phones":[${deep}]}]`);
    expect(listings).toHaveLength(1);
  });
});

describe('an API of the standard', () => {
  async function serving(
    answer: (url: URL) => { status?: number; body: string },
  ): Promise<{ address: string; asked: string[] }> {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://any');
      asked.push(request.url ?? '');
      const { status = 200, body } = answer(url);
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return { address: `http://127.0.0.1:${address.port}/api`, asked };
  }

  it('is read page by page to the last', async () => {
    const { address, asked } = await serving((url) => {
      const number = Number(url.searchParams.get('page'));
      return { body: JSON.stringify(page([service(`s${number}`)], number, 3)) };
    });
    const { listings } = await checkDirectory(address, { now: NOW });
    expect(listings.map(({ id }) => id)).toEqual(['s1', 's2', 's3']);
    expect(asked).toEqual([1, 2, 3].map((number) => `/api/services?full=true&page=${number}`));
  });

  it.each([
    ['that answers with an error', { status: 503, body: '{}' }, 'answered 503'],
    ['that answers with a page for people', { body: '<html>' }, 'did not answer with JSON'],
    ['that answers with something else', { body: '{"services":[]}' }, 'not a page of HSDS 3'],
  ])('%s is refused readably', async (_, answer, problem) => {
    const { address } = await serving(() => answer);
    await expect(checkDirectory(address, { now: NOW })).rejects.toThrow(problem);
  });

  it('that is not there is refused readably', async () => {
    await expect(checkDirectory('http://127.0.0.1:9/', { now: NOW })).rejects.toThrow('cannot be reached');
  });
});

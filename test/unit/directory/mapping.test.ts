import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDirectory } from '#shared/adapters/directory/check-directory.ts';
import { MappingFile } from '#shared/adapters/directory/mapping-file.ts';
import { NeedsFile, withDefaults } from '#shared/adapters/directory/needs-file.ts';
import { needsMap } from '#shared/domain/directory/map-needs.ts';
import { NOW, told } from './any-directory.ts';
import { onDisk } from './on-disk.ts';

const EXAMPLES = new URL('../../examples/directories/', import.meta.url);
const example = (name: string) => readFileSync(new URL(name, EXAMPLES), 'utf8');
const mapping = MappingFile.parse(JSON.parse(example('mapping.json')));

const check = (csv: string, change: Partial<MappingFile> = {}) =>
  checkDirectory(join(onDisk({ 'list.csv': csv }), 'list.csv'), {
    now: NOW,
    mapping: { ...mapping, ...change },
  });

describe('a list of any layout, with a mapping', () => {
  it('becomes services with their organization, place, telephones and terms', async () => {
    const { listings, problems, summary } = await check(example('list.csv'));
    expect(listings[0]).toMatchObject({
      id: '1',
      organization: 'Harbor Kitchen',
      url: 'https://harbor.example.org',
      status: 'active',
      address: ['100 Example St', 'Baltimore, MD 21201'],
      place: { kind: 'at', approximate: 'zip' },
      phones: [{ number: '+14105550134' }],
      needs: [{ code: 'food', known: 'stated' }],
      hours: { rules: [{ weekday: 1, from: 600, to: 960 }, {}, {}, {}, {}] },
      areas: [{ kind: 'county', names: ['Kent', 'Cecil'] }],
    });
    expect(listings[1]).toMatchObject({ status: 'inactive', place: { approximate: 'organization' } });
    expect(summary.unmappedTerms).toEqual([{ term: 'Kites', services: 1 }]);
    expect(told({ problems })).toContain('services 3 hours: hours in words that are not clear: unknown');
    expect(summary.unreadColumns).toEqual({});
  });

  it('joins columns and says which are not read', async () => {
    const change = { service: { name: { columns: ['Agency', 'Programme'], join: ': ' } } };
    const { listings, summary } = await check('Agency,Programme,Extra\nHarbor,Soup,x\n', {
      ...change,
      organization: {},
      address: {},
      phones: [],
      terms: undefined,
    });
    expect(listings[0]).toMatchObject({ id: 'row-2', name: 'Harbor: Soup' });
    expect(summary.unreadColumns).toEqual({ services: ['Extra'] });
  });

  it('is refused when the mapping names a column that is not there', async () => {
    await expect(check('Nr,Programme\n1,Soup\n')).rejects.toThrow(
      'list.csv, row 1, column What it does: the mapping names columns that are not there: What it does, Who may come',
    );
  });

  it.each([
    [{ ...JSON.parse(example('mapping.json')), version: 2 }],
    [{ version: 1, service: { id: 'Nr' } }],
    [{ version: 1, service: { name: 'a', colour: 'b' } }],
    [{ version: 1, service: { name: 'a' }, terms: { separator: ';' } }],
  ])('is refused when the mapping itself is wrong', (wrong) => {
    expect(MappingFile.safeParse(wrong).success).toBe(false);
  });
});

describe('a table of needs of one’s own', () => {
  const own = needsMap(withDefaults(NeedsFile.parse(JSON.parse(example('needs.json')))));

  it('adds its needs to ours, by words and by codes that begin alike', () => {
    expect(own.ofTerm({ name: 'Kites', code: '' })).toEqual(['kites']);
    expect(own.ofTerm({ name: '?', code: 'KT-1800.2500-300' })).toEqual(['kites']);
    expect(own.ofTerm({ name: 'Food', code: '' })).toEqual(['food']);
    expect(own.ofWords('Kite school', '')).toEqual(['kites']);
  });

  it('refuses codes that no text could carry', () => {
    expect(NeedsFile.safeParse({ needs: { 'Big Kites': { terms: [] } } }).success).toBe(false);
  });
});

describe('our own table of needs', () => {
  const ours = needsMap(withDefaults({ needs: {}, audiences: {} }));

  it.each([
    ['food-insecurity', ['food']],
    ['homelessness', ['shelter', 'housing']],
    ['transportation-insecurity', ['transport']],
    ['intimate-partner-violence', ['domestic-violence']],
    ['utility-insecurity', ['utilities']],
    ['veteran-status', ['veterans']],
  ])('knows the social category %s', (code, needs) => {
    expect(ours.ofTerm({ name: '', code })).toEqual(needs);
  });

  it.each([
    ['Mental Health', ['mental-health']],
    ['Credit Counseling', ['income']],
    ['Emergency Food', ['food']],
    ['Housing & Legal', ['housing', 'legal']],
    ['Animal Welfare', []],
  ])('reads the term %s', (name, needs) => {
    expect(ours.ofTerm({ name, code: '' })).toEqual(needs);
  });

  it.each([
    ['Veterans and their dependents', ['veterans']],
    ['Women 18 and older', ['women']],
    ['Homeless men', ['men']],
    ['Men, women and families', []],
    ['Open to anyone; women welcome', []],
    ['Older adults age 60 or over', ['older-adults']],
  ])('%j is for %j only', (words, audience) => {
    expect(ours.audienceOf(words)).toEqual(audience);
  });
});

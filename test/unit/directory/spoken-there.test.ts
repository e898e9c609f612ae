import { describe, expect, it } from 'vitest';
import { startReport } from '#shared/domain/directory/report.ts';
import { accessibilityOf, languagesOf } from '#shared/domain/directory/spoken-and-access.ts';
import { readAccessibility } from '#shared/domain/directory/values/read-accessibility.ts';
import { readLanguages } from '#shared/domain/directory/values/read-languages.ts';
import { aRow } from './a-row.ts';
import { told } from './any-directory.ts';

type Cells = Readonly<Record<string, string>>;
type Rows = { service?: Cells; location?: Cells; rows?: readonly Cells[] };

function spoken({ service = {}, location, rows = [] }: Rows) {
  const report = startReport();
  const read = rows.map((cells, index) => aRow('languages', cells, index + 2));
  const place = location && aRow('locations', location);
  const { languages, interpreters } = languagesOf(aRow('services', service), read, place, report);
  return { languages, interpreters, told: told(report), unused: read.filter(report.isUnaccounted).length };
}

describe('a language', () => {
  it.each([
    ['eng, SPA; fra', 'en es fr'],
    ['fre/por', 'fr pt'],
    ['rus & ara', 'ru ar'],
    ['zho', 'zh'],
    ['chi\nkor', 'zh ko'],
    ['vie and hat', 'vi ht'],
    ['es, es-MX, pt_BR', 'es es-mx pt-br'],
    ['zh-Hant-TW', 'zh-hant-tw'],
    ['Haitian Creole. Español.', 'ht es'],
    ['Chinese(Mandarin)', 'cmn'],
    ['Chinese (Toisanese)', 'zh'],
    ['Sign Language (ASL)', 'ase'],
    ['Persian (Farsi), Cape Verdean Creole', 'fa kea'],
    ['A.S.L.', 'ase'],
    ['Filipino, Ilocano', 'fil ilo'],
    ['es-419', 'es-419'],
    ['Spanish (Klingon)', 'es'],
    [' Spanish ,spanish', 'es'],
  ])('%j is read as %s', (text, codes) => {
    expect(readLanguages(text)).toEqual({ languages: codes.split(' '), interpreters: false, unknown: [] });
  });

  it.each(['', 'None', 'N/A', 'other', 'Yes', 'no', ' , ;'])('is not %j', (text) => {
    expect(readLanguages(text)).toEqual({ languages: [], interpreters: false, unknown: [] });
  });

  it.each([
    'Interpreters',
    'Translation',
    'Language  Line',
    'languageline',
    'other languages upon request',
    'Language on  request',
    'Accommodations',
    'accomodation',
    'arrangements can be made',
    'Arrangement possible',
    'Propio',
    'languages  upon  request',
    'arrangements  possible',
  ])('is interpreted where it says %j', (text) => {
    expect(readLanguages(`Spanish, ${text}`)).toEqual({ languages: ['es'], interpreters: true, unknown: [] });
  });

  it.each([
    'Klingon',
    'Chinese (Mandarin) class',
    'None of them',
    'Yesterday',
    'es-',
    'es-x',
    'es-12345678x',
    'xx-es',
    '(Spanish',
    'toString',
    'Spanish only',
    'no one',
  ])('is unknown where it says %j', (text) => {
    expect(readLanguages(text)).toEqual({ languages: [], interpreters: false, unknown: [text] });
  });

  it('is named without its full stop where it is unknown', () => {
    expect(readLanguages('Klingon.').unknown).toEqual(['Klingon']);
  });

  it('is looked for in a thousand characters', () => {
    expect(readLanguages(`${' '.repeat(993)}Spanish`).languages).toEqual(['es']);
    expect(readLanguages(`${' '.repeat(994)}Spanish`).languages).toEqual([]);
  });
});

describe('at a service are spoken', () => {
  it('the languages of its column, of its place and of rows, each once', () => {
    expect(
      spoken({
        service: { languages: 'Spanish' },
        location: { languages: 'Korean, Spanish' },
        rows: [{ name: 'German' }, { code: 'fr', name: 'Nonsense' }, { code: 'xx', name: 'Thai' }, {}],
      }),
    ).toEqual({ languages: ['es', 'ko', 'de', 'fr', 'th'], interpreters: false, told: [], unused: 0 });
  });

  it('none that is not known, which is told', () => {
    expect(
      spoken({
        service: { languages: 'Elvish' },
        location: { languages: 'Orkish' },
        rows: [{ name: 'Entish' }],
      }),
    ).toEqual({
      languages: [],
      interpreters: false,
      told: [
        'services 2 languages: a language that is not known',
        'locations 2 languages: a language that is not known',
        'languages 2 name: a language that is not known',
      ],
      unused: 0,
    });
  });

  it('the names that are not known stand in the report one by one', () => {
    const report = startReport();
    languagesOf(aRow('services', { languages: 'Spanish, Elvish' }), [], undefined, report);
    expect(report.problems).toMatchObject([{ value: 'Elvish' }]);
  });

  it.each<[Cells, boolean]>([
    [{}, false],
    [{ interpretation_services: 'Yes' }, true],
    [{ interpretation_services: 'Phone, by appointment' }, true],
    [{ interpretation_services: 'Spanish, no others' }, true],
    [{ interpretation_services: 'Nonprofit interpreters' }, true],
    [{ interpretation_services: 'No' }, false],
    [{ interpretation_services: 'none.' }, false],
    [{ interpretation_services: 'FALSE' }, false],
    [{ languages: 'Language Line' }, true],
  ])('others by an interpreter, where it says %j: %s', (service, interpreters) => {
    expect(spoken({ service }).interpreters).toBe(interpreters);
  });

  it('others by an interpreter of its place', () => {
    expect(
      spoken({ service: { interpretation_services: 'Yes' }, location: { languages: 'Thai' } }).interpreters,
    ).toBe(true);
    expect(spoken({ location: { languages: 'Language Line' } }).interpreters).toBe(true);
  });
});

function access({ service = {}, location, rows = [] }: Rows) {
  const report = startReport();
  const read = rows.map((cells, index) => aRow('accessibility', cells, index + 2));
  const place = location && aRow('locations', location);
  const codes = accessibilityOf(aRow('services', service), read, place, report);
  return { codes, told: told(report), unused: read.filter(report.isUnaccounted).length };
}

describe('access', () => {
  it.each([
    [
      'wheelchair',
      'Wheelchair, wheel  chair, ramp, ramps, elevator, elevators, lift, step-free, stepfree, disabled parking, disabled_parking, ADA, mobility',
    ],
    ['deaf', 'Deaf, deafblind, hearing loop, TTY, TDD, induction loop, t-coil, tcoil, captions'],
    ['blind', 'blind people, Braille, visual aids, low vision, large print, screen reader'],
    ['asl', 'ASL, American Sign, sign language'],
    ['restroom', 'restrooms, toilet'],
  ])('%s has many names', (code, names) => {
    for (const name of names.split(', ')) expect(readAccessibility(name), name).toContain(code);
  });

  it.each([
    'tramp',
    'rampant',
    'elevatory',
    'lifted',
    'uplift',
    'Canada',
    'adaptable',
    'pretty',
    'task',
    'aslant',
    'nightblindness',
  ])('is not %j', (text) => {
    expect(readAccessibility(text)).toEqual([]);
  });

  it('is that of the service, of its place and of rows, each once', () => {
    expect(
      access({
        service: { accessibility: 'ramp' },
        location: { accessibility: 'Braille, ramp' },
        rows: [{ description: 'toilet', details: 'TTY' }, { details: 'nothing' }],
      }),
    ).toEqual({ codes: ['wheelchair', 'blind', 'restroom', 'deaf'], told: [], unused: 0 });
  });

  it('that has no code is told', () => {
    const problem = 'an access that has no code: not searched for';
    expect(
      access({
        service: { accessibility: 'cosy' },
        location: { accessibility: 'quiet' },
        rows: [{ description: 'calm' }],
      }),
    ).toEqual({
      codes: [],
      told: [
        `services 2 accessibility: ${problem}`,
        `locations 2 accessibility: ${problem}`,
        `accessibility 2 description: ${problem}`,
      ],
      unused: 0,
    });
  });
});

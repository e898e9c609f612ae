import { describe, expect, it } from 'vitest';
import { catalogueVersion } from '#shared/domain/messages/catalogue.ts';
import { composeTemplate } from '#shared/domain/messages/compose.ts';
import { placeholdersOf, render } from '#shared/domain/messages/template.ts';

/** In the alphabet of texts; a letter of another alphabet leaves room for 70 characters only. */
const CHEAP = { name: 'Maya', staff: 'Sam' };
const DEAR = { name: 'Łukasz', staff: 'Sofía' };
/** Seventy characters alone; with the optional words 160 and more. */
const FEW = 'x'.repeat(50);
const template = (words: number) => `Hi[ {name}], it is[ {staff} at] us. ${FEW}[ ${'y'.repeat(words)}]`;
const written = (values: { name: string; staff: string }, words: number) => {
  const { text, segments, nameLeftOut, staffLeftOut } = composeTemplate('test', template(words), values);
  const said = {
    name: text.includes(values.name),
    staff: text.includes(values.staff),
    words: text.includes('yyy'),
  };
  expect({ nameLeftOut, staffLeftOut }).toEqual({ nameLeftOut: !said.name, staffLeftOut: !said.staff });
  const left = Object.entries(said).flatMap(([part, isSaid]) => (isSaid ? [] : [part]));
  return `${segments}: ${left.join(' ')}`;
};

describe('what a text leaves out to cost one segment', () => {
  it.each([
    ['nothing where all of it fits', CHEAP, 40, '1: '],
    ['the staff member’s name where that alone is dear', { ...CHEAP, staff: DEAR.staff }, 40, '1: staff'],
    ['the words that need not be said where it is too long', CHEAP, 120, '1: words'],
    ['the client’s name where that alone is dear', { ...CHEAP, name: DEAR.name }, 40, '1: name'],
    ['staff and words', { ...CHEAP, staff: DEAR.staff }, 120, '1: staff words'],
    ['both names, where the words fit', DEAR, 40, '1: name staff'],
    ['the client’s name and words', { ...CHEAP, name: DEAR.name }, 120, '1: name words'],
    ['all of it', DEAR, 120, '1: name staff words'],
  ])('is %s', (_what, values, words, expected) => {
    expect(written(values, words)).toBe(expected);
  });

  it('is nothing where that would not help, whether there are names or not', () => {
    const long = 'x'.repeat(200);

    expect(composeTemplate('test', long, {})).toMatchObject({ segments: 2, text: long });
    expect(composeTemplate('test', `${long}[ {name}]`, { name: 'Maya' })).toMatchObject({
      text: `${long} Maya`,
      nameLeftOut: false,
    });
  });
});

describe('a sentence with parts that can be left out', () => {
  it('says words that need no value unless it is told that there is no room', () => {
    expect(render('test', 'Hi.[ Take care.]', {})).toBe('Hi. Take care.');
    expect(render('test', 'Hi.[ Take care.]', {}, false)).toBe('Hi.');
  });

  it('leaves out a part of which one value is missing', () => {
    const part = 'Hi[ {name} of {staff}].';

    expect(render('test', part, { name: 'Maya', staff: 'Sam' })).toBe('Hi Maya of Sam.');
    expect(render('test', part, { name: 'Maya' })).toBe('Hi.');
    expect(render('test', part, { staff: 'Sam' })).toBe('Hi.');
  });

  it('names the values that it needs, and those that it can do without', () => {
    expect(placeholdersOf('Hi[ {name}], {program}[ {staff} {when}] {phone}[ now].')).toEqual({
      needed: ['program', 'phone'],
      optional: ['name', 'staff', 'when'],
    });
  });

  it('says what it lacks in an error with a name', () => {
    expect(() => render('check', 'Hi {name}', {})).toThrow(
      expect.objectContaining({ name: 'MissingValue', sentence: 'check', placeholder: 'name' }),
    );
  });
});

it('the version of the wording is a day', () => {
  expect(catalogueVersion).toMatch(/^\d{4}-\d\d-\d\d$/);
});

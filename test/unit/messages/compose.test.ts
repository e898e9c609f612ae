import { describe, expect, it } from 'vitest';
import { catalogueVersion } from '#shared/domain/messages/catalogue.ts';
import { closingWording, currentWording, isKnownWording } from '#shared/domain/messages/closing-wordings.ts';
import { composeText } from '#shared/domain/messages/compose.ts';
import { formatPhone, formatWhen } from '#shared/domain/messages/format.ts';
import { languageOf } from '#shared/domain/messages/language-of.ts';
import { MissingValue, render, unknownPlaceholders } from '#shared/domain/messages/template.ts';

const values = {
  name: 'Maya',
  staff: 'Sam',
  program: 'Riverbend Care',
  hours: 'Mon-Fri 9-5',
  phone: '(410) 555-0100',
};

describe('composing a text', () => {
  it('writes what the client reads, with its price and the version of the wording', () => {
    expect(composeText('first', 'en', values)).toEqual({
      text: "Hi Maya, it's Sam at Riverbend Care, as agreed. How is today? Sent by computer; people read replies Mon-Fri 9-5. Any time: 988. STOP ends texts.",
      segments: 1,
      encoding: 'gsm-7',
      catalogueVersion,
      nameLeftOut: false,
      staffLeftOut: false,
    });
  });

  it('greets without a name as if that were the plan', () => {
    const { text, nameLeftOut } = composeText('check', 'en', { ...values, name: undefined });
    expect(text).toMatch(/^Hi, Riverbend Care checking in/);
    expect(nameLeftOut).toBe(false);
  });

  it.each(['José', 'Iñigo', 'Zoé', 'Jürgen'])(
    'keeps the name %s, which the alphabet of texts has',
    (name) => {
      expect(composeText('check', 'en', { ...values, name })).toMatchObject({
        segments: 1,
        nameLeftOut: false,
      });
      expect(composeText('check', 'en', { ...values, name }).text).toContain(name);
    },
  );

  it.each(['Zoë', 'María', 'Łukasz', '美雪', 'Ana 🌸'])(
    'leaves out %s rather than strip its accents or pay double',
    (name) => {
      const composed = composeText('check', 'en', { ...values, name });
      expect(composed).toMatchObject({ segments: 1, encoding: 'gsm-7', nameLeftOut: true });
      expect(composed.text).toMatch(/^Hi, Riverbend Care/);
    },
  );

  it('leaves out only the name that costs: the staff member’s, not the client’s', () => {
    const composed = composeText('first', 'en', { ...values, staff: 'Sofía' });
    expect(composed).toMatchObject({ segments: 1, nameLeftOut: false, staffLeftOut: true });
    expect(composed.text).toContain("Hi Maya, it's Riverbend Care");
  });

  it('keeps the name where leaving it out would not help', () => {
    const composed = composeText('check', 'en', { ...values, program: 'Línea Río' });
    expect(composed.encoding).toBe('ucs-2');
    expect(composed.text).toContain('Maya');
  });

  it('refuses to write half a sentence, and says which value is missing', () => {
    expect(() => composeText('call-me', 'en', values)).toThrow(MissingValue);
    expect(() => composeText('call-me', 'en', { ...values, when: '  ' })).toThrow(
      'call-me needs a value for {when}',
    );
  });

  it('never expands what stands in a name', () => {
    expect(render('test', 'Hi[ {name}].', { name: '{program} [x]', program: 'secret' })).toBe(
      'Hi {program} [x].',
    );
    expect(render('test', 'Hi {name}.', { name: 'Ma\n\n ya' })).toBe('Hi Ma ya.');
  });

  it('knows a placeholder that no value will ever fill', () => {
    expect(unknownPlaceholders('Hi {nmae}, {program} {}')).toEqual(['nmae', '']);
  });
});

describe('the language of a client', () => {
  it.each([
    ['en', 'en'],
    ['en-US', 'en'],
    ['EN', 'en'],
    ['es', 'es'],
    ['es-MX', 'es'],
    ['es-419', 'es'],
    ['fr', undefined],
    ['ht', undefined],
    ['eng', 'en'],
    ['spa-MX', 'es'],
    [' es ', 'es'],
    ['est', undefined],
    ['', undefined],
  ])('%j is written to in %s, or not at all', (tag, language) => {
    expect(languageOf(tag)).toBe(language);
  });
});

describe('values as people read them', () => {
  it.each([
    ['+14105550100', '(410) 555-0100'],
    ['+442079460000', '+442079460000'],
    ['+1410555', '+1410555'],
    ['+141055501000', '+141055501000'],
    ['tel:+14105550100', 'tel:+14105550100'],
  ])('writes the phone number %s as %s', (e164, shown) => {
    expect(formatPhone(e164)).toBe(shown);
  });

  const monday = { year: 2026, month: 11, day: 23, hour: 14, minute: 0 };
  it.each([
    [{ ...monday, hour: 17 }, 'today by 5 pm', 'hoy antes de las 5 pm'],
    [{ ...monday, day: 24, hour: 10, minute: 30 }, 'tomorrow by 10:30 am', 'mañana antes de las 10:30 am'],
    [{ ...monday, day: 25, hour: 13 }, 'Wed by 1 pm', 'el miércoles antes de la 1 pm'],
    [{ ...monday, day: 28, hour: 12 }, 'Sat by 12 pm', 'el 28 de nov. antes de las 12 pm'],
    [{ ...monday, day: 30, hour: 0 }, 'Nov 30 by 12 am', 'el 30 de nov. antes de las 12 am'],
    [{ ...monday, day: 22, hour: 11 }, 'Nov 22 by 11 am', 'el 22 de nov. antes de las 11 am'],
    [{ ...monday, hour: 16, minute: 5 }, 'today by 4:05 pm', 'hoy antes de las 4:05 pm'],
    [{ ...monday, year: 2027, month: 1, day: 2, hour: 9 }, 'Jan 2 by 9 am', 'el 2 de ene. antes de las 9 am'],
  ])('names the time of a call (case %#)', (by, english, spanish) => {
    expect(formatWhen(by, monday, 'en')).toBe(english);
    expect(formatWhen(by, monday, 'es')).toBe(spanish);
  });
});

describe('the sentence read aloud at closing', () => {
  it('is known by its version, in both languages', () => {
    expect(isKnownWording(currentWording)).toBe(true);
    expect(closingWording('2026-01', 'en')).toMatch(/^May we text you .* private and safe\?$/);
    expect(closingWording('2026-01', 'es')).toMatch(/^¿Podemos mandarle .* seguro\?$/);
  });

  it.each(['2025-12', '', 'toString', '__proto__'])('is unknown for the version %j', (version) => {
    expect(isKnownWording(version)).toBe(false);
    expect(closingWording(version, 'en')).toBeUndefined();
  });
});

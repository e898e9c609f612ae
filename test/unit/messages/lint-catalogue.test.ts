import { describe, expect, it } from 'vitest';
import { catalogues } from '#shared/domain/messages/catalogues.ts';
import type { Catalogue } from '#shared/domain/messages/catalogue.ts';
import { lintCatalogue, priceOf } from '#shared/domain/messages/lint-catalogue.ts';
import type { TextId } from '#shared/domain/messages/text-ids.ts';

const withText = (language: 'en' | 'es', id: TextId, text: string): Catalogue => ({
  ...catalogues[language],
  texts: { ...catalogues[language].texts, [id]: text },
});
const errorsOf = (catalogue: Catalogue) =>
  lintCatalogue(catalogue)
    .filter(({ severity }) => severity === 'error')
    .map(({ textId, rule, problem }) => `${textId} ${rule}: ${problem}`);

describe('the linter tells an author', () => {
  it.each([
    [
      'en',
      'ok-thanks',
      'It’s good to hear from you.',
      'ok-thanks price: room for 70 characters instead of 160 because of ’',
    ],
    [
      'en',
      'ok-thanks',
      `${'It is good. '.repeat(11)}It’s good to hear from you.`,
      'ok-thanks price: 3 segments instead of 1 because of ’',
    ],
    ['en', 'ok-thanks', 'Thank you {nmae}.', 'ok-thanks placeholder: no text is given a value for {nmae}'],
    ['en', 'ok-thanks', 'Case {case}.', 'ok-thanks placeholder: no text is given a value for {case}'],
    ['en', 'ok-thanks', ' ', 'ok-thanks missing: there is no text in this language'],
    ['en', 'caring-1', "Hope you're doing ok.", 'caring-1 banned-word: must not say "Hope you\'re doing ok"'],
    ['en', 'caring-1', 'About your high risk status.', 'caring-1 banned-word: must not say "high risk"'],
    ['en', 'caring-1', 'LGBTQ: press 3.', 'caring-1 wrong-number: 988 has no option 3 any more'],
    [
      'es',
      'caring-1',
      'Estamos aqui.',
      'caring-1 accent-lost: "aqui" lost its accent; choose a word that needs none',
    ],
    ['en', 'help', '{program} {phone} 988', 'help must-say: must contain \\bSTOP\\b'],
  ] as const)('what is wrong with a text, and its price (%s %s)', (language, id, text, expected) => {
    expect(errorsOf(withText(language, id, text))).toContain(expected);
  });

  it.each([
    ['first', 'hours, STOP, 988, comput, program'],
    ['caring-first', 'hours, STOP, 988, comput, program'],
    ['first-discreet', 'hours, STOP, comput'],
    ['help', 'program, phone, 988, STOP'],
    ['stop', 'program, START'],
    ['caring-last', '988'],
    ['ended', '988'],
    ['urgent', '988, 911, automatic'],
    ['urgent-911', '911, automatic'],
    ['urgent-911-overdose', '911, 1-800-222-1222, automatic'],
    ['nobody', '988, 911, automatic'],
    ['nobody-911', '911, automatic'],
    ['nobody-911-overdose', '911, 1-800-222-1222, automatic'],
    ['unacknowledged', '988, 911'],
    ['check', ''],
  ] as const)('what %s must say: %s', (id, parts) => {
    const missing = errorsOf(withText('en', id, 'Hi.')).map((error) => error.replace(/.*must contain /, ''));

    expect(missing).toHaveLength(parts === '' ? 0 : parts.split(', ').length);
    for (const part of parts.split(', ')) expect(missing.join(' ')).toContain(part);
  });

  it.each([
    ['en', 'suicide, self-harm, selfharm, crisis, clinic, rehab, detox, methadone, shelter, psychiatry'],
    ['en', 'mental health, diagnosis, therapy, high risk, campaign, alert, alerts, be kind to yourself'],
    ['en', "hope you're ok, hope youre doing well, don't forget, dont forget, appointment"],
    ['es', 'suicidio, autolesión, crisis, clínica, clinica, rehabilitación, desintoxicación, metadona'],
    ['es', 'refugio, albergue, psicólogo, salud mental, diagnóstico, diagnostico, terapia, alto riesgo'],
    ['es', 'campaña, alerta, alertas, espero que estés bien, espero que estes bien, cita'],
  ] as const)('that no text may say, in %s: %s', (language, words) => {
    for (const word of words.split(', '))
      expect(errorsOf(withText(language, 'caring-1', `About your ${word}.`)).join()).toContain('banned-word');
  });

  it('and leaves alone what only looks like such a word', () => {
    expect(errorsOf(withText('en', 'caring-1', 'We stay alerted and hope you are fed.'))).toEqual([]);
    expect(errorsOf(withText('es', 'caring-1', 'Nos citamos y alertamos.'))).toEqual([]);
  });

  it('that a Spanish word lost its accent, and never that an English one did', () => {
    const found = (text: string, language: 'en' | 'es' = 'es') =>
      errorsOf(withText(language, 'caring-1', text)).flatMap(
        (problem) => /accent-lost: "(.*)"/.exec(problem)?.[1] ?? [],
      );

    expect(found('Aqui, despues de la atencion {hours}.')).toEqual(['Aqui', 'despues', 'atencion']);
    expect(found('adonde nos llevas: a ningun lugar, volveria')).toEqual(['ningun', 'volveria']);
    expect(found('champion ionico')).toEqual([]);
    expect(found('Hi {program}, a{aqui}qui {linea}.')).toEqual([]);
    expect(found('123')).toEqual([]);
    expect(found('An area of attention.', 'en')).toEqual([]);
  });

  it('that long names will be left out, without calling it an error', () => {
    const text = `Hi[ {name}], ${'x'.repeat(145)}`;

    expect(
      lintCatalogue(withText('en', 'caring-1', text)).filter(({ textId }) => textId === 'caring-1'),
    ).toEqual([
      {
        language: 'en',
        textId: 'caring-1',
        severity: 'note',
        rule: 'names-left-out',
        problem: 'with long values 170 units: a long name is left out',
      },
    ]);
  });

  it('nothing where all is well, and the price of a text that is only too long', () => {
    const found = (text: string) =>
      lintCatalogue(withText('en', 'caring-1', text)).filter(({ textId }) => textId === 'caring-1');

    expect(found('Hi[ {name}].')).toEqual([]);
    expect(found('a'.repeat(170))).toMatchObject([
      { rule: 'price', problem: '2 segments instead of 1: 170 units, 10 too many' },
    ]);
  });

  it('that a text needs a value which none has', () => {
    expect(errorsOf(withText('en', 'ok-thanks', 'Thank you {who}.'))).toEqual([
      'ok-thanks placeholder: no text is given a value for {who}',
      'ok-thanks placeholder: ok-thanks needs a value for {who}',
    ]);
  });

  it('that there is no text, where a language lacks one', () => {
    const { 'ok-thanks': _none, ...texts } = catalogues.en.texts;
    const lacking = { ...catalogues.en, texts: texts as Catalogue['texts'] }; // as a catalogue from elsewhere may be

    expect(errorsOf(lacking)).toEqual(['ok-thanks missing: there is no text in this language']);
  });

  it('that a first text must say who, when, 988 and STOP', () => {
    expect(errorsOf(withText('en', 'first', 'Hi, checking in.'))).toHaveLength(5);
  });

  it('how many characters are too many', () => {
    expect(priceOf('a'.repeat(170))).toBe('2 segments instead of 1: 170 units, 10 too many');
    expect(priceOf('á'.repeat(141))).toBe('3 segments instead of 1 because of á');
    expect(priceOf(`á${'í'.repeat(140)}`)).toBe('3 segments instead of 1 because of á í');
    expect(priceOf('á')).toBe('room for 70 characters instead of 160 because of á');
  });
});

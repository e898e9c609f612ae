import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { describe, expect, it } from 'vitest';
import { catalogues } from '#shared/domain/messages/catalogues.ts';
import { composeText } from '#shared/domain/messages/compose.ts';
import { segmentsOf } from '#shared/domain/messages/gsm7.ts';
import { lintCatalogue, LONG_VALUES } from '#shared/domain/messages/lint-catalogue.ts';
import { wordsWithoutAccent } from '#shared/domain/messages/spanish-accents.ts';
import { placeholdersOf } from '#shared/domain/messages/template.ts';
import { CARING_IDS, CARING_MIDDLE, caringId, TEXT_IDS } from '#shared/domain/messages/text-ids.ts';

const everyText = TEXT_IDS.flatMap((id) => (['en', 'es'] as const).map((language) => ({ id, language })));
const USUAL = {
  en: {
    name: 'Maya',
    staff: 'Sam',
    program: 'Riverbend Care',
    hours: 'Mon-Fri 9-5',
    phone: '(410) 555-0100',
    when: 'tomorrow by 10 am',
  },
  es: {
    name: 'Maya',
    staff: 'Sam',
    program: 'Riverbend Care',
    hours: 'lunes a viernes, 9 a 5',
    phone: '(410) 555-0100',
    when: 'mañana antes de las 10 am',
  },
};

function grade(text: string): number {
  const spoken = text
    .replaceAll(/\([0-9]{3}\) [\d-]+|1-800-\d{3}-\d{4}/g, 'number')
    .replaceAll('24/7', 'always');
  const words = spoken.match(/[A-Za-z']+|\d+/g) ?? [];
  const sentences = spoken.split(/[.!?:]+(?:\s|$)/).filter((part) => part.trim() !== '');
  return fleschKincaid({
    sentence: sentences.length,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + syllable(word), 0),
  });
}

describe('every text', () => {
  it.each(everyText)(
    '$id ($language) is one GSM-7 segment for people with long names and long hours',
    ({ id, language }) => {
      expect(composeText(id, language, LONG_VALUES[language])).toMatchObject({
        segments: 1,
        encoding: 'gsm-7',
      });
    },
  );

  it.each(everyText)(
    '$id ($language) reads well without the client’s and the staff member’s name',
    ({ id, language }) => {
      const { text } = composeText(id, language, { ...USUAL[language], name: undefined, staff: undefined });
      expect(text).not.toMatch(/ {2}| [,.:]|\{|\}|\[|\]|^[,. ]|undefined|, \./);
      expect(text).toMatch(/[.?]$/);
    },
  );

  it.each(everyText)('$id ($language) names the client once at most', ({ id, language }) => {
    expect(composeText(id, language, USUAL[language]).text.split('Maya').length).toBeLessThanOrEqual(2);
  });

  it.each(TEXT_IDS)('%s can be read in sixth grade', (id) => {
    expect(grade(composeText(id, 'en', USUAL.en).text)).toBeLessThanOrEqual(6);
  });

  it.each(everyText)('$id ($language) promises nobody that silence is noticed', ({ id, language }) => {
    expect(catalogues[language].texts[id]).not.toMatch(
      /will notice|we(?:'ll| will) know|keep an eye|we(?:'ll| will) check on you|nos daremos cuenta|vamos a notar/i,
    );
  });

  it('passes the linter in both languages', () => {
    const problems = Object.values(catalogues).flatMap((catalogue) => lintCatalogue(catalogue));
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('needs the same values from everyone who asks for it, the language aside', () => {
    const alwaysThere = new Set(['program', 'hours', 'phone']);
    for (const { id, language } of everyText) {
      const { needed } = placeholdersOf(catalogues[language].texts[id]);
      const special = needed.filter((placeholder) => !alwaysThere.has(placeholder));
      expect([id, special]).toEqual([id, ['call-me', 'retry-with-call'].includes(id) ? ['when'] : []]);
    }
  });
});

describe('the first text', () => {
  it.each(['en', 'es'] as const)(
    'says who, when people read, 988, STOP and that a computer sends it (%s)',
    (language) => {
      const { text } = composeText('first', language, USUAL[language]);
      for (const said of [
        'Maya',
        'Riverbend Care',
        USUAL[language].hours,
        '988',
        'STOP',
        language === 'en' ? 'computer' : 'computadora',
      ]) {
        expect(text).toContain(said);
      }
    },
  );

  it.each(['en', 'es'] as const)('tells a stranger nothing when it is discreet (%s)', (language) => {
    const { text } = composeText('first-discreet', language, USUAL[language]);
    expect(text).not.toMatch(/Maya|Sam|Riverbend|988|911|crisis/);
  });

  it.each(['discreet-ack', 'stop-discreet'] as const)('%s tells a stranger nothing either', (id) => {
    for (const language of ['en', 'es'] as const) {
      expect(composeText(id, language, USUAL[language]).text).not.toMatch(/Maya|Riverbend|988|911|STOP/);
    }
  });

  it('gives an unknown phone no hint of who is a client', () => {
    for (const language of ['en', 'es'] as const) {
      expect(composeText('safe-answer', language, USUAL[language]).text).not.toMatch(
        /Maya|Sam|Riverbend|follow|check|client/i,
      );
    }
  });
});

describe('urgent answers', () => {
  it.each([
    'urgent',
    'urgent-911',
    'urgent-911-overdose',
    'nobody',
    'nobody-911',
    'nobody-911-overdose',
  ] as const)('%s says that a machine answers, and Poison Help only where something was taken', (id) => {
    expect(catalogues.en.texts[id]).toMatch(/automatic answer/);
    expect(catalogues.es.texts[id]).toMatch(/Te contesta una computadora/);
    for (const { texts } of Object.values(catalogues)) {
      expect(texts[id].includes('1-800-222-1222')).toBe(id.endsWith('overdose'));
    }
  });

  it.each(['nobody', 'nobody-911', 'nobody-911-overdose'] as const)(
    '%s does not say that anyone is being paged',
    (id) => {
      expect(catalogues.en.texts[id]).not.toMatch(/paging|alert/);
      expect(catalogues.es.texts[id]).not.toMatch(/avisando/);
    },
  );
});

describe('988', () => {
  const all = JSON.stringify(catalogues);
  it('is reached in Spanish by 2 or AYUDA, and the ended third option is printed nowhere', () => {
    expect(all).not.toMatch(/press 3|oprime 3|marca 3/i);
    for (const id of TEXT_IDS) {
      const text: string = catalogues.es.texts[id];
      if (text.includes('988')) expect(text).toMatch(/oprime 2|AYUDA al 988/);
    }
  });
});

describe('caring contacts', () => {
  it.each(['en', 'es'] as const)(
    'ask nothing, differ, and carry help lines first and last (%s)',
    (language) => {
      const { texts } = catalogues[language];
      const caring = CARING_IDS.map((id) => texts[id]);
      expect(new Set(caring).size).toBe(CARING_IDS.length);
      expect(CARING_MIDDLE.length).toBeGreaterThanOrEqual(12);
      for (const text of caring) expect(text).not.toMatch(/[?¿]|Reply 1|Responde 1/);
      expect(texts['caring-first']).toContain('988');
      expect(texts['caring-last']).toContain('988');
      expect(texts['caring-ending']).toMatch(/then they end|luego terminan/);
    },
  );

  it('come in the order of a plan, the last but one saying that they end', () => {
    const nine = Array.from({ length: 9 }, (_, index) => caringId(index, 9));
    expect(nine).toEqual([
      'caring-first',
      'caring-1',
      'caring-2',
      'caring-3',
      'caring-4',
      'caring-5',
      'caring-6',
      'caring-ending',
      'caring-last',
    ]);
    const long = Array.from({ length: 24 }, (_, index) => caringId(index, 24));
    expect(long.slice(-2)).toEqual(['caring-ending', 'caring-last']);
    expect(long[13]).toBe('caring-1');
  });
});

describe('Spanish', () => {
  it.each(TEXT_IDS)('%s uses only words that need no á, í, ó or ú', (id) => {
    const text: string = catalogues.es.texts[id];
    expect(text).not.toMatch(/[áíóúÁÍÓÚ]/);
    expect(wordsWithoutAccent(text.replaceAll(/\{\w+\}/g, ' '))).toEqual([]);
    expect(segmentsOf(text.replaceAll(/[[\]{}]/g, '')).encoding).toBe('gsm-7');
  });

  it.each([
    'aqui',
    'telefono',
    'mas',
    'tambien',
    'despues',
    'numero',
    'mandanos',
    'llamanos',
    'esten',
    'atencion',
    'informacion',
    'sabado',
    'dia',
    'ahi',
  ])('catches %s, which lost its accent', (word) => {
    expect(wordsWithoutAccent(`Hola ${word} amigo`)).toEqual([word]);
  });

  it.each([
    'como quedamos',
    'si quieres',
    'tu equipo',
    'esta nota',
    'miércoles',
    'más información',
    'el que',
    'camión',
    'solo',
  ])('lets "%s" pass', (words) => {
    expect(wordsWithoutAccent(words)).toEqual([]);
  });

  it('keeps its accents where they cost nothing: in e-mail and on pages', () => {
    const { email, pages } = catalogues.es;
    expect(wordsWithoutAccent(JSON.stringify({ email, pages }).replaceAll(/"\w+":|\{\w+\}/g, ' '))).toEqual(
      [],
    );
    expect(JSON.stringify(email)).toMatch(/[áíóú]/);
  });
});

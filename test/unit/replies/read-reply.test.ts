import { describe, expect, it } from 'vitest';
import { isCarrierKeyword } from '#shared/domain/replies/carrier-keyword.ts';
import { failedReading, readReply } from '#shared/domain/replies/read-reply.ts';
import { HARMLESS } from './cases/harmless.ts';
import { OPT_OUTS } from './cases/opt-outs.ts';
import { URGENT } from './cases/urgent.ts';
import { WRONG_NUMBERS } from './cases/wrong-numbers.ts';

const read = (text: string) => readReply(text, { asked: 'check-in' });
const referral = (text: string) => readReply(text, { asked: 'referral' }).meaning;

describe('a reply in which someone may be in danger', () => {
  it.each(URGENT)('pages for: %s', (text) => {
    expect(read(text)).toMatchObject({ safety: 'urgent', queue: 'urgent' });
  });

  it.each([
    ['i took a whole bottle of tylenol', 'overdose'],
    ['me tomé muchas pastillas', 'overdose'],
    ['my friend took a bunch of pills', 'overdose'],
    ['i cant breathe', 'medical'],
    ['no puedo respirar', 'medical'],
    ['he has a knife', 'violence'],
    ['mi esposo me está pegando', 'violence'],
    ["he's hitting my kids", 'child'],
    ['mi bebé no respira', 'medical'],
    ['my son says he wants to die', 'third-party'],
    ['mi hermano se quiere matar', 'third-party'],
    ['i want to die', 'self-harm'],
    ['ya no quiero vivir', 'self-harm'],
    ['me quiero matar', 'self-harm'],
    ['me voy a matar esta noche', 'self-harm'],
    ['quiero matar a mi esposo', 'violence'],
    ['lo voy a matar', 'violence'],
    ['not doing great today', 'other'],
  ])('knows what "%s" is about: %s', (text, about) => {
    expect(read(text).about).toBe(about);
  });

  it('hears it in capitals, with curly quotes and behind stretched letters', () => {
    expect(read('I CAN’T DO THIS ANYMORE').safety).toBe('urgent');
    expect(read('i cant do this anymoooore').safety).toBe('urgent');
    expect(read('Ｉ want to die').safety).toBe('urgent');
    expect(read('i\u200bwant to die'.replace('\u200b', ' \u200b')).safety).toBe('urgent');
  });

  it('pages for pills alone or with a farewell, and only raises them beside a daily dose', () => {
    expect(read('💊💊💊').safety).toBe('urgent');
    expect(read('goodbye 🔫').safety).toBe('urgent');
    expect(read('took my meds 💊')).toMatchObject({ safety: 'distress', queue: 'routine' });
  });
});

describe('a reply that only sounds alarming', () => {
  it.each(HARMLESS)('pages nobody and stops nothing: %s', (text) => {
    const { safety, consent } = read(text);
    expect(safety).not.toBe('urgent');
    expect(consent).toBe('none');
  });

  it.each(HARMLESS.filter((text) => !['bien gracias'].includes(text)))(
    'still stands in the queue: %s',
    (text) => {
      expect(read(text).queue).toBe('routine');
    },
  );

  it.each(['bridge', 'gun', 'pills', 'knife', 'pastillas', 'puente'])(
    'puts the bare word %s before others and pages nobody',
    (word) => {
      expect(read(word)).toMatchObject({ safety: 'distress', queue: 'routine' });
    },
  );
});

describe('an opt-out', () => {
  it.each(OPT_OUTS)('is one: %s', (text) => {
    expect(read(text).consent).toBe('opt-out');
  });

  it.each(['STOP', 'please stop texting me', 'ALTO', 'unsubscribe'])(
    'leaves %s in a person’s queue',
    (text) => {
      expect(read(text).queue).toBe('routine');
    },
  );

  it.each([
    ['stop. i cant do this anymore', 'urgent'],
    ["stop I can't do this", 'urgent'],
    ['stop I’m so tired of this', 'urgent'],
    ['alto, ya no puedo más', 'urgent'],
    ['ok im good now. stop', 'none'],
    ['basta', 'none'],
    ['fin', 'none'],
    ['stop it', 'none'],
    ['no more', 'none'],
    ['STOP im fine', 'none'],
    ['dont text me at work', 'none'],
  ])('is doubtful, and a person decides: %s (safety %s)', (text, safety) => {
    expect(read(text)).toMatchObject({ consent: 'ambiguous-opt-out', safety });
  });

  it.each(['end it all tonight', 'stop the pain please', 'i want everything to stop'])(
    'is not read into words about dying: %s',
    (text) => {
      expect(read(text)).toMatchObject({ consent: 'none', safety: 'urgent' });
    },
  );

  it('is kept when the same text says that someone is in danger', () => {
    expect(read('stop texting me, i want to die')).toMatchObject({
      consent: 'opt-out',
      safety: 'urgent',
      queue: 'urgent',
    });
  });
});

describe('other keywords', () => {
  it.each(['START', 'start', ' Unstop '])('turns texts on again for %s', (text) => {
    expect(read(text).consent).toBe('opt-in');
  });

  it.each(['YES', 'yes', 'si', 'Yes I’m ok', 'start over', 'i want to start again'])(
    'never for %s',
    (text) => {
      expect(read(text).consent).toBe('none');
    },
  );

  it.each(['HELP', 'help', 'AYUDA', 'SOS', 'INFO', 'help please'])(
    'puts a bare %s first in the queue',
    (text) => {
      expect(read(text)).toMatchObject({ consent: 'help', queue: 'urgent' });
    },
  );

  it.each([
    ['STOP', 'STOP'],
    ['stopall', 'STOP'],
    [' Quit\n', 'STOP'],
    ['OPTOUT', 'STOP'],
    ['revoke', 'STOP'],
    ['UNSTOP', 'START'],
    ['start', 'START'],
    ['info', 'HELP'],
  ])('knows that the carrier answers %j itself, as %s', (text, keyword) => {
    expect(isCarrierKeyword(text)).toBe(keyword);
  });

  it.each(['STOP PLEASE', 'stop.', 'YES', 'ALTO', 'AYUDA', 'opt out', 'stop all', ''])(
    'knows that the carrier leaves %j to us',
    (text) => {
      expect(isCarrierKeyword(text)).toBeUndefined();
    },
  );
});

describe('a menu answer', () => {
  it.each(['1', '1.', ' 1 ', '1️⃣', 'ok', 'OK!', 'one', 'uno', 'doing ok', "I'm ok", 'bien', 'Estoy bien.'])(
    'is a bare doing-ok, the only reply that needs nobody: %s',
    (text) => {
      expect(read(text)).toMatchObject({ meaning: 'ok', queue: 'none', safety: 'none', consent: 'none' });
    },
  );

  it.each([
    ['2', 'so-so'],
    ['so-so', 'so-so'],
    ['más o menos', 'so-so'],
    ['regular', 'so-so'],
    ['3', 'call-me'],
    ['call me', 'call-me'],
    ['llámame', 'call-me'],
    ['quiero que me llamen', 'call-me'],
  ])('reads %s as %s and queues it', (text, meaning) => {
    expect(read(text)).toMatchObject({ meaning, queue: 'routine' });
  });

  it.each(['1', '2', '3', 'ok'])('counts only where it was asked: %s', (text) => {
    expect(readReply(text, { asked: 'none' })).toMatchObject({ meaning: 'unclear', queue: 'routine' });
  });

  it('means something else where a referral was asked about', () => {
    expect(['1', 'yes', 'sí', '2', 'not yet', '3'].map(referral)).toEqual([
      'connected',
      'connected',
      'connected',
      'not-connected',
      'not-connected',
      'call-me',
    ]);
    expect(readReply('1', { asked: 'referral' }).queue).toBe('routine');
  });

  it.each([
    '1 but honestly i want to die',
    '1 i guess',
    '1 💊',
    'ok i guess',
    '11',
    '1 2',
    `${'please '.repeat(6)}1`,
  ])('is no menu answer: %s', (text) => {
    expect(read(text).queue).not.toBe('none');
  });
});

describe('what a reply means', () => {
  it.each(WRONG_NUMBERS)('finds whoever has this number now: %s', (text) => {
    expect(read(text)).toMatchObject({ meaning: 'wrong-number', queue: 'routine' });
  });

  it.each([
    ['can someone call me', 'call-me'],
    ['please call', 'call-me'],
    ['me pueden llamar?', 'call-me'],
    ['i want a call tomorrow', 'call-me'],
    ['he never calls me', 'unclear'],
    ['call me crazy but i liked it', 'unclear'],
    ['later', 'later'],
    ['busy', 'later'],
    ['más tarde', 'later'],
    ['pause', 'pause'],
    ['pausa', 'pause'],
    ['what time do you end', 'question'],
    ['¿a qué hora abren?', 'question'],
    ['thanks', 'unclear'],
    ['', 'unclear'],
    ['👍', 'unclear'],
    ['спасибо', 'unclear'],
  ])('reads "%s" as %s', (text, meaning) => {
    expect(read(text)).toMatchObject({ meaning, queue: 'routine' });
  });

  it.each([
    ['i need to talk about this', 'en'],
    ['necesito hablar de esto', 'es'],
    ['ALTO', 'es'],
    ['STOP', 'en'],
    ['1', 'und'],
    ['спасибо', 'und'],
  ])('takes "%s" for %s', (text, language) => {
    expect(read(text).language).toBe(language);
  });
});

describe('the reading itself', () => {
  it('keeps rule ids and never the client’s words', () => {
    const { because } = read('zebra stop. i cant do this anymore');
    expect(because.length).toBeGreaterThan(0);
    expect(because.every((id) => /^[a-z-]+:[a-z-]+$/.test(id))).toBe(true);
  });

  it('sends a reply that could not be read to a person, first in the queue', () => {
    expect(failedReading()).toEqual({
      consent: 'none',
      safety: 'distress',
      meaning: 'unclear',
      about: 'other',
      queue: 'urgent',
      language: 'und',
      because: ['reader:failed'],
    });
  });
});

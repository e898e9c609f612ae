import { describe, expect, it } from 'vitest';
import { isBareStop } from '#shared/domain/replies/is-bare-stop.ts';
import { normalise } from '#shared/domain/replies/normalise.ts';
import { readConsent } from '#shared/domain/replies/read-consent.ts';
import { failedReading, readReply } from '#shared/domain/replies/read-reply.ts';

const read = (text: string) => readConsent(normalise(text));
const bare = (text: string) => isBareStop(readReply(text, { asked: 'check-in' }));

describe('what a client says about being texted is read by the rule that it fell under', () => {
  it.each([
    ['START', 'opt-in', 'consent:start'],
    ['HELP', 'help', 'consent:help'],
    ['help please', 'help', 'consent:help'],
    ['stop', 'opt-out', 'consent:keyword'],
    ['please stop', 'opt-out', 'consent:keyword-and-courtesy'],
    ['stop stop stop', 'opt-out', 'consent:keyword-and-courtesy'],
    ['hi, sorry, please, please, please just stop now, thank you', 'opt-out', 'consent:keyword-and-courtesy'],
    ['enough', 'ambiguous-opt-out', 'consent:doubtful-word'],
    ['enough now', 'ambiguous-opt-out', 'consent:doubtful-word'],
    ['please, enough', 'ambiguous-opt-out', 'consent:doubtful-word'],
    ['no more', 'ambiguous-opt-out', 'consent:doubtful-word'],
    ['no more please', 'ambiguous-opt-out', 'consent:doubtful-word'],
    ['ya no', 'ambiguous-opt-out', 'consent:doubtful-word'],
    ['ya no por favor', 'ambiguous-opt-out', 'consent:doubtful-word'],
    ['go away', 'ambiguous-opt-out', 'consent:doubtful-word'],
    ['let me go', 'ambiguous-opt-out', 'consent:doubtful-word'],
    ['déjenme', 'ambiguous-opt-out', 'consent:doubtful-word'],
    ['vete', 'ambiguous-opt-out', 'consent:doubtful-word'],
    ['stop texting me', 'opt-out', 'consent:free-form-en'],
    ['no me manden mensajes', 'opt-out', 'consent:free-form-es'],
    ['ya no me busquen', 'opt-out', 'consent:free-form-es'],
    ['dont text me at work', 'ambiguous-opt-out', 'consent:restricted'],
    ['i am so tired. stop. bye', 'ambiguous-opt-out', 'consent:keyword-alone-in-text'],
    ['hello there. optout. bye now', 'ambiguous-opt-out', 'consent:keyword-alone-in-text'],
    ['so stop', 'ambiguous-opt-out', 'consent:keyword-alone-in-text'],
    ['stop i cant do this', 'ambiguous-opt-out', 'consent:keyword-opens-text'],
    ['optout everything forever', 'ambiguous-opt-out', 'consent:keyword-opens-text'],
  ])('%s: %s, %s', (text, consent, because) => {
    expect(read(text)).toEqual({ consent, because });
  });

  it.each([
    'no, please, more',
    'no me siento bien',
    'he said stop. i cried',
    'hello. cancel culture is bad',
    'the bus. it didnt stop. i walked',
  ])('and is none in: %s', (text) => {
    expect(read(text)).toEqual({ consent: 'none' });
  });

  it.each([
    ['stooop texting me', 'opt-out', 'consent:free-form-en'],
    ['st0p texting me', 'opt-out', 'consent:free-form-en'],
    ['nooo me manden mensajes', 'opt-out', 'consent:free-form-es'],
    ['dooont text me at work', 'ambiguous-opt-out', 'consent:restricted'],
    ['stooop i cant do this', 'ambiguous-opt-out', 'consent:keyword-opens-text'],
  ])('also where it is stretched or disguised: %s', (text, consent, because) => {
    expect(read(text)).toEqual({ consent, because });
  });
});

describe('a stop that leaves nothing to read', () => {
  it('is a keyword, with or without courtesy', () => {
    expect(bare('STOP')).toBe(true);
    expect(bare('please stop, thank you')).toBe(true);
  });

  it('is not one with words of their own', () => {
    expect(bare('stop texting me')).toBe(false);
    expect(bare('stop i cant do this')).toBe(false);
  });

  it('is not one in which somebody may be in danger', () => {
    const stop = readReply('stop', { asked: 'check-in' });

    expect(isBareStop({ ...stop, safety: 'urgent' })).toBe(false);
    expect(isBareStop({ ...stop, because: [...stop.because, 'distress:tears'] })).toBe(false);
  });

  it('is no word of another kind, and nothing that could not be read', () => {
    expect(bare('START')).toBe(false);
    expect(isBareStop(failedReading())).toBe(false);
  });
});

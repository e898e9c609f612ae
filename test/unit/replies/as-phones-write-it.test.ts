import { describe, expect, it } from 'vitest';
import { normalise } from '#shared/domain/replies/normalise.ts';

const readingsOf = (text: string) => normalise(text).readings;

describe('what phones and hurry make of words', () => {
  it.each([
    ['i wanna dye tonite', 'i want to die tonight'],
    ['i wana kil meself 2nite', 'i want to kill myself tonight'],
    ['wnna txt u 2morrow', 'want to text you tomorrow'],
    ['i wnat the pils', 'i want the pills'],
    ['gonna be dieing rn', 'going to be dying right now'],
    ['gona kll mself', 'going to kill myself'],
    ['gunna end it 2night', 'going to end it tonight'],
    ['gna be klling myslef', 'going to be killing myself'],
    ['finna call tmrw', 'going to call tomorrow'],
    ['ima ovrdose on pillz', 'i am going to overdose on pills'],
    ['imma hurt myselff', 'i am going to hurt myself'],
    ['im kiling mysef', 'i am killing myself'],
    ['ive had it', 'i have had it'],
    ['iam here but i cannot sleep', 'i am here but i cant sleep'],
    ['i couldnt', 'i cant'],
    ['ur gf or my bf', 'your girlfriend or my boyfriend'],
    ['r u there', 'are you there'],
    ['pls stp', 'please stop'],
    ['plz sotp', 'please stop'],
    ['plse stpo', 'please stop'],
    ['pleas stopp', 'please stop'],
    ['nomore txts anymor', 'no more texts anymore'],
    ['quit txting and texing', 'quit texting and texting'],
    ['another msg', 'another message'],
    ['no more msgs or mesages', 'no more messages or messages'],
    ['sucide', 'suicide'],
    ['suiside', 'suicide'],
    ['suicde', 'suicide'],
    ['suacide', 'suicide'],
    ['sucidal', 'suicidal'],
    ['suisidal', 'suicidal'],
    ['unsubscribed', 'unsubscribe'],
    ['unsuscribe', 'unsubscribe'],
    ['unsubcribe', 'unsubscribe'],
    ['becuz or cuz', 'because or because'],
    ['kiero morirme aki', 'quiero morir aqui'],
    ['qiero q me llamen xfa', 'quiero que me llamen por favor'],
    ['qro hablar porfa', 'quiero hablar por favor'],
    ['xq no, porfavor', 'porque no por favor'],
    ['ese msj o los msjs', 'ese mensaje o los mensajes'],
    ['yamenme', 'llamenme'],
    ['yamame', 'llamame'],
    ['suisidio', 'suicidio'],
    ['quiero matarm', 'quiero matarme'],
  ])('is read as it was meant: %s', (typed, meant) => {
    expect(normalise(typed).words).toBe(meant);
  });
});

// Phones put in curly quotes by themselves, and these take the way of every script.
describe.each([
  ['plain letters', ''],
  ['a curly quote in it', ' ’'],
])('a text with %s', (_kind, mark) => {
  it.each([
    ['stretched', 'i want to stoooop!!', 'i want to stop'],
    ['stretched at its beginning', 'ooooh no', 'oh no'],
    ['spaced out', 'go k m s now', 'go kms now'],
    ['spaced out to the end', 'please s.t.o.p', 'please stop'],
    ['spaced out with lines and stars', 'k-i*l_l myself', 'kill myself'],
    ['a digit for i', 'l1fe', 'life'],
    ['a digit for o', 'h0pe', 'hope'],
    ['a digit for e', 'h3lp', 'help'],
    ['a digit for a', 'w4nt', 'want'],
    ['a digit for s', 'mi5s', 'miss'],
    ['a digit for t, at the beginning', '7onight', 'tonight'],
    ['a digit before a word', 'so 4lone', 'so alone'],
    ['a sign for a', 'w@nt', 'want'],
    ['a sign for s, at the beginning of a word', 'please $top', 'please stop'],
    ['a sign for i', 'th!s', 'this'],
    ['a sign for i, and one that only calls out', 'no! k1ll', 'no kill'],
    ['times and amounts beside it', 'k1ll at 3am 10pm 500', 'kill at 3am 10pm 500'],
  ])('is also read without what was %s: %s', (_what, text, meant) => {
    expect(readingsOf(text + mark)).toContain(meant);
  });

  it.each(['goodbye all', 'at 3am or 10pm', 'in 5 days', 'b4 we go', 'u 2 b4 7', 'meet @t 5'])(
    'has no second reading where nothing is disguised: %s',
    (text) => {
      expect(readingsOf(text + mark)).toHaveLength(1);
    },
  );

  it('keeps two of a stretched letter, since many words have two', () => {
    expect(normalise(`nooooo${mark}`).words).toBe('noo');
    expect(normalise(`oooooh no${mark}`).words).toBe('ooh no');
  });

  it('has one blank between words, whatever stood there', () => {
    expect(normalise(`wait -- what ?!${mark}`)).toMatchObject({ words: 'wait what', asks: true });
    expect(normalise(`don't, i said${mark}`).words).toBe('dont i said');
  });

  it('is cut at its stops where a keyword may stand alone', () => {
    expect(normalise(`ok. stop. bye.${mark}`).clauses).toEqual(['ok', 'stop', 'bye']);
    expect(normalise(`ok - stop -- bye--now${mark}`).clauses).toEqual(['ok', 'stop', 'bye', 'now']);
    expect(normalise(`non-stop noise -end${mark}`).clauses).toEqual(['non stop noise end']);
    expect(normalise(`ok. later${mark}`).clauses).toEqual(['ok later']);
  });
});

it('a text longer than carriers deliver is read as far as four thousand characters', () => {
  const filler = 'well '.repeat(800);

  expect(normalise(`${filler}i want to die`).words).toBe(filler.trim());
  expect(normalise(filler.slice(0, 3990) + 'i want to').words).toMatch(/i want to$/);
});

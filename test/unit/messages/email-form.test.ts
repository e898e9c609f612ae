import { describe, expect, it } from 'vitest';
import { composeEmail } from '#shared/domain/messages/email/compose-email.ts';
import { EMAIL_COLORS } from '#shared/domain/messages/email/email-html.ts';
import { isEmailId } from '#shared/domain/messages/email/email-ids.ts';

const values = {
  name: 'Maya',
  staff: 'Sam',
  program: 'Riverbend Care',
  hours: 'Mon-Fri 9-5',
  phone: '(410) 555-0100',
};
const link = (path: string) => `https://links.example.org/l/${path}`;
const unsubscribe = link('stop');
const answers = { ok: link('ok'), soSo: link('so-so'), callMe: link('call'), ownWords: link('words') };
const asking = composeEmail('check', 'en', values, { unsubscribe, answers });
const asksNothing = composeEmail('caring-1', 'en', values, { unsubscribe });
const discreet = composeEmail('check', 'en', values, { unsubscribe, answers }, { discreet: true });

/** Elements in their order, each closed where it must be: what a mail program makes of them. */
function outlineOf(html: string): string {
  const open: string[] = [];
  const outline: string[] = [];
  for (const [, end, name = ''] of html.matchAll(/<(\/?)([a-z]+)[^>]*>/g)) {
    if (end) expect(open.pop()).toBe(name);
    else outline.push(name);
    if (!end && name !== 'meta') open.push(name);
  }
  expect(open).toEqual([]);
  return outline.join(' ');
}

const HEAD = 'html head meta meta meta meta title style';
const wordsIn = (html: string) =>
  html
    .replace(/<(style|title)>.*<\/\1>/g, '')
    .replaceAll(/<[^>]*>/g, '\n')
    .split('\n')
    .filter((line) => line.trim() !== '');

describe('the plain part of an e-mail', () => {
  it('reads like a letter: sentences, answers with their links, who wrote, and the way out', () => {
    expect(asking.text).toBe(
      `Hi Maya,

We are checking in, as we agreed. How is today?

Choose one, or just answer this e-mail:

Doing ok:
${answers.ok}

So-so:
${answers.soSo}

Please call me:
${answers.callMe}

Write my own words:
${answers.ownWords}

Sam, Riverbend Care

-- 
A computer sent this e-mail. People at Riverbend Care read answers Mon-Fri 9-5.
This is not an emergency line. Any time, day or night: call or text 988. In danger now? Call 911.

No more of these? Answer with the word stop, or use this link:
${unsubscribe}
`,
    );
  });

  it('that asks for nothing has no answers in it', () => {
    expect(asksNothing.text).toMatch(/^Hi Maya,\n\nWe were glad .*\n\nSam, Riverbend Care\n\n-- \n/);
  });

  it('that is discreet is three sentences and no more', () => {
    expect(discreet.text).toBe(
      `Hi,

This is the note we said we would send. You can answer this e-mail in your own words.

A computer sent it. To get no more, answer with the word stop.
`,
    );
  });
});

describe('the HTML of an e-mail', () => {
  it('has the same words in the same order, and the same links', () => {
    const plain = asking.text.split('\n').filter((line) => !/^(https:.*|-- )?$/.test(line));

    expect(wordsIn(asking.html).map((line) => line.replace(/ $/, ''))).toEqual([
      ...plain.map((line) => line.replace(/^(Doing ok|So-so|Please call me|Write my own words):$/, '$1')),
      'Stop these e-mails',
    ]);
    expect(wordsIn(discreet.html)).toEqual(discreet.text.split('\n').filter((line) => line !== ''));
    expect(wordsIn(asksNothing.html).slice(0, 4)).toEqual([
      'Hi Maya,',
      'We were glad to talk with you. No need to answer this.',
      'Sam, Riverbend Care',
      'A computer sent this e-mail. People at Riverbend Care read answers Mon-Fri 9-5.',
    ]);
  });

  it('is laid out as a letter with a list of answers and a foot', () => {
    expect(outlineOf(asking.html)).toBe(`${HEAD} body main p p p ul li a li a li a li a p footer p p p a`);
    expect(outlineOf(asksNothing.html)).toBe(`${HEAD} body main p p p footer p p p a`);
    expect(outlineOf(discreet.html)).toBe(`${HEAD} body main p p p`);
    expect(asking.html).toMatch(/<\/html>\n$/);
  });

  it('tells mail programs its letters, its width, its title and that it has a dark form', () => {
    const [head = ''] = asking.html.split('</head>');

    expect(head).toContain('<meta charset="utf-8">');
    expect(head).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">');
    expect(head).toContain('<meta name="color-scheme" content="light dark">');
    expect(head).toContain('<meta name="supported-color-schemes" content="light dark">');
    expect(head).toContain('<title>A note from Riverbend Care</title>');
    expect(head).toContain(':root{color-scheme:light dark}');
  });

  it('reads its list of answers by the sentence above it', () => {
    expect(asking.html).toContain('<p id="answers">Choose one, or just answer this e-mail:</p>');
    expect(asking.html).toMatch(/<ul [^>]*aria-labelledby="answers"/);
  });

  it('gives each part its pair of colours, in a light and in a dark room', () => {
    const { light, dark } = EMAIL_COLORS;
    const [day = '', night = ''] = asking.html.split('@media (prefers-color-scheme:dark)');

    expect(day).toContain(`body{margin:0;padding:16px;background-color:${light.page};color:${light.words};`);
    expect(day).toMatch(new RegExp(`footer\\{[^}]*color:${light.quiet}\\}`));
    expect(day).toMatch(new RegExp(`\\.stop\\{[^}]*color:${light.link}\\}`));
    expect(night).toMatch(new RegExp(`^\\{body\\{background-color:${dark.page};color:${dark.words}\\}`));
    expect(night).toContain(`footer{color:${dark.quiet}}.stop{color:${dark.link}}`);
    expect(night).toContain(
      `.answer{color:${dark.onButton}!important;background-color:${dark.button}!important}}`,
    );
    for (const [style] of asking.html.matchAll(/class="answer" style="[^"]*"/g))
      expect(style).toContain(`color:${light.onButton};background-color:${light.button}`);
  });

  it('has lines short enough to read, apart from each other, and answers large enough to touch', () => {
    expect(asking.html).toContain('main,footer{max-width:34em;margin:0 auto}p{margin:0 0 16px}');
    expect(asking.html.match(/display:block;padding:14px 18px/g)).toHaveLength(4);
    expect(asking.html).toContain('.stop{display:inline-block;padding:12px 0;');
  });
});

describe('an e-mail that cannot be written', () => {
  it('is refused with the value that it lacks, or for a link that is none', () => {
    const { program: _none, ...nameless } = values;

    expect(() => composeEmail('check', 'en', nameless, { unsubscribe })).toThrow(
      'email check needs a value for {program}',
    );
    expect(() => composeEmail('check', 'en', values, { unsubscribe: `see ${unsubscribe}` })).toThrow(
      expect.objectContaining({
        name: 'NotALink',
        message: 'an e-mail link must be an http or https address',
      }),
    );
  });

  it('is not one whose link has no certificate yet, as on one machine', () => {
    expect(composeEmail('check', 'en', values, { unsubscribe: 'http://127.0.0.1/l/stop' }).text).toContain(
      'http://127.0.0.1/l/stop',
    );
  });
});

it('knows what can go out by e-mail', () => {
  for (const id of ['first', 'check', 'caring-last']) expect(isEmailId(id)).toBe(true);
  for (const id of ['stop', 'urgent', '']) expect(isEmailId(id)).toBe(false);
});

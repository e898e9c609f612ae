import { describe, expect, it } from 'vitest';
import { composeEmail, NotALink } from '#shared/domain/messages/email/compose-email.ts';
import { EMAIL_IDS } from '#shared/domain/messages/email/email-ids.ts';
import { EMAIL_COLORS } from '#shared/domain/messages/email/email-html.ts';

const values = {
  name: 'Maya',
  staff: 'Sam',
  program: 'Riverbend Care',
  hours: 'Mon-Fri 9-5',
  phone: '(410) 555-0100',
};
const url = (path: string) => `https://links.example.org/l/${path}?a=1&b=2`;
const links = {
  unsubscribe: url('stop'),
  answers: { ok: url('ok'), soSo: url('so-so'), callMe: url('call'), ownWords: url('words') },
};
const every = EMAIL_IDS.flatMap((id) => (['en', 'es'] as const).map((language) => ({ id, language })));

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('an e-mail to a client', () => {
  it.each(every)('$id ($language) has a subject that tells a lock screen nothing', ({ id, language }) => {
    const { subject } = composeEmail(id, language, values, links);
    expect(subject).toMatch(/^(A note from|Una nota de) Riverbend Care$/);
    expect(subject).not.toMatch(/crisis|help|urgent|check|988|Maya|ayuda/i);
  });

  it.each(every)(
    '$id ($language) says in text and HTML who sends it, when it is read, 988, and how to stop',
    ({ id, language }) => {
      const { text, html } = composeEmail(id, language, values, links);
      for (const form of [text, html]) {
        expect(form).toMatch(/computer|computadora/);
        for (const said of ['Maya', 'Riverbend Care', 'Mon-Fri 9-5', '988', '911'])
          expect(form).toContain(said);
        expect(form).not.toMatch(/\{\w+\}|undefined|\[|\]/);
      }
      expect(text).toContain(links.unsubscribe);
      expect(html).toContain('href="https://links.example.org/l/stop?a=1&amp;b=2"');
    },
  );

  it('offers the same four answers as links in both forms', () => {
    const { text, html } = composeEmail('check', 'en', values, links);
    for (const link of Object.values(links.answers)) {
      expect(text).toContain(link);
      expect(html).toContain(`href="${link.replaceAll('&', '&amp;')}"`);
    }
    expect(html.match(/class="answer"/g)).toHaveLength(4);
  });

  it.each(['caring-1', 'caring-ending', 'ended'] as const)(
    'asks for nothing in %s when no answers are passed',
    (id) => {
      const { html, text } = composeEmail(id, 'en', values, { unsubscribe: links.unsubscribe });
      expect(html).not.toContain('class="answer"');
      expect(text).not.toContain('?\n');
    },
  );

  it('escapes whatever stands in a value', () => {
    const { html } = composeEmail('check', 'en', { ...values, name: '<b>"O\'Hara" & co' }, links);
    expect(html).toContain('&lt;b&gt;&quot;O&#39;Hara&quot; &amp; co');
    expect(html).not.toContain('<b>');
  });

  it.each(['javascript:alert(1)', 'https://x.example.org/"onclick', '', 'mailto:a@example.org'])(
    'goes out with no link like %j',
    (bad) => {
      expect(() => composeEmail('check', 'en', values, { ...links, unsubscribe: bad })).toThrow(NotALink);
    },
  );

  it('is plain, semantic and the same in a dark room and to a screen reader', () => {
    const { html } = composeEmail('check', 'es', values, links);
    expect(html).toMatch(/^<!doctype html>\n<html lang="es">/);
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain('prefers-color-scheme:dark');
    expect(html).not.toMatch(/<img|<script|<table|@import|url\(|src=/);
    for (const { page, words, quiet, link, button, onButton } of Object.values(EMAIL_COLORS)) {
      for (const color of [words, quiet, link]) expect(contrast(color, page)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(onButton, button)).toBeGreaterThanOrEqual(4.5);
    }
    for (const [, size] of html.matchAll(/font(?:-size)?:(\d+)px/g))
      expect(Number(size)).toBeGreaterThanOrEqual(16);
  });

  it.each(['en', 'es'] as const)('tells nobody anything when it is discreet (%s)', (language) => {
    const { subject, text, html } = composeEmail('check', language, values, links, { discreet: true });
    for (const form of [subject, text, html])
      expect(form).not.toMatch(/Maya|Sam|Riverbend|988|911|links\.example|crisis/);
    expect(subject).toMatch(/^(A short note|Una nota breve)$/);
  });
});

import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { findMarkers, type Marker } from './find-markers.ts';

const name = { field: 'name', value: 'Zoë O’Quill' };
const phone = { field: 'phone', value: '+14105550134' };
const email = { field: 'email', value: 'zoe.quill@example.org' };
const markers: Marker[] = [
  name,
  phone,
  email,
  { field: 'zip', value: '21201' },
  { field: 'born', value: '1931' },
];

const base64 = (text: string) => Buffer.from(text).toString('base64');
const sha256 = (text: string, as: 'hex' | 'base64url') => createHash('sha256').update(text).digest(as);

describe('a marker', () => {
  test.each([
    ['as it is', 'for Zoë O’Quill today', 'name'],
    ['in another case', 'ZOË O’QUILL', 'name'],
    ['without its accents', 'Zoe O’Quill', 'name'],
    ['as JSON', JSON.stringify({ note: name.value }), 'name'],
    ['as JSON with escapes', '{"note":"Zo\\u00eb O\\u2019Quill"}', 'name'],
    ['percent-encoded', `/l/x?n=${encodeURIComponent(name.value)}`, 'name'],
    ['in a form', new URLSearchParams({ From: phone.value, n: name.value }).toString(), 'name'],
    ['in bytes read as Latin-1', Buffer.from(name.value).toString('latin1'), 'name'],
    ['in hex', Buffer.from(`<${name.value}>`).toString('hex'), 'name'],
    ['in base64', base64(name.value), 'name'],
    ['in base64 after one other byte', base64(`1${name.value}`), 'name'],
    ['in base64 after two', base64(`12${name.value} and more`), 'name'],
    ['as a number with its sign encoded', 'To=%2B14105550134', 'phone'],
    ['as digits', 'key 14105550134', 'phone'],
    ['as its last seven digits', 'phone_5550134', 'phone'],
    ['as people write it', 'call (410) 555-0134', 'phone'],
    ['as people write it, short', '555.0134', 'phone'],
    ['hashed without a key', sha256(phone.value, 'hex'), 'phone'],
    ['hashed to base64', sha256(phone.value, 'base64url').slice(0, 22), 'phone'],
    ['before the @', 'user zoe.quill', 'email'],
    [
      'in a token',
      `eyJ.${Buffer.from(JSON.stringify(['a', 1, email.value])).toString('base64url')}.x`,
      'email',
    ],
    ['as a ZIP code', '{"zip":21201}', 'zip'],
    ['as a year', 'born 1931', 'born'],
  ])('is found %s', (_, text, field) => {
    expect(findMarkers(text, markers).map((found) => found.field)).toContain(field);
  });

  test.each([
    [
      'a line of the log',
      '{"function":"handrail-send-message","outcome":"check-in-sent","ms":1201,"requestId":"m1"}',
    ],
    ['a longer number', '212010 119310 1.21201 x1931'],
    ['part of an id', 'fu#a-1931-21201_x'],
    ['another phone', '+14105550135 555-0136'],
    ['nothing', ''],
  ])('is not found in %s', (_, text) => {
    expect(findMarkers(text, markers)).toEqual([]);
  });

  test('is told by its field and how it was written, never by its value', () => {
    const found = findMarkers(`${phone.value} ${base64(name.value)}`, markers);
    expect(found).toContainEqual({ field: 'name', as: 'base64' });
    expect(found).toContainEqual({ field: 'phone', as: 'plain' });
    expect(JSON.stringify(found)).not.toContain('5550134');
  });

  test('is looked for in thousands of lines without being noticed', () => {
    const many = Array.from({ length: 3000 }, (_, index): Marker => {
      const number = String(index).padStart(4, '0');
      return { field: `client ${index}`, value: index % 2 ? `+1410555${number}` : `Qzxname${number}` };
    });
    findMarkers('', many);
    const line = `{"function":"handrail-advance-follow-up","ids":{"followUpId":"fu#cu-2akcKGtlBoTl1y_ICRR"},"ms":`;
    const lines = Array.from({ length: 20_000 }, (_, index) => `${line}${index}}`);
    const timed = (work: (one: string) => unknown) => {
      const started = performance.now();
      lines.forEach(work);
      return performance.now() - started;
    };
    const parsing = timed((one) => JSON.parse(one));
    const found: unknown[] = [];
    const searching = timed((one) => found.push(...findMarkers(one, many)));
    // About a microsecond a line; held against work of the same kind, because a busy machine is no reason to fail.
    expect(searching / parsing).toBeLessThan(10);
    expect(found).toEqual([]);
  });
});

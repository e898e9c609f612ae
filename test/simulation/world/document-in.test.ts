import { expect, it } from 'vitest';
import { documentIn } from './document-in.ts';

it.each([
  [{ followUpId: 'fu#1', input: { kind: 'wake' } }, 'fu#1'],
  [{ caseId: 'case#1.declined.7', input: { kind: 'open' } }, 'case#1.declined.7'],
  [{ messageId: 'fu#1~d7~1~sms', action: 'send' }, 'fu#1'],
  [{ inboxId: 'evt-1' }, undefined],
  [{ messageId: 7 }, undefined],
])('a message on a queue says whose it is: %j', (body, document) => {
  expect(documentIn(JSON.stringify(body))).toBe(document);
});

it('one that cannot be read is about nobody', () => {
  expect(documentIn('{"caseId": "case#x", "input"')).toBeUndefined();
});

import { expect, test } from 'vitest';
import * as z from 'zod';
import { type GrantsFor, plain } from '#infra/constructs/grant.ts';

const Env = z.object({
  CASES_TABLE: z.string(),
  PUBLIC_URL: z.string(),
  TWILIO_BASE_URL: z.string().optional(),
});
type Grants = GrantsFor<typeof Env>;
const cases = plain('CASES_TABLE', 'cases');
const url = plain('PUBLIC_URL', 'https://care.example.org');

// These do not run into anything: the compiler refuses them, and refuses this file if it stops doing so.
test('a forgotten, stray or mistaken variable does not compile', () => {
  const complete: Grants = { CASES_TABLE: cases, PUBLIC_URL: url };
  // @ts-expect-error PUBLIC_URL is forgotten
  const forgotten: Grants = { CASES_TABLE: cases };
  // @ts-expect-error INBOX_TABLE is in no schema
  const stray: Grants = { CASES_TABLE: cases, PUBLIC_URL: url, INBOX_TABLE: plain('INBOX_TABLE', 'inbox') };
  // @ts-expect-error the grant of one variable under the name of another
  const mistaken: Grants = { CASES_TABLE: url, PUBLIC_URL: url };
  expect([complete, forgotten, stray, mistaken]).toHaveLength(4);
});

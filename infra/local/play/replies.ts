import * as z from 'zod';
import { CASE_OUTCOMES } from '#shared/domain/messages/case-words.ts';
import type { CaseOutcome } from '#shared/domain/case/case.ts';
import { Duration } from './duration.ts';

const Client = z.string().min(1);
const Nth = z.int().min(1);
const outcomes = Object.keys(CASE_OUTCOMES) as CaseOutcome[]; // the keys of CASE_OUTCOMES are CaseOutcome

/** A client's text, so long after the latest text sent to them, or after the `of`th, counted from 1. */
const TextReply = z.strictObject({
  client: Client,
  after: Duration,
  text: z.string().min(1),
  of: Nth.optional(),
});

/** A client's answer through the page of the latest e-mail sent to them: a button's code, or their own words. */
const EmailReply = z.strictObject({
  client: Client,
  after: Duration,
  email: z.string().min(1).max(1000),
  of: Nth.optional(),
});

/** A member of staff who acknowledges an alert by its link, and closes the case later where `close` says so. */
const StaffAction = z.strictObject({
  staff: z.literal('acknowledge'),
  after: Duration,
  close: z.strictObject({ after: Duration, outcome: z.enum(outcomes) }).optional(),
  /** Every alert that no other entry uses, instead of one. */
  each: z.boolean().optional(),
});

const FAULTS = ['429', '500-before', '500-after', 'reset-before', 'reset-after'] as const;

/** Makes one send to a client fail: with a carrier's code, or in one of the ways a request can go wrong. */
const CarrierFault = z.strictObject({
  carrier: z.union([z.enum(FAULTS), z.string().regex(/^[23]\d{4}$/)], {
    error: `expected a carrier's code such as "30003", or one of ${FAULTS.join(', ')}`,
  }),
  client: Client,
  of: Nth.default(1),
});

export type TextReply = z.infer<typeof TextReply>;
export type EmailReply = z.infer<typeof EmailReply>;
export type StaffAction = z.infer<typeof StaffAction>;
export type CarrierFault = z.infer<typeof CarrierFault>;
export type Reply = TextReply | EmailReply | StaffAction | CarrierFault;

/** Which kind of entry is meant is told by the one field that only it has. */
const MEANT = { staff: StaffAction, carrier: CarrierFault, email: EmailReply, text: TextReply } as const;

export type RepliesReading =
  | { readonly kind: 'replies'; readonly replies: readonly Reply[] }
  | {
      readonly kind: 'invalid';
      readonly problems: readonly { readonly path: string; readonly problem: string }[];
    };

/** Reads what clients, staff and the carrier do in a play: a list of entries, every problem at once by its path. */
export function readReplies(value: unknown): RepliesReading {
  if (!Array.isArray(value))
    return { kind: 'invalid', problems: [{ path: '', problem: 'expected a JSON array' }] };
  const read = value.map((entry: unknown, index) => ({ index, ...readEntry(entry) }));
  const problems = read.flatMap(({ index, issues }) =>
    issues.map(({ path, problem }) => ({ path: [index, ...path].join('.'), problem })),
  );
  if (problems.length > 0) return { kind: 'invalid', problems };
  return { kind: 'replies', replies: read.flatMap(({ reply }) => reply ?? []) };
}

type EntryReading = {
  reply?: Reply;
  issues: readonly { path: readonly string[]; problem: string }[];
};

function readEntry(entry: unknown): EntryReading {
  const [, schema] = Object.entries(MEANT).find(([field]) => field in Object(entry)) ?? [];
  if (!schema)
    return { issues: [{ path: [], problem: 'needs one of "text", "email", "staff" or "carrier"' }] };
  const read = schema.safeParse(entry, { reportInput: true });
  if (read.success) return { reply: read.data, issues: [] };
  return { issues: read.error.issues.flatMap(explain) };
}

function explain(issue: z.core.$ZodIssue): { path: string[]; problem: string }[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], problem: 'is not known here' }));
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  return [{ path, problem: missing ? 'is missing' : issue.message.replace(/^Invalid (input|option): /, '') }];
}

import * as z from 'zod';
import type { Settings } from '#shared/contracts/settings.ts';
import type { LocalStack } from '../local-stack.ts';

/** What the clock would find first if it went on; `at` in epoch ms. */
export type NextDue = { readonly at: number; readonly what: string };

const Step = z.object({
  kind: z.string(),
  state: z.string(),
  sendAt: z.number(),
  attempt: z.number(),
  channel: z.string(),
  answerBy: z.number().optional(),
});
const FollowUpItem = z.object({
  dueAt: z.number(),
  doc: z.object({
    name: z.string().optional(),
    session: z.object({ clientRef: z.string() }),
    checkIns: z.array(Step).default([]),
    outbox: z.array(z.object({ lookAt: z.number().optional() })).default([]),
  }),
});
const CaseItem = z.object({
  dueAt: z.number(),
  doc: z.object({
    reason: z.string(),
    next: z.object({ at: z.number(), step: z.number() }).optional(),
  }),
});

/** The earliest thing that any document waits for, in words; undefined when nothing is pending. */
export async function findNextDue(stack: LocalStack, settings: Settings): Promise<NextDue | undefined> {
  const [followUps, cases] = await Promise.all([stack.table('FollowUps'), stack.table('Cases')]);
  const due = [
    ...followUps.flatMap((item) => parseWith(FollowUpItem, item, ofFollowUp)),
    ...cases.flatMap((item) => parseWith(CaseItem, item, (found) => ofCase(found, settings))),
  ];
  return due.sort((one, other) => one.at - other.at)[0];
}

const Due = z.object({ dueAt: z.number() });

/** What is due is told even if its document is not one that can be put in words. */
function parseWith<Item>(schema: z.ZodType<Item>, item: unknown, read: (item: Item) => NextDue): NextDue[] {
  const found = schema.safeParse(item);
  if (found.success) return [read(found.data)];
  const due = Due.safeParse(item);
  return due.success ? [{ at: due.data.dueAt, what: 'another look at something' }] : [];
}

function ofFollowUp({ dueAt, doc }: z.infer<typeof FollowUpItem>): NextDue {
  const who = doc.name ? `${doc.name} (${doc.session.clientRef})` : doc.session.clientRef;
  const step = doc.checkIns.find(
    ({ state, sendAt, answerBy }) => dueAt === (state === 'awaiting-answer' ? answerBy : sendAt),
  );
  if (step?.state === 'awaiting-answer') return { at: dueAt, what: `${who}’s time to answer is over` };
  if (step) {
    const message = step.channel === 'email' ? 'e-mail' : 'text';
    return {
      at: dueAt,
      what: step.attempt > 1 ? `the next ${message} to ${who} after silence` : `a ${message} to ${who}`,
    };
  }
  return doc.outbox.some(({ lookAt }) => lookAt === dueAt)
    ? { at: dueAt, what: `another look at a message to ${who}` }
    : { at: dueAt, what: `another look at ${who}’s follow-up` };
}

function ofCase({ dueAt, doc }: z.infer<typeof CaseItem>, { staff }: Settings): NextDue {
  const reason = doc.reason.replaceAll('-', ' ').replace('check in', 'check-in');
  if (doc.next?.at !== dueAt) return { at: dueAt, what: `another look at a case (${reason})` };
  const step = staff.ladder[doc.next.step];
  const person = staff.members.find(({ id }) => id === step?.staffId);
  return person
    ? { at: dueAt, what: `an alert to ${person.name} (${reason})` }
    : { at: dueAt, what: `the end of the ladder: nobody has acknowledged (${reason})` };
}

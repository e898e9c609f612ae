import { advanceOneCase } from '#functions/advance-case/advance-case.ts';
import { carryOutCase } from '#functions/advance-case/carry-out.ts';
import { advanceFollowUp } from '#functions/advance-follow-up/advance-follow-up.ts';
import { receiveDeliveryStatus } from '#functions/receive-delivery-status/receive-delivery-status.ts';
import { receiveSessionClosed } from '#functions/receive-session-closed/receive-session-closed.ts';
import { receiveText } from '#functions/receive-text/receive-text.ts';
import { applyTo } from '#functions/send-message/apply-to.ts';
import { askCarrier } from '#functions/send-message/ask-carrier.ts';
import { sendMessage } from '#functions/send-message/send-message.ts';
import { writeEmail } from '#functions/send-message/write-email.ts';
import { startFollowUp } from '#functions/start-follow-up/start-follow-up.ts';
import { applyToCase } from '#shared/apply/apply-to-case.ts';
import { carryOutFollowUp } from '#shared/apply/carry-out-follow-up.ts';
import type { CaseOutcome } from '#shared/domain/case/case.ts';
import type { Programme } from '#shared/domain/programme.ts';
import type { Instant } from '#shared/domain/record.ts';
import type { CarrierStatus } from '#shared/domain/sending/statuses.ts';
import { aWorld, type World } from './fake-world.ts';

/** The whole service in memory: the real use cases on fake ports, in virtual time. */
export type Helpline = {
  world: World;
  close(event: object): Promise<string>;
  text(from: string, body: string, sid?: string): Promise<string>;
  receipt(nth: number, status: CarrierStatus, code?: string): Promise<void>;
  acknowledge(caseId: string, by?: string): Promise<string>;
  closeCase(caseId: string, outcome: CaseOutcome, by?: string): Promise<string>;
  runUntil(until: Instant | string): Promise<void>;
  runFor(hours: number): Promise<void>;
  facts(kind: string): { at: string; why?: string; detail?: Record<string, unknown> }[];
};

const MINUTE = 60_000;
/** One thing leads to a few others; what goes round for longer would never end. */
const MOST_ROUNDS = 100;

type Options = { now?: string; programme?: Programme; world?: World };

export function aHelpline({ now, programme, world: given }: Options = {}): Helpline {
  const world = given ?? aWorld({ ...(now && { now: Date.parse(now) }), ...(programme && { programme }) });
  const carryOut = carryOutFollowUp(world);
  const cases = { ...world, carryOut: carryOutCase(world) };
  const sending = {
    apply: applyTo({ ...world, writeEmail: (message, text, to) => writeEmail(world, message, text, to) }),
    askCarrier: (messageId: string) => askCarrier(world, messageId),
  };
  let texts = 0;

  async function drain(): Promise<void> {
    const { inbox, followUps, cases: caseQueue, send } = world.queues;
    let rounds = 0;
    for (let quiet = false; !quiet;) {
      quiet = true;
      rounds += 1;
      if (rounds > MOST_ROUNDS) throw new Error('the queues do not come to rest');
      for (let message; (message = inbox.shift()); quiet = false)
        await startFollowUp({ ...world, carryOut }, message);
      for (let message; (message = caseQueue.shift()); quiet = false) await advanceOneCase(cases, message);
      for (let message; (message = followUps.shift()); quiet = false)
        await advanceFollowUp({ ...world, carryOut }, message);
      for (let message; (message = send.shift()); quiet = false) await sendMessage(sending, message);
    }
  }

  async function wakeDue(): Promise<void> {
    for await (const { id } of world.inbox.index.due(world.now())) await world.queues.toInbox(id);
    for await (const { id, contactId } of world.contacts.index.due(world.now()))
      await world.queues.toText(contactId ?? '', id);
    for await (const { id } of world.cases.index.due(world.now()))
      await world.queues.toCase(id, { kind: 'wake' });
    for await (const { id } of world.followUps.index.due(world.now()))
      await world.queues.toFollowUp(id, { kind: 'wake' });
    await drain();
  }

  /** The next moment at which anything is due, at least a minute from now. */
  async function nextMoment(until: Instant): Promise<Instant> {
    let next = until;
    for (const index of [world.cases.index, world.followUps.index, world.inbox.index, world.contacts.index]) {
      for await (const { dueAt } of index.due(until)) next = Math.min(next, dueAt);
    }
    return Math.min(until, Math.max(next, world.now() + MINUTE));
  }

  async function runUntil(until: Instant | string): Promise<void> {
    const end = typeof until === 'string' ? Date.parse(until) : until;
    await drain();
    while (world.now() < end) {
      world.clock.set(await nextMoment(end));
      await wakeDue();
    }
  }

  return {
    world,
    async close(event) {
      const outcome = await receiveSessionClosed(
        { ...world, isSigned: () => Promise.resolve(true) },
        { rawBody: JSON.stringify(event), signature: '' },
      );
      await drain();
      return outcome.kind;
    },
    async text(from, body, sid) {
      texts += 1;
      const messageSid = sid ?? `SM${String(texts).padStart(32, 'a')}`;
      const outcome = await receiveText(world, {
        messageSid,
        from,
        to: '+14105550111',
        body,
        media: 0,
        at: world.now(),
      });
      await drain();
      return outcome;
    },
    async receipt(nth, status, code) {
      const message = world.carrier.sent[nth - 1];
      if (!message) throw new Error(`no text number ${nth} was sent`);
      await receiveDeliveryStatus(world, {
        messageId: message.messageId,
        status,
        at: world.now(),
        ...(code && { code }),
      });
      await drain();
    },
    async acknowledge(caseId, by = 'st-20') {
      const outcome = await applyToCase(cases, caseId, { kind: 'acknowledged', by, at: world.now() });
      await drain();
      return outcome;
    },
    async closeCase(caseId, outcome, by = 'st-20') {
      const word = await applyToCase(cases, caseId, { kind: 'closed', by, at: world.now(), outcome });
      await drain();
      return word;
    },
    runUntil,
    runFor: (hours) => runUntil(world.now() + hours * 60 * MINUTE),
    facts: (kind) =>
      world.facts
        .all()
        .flatMap((entry) => entry.facts)
        .filter((fact) => fact.kind === kind)
        .map(({ at, why, detail }) => ({
          at: new Date(at).toISOString(),
          ...(why && { why }),
          ...(detail && { detail }),
        })),
  };
}

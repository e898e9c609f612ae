import { advanceFollowUp } from '#functions/advance-follow-up/advance-follow-up.ts';
import { receiveDeliveryStatus } from '#functions/receive-delivery-status/receive-delivery-status.ts';
import { applyTo } from '#functions/send-message/apply-to.ts';
import { askCarrier } from '#functions/send-message/ask-carrier.ts';
import { sendMessage } from '#functions/send-message/send-message.ts';
import { carryOutFollowUp } from '#shared/apply/carry-out-follow-up.ts';
import { newContact } from '#shared/domain/contact/change-contact.ts';
import { HOUR, type Instant } from '#shared/domain/record.ts';
import { messageId } from '#shared/domain/sending/message.ts';
import type { Carrier, SendRequest } from '#shared/ports.ts';
import { aFollowUp, NOW } from '#test/builders/a-follow-up.ts';
import { agenda } from './agenda.ts';
import type { Fates } from './faults.ts';
import { oneTextWorld, type OneTextWorld } from './one-text-world.ts';
import type { Ending, Protocol } from './protocol.ts';
import { Crash, unreliableCarrier, type UnreliableCarrier } from './unreliable-carrier.ts';

const SECOND = 1000;
const VISIBILITY = 120 * SECOND;
const MAX_RECEIVES = 4;
/** Long after the text is out or a person was told, and before its answer is due. */
const LOOK_UNTIL = NOW + 20 * HOUR;
const RECEIPTS = [
  ['sent', 8 * SECOND],
  ['delivered', 25 * SECOND],
] as const;

const followUp = aFollowUp();
const ID = messageId(followUp.id, 'd1', 1, 'sms');
const contact = {
  ...newContact({ id: 'a-contact', channel: 'sms', value: '+14105550134' }),
  zones: followUp.zones,
};

/** The real use cases on ports in memory, in virtual time: claim, check, hand over once; then receipts, then the list. */
export const ours: Protocol = {
  name: 'Handrail',
  send: (_touch, fates) => followOneText(oneTextWorld(followUp, contact), fates),
};

async function followOneText(world: OneTextWorld, fates: Fates): Promise<Ending> {
  const { clock } = world;
  const plan = agenda();
  const takenAt: Instant[] = [];
  const carrier = unreliableCarrier(fates, (nth) => {
    takenAt.push(clock.now());
    if (fates.receiptsLost(nth)) return;
    for (const [status, after] of RECEIPTS) {
      plan.put(clock.now() + after, () =>
        receiveDeliveryStatus(world, { messageId: ID, status, at: clock.now() }),
      );
    }
  });
  const service = serviceOn(world, asPort(world, carrier, takenAt, fates), {
    again: (after, run) => plan.put(clock.now() + after, run),
    fates,
  });

  for (;;) {
    const dueAt = world.dueAt() ?? Infinity;
    const at = Math.min(plan.nextAt(), dueAt);
    if (at > LOOK_UNTIL) return { taken: carrier.taken(), told: service.told() };
    clock.set(Math.max(at, clock.now()));
    if (dueAt < plan.nextAt()) await world.queues.toFollowUp(followUp.id, { kind: 'wake' });
    else await plan.take()?.run();
    await service.drain();
  }
}

type Queue = { again: (after: number, run: () => Promise<void>) => void; fates: Fates };

/** The workers behind the queues. */
function serviceOn(world: OneTextWorld, carrier: Carrier, { again, fates }: Queue) {
  const ports = { ...world, carrier };
  const sending = {
    apply: applyTo({ ...ports, writeEmail: () => Promise.reject(new Error('nobody has an e-mail here')) }),
    askCarrier: (id: string) => askCarrier(ports, id),
  };
  const advancing = { ...world, carryOut: carryOutFollowUp(world) };
  let deliveries = 0;
  let told = false;

  async function deliver(request: SendRequest, receives = 1): Promise<void> {
    deliveries += 1;
    const twice = fates.redelivered(deliveries);
    try {
      await sendMessage(sending, request);
      if (twice) again(30 * SECOND, () => deliver(request));
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
      if (receives < MAX_RECEIVES) again(VISIBILITY, () => deliver(request, receives + 1));
    }
  }

  return {
    told: () => told,
    async drain(): Promise<void> {
      const { followUps, send, cases } = world.queues;
      while (followUps.length + send.length + cases.length > 0) {
        for (const message of followUps.splice(0)) await advanceFollowUp(advancing, message);
        for (const request of send.splice(0)) await deliver(request);
        told ||= cases.splice(0).length > 0;
      }
    },
  };
}

/** The carrier as the sender sees it; its list shows a text after two seconds, or as late as the fates have it. */
function asPort(
  { carrier, now }: OneTextWorld,
  unreliable: UnreliableCarrier,
  takenAt: readonly Instant[],
  fates: Fates,
): Carrier {
  let questions = 0;
  return {
    ...carrier,
    send: async () => unreliable.handOver(),
    async find() {
      questions += 1;
      if (fates.listFails(questions)) return { kind: 'cannot-say' };
      const shown = takenAt.filter((at, index) => {
        const after = fates.listLate(index + 1) ? HOUR : 2 * SECOND;
        return at + after <= now();
      });
      if (shown.length > 1) return { kind: 'cannot-say' };
      return shown.length === 0 ? { kind: 'none' } : { kind: 'found', providerId: 'SM1', status: 'sent' };
    },
  };
}

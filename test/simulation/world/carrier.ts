import { isCarrierKeyword } from './carrier-words.ts';
import type { Faults } from '../engine/faults.ts';
import type { Random } from '../engine/random.ts';
import type { Server } from '../engine/server.ts';
import type { Timeline } from '../engine/timeline.ts';
import type { Seen } from '../what-was-seen.ts';
import type { Carrier, CarrierMessage, OutgoingSms } from '#shared/ports.ts';
import type { CarrierStatus } from '#shared/domain/sending/statuses.ts';
import type { HandOverResult } from '#shared/domain/sending/message.ts';
import type { Troubles } from './troubles.ts';

export const OUR_NUMBER = '+14105550111';

type Held = OutgoingSms & {
  sid: string;
  at: number;
  validUntil: number;
  listedFrom: number;
  /** No receipt before this. */
  tellsFrom: number;
  status: CarrierStatus;
  code?: string;
};

export type ReceiptOf = { messageId: string; sid: string; status: CarrierStatus; code?: string };

/** How a telephone takes texts; `stopped` told the carrier so before Handrail ever wrote. */
export type Phone = 'good' | 'landline' | 'inactive' | 'off' | 'stopped';

type Options = {
  timeline: Timeline;
  faults: Faults;
  troubles: Troubles;
  note: (seen: Seen) => void;
  /** The chance of whatever happens around one number. */
  chanceOf: (subject: string) => Random;
  phoneOf: (number: string, at: number) => Phone;
  onPhoneGot: (to: string, text: string) => void;
  onReceipt: (receipt: ReceiptOf) => void;
};

/** A carrier with a queue, receipts, a list and an opt-out register of its own. It knows no idempotency. */
export type WorldCarrier = {
  through(server: Server): Carrier;
  /** A text from a client's phone arrives; the carrier acts on its own keywords. Returns its id. */
  receives(from: string, body: string): string;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export function worldCarrier(options: Options): WorldCarrier {
  const { timeline, faults, troubles, note, chanceOf } = options;
  const byNumber = new Map<string, Held[]>();
  const inbound: CarrierMessage[] = [];
  const optedOut = new Set<string>();
  const repliedAt = new Map<string, number>();
  let requests = 0;
  let texts = 0;

  function outcomeOf(
    sms: OutgoingSms,
    random: Random,
    onTaken: (held: Held) => void,
  ): { lost?: true; result: HandOverResult } {
    requests += 1;
    const { messageId, to, text, validForSeconds } = sms;
    const request = requests;
    note({ at: timeline.now(), kind: 'carrier-asked', request, messageId, to, text, validForSeconds });
    const refuse = (code: string): { result: HandOverResult } => {
      note({ at: timeline.now(), kind: 'carrier-refused', request, messageId, to, code });
      return { result: { kind: 'refused', code } };
    };
    if (troubles.isOn('carrier-outage', timeline.now())) return { lost: true, result: { kind: 'unknown' } };
    if (faults.happens('carrier times out before taking', random))
      return { lost: true, result: { kind: 'unknown' } };
    if (faults.happens('carrier fails before taking', random)) return { result: { kind: 'unknown' } };
    if (faults.happens('carrier says busy', random)) return refuse('20429');
    const phone = options.phoneOf(to, timeline.now());
    if (optedOut.has(to) || phone === 'stopped') return refuse('21610');
    if (phone === 'landline') return refuse('21614');
    if (faults.happens('carrier refuses for a passing reason', random)) return refuse('30001');
    const held = take(sms, request);
    onTaken(held);
    if (faults.happens('carrier times out after taking', random))
      return { lost: true, result: { kind: 'unknown' } };
    if (faults.happens('carrier fails after taking', random)) return { result: { kind: 'unknown' } };
    return { result: { kind: 'accepted', providerId: held.sid, status: 'accepted' } };
  }

  /** Whose answers get lost is behind with its list and its receipts, too; a question ten minutes later finds the text. */
  function fallBehind(held: Held): void {
    const random = chanceOf(`phone/${held.to}`);
    if (!faults.happens('carrier is behind after a lost answer', random)) return;
    held.listedFrom = held.at + random.between(3 * MINUTE, 11 * MINUTE);
    held.tellsFrom = held.listedFrom;
  }

  function take(sms: OutgoingSms, request: number): Held {
    texts += 1;
    const random = chanceOf(`phone/${sms.to}`);
    const at = timeline.now();
    const { messageId, to, text } = sms;
    const listedFrom = faults.happens('carrier list lags', random)
      ? at + random.between(10_000, 5 * MINUTE)
      : at;
    const sid = `SM${texts.toString(16).padStart(32, '0')}`;
    const validUntil = at + sms.validForSeconds * 1000;
    const held: Held = { ...sms, sid, at, validUntil, listedFrom, tellsFrom: 0, status: 'accepted' };
    byNumber.set(to, [...(byNumber.get(to) ?? []), held]);
    note({ at, kind: 'carrier-took', request, messageId, sid, to, text, validUntil });
    const hold = faults.happens('carrier holds a text', random)
      ? random.between(10, 9 * 60) * MINUTE
      : random.between(500, 9_000);
    receipt(held, 'sent', Math.min(hold, 2_000));
    timeline.after(hold, () => deliver(held));
    return held;
  }

  function deliver(held: Held): void {
    const { sid, to, text } = held;
    const at = timeline.now();
    const random = chanceOf(`phone/${to}`);
    const phone = options.phoneOf(to, at);
    const giveUp = (code: string): void => {
      note({ at, kind: 'carrier-gave-up', sid, to, code });
      receipt(held, 'undelivered', random.between(200, 4_000), code);
    };
    if (at > held.validUntil) return giveUp('30036');
    if (optedOut.has(to)) return giveUp('21610');
    if (phone === 'inactive') return giveUp('30005');
    if (phone === 'off' || faults.happens('text is not delivered', random)) return giveUp('30003');
    note({ at, kind: 'phone-got', sid, to, text, by: 'handrail' });
    receipt(held, 'delivered', random.between(200, 4_000));
    options.onPhoneGot(to, text);
  }

  function receipt(held: Held, status: CarrierStatus, afterMs: number, code?: string): void {
    const random = chanceOf(`phone/${held.to}`);
    const told: ReceiptOf = { messageId: held.messageId, sid: held.sid, status, ...(code && { code }) };
    timeline.after(afterMs, () => void Object.assign(held, { status, ...(code && { code }) }));
    if (faults.happens('receipt lost', random)) return;
    const late = faults.happens('receipts out of order', random) ? random.between(MINUTE, 40 * MINUTE) : 0;
    const tell = (): void => {
      if (held.tellsFrom > timeline.now()) timeline.at(held.tellsFrom, tell);
      else options.onReceipt(told);
    };
    timeline.after(afterMs + late, tell);
    if (faults.happens('receipt doubled', random))
      timeline.after(afterMs + late + random.between(100, HOUR), tell);
  }

  function list(
    { to, text, claimedAt }: Parameters<Carrier['find']>[0],
    random: Random,
  ): Awaited<ReturnType<Carrier['find']>> {
    const now = timeline.now();
    const say = (said: 'found' | 'none' | 'cannot-say') =>
      note({ at: now, kind: 'carrier-listed', to, text, said });
    if (troubles.isOn('carrier-outage', now) || faults.happens('carrier list fails', random)) {
      say('cannot-say');
      return { kind: 'cannot-say' };
    }
    const found = (byNumber.get(to) ?? []).filter(
      (one) => one.text === text && one.at >= claimedAt - 30_000 && one.listedFrom <= now,
    );
    const [match] = found;
    say(found.length > 1 ? 'cannot-say' : match ? 'found' : 'none');
    if (!match) return { kind: 'none' };
    if (found.length > 1) return { kind: 'cannot-say' };
    return {
      kind: 'found',
      providerId: match.sid,
      status: match.status,
      ...(match.code && { code: match.code }),
    };
  }

  function received(since: number, random: Random): CarrierMessage[] {
    if (troubles.isOn('carrier-outage', timeline.now()) || faults.happens('carrier list fails', random))
      throw new Error('the list does not answer');
    const listed: CarrierMessage[] = [];
    for (let index = inbound.length - 1; index >= 0; index -= 1) {
      const one = inbound[index];
      if (!one || one.at < since) break;
      listed.push(one);
    }
    if (listed.length > 0)
      note({ at: timeline.now(), kind: 'texts-listed', sids: listed.map(({ providerId }) => providerId) });
    return listed;
  }

  /** Its own answer to a keyword: one, and not again within the hour. */
  function answers(to: string, text: string): void {
    const at = timeline.now();
    if (at - (repliedAt.get(to) ?? -HOUR) < HOUR) return;
    repliedAt.set(to, at);
    note({ at, kind: 'phone-got', sid: 'own', to, text, by: 'carrier' });
  }

  return {
    through: (server) => ({
      async send(sms) {
        let answered = false;
        const onTaken = (held: Held): void => {
          timeline.after(1, () => (answered ? undefined : fallBehind(held)));
        };
        const { lost, result } = await server.call(() => outcomeOf(sms, server.random(), onTaken));
        answered = result.kind !== 'unknown';
        if (lost) await server.wait(8_000);
        return result;
      },
      find: (wanted) => server.call(() => list(wanted, server.random())),
      received: (since) => server.call(() => received(since, server.random())),
    }),
    receives(from, body) {
      texts += 1;
      // Another first digit than texts that go out have; a filler that is a digit itself would make two ids one.
      const providerId = `SM1${texts.toString(16).padStart(31, '0')}`;
      inbound.push({ providerId, from, to: OUR_NUMBER, body, at: timeline.now() });
      const keyword = isCarrierKeyword(body);
      if (keyword === 'STOP') optedOut.add(from);
      if (keyword === 'START') optedOut.delete(from);
      if (keyword) answers(from, `(the carrier's own answer to ${keyword})`);
      return providerId;
    },
  };
}

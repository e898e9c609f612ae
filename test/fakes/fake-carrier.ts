import type { HandOverResult } from '#shared/domain/sending/message.ts';
import type { CarrierStatus } from '#shared/domain/sending/statuses.ts';
import type { Carrier, CarrierMessage, OutgoingSms } from '#shared/ports.ts';

/** What the carrier does with the next text. Both `lost-…` answers are never seen; one text was taken, the other not. */
export type Trouble = { refuse: string } | 'lost-after-taking' | 'lost-before-taking' | 'throttle';

type CarriedMessage = CarrierMessage & { messageId: string; validForSeconds: number };

export type FakeCarrier = Carrier & {
  /** Every text that the carrier took, oldest first. */
  readonly sent: CarriedMessage[];
  readonly inbound: CarrierMessage[];
  /** When each request began, whatever came of it: what an oracle looks at. */
  readonly requests: { messageId: string; at: number }[];
  failNext(...troubles: Trouble[]): void;
  /** Its list does not answer until told otherwise. */
  failList(failing: boolean): void;
  setStatus(providerId: string, status: CarrierStatus, code?: string): void;
};

const OUR_NUMBER = '+14105550111';

/** A carrier that keeps what it takes, knows no idempotency, and fails on demand. */
export function fakeCarrier(now: () => number): FakeCarrier {
  const sent: CarriedMessage[] = [];
  const inbound: CarrierMessage[] = [];
  const requests: FakeCarrier['requests'] = [];
  const troubles: Trouble[] = [];
  let listFails = false;

  function take({ messageId, to, text, validForSeconds }: OutgoingSms): HandOverResult {
    const providerId = `SM${String(sent.length + 1).padStart(32, '0')}`;
    const status = 'accepted';
    sent.push({
      messageId,
      validForSeconds,
      providerId,
      to,
      from: OUR_NUMBER,
      body: text,
      at: now(),
      status,
    });
    return { kind: 'accepted', providerId, status };
  }

  return {
    sent,
    inbound,
    requests,
    send(sms) {
      requests.push({ messageId: sms.messageId, at: now() });
      const trouble = troubles.shift();
      if (trouble === 'throttle') return Promise.resolve({ kind: 'refused', code: '20429' });
      if (trouble === 'lost-before-taking') return Promise.resolve({ kind: 'unknown' });
      if (typeof trouble === 'object') return Promise.resolve({ kind: 'refused', code: trouble.refuse });
      const taken = take(sms);
      return Promise.resolve(trouble === 'lost-after-taking' ? { kind: 'unknown' } : taken);
    },
    find({ to, text, claimedAt }) {
      if (listFails) return Promise.resolve({ kind: 'cannot-say' });
      const matches = sent.filter(
        (one) => one.to === to && one.body === text && one.at >= claimedAt - 30_000,
      );
      const [match] = matches;
      if (!match) return Promise.resolve({ kind: 'none' });
      if (matches.length > 1) return Promise.resolve({ kind: 'cannot-say' });
      const { providerId, status = 'accepted', code } = match;
      return Promise.resolve({ kind: 'found', providerId, status, ...(code && { code }) });
    },
    received(since) {
      if (listFails) return Promise.reject(new Error('the list does not answer'));
      return Promise.resolve(structuredClone(inbound.filter(({ at }) => at >= since)));
    },
    failNext: (...next) => void troubles.push(...next),
    failList: (failing) => void (listFails = failing),
    setStatus(providerId, status, code) {
      const message = sent.find((one) => one.providerId === providerId);
      if (message) Object.assign(message, { status, ...(code && { code }) });
    },
  };
}

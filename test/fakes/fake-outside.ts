import { outboundOf, type NamedEvent } from '#shared/adapters/events/outbound-of-facts.ts';
import type { HandOverResult } from '#shared/domain/sending/message.ts';
import type { Alerts, Bodies, Events, Mailer, OutgoingEmail } from '#shared/ports.ts';

export type FakeMailer = Mailer & {
  readonly sent: OutgoingEmail[];
  failNext(...results: HandOverResult[]): void;
};

/** A mailer that keeps what it takes and refuses on demand. */
export function fakeMailer(): FakeMailer {
  const sent: OutgoingEmail[] = [];
  const failures: HandOverResult[] = [];
  return {
    sent,
    send(email) {
      const failure = failures.shift();
      if (failure) return Promise.resolve(failure);
      sent.push(structuredClone(email));
      return Promise.resolve({ kind: 'accepted', providerId: `ses-${sent.length}`, status: 'accepted' });
    },
    failNext: (...results) => void failures.push(...results),
  };
}

type StepAlert = Parameters<Alerts['toStep']>[1] & { step: number };

export type FakeAlerts = Alerts & {
  readonly steps: StepAlert[];
  readonly operators: { subject: string; text: string }[];
  /** The next alerts are not taken. */
  failNext(count: number): void;
};

/** Alert topics in memory. */
export function fakeAlerts(): FakeAlerts {
  const steps: StepAlert[] = [];
  const operators: FakeAlerts['operators'] = [];
  let failing = 0;
  const take = (keep: () => void): Promise<void> => {
    if (failing > 0) {
      failing -= 1;
      return Promise.reject(new Error('the topic does not answer'));
    }
    keep();
    return Promise.resolve();
  };
  return {
    steps,
    operators,
    toStep: (step, alert) => take(() => void steps.push({ step, ...alert })),
    toOperators: (alert) => take(() => void operators.push({ ...alert })),
    failNext: (count) => void (failing = count),
  };
}

export type FakeEvents = Events & { readonly published: NamedEvent[]; failNext(count: number): void };

/** A bus that keeps what it takes; a repeat arrives again, as on the real one. */
export function fakeEvents(): FakeEvents {
  const published: NamedEvent[] = [];
  let failing = 0;
  return {
    published,
    publish(recorded) {
      if (failing > 0) {
        failing -= 1;
        return Promise.reject(new Error('the bus does not answer'));
      }
      published.push(...structuredClone(outboundOf(recorded)));
      return Promise.resolve();
    },
    failNext: (count) => void (failing = count),
  };
}

type Body = Parameters<Bodies['put']>[1];
export type FakeBodies = Bodies & { all(): ReadonlyMap<string, Body> };

export function fakeBodies(): FakeBodies {
  const bodies = new Map<string, Body>();
  return {
    put: (messageId, body) => Promise.resolve(void bodies.set(messageId, structuredClone(body))),
    get(messageId) {
      const body = bodies.get(messageId);
      return Promise.resolve(body && { at: body.at, text: body.text, segments: body.segments });
    },
    all: () => bodies,
  };
}

import type { Random } from './random.ts';

/**
 * Everything that goes wrong, with its probability per occasion. "Occasion" is a call, a message, a text or a client, as
 * said beside each. The rates are far above the real ones, so that rare meetings of two faults happen too.
 */
const FAULTS = {
  // per call that a function makes
  'crash before a call': 0.0004,
  'crash after a call': 0.0006,
  // per invocation of the two that others wait for
  'sender dies on the way': 0.03,
  'endpoint dies on the way': 0.03,
  'database throttles': 0.002,
  'database response lost': 0.002,
  'database read is stale': 0.02,
  // per write that moves a due time
  'index lags': 0.03,
  // per message on a queue
  'queue delivers twice': 0.01,
  'queue delivers late': 0.01,
  'queue forgets that it was done': 0.004,
  'queue refuses': 0.0005,
  // per invocation
  'clock is off': 0.05,
  'function is slow': 0.004,
  // per request to the carrier
  'carrier says busy': 0.01,
  'carrier refuses for a passing reason': 0.01,
  'carrier times out before taking': 0.004,
  'carrier times out after taking': 0.006,
  'carrier fails before taking': 0.003,
  'carrier fails after taking': 0.003,
  'carrier list fails': 0.05,
  'carrier list lags': 0.02,
  // per request whose answer was lost
  'carrier is behind after a lost answer': 0.5,
  // per text
  'carrier holds a text': 0.02,
  'text is not delivered': 0.02,
  'receipt lost': 0.03,
  'receipt doubled': 0.03,
  'receipts out of order': 0.05,
  // per text of a client
  'webhook lost': 0.02,
  'webhook late': 0.03,
  'webhook doubled': 0.05,
  // per e-mail
  'mail refuses': 0.01,
  'mail times out after taking': 0.005,
  'mail times out before taking': 0.005,
  'mail bounces': 0.01,
  'mail is complained about': 0.004,
  // per alert
  'alert refused': 0.02,
  'alert to a dead telephone': 0.03,
  // per event of the agency
  'event doubled': 0.1,
  'event late': 0.05,
  'event malformed': 0.01,
  'event by the bus': 0.3,
  // per client
  'event overtakes its closing': 0.03,
  // per event bus call
  'bus refuses': 0.005,
  // per client
  'poison message': 0.02,
  'phone is reassigned': 0.02,
  'phone is shared': 0.03,
  'client moves zone': 0.03,
  'stop meets a send': 0.1,
  'phone is dead': 0.03,
  'stranger texts': 0.03,
  // per simulation
  'poller stands still': 0.6,
  'region is out': 0.35,
  'carrier is out': 0.3,
  'throttling burst': 0.5,
  'nobody on call': 0.3,
  // per case
  'staff never acknowledge': 0.05,
  'staff acknowledge late': 0.15,
} as const satisfies Readonly<Record<string, number>>;

export type FaultName = keyof typeof FAULTS;

/** Decides whether a fault happens, and counts. */
export type Faults = {
  happens: (name: FaultName, random: Random) => boolean;
  count: (name: FaultName) => void;
  /** From now on nothing goes wrong. */
  end(): void;
  counts(): Readonly<Record<string, number>>;
};

export function faults(which: 'none' | 'all'): Faults {
  const counts: Partial<Record<FaultName, number>> = {};
  let on = which === 'all';
  const count = (name: FaultName): void => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  return {
    count,
    happens(name, random) {
      // Chance is asked either way, so that the same clients live the same lives with faults and without.
      const happens = random.chance(FAULTS[name]) && on;
      if (happens) count(name);
      return happens;
    },
    end: () => void (on = false),
    counts: () => ({ ...counts }),
  };
}

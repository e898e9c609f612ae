/**
 * What goes wrong, and how often: assumed rates, the same for every protocol, each well above what carriers and queues
 * show on a good day. An outage is not in them; the simulation has those.
 */
export const FAULT_RATES = {
  /** The carrier's answer does not come, and it never had the request. */
  timeOutBefore: 0.003,
  /** The carrier's answer does not come, and it has taken the text. */
  timeOutAfter: 0.004,
  serverErrorBefore: 0.003,
  serverErrorAfter: 0.003,
  /** 429: not processed. */
  throttled: 0.002,
  /** The process dies just before it hands over, or after that and before it can say so. */
  crashBefore: 0.001,
  crashAfter: 0.001,
  /** The queue delivers again what was done. */
  redelivered: 0.001,
  /** No receipt of a text ever comes. */
  receiptsLost: 0.02,
  /** The carrier's own list does not answer a question. */
  listFails: 0.01,
  /** The carrier's own list shows a text an hour late. */
  listLate: 0.002,
} as const;

export type HandOverFate =
  | 'taken'
  | 'time-out-before'
  | 'time-out-after'
  | 'server-error-before'
  | 'server-error-after'
  | 'throttled'
  | 'crash-before'
  | 'crash-after';

/** What will happen to one touch. The n-th call of a kind meets the same fate under every protocol. */
export type Fates = {
  handOver(nth: number): HandOverFate;
  redelivered(nth: number): boolean;
  receiptsLost(nth: number): boolean;
  listFails(nth: number): boolean;
  listLate(nth: number): boolean;
};

const HAND_OVERS: readonly (readonly [HandOverFate, number])[] = [
  ['time-out-before', FAULT_RATES.timeOutBefore],
  ['time-out-after', FAULT_RATES.timeOutAfter],
  ['server-error-before', FAULT_RATES.serverErrorBefore],
  ['server-error-after', FAULT_RATES.serverErrorAfter],
  ['throttled', FAULT_RATES.throttled],
  ['crash-before', FAULT_RATES.crashBefore],
  ['crash-after', FAULT_RATES.crashAfter],
];

/** Everything about a touch follows from the seed and its number. */
export function fatesOf(seed: number, touch: number): Fates {
  const chance = (kind: number, nth: number, rate: number) => drawn(seed, touch, kind, nth) < rate;
  return {
    handOver(nth) {
      let left = drawn(seed, touch, 1, nth);
      for (const [fate, rate] of HAND_OVERS) {
        if (left < rate) return fate;
        left -= rate;
      }
      return 'taken';
    },
    redelivered: (nth) => chance(2, nth, FAULT_RATES.redelivered),
    receiptsLost: (nth) => chance(3, nth, FAULT_RATES.receiptsLost),
    listFails: (nth) => chance(4, nth, FAULT_RATES.listFails),
    listLate: (nth) => chance(5, nth, FAULT_RATES.listLate),
  };
}

/** Between 0 and 1, evenly: the finaliser of MurmurHash3 over the four numbers. */
export function drawn(...numbers: readonly number[]): number {
  let hash = 0x9e3779b9;
  for (const number of numbers) {
    hash = Math.imul(hash ^ number, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return (hash >>> 0) / 2 ** 32;
}

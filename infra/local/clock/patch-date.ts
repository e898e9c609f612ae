const MODE = 0;
const VALUE = 1;

/** Shared with every worker thread: [0] 0 = running, 1 = frozen; [1] offset from real time, or the frozen instant, in ms. */
export type SharedClock = SharedArrayBuffer;

const RealDate = globalThis.Date;

export const createSharedClock = (): SharedClock => new SharedArrayBuffer(16);

export function readClock(shared: SharedClock): number {
  const cells = new BigInt64Array(shared);
  const value = Number(Atomics.load(cells, VALUE));
  return Atomics.load(cells, MODE) === 1n ? value : RealDate.now() + value;
}

export function freezeClockAt(shared: SharedClock, instant: number): void {
  const cells = new BigInt64Array(shared);
  Atomics.store(cells, VALUE, BigInt(Math.round(instant)));
  Atomics.store(cells, MODE, 1n);
}

export function runClockFrom(shared: SharedClock, instant: number): void {
  const cells = new BigInt64Array(shared);
  Atomics.store(cells, VALUE, BigInt(Math.round(instant - RealDate.now())));
  Atomics.store(cells, MODE, 0n);
}

/**
 * Replaces this thread's `Date` by one that reads the shared clock. Timers stay real.
 * Returns what puts the real one back.
 */
export function patchDate(shared: SharedClock): () => void {
  const now = () => readClock(shared);
  const patched: DateConstructor = new Proxy(RealDate, {
    construct: (target, args, newTarget): Date =>
      Reflect.construct(target, args.length > 0 ? args : [now()], newTarget === patched ? target : newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, property) => (property === 'now' ? now : Reflect.get(target, property)),
  });
  globalThis.Date = patched;
  return () => {
    if (globalThis.Date === patched) globalThis.Date = RealDate;
  };
}

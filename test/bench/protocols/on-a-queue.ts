import type { Fates } from './faults.ts';

/** After this many failures the queue sets a message aside and an alarm tells people. */
const MAX_RECEIVES = 4;

/**
 * A standard queue in front of a worker: what fails comes again, and now and then what was done does too.
 * Says whether the message was set aside.
 */
export async function onAQueue(fates: Fates, work: () => Promise<unknown>): Promise<{ setAside: boolean }> {
  let deliveries = 0;
  let failures = 0;
  for (let waiting = 1; waiting > 0;) {
    waiting -= 1;
    deliveries += 1;
    try {
      await work();
      if (fates.redelivered(deliveries)) waiting += 1;
    } catch {
      failures += 1;
      if (failures === MAX_RECEIVES) return { setAside: true };
      waiting += 1;
    }
  }
  return { setAside: false };
}

import { onAQueue } from './on-a-queue.ts';
import type { Protocol } from './protocol.ts';
import { Crash, unreliableCarrier } from './unreliable-carrier.ts';

/**
 * What AWS Powertools' idempotency does, in a few lines, for where it is not installed: a record in progress; completed
 * when the work is, deleted when it throws, and replaceable once the function's time is over.
 */
export const powertoolsModel: Protocol = {
  name: 'a model of Powertools idempotency',
  async send(_touch, fates) {
    const carrier = unreliableCarrier(fates);
    let record: 'in-progress' | 'completed' | undefined;
    const { setAside } = await onAQueue(fates, async () => {
      if (record === 'completed') return;
      record = 'in-progress';
      try {
        if (carrier.handOver().kind !== 'accepted') throw new Error('the carrier did not accept it');
        record = 'completed';
      } catch (error) {
        if (!(error instanceof Crash)) record = undefined;
        throw error;
      }
    });
    return { taken: carrier.taken(), told: setAside };
  },
};

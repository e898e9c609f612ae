import { onAQueue } from './on-a-queue.ts';
import type { Protocol } from './protocol.ts';
import { unreliableCarrier } from './unreliable-carrier.ts';

/** The plain worker on a queue: whatever fails is tried again. */
export const retryOnError: Protocol = {
  name: 'retry on error',
  async send(_touch, fates) {
    const carrier = unreliableCarrier(fates);
    const { setAside } = await onAQueue(fates, async () => {
      if (carrier.handOver().kind !== 'accepted') throw new Error('the carrier did not accept it');
    });
    return { taken: carrier.taken(), told: setAside };
  },
};

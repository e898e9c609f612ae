import { onAQueue } from './on-a-queue.ts';
import type { Protocol } from './protocol.ts';
import { unreliableCarrier } from './unreliable-carrier.ts';

/** Mark as sent, send, and never look back: a second delivery finds the mark. */
export const claimOnly: Protocol = {
  name: 'claim, never retry',
  async send(_touch, fates) {
    const carrier = unreliableCarrier(fates);
    let claimed = false;
    const { setAside } = await onAQueue(fates, async () => {
      if (claimed) return;
      claimed = true;
      carrier.handOver();
    });
    return { taken: carrier.taken(), told: setAside };
  },
};

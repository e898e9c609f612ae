import type { Faults } from '../engine/faults.ts';
import type { Random } from '../engine/random.ts';
import type { Server } from '../engine/server.ts';
import type { Timeline } from '../engine/timeline.ts';
import type { Seen } from '../what-was-seen.ts';
import type { HandOverResult } from '#shared/domain/sending/message.ts';
import type { CarrierStatus } from '#shared/domain/sending/statuses.ts';
import type { Mailer, OutgoingEmail } from '#shared/ports.ts';

type MailReceipt = { messageId: string; status: CarrierStatus; code?: string };

type Options = {
  timeline: Timeline;
  faults: Faults;
  note: (seen: Seen) => void;
  chanceOf: (subject: string) => Random;
  onMailGot: (email: OutgoingEmail) => void;
  onReceipt: (receipt: MailReceipt) => void;
};

export type WorldMail = { through(server: Server): Mailer };

/** A mail service that takes, bounces, and hears complaints later. */
export function worldMail({ timeline, faults, note, chanceOf, onMailGot, onReceipt }: Options): WorldMail {
  let requests = 0;

  function outcomeOf(email: OutgoingEmail, random: Random): { lost?: true; result: HandOverResult } {
    requests += 1;
    const { messageId, to, subject, text } = email;
    const at = timeline.now();
    note({ at, kind: 'mail-asked', request: requests, messageId, to });
    if (faults.happens('mail refuses', random)) return { result: { kind: 'refused', code: 'mail-rejected' } };
    if (faults.happens('mail times out before taking', random))
      return { lost: true, result: { kind: 'unknown' } };
    note({ at, kind: 'mail-took', request: requests, messageId, to, subject, text });
    arrive(email);
    if (faults.happens('mail times out after taking', random))
      return { lost: true, result: { kind: 'unknown' } };
    return { result: { kind: 'accepted', providerId: `ses-${requests}`, status: 'accepted' } };
  }

  function arrive(email: OutgoingEmail): void {
    const { messageId, to } = email;
    const random = chanceOf(`mail/${to}`);
    const tell = (afterMs: number, told: Omit<MailReceipt, 'messageId'>): void => {
      if (!faults.happens('receipt lost', random))
        timeline.after(afterMs, () => onReceipt({ messageId, ...told }));
    };
    if (faults.happens('mail bounces', random)) {
      note({ at: timeline.now(), kind: 'mail-bounced', messageId, to });
      return tell(5_000, { status: 'undelivered', code: 'mail-bounced' });
    }
    tell(random.between(1_000, 60_000), { status: 'delivered' });
    timeline.after(random.between(1_000, 60_000), () => onMailGot(email));
    if (!faults.happens('mail is complained about', random)) return;
    timeline.after(random.between(60_000, 86_400_000), () => {
      note({ at: timeline.now(), kind: 'mail-complained', messageId, to });
      onReceipt({ messageId, status: 'failed', code: 'mail-complained' });
    });
  }

  return {
    through: (server) => ({
      async send(email) {
        const { lost, result } = await server.call(() => outcomeOf(email, server.random()));
        if (lost) await server.wait(8_000);
        return result;
      },
    }),
  };
}

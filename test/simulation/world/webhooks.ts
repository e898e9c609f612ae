import type { IncomingText } from '#shared/apply/store-text.ts';
import type { Random } from '../engine/random.ts';
import type { Meaning } from '../what-was-seen.ts';
import { OUR_NUMBER, type ReceiptOf } from './carrier.ts';
import type { Person } from './person.ts';
import { MOST_CLIENTS, telephone } from './places.ts';
import { bodyFor } from './words.ts';
import type { World } from './world.ts';

/** The way from the outside to Handrail's endpoints; requests are lost, late and doubled on it. */
export type Webhooks = {
  textFrom(person: Person, from: string, body: string, means: Meaning): void;
  /** Somebody texts whose number the agency never gave us; `person` only lends their number in the play. */
  stranger(person: Person): void;
  receipt(receipt: ReceiptOf): Promise<void>;
  mailReceipt(receipt: Omit<ReceiptOf, 'sid'>): Promise<void>;
  answerPage(person: Person, token: string, means: Meaning, random: Random): Promise<void>;
  unsubscribe(person: Person, address: string, token: string): Promise<void>;
  /** Everything that was taken comes once more, at the end. */
  replayAll(): Promise<void>;
};

const MINUTE = 60_000;

export function webhooks(world: World): Webhooks {
  const { timeline, faults, note, chanceOf } = world;
  const taken: (() => Promise<unknown>)[] = [];

  async function takeText(text: IncomingText, random: Random): Promise<void> {
    const first = () => world.invoke('receive-text', random, (handler) => handler(text));
    if (await worked(first)) {
      taken.push(first);
      return note({ at: timeline.now(), kind: 'text-taken', sid: text.messageSid });
    }
    // The carrier then asks its second address, once.
    if (!(await worked(() => world.invoke('receive-text-fallback', random, (handler) => handler(text)))))
      return;
    taken.push(first);
    note({ at: timeline.now(), kind: 'text-taken', sid: text.messageSid, fallback: true });
  }

  async function takeReceipt(receipt: Omit<ReceiptOf, 'sid'>, random: Random): Promise<boolean> {
    const told = { ...receipt, at: timeline.now() };
    const first = () => world.invoke('receive-delivery-status', random, (handler) => handler(told));
    if (!(await worked(first))) return false;
    taken.push(first);
    return true;
  }

  return {
    textFrom(person, from, body, means) {
      const at = timeline.now();
      const sid = world.carrier.receives(from, body);
      note({ at, kind: 'client-texted', person: person.ref, sid, from, body, means });
      const random = chanceOf(`phone/${from}`);
      const text = { messageSid: sid, from, to: OUR_NUMBER, body, media: 0, at };
      if (faults.happens('webhook lost', random)) return;
      const late = faults.happens('webhook late', random)
        ? random.between(MINUTE, 30 * MINUTE)
        : random.between(200, 1_500);
      timeline.after(late, () => void takeText(text, random));
      if (faults.happens('webhook doubled', random))
        timeline.after(late + random.between(10, 5 * MINUTE), () => void takeText(text, random));
    },
    stranger(person) {
      const { number } = telephone(person.nth + MOST_CLIENTS);
      if (world.personOf(number)) return; // they moved, and it is theirs
      const random = chanceOf(`phone/${number}`);
      const means = random.pick<Meaning>(['words', 'so-so', 'call-me']);
      const somebody = { ...person, ref: `P-9${person.ref.slice(3)}` };
      this.textFrom(somebody, number, bodyFor(means, random), means);
    },
    async receipt(receipt) {
      const { sid, messageId, status, code } = receipt;
      const told = { messageId, status, ...(code && { code }) };
      if (!(await takeReceipt(told, chanceOf(`receipt/${messageId}`)))) return;
      if (status === 'sent') return;
      note({ at: timeline.now(), kind: 'receipt-taken', sid, messageId, status, ...(code && { code }) });
    },
    async mailReceipt(receipt) {
      // The bus delivers again until it is taken.
      const tell = async (tries: number): Promise<void> => {
        if (await takeReceipt(receipt, chanceOf(`receipt/${receipt.messageId}`))) return;
        if (tries < 20) timeline.after(10 * MINUTE, () => void tell(tries + 1));
      };
      await tell(1);
    },
    async answerPage(person, token, means, random) {
      const words = means === 'ok' || means === 'so-so' || means === 'call-me' ? '' : bodyFor(means, random);
      const form = new URLSearchParams(words === '' ? { answer: means } : { answer: 'words', words });
      await press({ token, form, random }, () =>
        note({ at: timeline.now(), kind: 'client-answered-page', person: person.ref, words, means }),
      );
    },
    async unsubscribe(person, address, token) {
      const form = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
      await press({ token, form, random: chanceOf(`mail/${address}`) }, () =>
        note({ at: timeline.now(), kind: 'client-unsubscribed', person: person.ref, address }),
      );
    },
    async replayAll() {
      for (const again of taken) await worked(again);
    },
  };

  /** Presses a button on a page until it says that it worked; people try a few times. */
  async function press(
    { token, form, random }: { token: string; form: URLSearchParams; random: Random },
    onWorked: () => void,
    tries = 1,
  ): Promise<void> {
    const post = () =>
      world.invoke('serve-link', random, (handler) => handler({ method: 'POST', token, form }));
    const served = await post().catch(() => 'crashed' as const);
    if (served !== 'crashed') {
      if (served.status === 200) onWorked();
      // A second press of the other button is a person who says it again.
      if (served.status === 200 && form.has('answer')) taken.push(post);
    } else if (tries < 5) {
      timeline.after(20 * MINUTE, () => void press({ token, form, random }, onWorked, tries + 1));
    }
  }
}

/** Whether an endpoint answered 2xx. */
async function worked(request: () => Promise<unknown>): Promise<boolean> {
  try {
    return (await request()) !== 'crashed';
  } catch {
    return false;
  }
}

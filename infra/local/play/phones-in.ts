import * as z from 'zod';

const Event = z.object({
  client: z.object({ ref: z.string() }),
  contacts: z.array(z.object({ channel: z.string(), value: z.string() })),
});

/** The numbers that a play's events give for texting a client. */
export function phonesIn(events: readonly unknown[], clientRef: string): string[] {
  const numbers = events.flatMap((event) => {
    const read = Event.safeParse(event).data;
    if (read?.client.ref !== clientRef) return [];
    return read.contacts.filter(({ channel }) => channel === 'sms').map(({ value }) => value);
  });
  return [...new Set(numbers)];
}

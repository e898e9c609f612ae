import * as z from 'zod';
import type { LocalStack } from '../local-stack.ts';

/** Whose phone and mailbox the console can show. */
export type ConsoleClient = {
  readonly ref: string;
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
  /** Where their texts' times are shown. */
  readonly zone: string;
  readonly language: string;
};

const Received = z.object({
  client: z.object({
    ref: z.string(),
    preferredName: z.string().optional(),
    language: z.string(),
    timeZone: z.string().optional(),
  }),
  contacts: z.array(z.object({ channel: z.string(), value: z.string() })),
});
const FollowUpItem = z.object({
  doc: z.object({
    session: z.object({ clientRef: z.string() }),
    zones: z.array(z.string()).min(1),
  }),
});

/** Everyone a closed session came in for, newest session first, with the zone that Handrail settled on. */
export async function findClients(stack: LocalStack, agencyZone: string): Promise<ConsoleClient[]> {
  const zones = new Map<string, string>();
  for (const item of await stack.table('FollowUps')) {
    const found = FollowUpItem.safeParse(item);
    if (found.success) zones.set(found.data.doc.session.clientRef, found.data.doc.zones[0] ?? agencyZone);
  }
  const inbox = await stack.table('Inbox');
  const events = [...inbox].sort((one, other) => receivedAt(other) - receivedAt(one));
  const clients = new Map<string, ConsoleClient>();
  for (const item of events) {
    const read = Received.safeParse(parsed(item['raw']));
    if (!read.success || clients.has(read.data.client.ref)) continue;
    const { client, contacts } = read.data;
    const valueOf = (channel: string) => contacts.find((contact) => contact.channel === channel)?.value;
    const [phone, email] = [valueOf('sms'), valueOf('email')];
    clients.set(client.ref, {
      ref: client.ref,
      ...(client.preferredName !== undefined && { name: client.preferredName }),
      ...(phone !== undefined && { phone }),
      ...(email !== undefined && { email }),
      zone: zones.get(client.ref) ?? client.timeZone ?? agencyZone,
      language: client.language,
    });
  }
  return [...clients.values()];
}

const receivedAt = (item: Readonly<Record<string, unknown>>) => Number(item['receivedAt'] ?? 0);

function parsed(raw: unknown): unknown {
  try {
    return JSON.parse(String(raw));
  } catch {
    return undefined;
  }
}

import * as z from 'zod';
import { caseKind } from '#shared/adapters/dynamo/case-kind.ts';
import { documentIn, type DocumentItem } from '#shared/adapters/dynamo/document-item.ts';
import { followUpKind } from '#shared/adapters/dynamo/follow-up-kind.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { LocalStack } from '../local-stack.ts';

/** Who is behind a number, an address or a document, as the stack's own tables tell. */
export type People = {
  readonly followUp: (id: string) => Promise<FollowUp | undefined>;
  readonly case: (id: string) => Promise<Case | undefined>;
  /** The agency's reference of the client whom this number or address was given for. */
  readonly clientAt: (address: string) => Promise<string | undefined>;
  /** IANA zone of the newest follow-up. */
  readonly zoneOf: (clientRef: string) => Promise<string | undefined>;
  /** Reads anew when asked next: somebody's plan or contacts have changed. */
  readonly forget: () => void;
};

const Event = z.object({
  client: z.object({ ref: z.string() }).optional(),
  sessionId: z.string(),
  contacts: z.array(z.object({ channel: z.string(), value: z.string() })),
});

type Known = {
  readonly followUps: ReadonlyMap<string, FollowUp>;
  readonly cases: ReadonlyMap<string, Case>;
  readonly clients: ReadonlyMap<string, string>;
};

/** Reads the tables when asked about somebody it has not heard of. */
export function findPeople(stack: Pick<LocalStack, 'table'>): People {
  const nothing: Known = { followUps: new Map(), cases: new Map(), clients: new Map() };
  let known = nothing;
  const look = async <Found>(find: (known: Known) => Found | undefined): Promise<Found | undefined> => {
    const found = find(known);
    if (found !== undefined) return found;
    known = await readTables(stack);
    return find(known);
  };
  return {
    followUp: (id) => look(({ followUps }) => followUps.get(id)),
    case: (id) => look(({ cases }) => cases.get(id)),
    clientAt: (address) => look(({ clients }) => clients.get(address)),
    forget: () => {
      known = nothing;
    },
    zoneOf: (clientRef) => look(({ followUps }) => newestOf(followUps, clientRef)?.zones[0]),
  };
}

function newestOf(followUps: ReadonlyMap<string, FollowUp>, clientRef: string): FollowUp | undefined {
  return [...followUps.values()]
    .filter(({ session }) => session.clientRef === clientRef)
    .sort((one, other) => other.session.closedAt - one.session.closedAt)[0];
}

async function readTables(stack: Pick<LocalStack, 'table'>): Promise<Known> {
  const [followUps, cases, inbox] = await Promise.all([
    stack.table('FollowUps'),
    stack.table('Cases'),
    stack.table('Inbox'),
  ]);
  const documents = {
    followUps: byId(followUps.filter(isDocument).map((item) => documentIn(item, followUpKind))),
    cases: byId(cases.filter(isDocument).map((item) => documentIn(item, caseKind))),
  };
  return { ...documents, clients: clientsIn(inbox, documents.followUps) };
}

const isDocument = (item: object): item is DocumentItem => 'doc' in item && 'schema' in item;

const byId = <D extends { readonly id: string }>(documents: readonly D[]) =>
  new Map(documents.map((document) => [document.id, document]));

/** Whom an address was given for. One that two clients share counts as the first one's. */
function clientsIn(
  inbox: readonly Readonly<Record<string, unknown>>[],
  followUps: ReadonlyMap<string, FollowUp>,
): Map<string, string> {
  const clients = new Map<string, string>();
  const bySession = new Map([...followUps.values()].map(({ session }) => [session.sessionId, session]));
  const inOrder = [...inbox].sort((one, other) => Number(one['receivedAt']) - Number(other['receivedAt']));
  for (const item of inOrder) {
    const event = Event.safeParse(parsed(item['raw'])).data;
    const ref = event && (event.client?.ref ?? bySession.get(event.sessionId)?.clientRef);
    if (!event || ref === undefined) continue;
    for (const { value } of event.contacts) if (!clients.has(value)) clients.set(value, ref);
  }
  return clients;
}

function parsed(raw: unknown): unknown {
  try {
    return JSON.parse(String(raw));
  } catch {
    return undefined;
  }
}

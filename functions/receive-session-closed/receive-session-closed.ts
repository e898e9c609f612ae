import { createHash } from 'node:crypto';
import { readAgencyEvent, type EventProblem } from '#shared/contracts/agency-event.ts';
import { isKnownWording } from '#shared/domain/messages/closing-wordings.ts';
import type { Ports } from '#shared/ports.ts';

export type Deps = Pick<Ports, 'inbox' | 'queues' | 'now'> & {
  /** Whether `Handrail-Signature` fits this body now. */
  isSigned: (rawBody: string, signature: string | undefined) => Promise<boolean>;
};

/** In bytes: as much as the bus takes of an event. */
const LARGEST_EVENT = 256_000;
/** In characters: enough of what is larger to see whose it is, and little enough to be stored. */
const KEPT_OF_LARGER = 50_000;

export type Outcome =
  | { kind: 'accepted' | 'accepted-before'; inboxId: string }
  | { kind: 'invalid'; inboxId: string; problems: readonly EventProblem[] }
  | { kind: 'unsigned' };

/**
 * Takes an agency's event. Accepted only once the raw event is stored; a replay is accepted again and changes nothing.
 * What cannot be read is answered with every problem at once, and parked where operators see it.
 */
export async function receiveSessionClosed(
  deps: Deps,
  request: { rawBody: string; signature: string | undefined },
): Promise<Outcome> {
  const { rawBody } = request;
  if (!(await deps.isSigned(rawBody, request.signature))) return { kind: 'unsigned' };
  const inboxId = `event#${createHash('sha256').update(contentOf(rawBody)).digest('base64url')}`;
  const item = { id: inboxId, raw: rawBody, source: 'http' as const, receivedAt: deps.now() };
  const isTooLarge = Buffer.byteLength(rawBody) > LARGEST_EVENT;
  const reading = isTooLarge ? tooLarge : readAgencyEvent(rawBody, isKnownWording, item.receivedAt);
  if (reading.kind === 'invalid') {
    const { problems } = reading;
    const raw = isTooLarge ? rawBody.slice(0, KEPT_OF_LARGER) : rawBody;
    await deps.inbox.put({ ...item, raw, state: 'parked', problems });
    return { kind: 'invalid', inboxId, problems };
  }
  const stored = await deps.inbox.put({ ...item, state: 'received' });
  if (stored === 'known') return { kind: 'accepted-before', inboxId };
  await deps.queues.toInbox(inboxId);
  return { kind: 'accepted', inboxId };
}

const tooLarge = {
  kind: 'invalid' as const,
  problems: [{ path: '', problem: `is larger than ${LARGEST_EVENT} bytes` }],
};

/** The same event written with other white space is the same event, on the bus as over HTTP. */
function contentOf(rawBody: string): string {
  try {
    return JSON.stringify(JSON.parse(rawBody)) ?? rawBody;
  } catch {
    return rawBody;
  }
}

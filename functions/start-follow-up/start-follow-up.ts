import { readAgencyEvent } from '#shared/contracts/agency-event.ts';
import type { InboxMessage } from '#shared/contracts/queue-messages.ts';
import { handleText, type HandleTextDeps } from '#shared/apply/handle-text.ts';
import { isKnownWording } from '#shared/domain/messages/closing-wordings.ts';
import { DAY, MINUTE } from '#shared/domain/record.ts';
import type { InboxItem, Ports } from '#shared/ports.ts';
import { applyLaterEvent } from './later-event.ts';
import { startOne, type StartDeps } from './start-one.ts';
import { inboxItemOf } from './inbox-item.ts';

export type Deps = StartDeps & HandleTextDeps & Pick<Ports, 'inbox'>;

/** An event about a session that we do not know yet may have overtaken its closing: it is tried again this long. */
const WAITS_FOR_ITS_SESSION = DAY;
const TRY_AGAIN_AFTER = 10 * MINUTE;

/** Takes one thing from the inbox queue: an agency's event, stored or straight from the bus, or a text left unhandled. */
export async function startFollowUp(deps: Deps, message: InboxMessage): Promise<string> {
  if (isStoredText(message)) {
    const text = await deps.contacts.getText(message.contactId, message.inboundId);
    return text ? handleText(deps, text) : 'unknown-text';
  }
  const item = await inboxItemOf(deps, message);
  if (!item) return 'unknown-event';
  return item.state === 'received' ? takeEvent(deps, item) : `already-${item.state}`;
}

type StoredTextMessage = Extract<InboxMessage, { inboundId: string }>;

const isStoredText = (message: InboxMessage): message is StoredTextMessage =>
  typeof message['inboundId' as keyof InboxMessage] === 'string';

async function takeEvent(deps: Deps, item: InboxItem): Promise<string> {
  const reading = readAgencyEvent(item.raw, isKnownWording, deps.now());
  if (reading.kind === 'invalid') {
    await deps.inbox.settle(item.id, 'parked', reading.problems);
    return 'parked';
  }
  const { event } = reading;
  const outcome =
    event.type === 'handrail.session-closed'
      ? await startOne(deps, event, item.id)
      : await applyLaterEvent(deps, event);
  if (outcome !== 'unknown-session') {
    await deps.inbox.settle(item.id, 'done');
    return outcome;
  }
  return waitForSession(deps, item);
}

async function waitForSession(deps: Deps, item: InboxItem): Promise<string> {
  const now = deps.now();
  if (now - item.receivedAt < WAITS_FOR_ITS_SESSION) {
    await deps.inbox.putOff(item.id, now + TRY_AGAIN_AFTER);
    return 'waits-for-session';
  }
  await deps.inbox.settle(item.id, 'parked', [
    { path: 'sessionId', problem: 'no session with this id was closed' },
  ]);
  return 'parked';
}

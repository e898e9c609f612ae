import type { Known, Seen } from '../what-was-seen.ts';
import { MINUTE } from './clock.ts';
import { takeEvent } from './take-event.ts';
import type { Story } from './model.ts';
import { caseOf, contactOf, messageOf } from './people.ts';
import { takeRecord } from './take-record.ts';
import { TOLERANCES, type Tolerances } from './tolerances.ts';
import { takeText } from './take-text.ts';
import { troublesOf } from './troubles.ts';

/** Reads what was seen once, and puts everything in order of whom it is about. */
export function storyOf(known: Known, seen: readonly Seen[], tolerances: Tolerances = TOLERANCES): Story {
  const story: Story = {
    known,
    tolerances,
    troubles: troublesOf(),
    seenUntil: known.until,
    people: new Map(),
    sessions: new Map(),
    malformed: new Map(),
    contacts: new Map(),
    messages: new Map(),
    texts: new Map(),
    takes: new Map(),
    cases: new Map(),
    records: new Map(),
  };
  for (const one of seen) take(story, one);
  story.seenUntil = Math.max(known.until, seen.at(-1)?.at ?? known.until);
  return story;
}

function take(story: Story, seen: Seen): void {
  switch (seen.kind) {
    case 'event-accepted':
      return takeEvent(story, seen);
    case 'client-texted':
    case 'text-taken':
    case 'texts-listed':
    case 'client-answered-page':
      return takeText(story, seen);
    case 'carrier-asked':
    case 'mail-asked':
      return takeAsk(story, seen);
    case 'carrier-took':
    case 'mail-took':
      return takeTake(story, seen);
    case 'recorded':
      return takeRecord(story, seen);
    case 'alert':
    case 'alert-refused':
    case 'terminal-alarm':
    case 'acknowledged':
    case 'closed':
    case 'page-read':
      return takeStaff(story, seen);
    default:
      return takeOther(story, seen);
  }
}

type Of<K extends Seen['kind']> = Extract<Seen, { kind: K }>;

function takeAsk(story: Story, { at, request, messageId, to }: Of<'carrier-asked' | 'mail-asked'>): void {
  const message = messageOf(story, messageId);
  const ask = { at, request, to, message };
  message.asks.push(ask);
  contactOf(story, to).asks.push(ask);
}

function takeTake(story: Story, seen: Of<'carrier-took' | 'mail-took'>): void {
  const { at, messageId, to, text } = seen;
  const message = messageOf(story, messageId);
  const taken = {
    at,
    to,
    text,
    message,
    ...(seen.kind === 'carrier-took' && { validUntil: seen.validUntil }),
  };
  message.takes.push(taken);
  if (seen.kind === 'carrier-took') story.takes.set(seen.sid, taken);
}

function takeStaff(
  story: Story,
  seen: Of<'alert' | 'alert-refused' | 'terminal-alarm' | 'acknowledged' | 'closed' | 'page-read'>,
): void {
  const { at, kind } = seen;
  const { moves, reads } = caseOf(story, seen.caseId);
  switch (kind) {
    case 'alert':
      return void moves.push({ at, kind: 'alert', step: seen.step, priority: seen.priority });
    case 'alert-refused':
      return void moves.push({ at, kind: 'refused', step: seen.step });
    case 'terminal-alarm':
      return void moves.push({ at, kind: 'alarm', step: story.known.ladder.length });
    case 'acknowledged':
      return void moves.push({ at, kind, step: 0, staffId: seen.staffId });
    case 'closed':
      return void moves.push({ at, kind, step: 0, staffId: seen.staffId, outcome: seen.outcome });
    case 'page-read': {
      const { person, words } = seen;
      reads.push({ at, ...(person !== undefined && { person }), ...(words !== undefined && { words }) });
    }
  }
}

function takeOther(story: Story, seen: Seen): void {
  const { at, kind } = seen;
  switch (kind) {
    case 'trouble-began':
      return story.troubles.add(seen.trouble, { from: at, until: seen.until });
    case 'dead-letter': {
      if (seen.planted) return;
      const stretch = { from: at - 10 * MINUTE, until: at + story.tolerances.deadLetter };
      return story.troubles.addDeadLetter(stretch, seen.message, seen.document);
    }
    case 'carrier-listed':
      return void contactOf(story, seen.to).listed.push({ at, text: seen.text, said: seen.said });
    case 'phone-got':
      if (seen.by === 'handrail') contactOf(story, seen.to).got.push({ at, sid: seen.sid, text: seen.text });
      return;
    case 'carrier-gave-up': {
      const taken = story.takes.get(seen.sid);
      if (taken) taken.failedAt = at;
      return;
    }
    case 'carrier-refused': {
      const ask = messageOf(story, seen.messageId).asks.at(-1);
      if (ask) ask.refused = seen.code;
      return;
    }
    case 'mail-bounced': {
      const taken = messageOf(story, seen.messageId).takes.at(-1);
      if (taken) taken.failedAt = at;
      return;
    }
    case 'receipt-taken': {
      const to = story.takes.get(seen.sid)?.to;
      if (to !== undefined && seen.code === '21610')
        contactOf(story, to).refusedAsStopped.push(story.troubles.after(at, story.tolerances.looked, 'work'));
      return;
    }
    case 'client-unsubscribed':
      return void contactOf(story, seen.address).unsubscribed.push(at);
    case 'mail-complained':
      return void contactOf(story, seen.to).complained.push(at);
    default:
  }
}

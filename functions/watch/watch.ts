import { senderId, storeText } from '#shared/apply/store-text.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { HOUR, MINUTE, type Instant } from '#shared/domain/record.ts';
import type { DueIndex, DueItem, Ports } from '#shared/ports.ts';

export type Deps = Pick<Ports, 'contacts' | 'carrier' | 'queues' | 'alerts' | 'now'> & {
  followUpsDue: DueIndex;
  casesDue: DueIndex;
  textsDue: DueIndex;
  eventsDue: DueIndex;
  /** Open documents that nothing would ever wake again; looked for once a week. */
  lost: () => AsyncIterable<string>;
  measure: (seen: { heartbeat: true; oldestDueSeconds: number }) => void;
};

/** What is due longer than this has not moved: something is broken. */
const OVERDUE_AFTER = 15 * MINUTE;
/** How far back the carrier's list is compared with ours; once an hour a day, so that a long outage of ours loses nothing. */
const LOOK_BACK = 6 * HOUR;
const LONG_LOOK_BACK = 24 * HOUR;
/** A text this fresh may still be on its way to us. */
const ON_ITS_WAY = 2 * MINUTE;
/** This runs every five minutes; what must be said once an hour is said in the first of them. */
const EVERY = 5 * MINUTE;

/**
 * Looks at everything from outside: what is overdue and has not moved, and what only the carrier knows. Has its own
 * schedule, role and alarm, so that it still looks when the rest has stopped; its missing heartbeat is an alarm.
 */
export async function watch(deps: Deps): Promise<string> {
  const now = deps.now();
  const overdue = await findOverdue(deps, now);
  const found = await fetchUnseenTexts(deps, now);
  const lost = isWeekly(now) ? await count(deps.lost()) : 0;
  await tellOperators(deps, now, overdue, lost);
  deps.measure({ heartbeat: true, oldestDueSeconds: Math.round(overdue.oldest / 1000) });
  // First, because its alarm has this word alone; what is overdue has a metric of its own.
  if (found === 'cannot-list') return 'carrier-list-failed';
  if (overdue.count + lost > 0) return 'overdue';
  return found > 0 ? 'found-unseen-texts' : 'all-moving';
}

type Overdue = { count: number; oldest: number };

/** What is overdue is woken once more, whatever else wakes it. */
async function findOverdue(deps: Deps, now: Instant): Promise<Overdue> {
  const seen = await Promise.all([
    overdueIn(deps.casesDue, now, ({ id }) => deps.queues.toCase(id, { kind: 'wake' })),
    overdueIn(deps.followUpsDue, now, ({ id }) => deps.queues.toFollowUp(id, { kind: 'wake' })),
    overdueIn(deps.textsDue, now, ({ id, contactId }) => deps.queues.toText(contactId ?? '', id)),
    overdueIn(deps.eventsDue, now, ({ id }) => deps.queues.toInbox(id)),
  ]);
  return seen.reduce(
    (all, one) => ({ count: all.count + one.count, oldest: Math.max(all.oldest, one.oldest) }),
    { count: 0, oldest: 0 },
  );
}

async function overdueIn(
  index: DueIndex,
  now: Instant,
  wake: (item: DueItem) => Promise<void>,
): Promise<Overdue> {
  const overdue = { count: 0, oldest: 0 };
  for await (const item of index.due(now)) {
    const late = now - item.dueAt;
    overdue.oldest = Math.max(overdue.oldest, late);
    if (late < OVERDUE_AFTER) continue;
    overdue.count += 1;
    await wake(item);
  }
  return overdue;
}

/**
 * Webhooks are lost; the carrier's own list is not. What we never saw is stored and handled, with the carrier's time: the
 * newest first, a few at a time, so that whoever dies over a long list has handled what came since the last look.
 */
async function fetchUnseenTexts(deps: Deps, now: Instant): Promise<number | 'cannot-list'> {
  try {
    const received = await deps.carrier.received(now - (now % HOUR < EVERY ? LONG_LOOK_BACK : LOOK_BACK));
    const newest = received
      .filter(({ at }) => at <= now - ON_ITS_WAY)
      .toSorted((one, other) => other.at - one.at);
    const looks: PromiseSettledResult<boolean>[] = [];
    for (let start = 0; start < newest.length; start += AT_ONCE) {
      const some = newest.slice(start, start + AT_ONCE).map((one) => fetchUnseen(deps, one));
      looks.push(...(await Promise.allSettled(some)));
    }
    if (looks.some(({ status }) => status === 'rejected')) return 'cannot-list';
    return looks.filter((look) => look.status === 'fulfilled' && look.value).length;
  } catch {
    return 'cannot-list';
  }
}

/** How many texts are looked up at the same time. */
const AT_ONCE = 10;

type Received = Awaited<ReturnType<Deps['carrier']['received']>>[number];

async function fetchUnseen(deps: Deps, { providerId, from, to, body, at }: Received): Promise<boolean> {
  const contactId = await senderId(deps.contacts, from);
  if (await deps.contacts.getText(contactId, providerId)) return false;
  const stored = await storeText(deps, { messageSid: providerId, from, to, body, media: 0, at });
  if (stored) await deps.queues.toText(contactId, providerId);
  return stored !== undefined;
}

async function tellOperators(
  deps: Deps,
  now: Instant,
  { count, oldest }: Overdue,
  lost: number,
): Promise<void> {
  const newlyOverdue = oldest < OVERDUE_AFTER + EVERY || oldest % HOUR < EVERY;
  if (count > 0 && newlyOverdue) {
    await deps.alerts.toOperators({
      subject: 'Handrail: something is overdue and has not moved',
      text: `${count} follow-ups, cases, texts or events are overdue; the oldest by ${Math.round(oldest / MINUTE)} minutes. See the runbook, "overdue".`,
    });
  }
  if (lost > 0) {
    await deps.alerts.toOperators({
      subject: 'Handrail: open follow-ups without a due time',
      text: `${lost} open follow-ups or cases have no due time, so nothing would ever wake them. See the runbook, "overdue".`,
    });
  }
}

/** Mondays at 06:00 UTC, once. */
function isWeekly(now: Instant): boolean {
  const date = new Date(now);
  return date.getUTCDay() === 1 && date.getUTCHours() === 6 && date.getUTCMinutes() < EVERY / MINUTE;
}

async function count(ids: AsyncIterable<Case['id']>): Promise<number> {
  let seen = 0;
  for await (const id of ids) seen += id === '' ? 0 : 1;
  return seen;
}

import type { LocalStack } from '../local-stack.ts';
import { alertIn } from '../timeline/alert-in.ts';
import type { Player } from './play-along.ts';
import type { PlayRecord } from './play-record.ts';
import type { Reply, StaffAction } from './replies.ts';
import { newestAlert, staffTurns, type Alert, type StaffEntry, type StaffTurn } from './staff-turns.ts';
import { visitPage } from './visit-page.ts';

type Parts = {
  readonly stack: LocalStack;
  /** Staff ids in the order of the alert ladder. */
  readonly ladder: readonly string[];
  readonly record: PlayRecord;
  readonly onProblem: (problem: string) => void;
};

type Closing = { readonly caseId: string; readonly dueAt: number; readonly outcome: string };

const staffEntries = (replies: readonly Reply[]): StaffEntry[] =>
  replies.flatMap((reply, index) => ('staff' in reply ? [{ index, action: reply }] : []));

/** Staff: the person whose step of the ladder an alert reached opens its link, acknowledges, and may close later. */
export function staffPlayer(parts: Parts, replies: readonly Reply[]): Player {
  const { stack, record } = parts;
  const entries = staffEntries(replies);
  const alerts = () => alertsOn(stack);
  const turns = () => [...staffTurns(entries, alerts(), record.taken), ...unfinishedTurns(entries, record)];
  const closings = () => closingsDue(entries, record);
  return {
    nextAt() {
      const moments = [...turns(), ...closings()].map(({ dueAt }) => dueAt);
      return moments.length === 0 ? undefined : Math.min(...moments);
    },
    async act(now) {
      for (const turn of turns().filter(({ dueAt }) => dueAt <= now))
        await acknowledge(parts, turn, alerts(), now);
      for (const closing of closings().filter(({ dueAt }) => dueAt <= now))
        await close(parts, closing, alerts());
    },
  };
}

/** One alert, however many phones it rang; oldest first. */
function alertsOn(stack: LocalStack): Alert[] {
  const alerts = new Map<string, Alert>();
  for (const delivery of stack.staffPhones()) {
    const alert = alertIn(delivery);
    const { messageId, at } = delivery;
    if (alert && !alerts.has(messageId)) alerts.set(messageId, { id: messageId, at, ...alert });
  }
  return [...alerts.values()];
}

function unfinishedTurns(entries: readonly StaffEntry[], { taken, acknowledged }: PlayRecord): StaffTurn[] {
  return [...taken].flatMap(([caseId, by]) => {
    const entry = entries.find(({ index }) => index === by);
    return entry && !acknowledged.has(caseId) ? [{ entry, caseId, dueAt: 0 }] : [];
  });
}

function closingsDue(entries: readonly StaffEntry[], record: PlayRecord): Closing[] {
  return [...record.acknowledged].flatMap(([caseId, at]) => {
    const close = closeOf(entries, record.taken.get(caseId));
    return close && !record.closed.has(caseId)
      ? [{ caseId, dueAt: at + close.after, outcome: close.outcome }]
      : [];
  });
}

const closeOf = (entries: readonly StaffEntry[], by: number | undefined): StaffAction['close'] =>
  entries.find(({ index }) => index === by)?.action.close;

async function acknowledge(
  parts: Parts,
  { entry, caseId }: StaffTurn,
  alerts: readonly Alert[],
  now: number,
): Promise<void> {
  const { record } = parts;
  if (!record.taken.has(caseId)) record.add({ taken: caseId, by: entry.index, at: now });
  await open(parts, alerts, caseId, { action: 'acknowledge' });
  record.add({ acknowledged: caseId, at: now });
}

async function close(parts: Parts, { caseId, outcome }: Closing, alerts: readonly Alert[]): Promise<void> {
  await open(parts, alerts, caseId, { action: 'close', outcome });
  parts.record.add({ closed: caseId });
}

async function open(
  { stack, ladder, onProblem }: Parts,
  alerts: readonly Alert[],
  caseId: string,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  const alert = newestAlert(alerts, caseId);
  if (!alert) return;
  const status = await visitPage(stack, alert.link, { ...fields, staffId: ladder[alert.step] ?? '' });
  if (status >= 300)
    onProblem(`the page of ${caseId} answered ${status}: it was not done (${fields['action']})`);
}

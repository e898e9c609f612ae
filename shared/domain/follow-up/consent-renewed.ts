import type { Channel } from '../contact/contact.ts';
import { DAY, type Instant } from '../record.ts';
import { planAfter } from '../time/plan-time.ts';
import type { CheckIn } from './check-in.ts';
import { windowFor } from './reach.ts';
import { change, note, type Turn } from './turn.ts';

/** START: takes back what the client's own word stopped, and plans again only what still lies ahead. */
export function consentRenewed(turn: Turn, channel: Channel, at: Instant): Turn {
  const { reach: ways, hold } = turn.followUp;
  const reach = ways[channel];
  if (reach?.stopped !== 'opted-out' && reach?.stopped !== 'held-opt-out') return turn;
  if ((reach.stoppedAt ?? -Infinity) > at || hold?.why === 'death') return turn;
  const { stopped: _lifted, stoppedAt: _said, ...open } = reach;
  const lifted = change(notRevokedBefore(turn, at), {
    reach: { ...ways, [channel]: { ...open, startedAt: at } },
  });
  // They may have stopped the other channel since, and that ended the plan.
  const stoppedSince = Object.values(lifted.followUp.reach).some(({ stoppedAt = at }) => stoppedAt > at);
  const again = stoppedSince ? [] : stillAhead(lifted, channel, at);
  const told = note(lifted, 'contact-changed', {
    by: 'client',
    at,
    why: 'opted-in-again',
    detail: { channel, steps: again.length },
  });
  return stoppedSince ? told : goOn(told, again);
}

function notRevokedBefore(turn: Turn, at: Instant): Turn {
  const { revokedAt, ...rest } = turn.followUp;
  return revokedAt !== undefined && revokedAt <= at ? { ...turn, followUp: rest } : turn;
}

/** The steps that a stop cancelled and that are not over yet, as steps of their own. */
function stillAhead(turn: Turn, channel: Channel, at: Instant): CheckIn[] {
  return turn.followUp.ended.flatMap((line) => {
    const { id, kind, plannedFor = at, tooLateAt = at + DAY } = line;
    if (line.state !== 'cancelled' || line.why !== 'opted-out' || (line.plannedFor ?? 0) < at) return [];
    return [replanned(turn, id, kind, channel, plannedFor, tooLateAt)];
  });
}

function goOn(turn: Turn, again: readonly CheckIn[]): Turn {
  const { linkedUntil: _over, ...rest } = turn.followUp;
  const reopened =
    again.length > 0 && rest.status === 'completed'
      ? { ...rest, status: rest.hold ? ('held' as const) : ('open' as const) }
      : turn.followUp;
  const ended = reopened.ended.map((line) =>
    line.why === 'opted-out' ? { ...line, why: 'opted-out-then-in' } : line,
  );
  return { ...turn, followUp: { ...reopened, checkIns: [...reopened.checkIns, ...again], ended } };
}

function replanned(
  turn: Turn,
  id: string,
  kind: CheckIn['kind'],
  channel: Channel,
  plannedFor: Instant,
  tooLateAt: Instant,
): CheckIn {
  const window = windowFor(turn.followUp, channel, turn.context.programme);
  const plan = planAfter({ at: plannedFor, gapMinutes: 0, window });
  const sendAt = plan.kind === 'planned' ? plan.at : plannedFor;
  return {
    id: `${id}r`,
    kind,
    state: 'scheduled',
    sendAt,
    tooLateAt,
    silentBy: tooLateAt + DAY,
    attempt: 1,
    channel,
    attempts: [],
  };
}

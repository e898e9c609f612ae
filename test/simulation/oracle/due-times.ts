import { HOUR } from './clock.ts';
import { endOfNextStaffedDay } from './hours.ts';
import type { CaseStory, Session, Story } from './model.ts';
import { CALL_HIGH_TIER_WITHIN_HOURS, POST_CRISIS, type Figures } from './protocol.ts';
import { LIMITS } from './tolerances.ts';

/** The latest time at which a case is due that was opened at `openedAt`, whatever deadline Handrail gave it. */
export function latestDue(story: Story, { doc, reason, about }: CaseStory, openedAt: number): number {
  const { sessions, texts } = story;
  const session = sessions.get(doc ?? '');
  const after = (hours: number): number => openedAt + hours * HOUR;
  const nextDay = staffedDayAfter(story, openedAt);
  switch (reason) {
    case 'in':
      return texts.get(about)?.means === 'distress' ? Math.min(nextDay, openedAt + LIMITS.distress) : nextDay;
    case 'distress-words':
      return Math.min(nextDay, openedAt + LIMITS.distress);
    case 'high-tier-call':
      return after(CALL_HIGH_TIER_WITHIN_HOURS);
    case 'declined':
      // Of a session that another one replaced: as what stood in a message's way.
      return Math.max(nextDay, after(repairHours(session)), after(POST_CRISIS.moderate.firstCeilingHours));
    case 'missed-check-in':
      return after(POST_CRISIS.low.callWithinHours);
    case 'not-sent':
    case 'not-delivered':
    case 'contact-repair':
    case 'outcome-unknown':
    case 'wrong-number':
    case 'opted-out':
      return after(repairHours(session));
    default:
      return nextDay;
  }
}

/** The end of the next day on which people work, on any server's clock. */
export const staffedDayAfter = ({ known }: Story, at: number): number =>
  endOfNextStaffedDay(at + known.clockSkew, known.staffedHours, known.agencyZone);

/** By tier; where a session was closed more than once, whichever of its closings gives most time. */
export const repairHours = (session: Session | undefined): number =>
  most(session, ({ repairWithinHours }) => repairWithinHours);

/** Silence stands on a list at low tier, and pages at once at the others. */
export const silenceHours = (session: Session): number =>
  most(session, ({ silencePages, callWithinHours }) => (silencePages ? 0 : callWithinHours));

function most(session: Session | undefined, hoursIn: (figures: Figures) => number): number {
  const hours = session?.closings.map(({ event }) => {
    const { tier } = event.risk;
    if (event.protocol === 'caring-contacts') return hoursIn(POST_CRISIS.low);
    return hoursIn(POST_CRISIS[tier === 'imminent' ? 'high' : tier]);
  });
  return hours && hours.length > 0 ? Math.max(...hours) : hoursIn(POST_CRISIS.low);
}

import { iso, HOUR, MINUTE } from './clock.ts';
import type { Ledger } from './ledger.ts';
import type { CaseStory, Story, Take } from './model.ts';
import type { Plan, Step } from './plans.ts';
import { SECOND_ATTEMPT_AFTER_HOURS, SPREAD_MINUTES } from './protocol.ts';
import {
  commonWindow,
  firstNotBefore,
  isRoom,
  isRoomDaily,
  isRoomForFirst,
  timesOf,
  type Times,
} from './sending-times.ts';
import { judgeSaid } from './said-of-sending.ts';
import { standsInTheWay } from './why-not-sent.ts';

type Cases = ReadonlyMap<string, readonly CaseStory[]>;
type Sending = { plan: Plan; step: Step; cases: Cases; times: Times };

/** Of the check-ins that nothing stood in the way of, so many in a hundred go out; of fewer than twenty nothing is said. */
const FLOOR = { percent: 90, of: 20 };

/** Promise 4, where nobody would speak of it: what could be sent is sent, in its time, and asked again after silence. */
export function judgeSending(story: Story, ledger: Ledger, plans: readonly Plan[], cases: Cases): void {
  const sent = { could: 0, were: 0 };
  for (const plan of plans) {
    if (plan.decision?.kind !== 'follow-up-started') continue;
    for (const step of plan.steps) {
      const sending = { plan, step, cases, times: timesOf(story, plan, step) };
      judgeSaid(story, ledger, plan, step);
      judgeEarly(story, ledger, sending);
      judgeSecondAttempt(story, ledger, sending);
      const could = couldBeSent(story, sending);
      if (!could) continue;
      sent.could += 1;
      if (takesOf(step).length > 0) sent.were += 1;
      else judgeNotSent(story, ledger, sending);
    }
  }
  if (sent.could < FLOOR.of) return;
  ledger.checked('silentlyLost');
  if (sent.were * 100 < FLOOR.percent * sent.could)
    ledger.broken(
      'silentlyLost',
      story.seenUntil,
      undefined,
      `of ${sent.could} messages that nothing stood in the way of, ${sent.were} went out`,
    );
}

const takesOf = ({ messages }: Step): Take[] => messages.flatMap(({ takes }) => takes);

/** Said not to have been sent, and there was time for it, and nothing seen from outside kept it. */
function judgeNotSent(story: Story, ledger: Ledger, sending: Sending): void {
  const { plan, step, times } = sending;
  const { doc, person } = plan.session;
  const [outcome] = step.outcomes;
  ledger.checked('silentlyLost');
  if (outcome?.kind !== 'check-in-not-sent') return;
  if (outcome.why === 'outcome-unknown' && isDoubtful(story, sending)) return;
  const because = `${doc} ${step.id}: ${outcome.kind} (${outcome.why}), but its window was open after ${iso(times.notBefore)} and nothing stood in the way`;
  ledger.broken('silentlyLost', outcome.recordedAt, person, because);
}

/**
 * A sender that dies before its request leaves nothing to be seen but a question to the carrier's list, and mail has no
 * list: there the floor alone holds.
 */
function isDoubtful({ people, contacts }: Story, { plan, times }: Sending): boolean {
  const values = [...(people.get(plan.session.person)?.windows.keys() ?? [])];
  return values.some((value) => {
    const listed = contacts.get(value)?.listed.some(({ at }) => at >= times.notBefore);
    return listed === true || value.includes('@');
  });
}

/** Whether there was a time at which it could go, by all of the client's windows, and nothing outside kept it. */
function couldBeSent(story: Story, { plan, step, cases, times }: Sending): boolean {
  const { tolerances, known, seenUntil } = story;
  const [outcome] = step.outcomes;
  // It is planned once its event has been read.
  const started = story.troubles.after(plan.closing.at, tolerances.looked, 'work', plan.session.doc);
  const time = SPREAD_MINUTES * MINUTE + tolerances.looked + 2 * known.clockSkew;
  const window = commonWindow(story, plan);
  const daily = step.kind === 'caring-contact';
  const from = Math.max(daily ? times.notBefore : times.plannedBy, started);
  const until = daily ? times.plannedBy : times.inTimeUntil;
  if (until > seenUntil) return false;
  const end = Math.max(outcome?.recordedAt ?? 0, until + tolerances.looked);
  if (standsInTheWay(story, plan, { step, cases, from: times.notBefore, until: end })) return false;
  return daily
    ? started <= times.notBefore && isRoomDaily(story, plan, window, { from, until, time })
    : isFirst(step)
      ? isRoomForFirst(story, plan, window, { from, until, time })
      : isRoom(story, plan, window, { from, until, time });
}

const isFirst = ({ id }: Step): boolean => /(?:^|\d)d1$/.test(id);

/** The first check-in leaves people some hours, unless its ceiling comes first; the later ones have their day. */
function judgeEarly(story: Story, ledger: Ledger, { plan, step, times }: Sending): void {
  const first = Math.min(...takesOf(step).map(({ at }) => at));
  if (!Number.isFinite(first)) return;
  ledger.checked('silentlyLost');
  const notBefore = isFirst(step) ? firstNotBefore(story, plan, times) : times.notBefore;
  if (first >= notBefore - story.known.clockSkew) return;
  const { doc, person } = plan.session;
  const because = `${doc} ${step.id}: it went out at ${iso(first)}, before ${iso(notBefore)}`;
  ledger.broken('silentlyLost', first, person, because);
}

/** Silence after one attempt is not enough for `missed` where a second could still be made. */
function judgeSecondAttempt(story: Story, ledger: Ledger, { plan, step, cases, times }: Sending): void {
  const { tolerances, known } = story;
  const [outcome] = step.outcomes;
  const [first] = takesOf(step);
  if (outcome?.kind !== 'check-in-missed' || !first || step.messages.length !== 1) return;
  const { doc, person } = plan.session;
  const asked = first.at + SECOND_ATTEMPT_AFTER_HOURS[plan.tier] * HOUR;
  // What the carrier took without saying so is asked for, and an hour of waiting begins only then.
  const from = story.troubles.after(asked, 2 * tolerances.looked, 'texts', doc);
  const until = times.silentNotBefore - HOUR;
  const time = tolerances.looked + SPREAD_MINUTES * MINUTE + 2 * known.clockSkew;
  if (!isRoom(story, plan, commonWindow(story, plan), { from, until, time })) return;
  const end = Math.max(outcome.recordedAt, until);
  if (standsInTheWay(story, plan, { step, cases, from: first.at, until: end })) return;
  ledger.checked('silentlyLost');
  ledger.broken(
    'silentlyLost',
    outcome.recordedAt,
    person,
    `${doc} ${step.id}: missed, and after ${iso(first.at)} there was no second attempt although its window was open`,
  );
}

import { beforeAll, describe, expect, it } from 'vitest';
import { TimeZone } from '#shared/contracts/common.ts';
import { newContact } from '#shared/domain/contact/change-contact.ts';
import { decideHandOver } from '#shared/domain/contact/decide-hand-over.ts';
import { advance } from '#shared/domain/follow-up/advance.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import { nextDueAt } from '#shared/domain/follow-up/next-due-at.ts';
import { isOpen } from '#shared/domain/time/contact-window.ts';
import { planOnDay } from '#shared/domain/time/plan-on-day.ts';
import { planAfter } from '#shared/domain/time/plan-time.ts';
import { aFollowUp, aScheduledCheckIn } from '#test/builders/a-follow-up.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';
import { must, PATIENCE } from '#test/unit/model/property-runs.ts';
import { ZONE_ALIASES } from './zone-aliases.ts';
import { edgesOf, type Edge } from './zone-edges.ts';
import { rowOf, wallsAround, type Row } from './zone-table-of-plans.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const YEARS = [2026, 2027, 2028, 2029, 2030] as const;
const ZONES = [...new Set([...Intl.supportedValuesOf('timeZone'), ...ZONE_ALIASES])];

const edges = new Map<string, Edge[]>();
// Around an edge a zone's clocks are told by the edge alone, so zones that share it share the reckoning.
const rows = new Map<string, Row>();

beforeAll(() => {
  for (const zone of ZONES) edges.set(zone, edgesOf(zone, 2026, 2030));
}, PATIENCE);

const inYear = (zone: string, year: number) =>
  (edges.get(zone) ?? []).filter(({ at }) => new Date(at).getUTCFullYear() === year);

function row(zone: string, edge: Edge, wall: number): Row {
  const key = `${edge.at} ${edge.before} ${edge.after} ${wall}`;
  const known = rows.get(key) ?? rowOf(zone, edge, wall);
  rows.set(key, known);
  return known;
}

it('every zone that the runtime knows, and its other names, are in the table', () => {
  expect(ZONES.length).toBeGreaterThan(540);
  expect(ZONES.filter((zone) => !TimeZone.safeParse(zone).success)).toEqual([]);
  const changes = [...edges.values()].flat().filter(({ before, after }) => before !== after);
  expect(changes.length).toBeGreaterThan(1500);
});

describe.each(YEARS)(
  'in every zone, around the nights of %i on which clocks change',
  { timeout: PATIENCE },
  (year) => {
    it('a text goes at its own time, at the first that exists, or the next day, and never outside the hours', () => {
      for (const zone of ZONES) {
        for (const edge of inYear(zone, year)) {
          for (const wall of wallsAround(edge)) isPlanned(zone, row(zone, edge, wall));
        }
      }
    });

    it('a text goes once and is not skipped', () => {
      for (const zone of ZONES) {
        for (const edge of inYear(zone, year)) {
          const walls = wallsAround(edge);
          const { goesAt, hours } = row(zone, edge, walls[Math.floor(walls.length / 2)] ?? edge.at);
          const went = handOversOf(zone, hours, goesAt);
          must(went.length === 1 && went[0] === goesAt, 'a text goes once, when it was planned', {
            zone,
            goesAt,
            went,
          });
        }
      }
    });
  },
);

function isPlanned(zone: string, { hours, dayStart, goesAt, exact }: Row): void {
  const window = { zones: [zone], agencyWindow: hours };
  const plan = planAfter({ at: dayStart, gapMinutes: 0, window });
  const about = { zone, hours, goesAt: new Date(goesAt), plan };
  must(
    plan.kind === 'planned' && plan.at === goesAt,
    'a text is planned for the first moment that is open',
    about,
  );
  must(
    isOpen(goesAt, window) && isOpen(plan.windowEndsAt - 1, window),
    'its window is open to the end',
    about,
  );
  must(mayGo(zone, hours, goesAt) === 'go', 'the hand-over check agrees', about);
  must(mayGo(zone, hours, plan.windowEndsAt) !== 'go', 'and refuses when it has closed', about);
  if (exact) must(mayGo(zone, hours, goesAt - 1) !== 'go', 'and before it opens', about);
  if (!exact) return;
  const onDay = planOnDay({ closedAt: dayStart + DAY / 2 - 7 * DAY, days: 7, window, jitterKey: zone });
  must(
    onDay.kind === 'planned' && onDay.at >= goesAt && onDay.at <= goesAt + HOUR,
    'a check-in of that day goes then',
    { ...about, onDay },
  );
  must(isOpen(onDay.at, window), 'and inside the hours', { ...about, onDay });
}

const aPhone = newContact({ id: 'a-contact', channel: 'sms', value: '+14105550134' });

function mayGo(zone: string, hours: Row['hours'], now: number): string {
  const programme = aProgramme({ contactWindow: hours });
  const decision = decideHandOver({ ...aPhone, zones: [zone] }, { messageId: 'm1' }, { now, programme });
  return decision.kind === 'go' ? 'go' : decision.reason;
}

/** When a planned text is handed over, woken twice at each due moment from the night before to two days after. */
function handOversOf(zone: string, contactWindow: Row['hours'], sendAt: number): number[] {
  const programme = aProgramme({ contactWindow });
  const step = { id: 'cc2', kind: 'caring-contact' as const, sendAt, tooLateAt: sendAt + 96 * HOUR };
  let followUp: FollowUp = aFollowUp({ zones: [zone], checkIns: [aScheduledCheckIn(step)] });
  const went: number[] = [];
  let now = sendAt - DAY / 2;
  const take = (input: Parameters<typeof advance>[1]) => {
    const advanced = advance(followUp, input, { now, programme });
    if (advanced.kind === 'unchanged') return;
    followUp = advanced.followUp;
    for (const effect of advanced.effects) {
      if (effect.kind === 'send') take({ kind: 'claim', messageId: effect.messageId });
      if (effect.kind !== 'hand-over') continue;
      went.push(now);
      const result = { kind: 'accepted', providerId: 'SM1', status: 'accepted' } as const;
      take({ kind: 'hand-over-result', messageId: effect.message.id, result });
    }
  };
  while (now < sendAt + 2 * DAY) {
    take({ kind: 'wake' });
    take({ kind: 'wake' });
    now = Math.max(now + 1, nextDueAt(followUp) ?? Infinity);
  }
  return went;
}

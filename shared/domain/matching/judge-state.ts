import { DAY, type Instant } from '../record.ts';
import { against, excluded, inFavour, NEUTRAL, together, type Judgement } from './judgement.ts';
import type { ClientReport, ListingState, TrackRecord } from './overlay.ts';
import { WEIGHTS } from './weights.ts';

/** What became known since the snapshot was built, capacity apart: pauses, how others fared, what clients reported. */
export function judgeState(
  { pausedUntil, record, reports = [] }: ListingState,
  needs: readonly string[],
  now: Instant,
): Judgement {
  if (pausedUntil !== undefined && pausedUntil > now)
    return excluded(`paused until ${new Date(pausedUntil).toISOString().slice(0, 10)}`);
  return together([judgeRecord(record, needs), judgeReports(reports, now)]);
}

/** Of what nothing is known, so that nothing can be better than by what clients said. */
export const UNTRIED: Judgement = { factor: WEIGHTS.record.usual };

function judgeRecord(record: ListingState['record'], needs: readonly string[]): Judgement {
  const { mean, weight, none, usual, all } = WEIGHTS.record;
  const { offered, accepted, helped } = sumOf(needs.flatMap((need) => record?.[need] ?? []));
  if (offered === 0) return UNTRIED;
  // Taken on and not yet helped is worth half.
  const successes = helped + Math.max(0, accepted - helped) / 2;
  const chance = Math.min(1, (successes + mean * weight) / (offered + weight));
  const factor =
    chance < mean
      ? none + ((usual - none) * chance) / mean
      : usual + ((all - usual) * (chance - mean)) / (1 - mean);
  const code = `helped:${helped}-of-${offered}`;
  return chance < mean ? against(factor, code) : inFavour(factor, code);
}

const sumOf = (records: readonly TrackRecord[]): TrackRecord =>
  records.reduce(
    (sum, one) => ({
      offered: sum.offered + one.offered,
      accepted: sum.accepted + one.accepted,
      helped: sum.helped + one.helped,
    }),
    { offered: 0, accepted: 0, helped: 0 },
  );

function judgeReports(reports: readonly ClientReport[], now: Instant): Judgement {
  const { each, least, days } = WEIGHTS.reports;
  const recent = reports.filter(({ lastAt, count }) => count > 0 && now - lastAt <= days * DAY);
  if (recent.length === 0) return NEUTRAL;
  const total = recent.reduce((sum, { count }) => sum + count, 0);
  return {
    factor: Math.max(least, each ** total),
    against: recent.map(({ kind, count }) => `reported:${kind}-${count}`),
  };
}

import { DAY, type Instant } from '../record.ts';
import { against, inFavour, type Judgement } from './judgement.ts';
import { WEIGHTS } from './weights.ts';

const DAYS_A_MONTH = 30.4;

/** How long ago somebody last made sure of it. */
export function judgeVerified(verifiedAt: Instant | undefined, now: Instant): Judgement {
  if (verifiedAt === undefined) return against(verifiedFactor(undefined, now), 'verified:unknown');
  const factor = verifiedFactor(verifiedAt, now);
  const code = `verified:${ago(Math.max(0, now - verifiedAt) / DAY)}`;
  return factor === 1 ? inFavour(factor, code) : against(factor, code);
}

export function verifiedFactor(verifiedAt: Instant | undefined, now: Instant): number {
  const { freshMonths, perMonth, oldest, notSaid } = WEIGHTS.verified;
  if (verifiedAt === undefined) return notSaid;
  const late = (now - verifiedAt) / (DAYS_A_MONTH * DAY) - freshMonths;
  return late <= 0 ? 1 : Math.max(oldest, 1 - late * perMonth);
}

function ago(days: number): string {
  const months = Math.floor(days / DAYS_A_MONTH);
  if (months >= 1) return `${months}-month${months === 1 ? '' : 's'}-ago`;
  return days < 1 ? 'today' : `${Math.floor(days)}-day${days < 2 ? '' : 's'}-ago`;
}

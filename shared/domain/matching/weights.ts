/**
 * How each thing that is known of a listing moves the likelihood that a client who turns to it is helped. The score is
 * the product: 1 is the best there is, 0.5 half as likely. Unknown always costs less than a known "no", and nothing here
 * excludes. The order follows what clients of 211 lines reported of vain calls: no funds or places (34 %), not eligible
 * (25 %), nobody reached; the figures are judgement, kept in this one table so that they can be argued about.
 */
export const WEIGHTS = {
  /** How far away somebody goes for it half as likely, kilometres; where it is may be secret or not said. */
  distance: { halfAtKm: 15, secret: 0.7, unknown: 0.4 },
  /** `share`: what the part of several needs that it does not meet costs. */
  need: { stated: 1, inferred: 0.75, share: 0.3 },
  audience: { meant: 1, open: 0.97, unknown: 0.7, inferredOther: 0.5, inferred: 0.9 },
  age: { fits: 1, notSaid: 0.97, clientUnknown: 0.9 },
  area: { inside: 1, notSaid: 0.95, unknown: 0.85 },
  language: { spoken: 1, interpreters: 0.92, notSaid: 0.75, notSaidEnglish: 0.98, others: 0.4 },
  /** For each thing that the client needs. */
  access: { offered: 1, notSaid: 0.8 },
  cost: { free: 1, 'sliding-scale': 0.95, notSaid: 0.93, fee: 0.7 },
  documents: { needed: 0.95 },
  reached: { phone: 1, otherwise: 0.8, unknown: 0.4 },
  hours: { openNow: 1, openWhenCalling: 0.97, opensWithinADay: 0.92, notSaid: 0.88, closed: 0.75 },
  capacity: {
    capacity: 1,
    notSaid: 0.9,
    'additional-assessment-required': 0.8,
    waitlist: 0.55,
    'no-capacity': 0.15,
    /** Older than this, what was said of places is half forgotten. */
    staleAfterDays: 7,
    stale: { capacity: 0.92, 'additional-assessment-required': 0.85, waitlist: 0.75, 'no-capacity': 0.6 },
  },
  /** Confirmed within `freshMonths`: 1; then a little less each month, down to `oldest`. */
  verified: { freshMonths: 6, perMonth: 0.01, oldest: 0.7, notSaid: 0.8 },
  /**
   * Of clients who were sent there, how many were helped, smoothed by a beta prior: as if `weight` clients had been sent
   * before with the `mean` success of 211 referrals (36 %).
   */
  record: { mean: 0.36, weight: 8, none: 0.4, usual: 0.9, all: 1 },
  /** For each report of clients within `days`; never less than `least` in all. */
  reports: { each: 0.6, least: 0.1, days: 90 },
} as const;

/** Listings of one organization among the results, at most. */
export const MOST_OF_ONE_ORGANIZATION = 2;

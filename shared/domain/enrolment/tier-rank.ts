/** Tiers in order. */
export const TIER_RANK = { low: 0, moderate: 1, high: 2 } as const;

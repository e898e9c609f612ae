/** ISO 8601 in UTC, to the second: `2026-11-24T14:05:00Z`. */
export const isoSeconds = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

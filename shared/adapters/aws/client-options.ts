/** For calls that may be repeated without harm: reads, conditional writes, queues. */
export const repeatable = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 4_000 },
} as const;

/**
 * For calls that hand something over to a person: one attempt, because the SDK's own retries send twice.
 * The time-out leaves the caller the time to record that the outcome is unknown.
 */
export const oneAttempt = {
  maxAttempts: 1,
  requestHandler: { connectionTimeout: 1_500, requestTimeout: 8_000 },
} as const;

import * as z from 'zod/mini';

export const Env = z.object({
  FOLLOW_UPS_TABLE: z.string(),
  CASES_TABLE: z.string(),
  TWILIO_SECRET_ARN: z.string(),
  /** Origin of this deployment’s own pages and webhooks, without a trailing slash. */
  PUBLIC_URL: z.string(),
  FOLLOW_UP_QUEUE_URL: z.string(),
  CASE_QUEUE_URL: z.string(),
});
export type Env = z.infer<typeof Env>;

import * as z from 'zod/mini';

export const Env = z.object({
  CASES_TABLE: z.string(),
  FACTS_TABLE: z.string(),
  /** One topic a ladder step, comma-joined, in the order of the ladder. */
  ALERT_TOPIC_ARNS: z.string(),
  OPERATORS_TOPIC_ARN: z.string(),
  LINK_SECRET_ARN: z.string(),
  /** Origin of this deployment’s own pages and webhooks, without a trailing slash. */
  PUBLIC_URL: z.string(),
  URGENT_SEND_QUEUE_URL: z.string(),
  FOLLOW_UP_QUEUE_URL: z.string(),
  EVENT_BUS_NAME: z.string(),
});
export type Env = z.infer<typeof Env>;

import * as z from 'zod/mini';

export const Env = z.object({
  CASES_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
  FACTS_TABLE: z.string(),
  LINK_SECRET_ARN: z.string(),
  /** Origin of this deployment’s own pages and webhooks, without a trailing slash. */
  PUBLIC_URL: z.string(),
  FOLLOW_UP_QUEUE_URL: z.string(),
  CASE_QUEUE_URL: z.string(),
  EVENT_BUS_NAME: z.string(),
  PEPPER_SECRET_ARN: z.string(),
});
export type Env = z.infer<typeof Env>;

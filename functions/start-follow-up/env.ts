import * as z from 'zod/mini';

export const Env = z.object({
  FOLLOW_UPS_TABLE: z.string(),
  CASES_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
  FACTS_TABLE: z.string(),
  INBOX_TABLE: z.string(),
  PEPPER_SECRET_ARN: z.string(),
  FOLLOW_UP_QUEUE_URL: z.string(),
  CASE_QUEUE_URL: z.string(),
  EVENT_BUS_NAME: z.string(),
});
export type Env = z.infer<typeof Env>;

import * as z from 'zod/mini';

export const Env = z.object({
  FOLLOW_UPS_TABLE: z.string(),
  CASES_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
  INBOX_TABLE: z.string(),
  FOLLOW_UP_QUEUE_URL: z.string(),
  CASE_QUEUE_URL: z.string(),
  INBOX_QUEUE_URL: z.string(),
  WAKE_QUEUE_URL: z.string(),
});
export type Env = z.infer<typeof Env>;

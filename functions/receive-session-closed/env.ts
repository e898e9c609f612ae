import * as z from 'zod/mini';

export const Env = z.object({
  EVENTS_SECRET_ARN: z.string(),
  INBOX_TABLE: z.string(),
  INBOX_QUEUE_URL: z.string(),
});
export type Env = z.infer<typeof Env>;

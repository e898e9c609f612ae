import * as z from 'zod/mini';

export const Env = z.object({
  FOLLOW_UPS_TABLE: z.string(),
  CASES_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
  INBOX_TABLE: z.string(),
  TWILIO_SECRET_ARN: z.string(),
  PEPPER_SECRET_ARN: z.string(),
  OPERATORS_TOPIC_ARN: z.string(),
  FOLLOW_UP_QUEUE_URL: z.string(),
  CASE_QUEUE_URL: z.string(),
  INBOX_QUEUE_URL: z.string(),
  /** Where Twilio’s REST API is. Only a stand-in sets it; on AWS it is absent. */
  TWILIO_BASE_URL: z.optional(z.string()),
});
export type Env = z.infer<typeof Env>;

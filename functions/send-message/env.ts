import * as z from 'zod/mini';

export const Env = z.object({
  FOLLOW_UPS_TABLE: z.string(),
  CASES_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
  FACTS_TABLE: z.string(),
  TWILIO_SECRET_ARN: z.string(),
  LINK_SECRET_ARN: z.string(),
  PEPPER_SECRET_ARN: z.string(),
  SES_CONFIGURATION_SET: z.string(),
  /** Origin of this deployment’s own pages and webhooks, without a trailing slash. */
  PUBLIC_URL: z.string(),
  EVENT_BUS_NAME: z.string(),
  SEND_QUEUE_URL: z.string(),
  URGENT_SEND_QUEUE_URL: z.string(),
  CASE_QUEUE_URL: z.string(),
  /** Where Twilio’s REST API is. Only a stand-in sets it; on AWS it is absent. */
  TWILIO_BASE_URL: z.optional(z.string()),
});
export type Env = z.infer<typeof Env>;

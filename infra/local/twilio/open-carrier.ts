import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { Activity } from '../clock/activity.ts';
import type { VirtualClock } from '../clock/virtual-clock.ts';
import type { DataFiles } from '../data/data-dir.ts';
import type { LocalApi } from '../http/start-api.ts';
import type { Tell } from '../happening.ts';
import type { LocalStackOptions } from '../local-stack.ts';
import type { Resources } from '../template/resources.ts';
import { ourAnswers } from './our-answers.ts';
import { startCarrier, type TwilioCarrier } from './twilio-carrier.ts';

/** An account made up for this machine. */
export const twilioSecret = () => ({
  accountSid: `AC${randomBytes(16).toString('hex')}`,
  authToken: randomBytes(16).toString('hex'),
});

const Secret = z.object({ accountSid: z.string(), authToken: z.string() });
const Programme = z.object({
  sms: z.object({ messagingServiceSid: z.string(), optOut: z.enum(['carrier', 'self']).default('carrier') }),
});

export type CarrierParts = {
  readonly resources: Resources;
  readonly api: LocalApi;
  readonly secret: unknown;
  /** The functions' settings, from which the Messaging Service and who answers STOP are taken. */
  readonly programme: unknown;
  readonly options: LocalStackOptions['carrier'];
  readonly activity: Activity;
  readonly clock: VirtualClock;
  readonly tell: Tell;
  readonly files: DataFiles;
};

/** The carrier set up as the deployed stack's operator would: its webhooks are the stack's outputs. */
export function openCarrier(parts: CarrierParts): TwilioCarrier {
  const { resources, api, options = {}, activity, clock, tell, files } = parts;
  const sms = Programme.safeParse(parts.programme).data?.sms;
  const answers = options.answers ?? ourAnswers(parts.programme);
  return startCarrier(
    {
      ...Secret.parse(parts.secret),
      sender: options.sender ?? '+14105550199',
      messagingServiceSid: options.messagingServiceSid ?? sms?.messagingServiceSid ?? `MG${'0'.repeat(32)}`,
      optOut: options.optOut ?? sms?.optOut ?? 'carrier',
      ...(answers && { answers }),
      inboundUrl: resources.output('TwilioTextUrl') ?? `${api.url}/twilio/text`,
      fallbackUrl: resources.output('TwilioTextFallbackUrl') ?? `${api.url}/twilio/text-fallback`,
      ...(files.twilio !== undefined && { file: files.twilio }),
    },
    activity,
    clock.now,
    tell,
  );
}

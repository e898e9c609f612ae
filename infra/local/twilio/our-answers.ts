import * as z from 'zod';
import { composeText } from '#shared/domain/messages/compose.ts';
import { formatPhone } from '#shared/domain/messages/format.ts';
import type { CarrierKeyword } from './carrier-keywords.ts';

const Named = z.object({
  program: z.string(),
  officePhone: z.string(),
  hoursText: z.object({ en: z.string() }),
});

/**
 * The catalogue's texts, as the set-up notes have the operator paste them into Advanced Opt-Out. In English: the carrier
 * does not know a client's language. Undefined for settings that are not Handrail's.
 */
export function ourAnswers(programme: unknown): Readonly<Record<CarrierKeyword, string>> | undefined {
  const settings = Named.safeParse(programme).data;
  if (!settings) return undefined;
  const { program, officePhone, hoursText } = settings;
  const values = { program, hours: hoursText.en, phone: formatPhone(officePhone) };
  return {
    STOP: composeText('stop', 'en', values).text,
    START: composeText('start', 'en', values).text,
    HELP: composeText('help', 'en', values).text,
  };
}

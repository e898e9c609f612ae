import { randomUUID } from 'node:crypto';
import type { CarrierDesk } from './carrier-desk.ts';
import { carrierKeyword, defaultAnswers, type CarrierKeyword } from './carrier-keywords.ts';
import type { CarrierChange } from './carrier-state.ts';
import { planSteps } from './plan-steps.ts';
import { newSid, type TwilioMessage } from './twilio-message.ts';
import { inboundForm } from './webhook-forms.ts';

/** Takes a client's text, answers it when it is the carrier's to answer, and notes what is owed to our webhooks. */
export function receiveText(desk: CarrierDesk, from: string, body: string): TwilioMessage {
  const { options, state, faults, now, tell } = desk;
  const at = now();
  const message: TwilioMessage = {
    sid: newSid(),
    direction: 'inbound',
    status: 'received',
    by: 'client',
    to: options.sender,
    from,
    body,
    createdAt: at,
    updatedAt: at,
    sentAt: at,
    messagingServiceSid: options.messagingServiceSid,
  };
  const keyword = options.optOut === 'carrier' ? carrierKeyword(body) : undefined;
  const fault = faults.ofWebhook('inbound', from);
  const answer = keyword && answerTo(desk, keyword, from);
  state.record({ message }, ...postsOf(desk, message, keyword, fault), ...(answer?.changes ?? []));
  tell({ kind: 'text-inbound', message, posted: fault !== 'lose' });
  if (answer?.message) tell({ kind: 'carrier-answered', message: answer.message });
  return message;
}

function postsOf(
  { options, now }: CarrierDesk,
  message: TwilioMessage,
  keyword: CarrierKeyword | undefined,
  fault: 'lose' | 'double' | undefined,
): CarrierChange[] {
  const { inboundUrl: url, fallbackUrl } = options;
  const parameters = inboundForm(options, message, keyword);
  const copies = fault === 'lose' ? 0 : fault === 'double' ? 2 : 1;
  return Array.from({ length: copies }, () => ({
    owe: { id: randomUUID(), at: now(), url, fallbackUrl, parameters },
  }));
}

/** A second STOP is answered by silence. */
function answerTo(
  { options, state, now }: CarrierDesk,
  keyword: CarrierKeyword,
  to: string,
): { changes: CarrierChange[]; message?: TwilioMessage } {
  const mark: CarrierChange[] = keyword === 'HELP' ? [] : [{ optedOut: to, yes: keyword === 'STOP' }];
  if (keyword === 'STOP' && state.optedOut.has(to)) return { changes: mark };
  const at = now();
  const message: TwilioMessage = {
    sid: newSid(),
    direction: 'outbound-reply',
    status: 'accepted',
    by: 'carrier',
    to,
    from: options.sender,
    body: options.answers?.[keyword] ?? defaultAnswers[keyword],
    createdAt: at,
    updatedAt: at,
    messagingServiceSid: options.messagingServiceSid,
  };
  const plan = planSteps(message, { now: at, phoneOff: state.held.has(to) });
  return { changes: [...mark, { message }, { plan, of: message.sid }], message };
}

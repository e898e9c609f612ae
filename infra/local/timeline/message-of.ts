import { MESSAGE_TAG, messageIdOf } from '#shared/adapters/ses/message-tag.ts';
import { documentOfMessage } from '#shared/domain/sending/message.ts';
import type { Mail } from '../mail/local-mail.ts';
import type { TwilioMessage } from '../twilio/twilio-message.ts';

/** What our own message id, which travels with a text or an e-mail, says of it. */
export type MessageOrigin = {
  readonly id: string;
  /** The follow-up or the case that it came from. */
  readonly document: string;
  /** The step of the plan that it belongs to; undefined for an answer to a text. */
  readonly checkIn?: string;
};

export function originOfText({ statusCallback }: TwilioMessage): MessageOrigin | undefined {
  const id = statusCallback === undefined ? null : new URL(statusCallback).searchParams.get('m');
  return id === null ? undefined : originOf(id);
}

export function originOfMail({ tags }: Mail): MessageOrigin | undefined {
  const tag = tags[MESSAGE_TAG];
  return tag === undefined ? undefined : originOf(messageIdOf(tag));
}

function originOf(id: string): MessageOrigin {
  const [, step = ''] = id.split('~');
  const isStep = id.startsWith('fu#') && !step.startsWith('re-');
  return { id, document: documentOfMessage(id), ...(isStep && { checkIn: step }) };
}

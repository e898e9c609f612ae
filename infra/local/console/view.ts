import { segmentsOf, type TwilioMessage } from '../twilio/twilio-message.ts';
import { describeLine } from './describe-line.ts';
import { withSendingNow } from './sending-now.ts';
import type { ConsoleSession } from './session.ts';
import { staffMessage } from './staff-message.ts';

/** Lists only ever grow; a text comes again when its state changes. */
export type GrowingPiece = 'mails' | 'staff' | 'lines';

/** What is shown as a whole and told again whenever it differs. */
export function currentView(session: ConsoleSession) {
  const { stack, settings, clock } = session;
  return {
    clock: {
      now: wholeSecond(stack.now()),
      zone: settings.timeZone,
      pace: clock.pace(),
      leap: clock.leap() ?? null,
    },
    next: session.next() ?? null,
    clients: session.clients(),
    sending: withSendingNow(settings, stack).sending.mode,
    troubles: session.troubles,
    alarms: Object.entries(stack.alarms()).flatMap(([name, state]) => (state === 'ALARM' ? [name] : [])),
  };
}

const wholeSecond = (instant: number) => Math.floor(instant / 1000) * 1000;

/** What was added to a list since it held `seen`. */
export function addedSince({ stack, settings, timeline }: ConsoleSession, piece: GrowingPiece, seen: number) {
  switch (piece) {
    case 'mails':
      return stack
        .mailbox()
        .slice(seen)
        .map((mail, index) => ({
          number: seen + index,
          at: mail.at,
          from: mail.from,
          to: mail.to,
          subject: mail.subject,
          text: mail.text ?? '',
          hasHtml: mail.html !== undefined,
        }));
    case 'staff':
      return stack
        .staffPhones()
        .slice(seen)
        .map((delivery) => staffMessage(delivery, settings));
    case 'lines':
      return timeline
        .lines()
        .slice(seen)
        .map((line) => describeLine(line, settings));
  }
}

export function textView({
  sid,
  direction,
  to,
  from,
  body,
  createdAt,
  status,
  errorCode,
  by,
}: TwilioMessage) {
  return {
    sid,
    /** The client's number. */
    phone: direction === 'inbound' ? from : to,
    by,
    at: createdAt,
    body,
    segments: segmentsOf(body),
    status,
    ...(errorCode !== undefined && { errorCode }),
  };
}

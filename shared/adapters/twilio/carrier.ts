import { carrierStatus } from '#shared/domain/sending/statuses.ts';
import type { CarrierAnswer, HandOverResult } from '#shared/domain/sending/message.ts';
import type { Carrier, CarrierMessage } from '#shared/ports.ts';
import type { Secret } from '#shared/adapters/secrets.ts';
import { statusCallback } from './callback-url.ts';
import { messagesOf, type Account, type Messages, type Where } from './messages-resource.ts';
import { refusalOf } from './refusal.ts';

type Options = Where & {
  account: Pick<Secret<Account>, 'get'>;
  messagingServiceSid: string;
  publicUrl: string;
};

type Listed = Awaited<ReturnType<Messages['list']>>[number];

/** Twilio's own limits, in seconds. */
const VALIDITY = { min: 1, max: 36_000 };
/** More texts than this to one number since a claim cannot be told apart by a list. */
const LIST_LIMIT = 200;
/** Twilio's times have whole seconds, and clocks differ. */
const CLOCK_DIFFERENCE = 30_000;

/** Texts through Twilio, by its Messaging Service. */
export function twilioCarrier({ account, messagingServiceSid, publicUrl, ...where }: Options): Carrier {
  const messages = async () => messagesOf(await account.get(), where);
  return {
    async send({ messageId, to, text, validForSeconds }) {
      const resource = await messages(); // a secret that cannot be read is thrown: nothing was handed over
      try {
        const sent = await resource.create({
          to,
          body: text,
          messagingServiceSid,
          statusCallback: statusCallback(publicUrl, messageId),
          validityPeriod: Math.min(VALIDITY.max, Math.max(VALIDITY.min, Math.floor(validForSeconds))),
        });
        return handedOver(sent);
      } catch (error) {
        return refusalOf(error) ?? { kind: 'unknown' };
      }
    },

    async find({ to, text, claimedAt }) {
      try {
        // By number alone: Twilio's date filter looks at the date of sending, which a queued message has not.
        const listed = await (await messages()).list({ to, limit: LIST_LIMIT });
        return answerOf(listed, { text, since: claimedAt - CLOCK_DIFFERENCE, messagingServiceSid });
      } catch {
        return { kind: 'cannot-say' };
      }
    },

    async received(since) {
      const listed = await (await messages()).list({ dateSentAfter: new Date(since), pageSize: 1000 });
      return listed
        .filter(({ direction, dateCreated }) => direction === 'inbound' && dateCreated.getTime() >= since)
        .map(asCarrierMessage);
    },
  };
}

function handedOver({ sid, status, errorCode }: Listed): HandOverResult {
  if (errorCode && (status === 'failed' || status === 'undelivered')) {
    return { kind: 'refused', code: String(errorCode) };
  }
  return { kind: 'accepted', providerId: sid, status: carrierStatus(status) ?? 'accepted' };
}

function answerOf(
  listed: readonly Listed[],
  { text, since, messagingServiceSid }: { text: string; since: number; messagingServiceSid: string },
): CarrierAnswer {
  const recent = listed.filter(({ dateCreated }) => dateCreated.getTime() >= since);
  if (recent.length >= LIST_LIMIT) return { kind: 'cannot-say' };
  const matches = recent.filter(
    (message) =>
      message.direction.startsWith('outbound') &&
      message.messagingServiceSid === messagingServiceSid &&
      message.body === text,
  );
  const [match] = matches;
  if (!match) return { kind: 'none' };
  if (matches.length > 1) return { kind: 'cannot-say' };
  return {
    kind: 'found',
    providerId: match.sid,
    status: carrierStatus(match.status) ?? 'accepted',
    ...(match.errorCode && { code: String(match.errorCode) }),
  };
}

function asCarrierMessage(message: Listed): CarrierMessage {
  const status = carrierStatus(message.status);
  return {
    providerId: message.sid,
    to: message.to,
    from: message.from,
    body: message.body,
    at: (message.dateSent ?? message.dateCreated).getTime(),
    ...(status && { status }),
    ...(message.errorCode && { code: String(message.errorCode) }),
  };
}

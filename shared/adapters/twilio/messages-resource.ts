// By path: the whole package weighs 3.7 MB, and its base client brings axios. The resource and its base do the work.
import DomainModule from 'twilio/lib/base/Domain.js';
import VersionModule from 'twilio/lib/base/Version.js';
import { MessageListInstance } from 'twilio/lib/rest/api/v2010/account/message.js';
import { twilioRequest } from './twilio-request.ts';

export type Account = { accountSid: string; authToken: string };
export type Messages = ReturnType<typeof MessageListInstance>;

const ORIGIN = 'https://api.twilio.com';

/** `baseUrl` is for a stand-in on one machine; `timeOut` in milliseconds. */
export type Where = { baseUrl?: string | undefined; timeOut?: number | undefined };

/** Twilio's message resource of one account. */
export function messagesOf(account: Account, { baseUrl = ORIGIN, timeOut }: Where): Messages {
  // Twilio types its base client as a class with a whole account's resources; these two classes use `request` alone.
  const client = { request: twilioRequest(account, timeOut) } as unknown as ConstructorParameters<
    typeof DomainModule.default
  >[0];
  const version = new VersionModule.default(new DomainModule.default(client, baseUrl), '2010-04-01');
  // As above: the resource uses what every Version has.
  return MessageListInstance(version as Parameters<typeof MessageListInstance>[0], account.accountSid);
}

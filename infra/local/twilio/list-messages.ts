import type { TwilioCarrier } from './twilio-carrier.ts';
import { messageJson, type TwilioMessage } from './twilio-message.ts';

const DAY = 86_400_000;

/** One page of the account's messages, newest first, by To, From and DateSent as Twilio filters them. */
export function listMessages({ state, options }: TwilioCarrier, url: URL) {
  const query = url.searchParams;
  const pageSize = Math.min(Number(query.get('PageSize') ?? 50), 1000);
  const page = Number(query.get('Page') ?? 0);
  const matching = [...state.messages.values()]
    .filter((message) => matches(message, query))
    .sort((one, other) => (other.sentAt ?? other.createdAt) - (one.sentAt ?? one.createdAt));
  const pageUri = (number: number) => {
    const next = new URLSearchParams(query);
    next.set('Page', String(number));
    next.set('PageSize', String(pageSize));
    return `${url.pathname}?${next.toString()}`;
  };
  const more = matching.length > (page + 1) * pageSize;
  return {
    messages: matching
      .slice(page * pageSize, (page + 1) * pageSize)
      .map((message) => messageJson(message, options.accountSid)),
    page,
    page_size: pageSize,
    start: page * pageSize,
    end: Math.min((page + 1) * pageSize, matching.length) - 1,
    uri: pageUri(page),
    first_page_uri: pageUri(0),
    next_page_uri: more ? pageUri(page + 1) : null,
    previous_page_uri: page > 0 ? pageUri(page - 1) : null,
  };
}

function matches(message: TwilioMessage, query: URLSearchParams): boolean {
  const is = (name: string, value: string) => query.get(name) === null || query.get(name) === value;
  return is('To', message.to) && is('From', message.from) && sentWithin(message, query);
}

/** A message not yet sent has no DateSent; like Twilio, its creation stands in. */
function sentWithin(message: TwilioMessage, query: URLSearchParams): boolean {
  const at = message.sentAt ?? message.createdAt;
  const on = query.get('DateSent');
  const from = query.get('DateSent>');
  const until = query.get('DateSent<');
  if (on !== null && !(at >= Date.parse(on) && at < Date.parse(on) + (on.includes('T') ? 1000 : DAY)))
    return false;
  if (from !== null && at < Date.parse(from)) return false;
  return until === null || at <= Date.parse(until) + (until.includes('T') ? 999 : DAY - 1);
}

import { randomUUID } from 'node:crypto';
import { DEFAULT_BUS, type EventBuses } from '../events/event-buses.ts';
import type { Tell } from '../happening.ts';
import { ACCOUNT, REGION } from '../template/identities.ts';
import type { Resources } from '../template/resources.ts';
import type { Mail, MailReceipt } from './local-mail.ts';

const detailTypes = { Send: 'Email Sent', Delivery: 'Email Delivered', Bounce: 'Email Bounced' } as const;
const happenings = { Delivery: 'email-delivered', Bounce: 'email-bounced' } as const;

/**
 * Puts SES's sending event on the default bus, where the mail's configuration set has an event destination for it.
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html (the detail has the same form)
 */
export function mailReceipts(resources: Resources, buses: EventBuses, now: () => number, tell: Tell) {
  return async ({ event, mail }: MailReceipt): Promise<void> => {
    if (event !== 'Send') tell({ kind: happenings[event], mail });
    const wanted = eventsWanted(resources, mail.configurationSet);
    if (!wanted.has(event.toLowerCase())) return;
    await buses.put({
      id: randomUUID(),
      bus: DEFAULT_BUS,
      source: 'aws.ses',
      detailType: detailTypes[event],
      resources: [`arn:aws:ses:${REGION}:${ACCOUNT}:configuration-set/${mail.configurationSet ?? ''}`],
      detail: {
        eventType: event,
        mail: mailDetail(mail),
        [event.toLowerCase()]: outcome(event, mail, now()),
      },
    });
  };
}

function eventsWanted(resources: Resources, configurationSet: string | undefined): Set<string> {
  const destinations = resources
    .ofType('AWS::SES::ConfigurationSetEventDestination')
    .filter(({ properties }) => properties['ConfigurationSetName'] === configurationSet)
    .map(({ properties }) => Object(properties['EventDestination']))
    .filter(
      (destination) => destination.Enabled !== false && destination.EventBridgeDestination !== undefined,
    );
  return new Set(
    destinations.flatMap((destination) =>
      [destination.MatchingEventTypes].flat().map((type) => String(type).toLowerCase().replaceAll('_', '')),
    ),
  );
}

function mailDetail(mail: Mail) {
  const tags = Object.entries({ ...mail.tags, 'ses:configuration-set': mail.configurationSet ?? '' });
  return {
    timestamp: new Date(mail.at).toISOString(),
    source: mail.from,
    sendingAccountId: ACCOUNT,
    messageId: mail.messageId,
    destination: mail.to,
    headersTruncated: false,
    headers: Object.entries(mail.headers).map(([name, value]) => ({ name, value })),
    commonHeaders: { from: [mail.from], to: mail.to, subject: mail.subject, messageId: mail.messageId },
    tags: Object.fromEntries(tags.map(([name, value]) => [name, [value]])),
  };
}

function outcome(event: MailReceipt['event'], mail: Mail, now: number) {
  const timestamp = new Date(now).toISOString();
  switch (event) {
    case 'Send':
      return {};
    case 'Delivery':
      return { timestamp, processingTimeMillis: now - mail.at, recipients: mail.to, smtpResponse: '250 ok' };
    case 'Bounce':
      return {
        timestamp,
        bounceType: 'Permanent',
        bounceSubType: 'General',
        bouncedRecipients: mail.to.map((emailAddress) => ({
          emailAddress,
          action: 'failed',
          status: '5.1.1',
        })),
        feedbackId: mail.messageId,
      };
  }
}

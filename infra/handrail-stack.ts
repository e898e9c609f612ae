import { type App, type CfnElement, CfnOutput, Stack } from 'aws-cdk-lib';
import type { Settings } from '#shared/contracts/settings.ts';
import { addAlertLadder } from './constructs/alert-ladder.ts';
import { addEventBus } from './constructs/event-bus.ts';
import { plain } from './constructs/grant.ts';
import { addKeys } from './constructs/keys.ts';
import { addMail } from './constructs/mail.ts';
import { Operators } from './constructs/operators.ts';
import { PublicApi } from './constructs/public-api.ts';
import { addQueues } from './constructs/queues.ts';
import { addSecrets } from './constructs/secrets.ts';
import { addStores } from './constructs/stores.ts';
import { addAdvanceCase } from './workers/advance-case.ts';
import { addAdvanceFollowUp } from './workers/advance-follow-up.ts';
import type { Parts } from './workers/parts.ts';
import { addReceiveDeliveryStatus } from './workers/receive-delivery-status.ts';
import { addReceiveSessionClosed } from './workers/receive-session-closed.ts';
import { addReceiveTextFallback } from './workers/receive-text-fallback.ts';
import { addReceiveText } from './workers/receive-text.ts';
import { addSendMessage } from './workers/send-message.ts';
import { addServeLink } from './workers/serve-link.ts';
import { addStartFollowUp } from './workers/start-follow-up.ts';
import { addWakeDue } from './workers/wake-due.ts';
import { addWatch } from './workers/watch.ts';

export interface HandrailStackProps {
  readonly settings: Settings;
  /** The folder of a function’s bundle. */
  readonly bundleOf: (name: string) => string;
  /** Sends texts to a stand-in on this machine instead of to Twilio. */
  readonly standIn: boolean;
}

/** Everything that one agency deploys. */
export class HandrailStack extends Stack {
  constructor(app: App, { settings, bundleOf, standIn }: HandrailStackProps) {
    super(app, 'Handrail', {
      description: 'Handrail: follow-up after a crisis session, and a person who notices silence',
      terminationProtection: true,
    });
    const keys = addKeys(this);
    const operators = new Operators(this, { key: keys.operations, addresses: settings.operators });
    const queues = addQueues(this, keys.data, operators);

    const parts: Parts = {
      stack: this,
      settings,
      workshop: { operators, logsKey: keys.operations, dataKey: keys.data, bundleOf },
      ...addStores(this, keys.data),
      queues,
      secrets: addSecrets(this, keys.data),
      bus: addEventBus(this, { key: keys.data, inbox: queues.inbox, sources: settings.eventSources }),
      alerts: addAlertLadder(this, { key: keys.data, operators, staff: settings.staff }),
      mail: addMail(this, settings.email),
      api: new PublicApi(this, { operators, logsKey: keys.operations, publicUrl: settings.publicUrl }),
      ...(standIn && { twilioStandIn: plain('TWILIO_BASE_URL', 'http://127.0.0.1:0') }),
    };

    // A session closes
    addReceiveSessionClosed(parts);
    addStartFollowUp(parts);
    // Time passes
    addWakeDue(parts);
    addAdvanceFollowUp(parts);
    addSendMessage(parts);
    // People answer
    addReceiveText(parts);
    addReceiveTextFallback(parts);
    addReceiveDeliveryStatus(parts);
    addServeLink(parts);
    // Somebody notices
    addAdvanceCase(parts);
    addWatch(parts);

    this.#output(parts.api.url.value);
  }

  /** What the operator puts into Twilio’s and the agency’s own settings by hand. */
  #output(url: string): void {
    // Twilio retries a webhook that fails three times, for every kind of failure.
    const retried = '#rc=3&rp=all';
    new CfnOutput(this, 'PublicUrl', { value: url });
    new CfnOutput(this, 'EventsUrl', { value: `${url}/events` });
    new CfnOutput(this, 'TwilioTextUrl', { value: `${url}/twilio/text${retried}` });
    new CfnOutput(this, 'TwilioTextFallbackUrl', { value: `${url}/twilio/text-fallback${retried}` });
  }

  /** The construct’s path without a hash: readable in every console, and the local stack names things by it. */
  protected override allocateLogicalId(element: CfnElement): string {
    const [, ...path] = element.node.path.split('/');
    return path
      .filter((part) => part !== 'Resource' && part !== 'Default')
      .join('')
      .replaceAll(/[^A-Za-z0-9]/g, '');
  }
}

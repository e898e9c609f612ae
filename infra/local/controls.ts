import { createHmac, randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { LocalAlarms } from './alarms/start-alarms.ts';
import type { Activity } from './clock/activity.ts';
import type { ClockDrive } from './clock/drive-clock.ts';
import type { Script } from './clock/script.ts';
import type { VirtualClock } from './clock/virtual-clock.ts';
import type { Engines } from './engines.ts';
import type { EventBuses } from './events/event-buses.ts';
import type { LocalApi } from './http/start-api.ts';
import type { LocalFunctions } from './lambda/start-functions.ts';
import type { LocalStack } from './local-stack.ts';
import type { LocalMail } from './mail/local-mail.ts';
import type { Access, WeighedCall } from './policies/access.ts';
import type { LocalSecrets } from './secrets/local-secrets.ts';
import { plainItem } from './tables/plain-item.ts';
import type { Resources } from './template/resources.ts';
import type { StaffPhones } from './topics/staff-phones.ts';
import type { TwilioCarrier } from './twilio/twilio-carrier.ts';

export type ControlParts = {
  readonly api: LocalApi;
  readonly clock: VirtualClock;
  readonly activity: Activity;
  readonly drive: ClockDrive;
  readonly script: Script;
  readonly listeners: ((now: number) => Promise<void> | void)[];
  readonly secrets: LocalSecrets;
  readonly carrier: TwilioCarrier;
  readonly mail: LocalMail;
  readonly phones: StaffPhones;
  readonly functions: LocalFunctions;
  readonly access: Access;
  readonly denied: readonly WeighedCall[];
  readonly alarms: LocalAlarms;
  readonly resources: Resources;
  readonly engines: Engines;
  readonly buses: EventBuses;
  readonly stop: () => Promise<void>;
};

/** What a person or a test can do with the running stack. */
export function controls(parts: ControlParts): LocalStack {
  const {
    api,
    clock,
    activity,
    drive,
    script,
    secrets,
    carrier,
    mail,
    phones,
    functions,
    access,
    resources,
  } = parts;
  return {
    http: api.url,
    now: clock.now,
    advanceTo: drive.advanceTo,
    advance: (durationMs) => drive.advanceTo(clock.now() + durationMs),
    settle: activity.quiet,
    at: script.at,
    onQuiet: (listener) => void parts.listeners.push(listener),
    post: (event) => postSigned(parts, event),
    putEvent: (detailType, detail) => putEvent(parts, detailType, detail),
    text: carrier.receive,
    twilio: {
      fail: carrier.faults.add,
      messages: () => [...carrier.state.messages.values()],
      switchOff: carrier.switchOff,
      switchOn: carrier.switchOn,
    },
    mailbox: mail.mailbox,
    bounceMailTo: mail.bounce,
    staffPhones: phones.all,
    setProgramme: functions.setProgramme,
    programme: functions.programme,
    restartFunction: functions.restart,
    calls: access.calls,
    denied: () => parts.denied,
    unusedGrants: access.unused,
    alarms: parts.alarms.states,
    queue: (name) => bodies(parts, resources.named('AWS::SQS::Queue', name).attributes['QueueName'] ?? ''),
    table: (name) => items(parts, resources.named('AWS::DynamoDB::Table', name).ref),
    secret: secrets.named,
    stop: async () => {
      await activity.quiet();
      await parts.stop();
    },
  };
}

/** Signs as the agency's system does: hex HMAC-SHA256 of `${t}.${body}`. */
async function postSigned({ api, clock, secrets }: ControlParts, event: unknown) {
  const body = JSON.stringify(event);
  const t = Math.floor(clock.now() / 1000);
  const key = String(secrets.named('EventsSecret')['current']);
  const v1 = createHmac('sha256', key).update(`${t}.${body}`).digest('hex');
  const response = await fetch(`${api.url}/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'handrail-signature': `t=${t},v1=${v1}` },
    body,
  });
  return { status: response.status, body: await response.text() };
}

async function putEvent(
  { buses, resources }: ControlParts,
  detailType: string,
  detail: Readonly<Record<string, unknown>>,
) {
  const bus = resources.ofType('AWS::Events::EventBus')[0]?.attributes['Arn'] ?? '';
  await buses.put({ id: randomUUID(), bus, source: 'handrail.agency', detailType, detail, resources: [] });
}

function bodies({ engines }: ControlParts, queueName: string): string[] {
  const held = engines.fauxqs.queues.inspectQueue(queueName)?.messages;
  if (!held) return [];
  return [...held.ready, ...held.delayed, ...held.inflight.map((entry) => entry.message)].map(
    (message) => message.body,
  );
}

async function items({ engines }: ControlParts, TableName: string) {
  const Page = z.object({
    Items: z.array(z.record(z.string(), z.unknown())),
    LastEvaluatedKey: z.unknown().optional(),
  });
  const found: Record<string, unknown>[] = [];
  let ExclusiveStartKey: unknown;
  do {
    const page = Page.parse(await engines.dynamo.call('Scan', { TableName, ExclusiveStartKey }));
    found.push(...page.Items.map(plainItem));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey !== undefined);
  return found;
}

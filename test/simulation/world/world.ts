import type { Queues } from '#shared/ports.ts';
import type { Settings } from '#shared/contracts/settings.ts';
import type { Faults } from '../engine/faults.ts';
import type { Random } from '../engine/random.ts';
import type { Server } from '../engine/server.ts';
import type { Timeline } from '../engine/timeline.ts';
import type { Seen } from '../what-was-seen.ts';
import type { WorldAlerts } from './alerts.ts';
import type { WorldBus } from './bus.ts';
import type { WorldCarrier } from './carrier.ts';
import type { Database } from './database.ts';
import type { Invoke } from './invoke.ts';
import type { WorldMail } from './mail.ts';
import type { Person } from './person.ts';
import type { QueueName } from './queues.ts';
import type { Troubles } from './troubles.ts';
import type { Webhooks } from './webhooks.ts';

/** Everything there is outside Handrail's own code, in one play. */
export type World = {
  readonly settings: Settings;
  readonly timeline: Timeline;
  readonly faults: Faults;
  readonly troubles: Troubles;
  readonly database: Database;
  readonly carrier: WorldCarrier;
  readonly mail: WorldMail;
  readonly alerts: WorldAlerts;
  readonly bus: WorldBus;
  readonly webhooks: Webhooks;
  readonly invoke: Invoke;
  /** Writes down what an outsider saw. */
  note: (seen: Seen) => void;
  /** One stream of chance for each subject: a document, a telephone, a client. */
  chanceOf: (subject: string) => Random;
  queuesThrough: (server: Server) => Queues;
  putOnQueue: (queue: QueueName, body: string, random: Random) => void;
  /** Whose telephone or mailbox it is. */
  personOf: (contact: string) => Person | undefined;
  nobodyOnCall: (at: number) => boolean;
  idOf: (channel: 'sms' | 'email', value: string) => Promise<string>;
};

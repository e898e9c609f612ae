import { contactIds } from '#shared/adapters/contact-ids.ts';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { faults as faultsOf } from '../engine/faults.ts';
import { randomOf, type Random } from '../engine/random.ts';
import { aTimeline } from '../engine/timeline.ts';
import type { Seen } from '../what-was-seen.ts';
import { worldAlerts } from './alerts.ts';
import { worldBus } from './bus.ts';
import { worldCarrier } from './carrier.ts';
import { clients } from './clients.ts';
import { database as databaseOf } from './database.ts';
import { deadLetters } from './dead-letters.ts';
import type { FunctionName, Handler } from './functions.ts';
import { holdAgainstOf } from './hold-against.ts';
import { invoker, type Watcher } from './invoke.ts';
import { worldMail } from './mail.ts';
import type { Person } from './person.ts';
import { worldQueues, type QueueName } from './queues.ts';
import { queuesThrough } from './queues-through.ts';
import { SETTINGS } from './settings.ts';
import { staff as staffOf, type Habit } from './staff.ts';
import { troubles as troublesOf } from './troubles.ts';
import { webhooks as webhooksOf } from './webhooks.ts';
import type { World } from './world.ts';

export type WorldOptions = {
  seed: number;
  from: number;
  until: number;
  faults: 'none' | 'all';
  note: (seen: Seen) => void;
  people: () => ReadonlyMap<string, Person>;
  personOfDocument: (documentId: string) => Person | undefined;
  watcher?: Omit<Watcher, 'onLog'>;
  staff?: Habit;
  receiptsLateBy?: number;
};

const CONSUMER: Readonly<Record<QueueName, FunctionName>> = {
  inbox: 'start-follow-up',
  'follow-ups': 'advance-follow-up',
  cases: 'advance-case',
  send: 'send-message',
  'urgent-send': 'send-message',
  wake: 'wake-due',
};

/** Puts the world together: everything knows only what it needs. */
export function buildWorld({
  seed,
  from,
  until,
  note,
  people,
  personOfDocument,
  watcher,
  ...options
}: WorldOptions) {
  const timeline = aTimeline(from);
  const faults = faultsOf(options.faults);
  const troubles = troublesOf(faults, randomOf(seed, 'troubles'), { timeline, until, note });
  const database = databaseOf(timeline.now);
  const streams = new Map<string, Random>();
  const chanceOf = (subject: string): Random => {
    const known = streams.get(subject);
    if (known) return known;
    const random = randomOf(seed, subject);
    streams.set(subject, random);
    return random;
  };
  const holdAgainst = holdAgainstOf({ now: timeline.now, note, people });
  const onLog = (line: string): void => holdAgainst('the log', line);
  const invoke = invoker(() => world, { ...watcher, onLog });
  const shared = { timeline, faults, troubles, note, chanceOf, holdAgainst };

  const dead = deadLetters({
    timeline,
    note,
    holdAgainst,
    redrive: (queue, id) => queues.redrive(queue, id),
  });
  const queues = worldQueues({
    timeline,
    faults,
    consume: (queue, event, random) => consume(queue, event, random),
    standsStillUntil: () => troubles.endOf('region-outage', timeline.now()),
    onDeadLetter: (queue, message) => dead.died(queue, message),
  });

  async function consume(
    queue: QueueName,
    event: SQSEvent,
    random: Random,
  ): Promise<SQSBatchResponse | 'crashed'> {
    type Batch = (event: SQSEvent) => Promise<SQSBatchResponse>;
    return invoke(CONSUMER[queue], random, (handler) => {
      const batch = queue === 'wake' ? (handler as Handler<'wake-due'>).queue : (handler as Batch);
      return batch(event);
    });
  }

  const phoneOf = (number: string) => people().get(number)?.phoneIs ?? 'good';
  const inHands: { clients?: ReturnType<typeof clients>; staff?: ReturnType<typeof staffOf> } = {};
  const ofPerson = (documentId: string, seconds: (person: Person) => number | undefined): number => {
    const person = personOfDocument(documentId);
    return (person && seconds(person)) ?? 0;
  };
  const told = (tell: () => Promise<void>): void =>
    options.receiptsLateBy ? timeline.after(options.receiptsLateBy, () => void tell()) : void tell();
  const world: World = {
    ...shared,
    settings: SETTINGS,
    database,
    invoke,
    carrier: worldCarrier({
      ...shared,
      phoneOf,
      onPhoneGot: (to, text) => inHands.clients?.phoneGot(to, text),
      onReceipt: (receipt) => told(() => world.webhooks.receipt(receipt)),
    }),
    mail: worldMail({
      ...shared,
      onMailGot: (email) => inHands.clients?.mailGot(email),
      onReceipt: (receipt) => told(() => world.webhooks.mailReceipt(receipt)),
    }),
    alerts: worldAlerts({
      ...shared,
      ladder: SETTINGS.staff.ladder,
      onAlert: (alert) => inHands.staff?.alerted(alert),
      onTerminalAlarm: (caseId) => inHands.staff?.terminalAlarm(caseId),
    }),
    bus: worldBus(shared),
    get webhooks() {
      return webhooks;
    },
    queuesThrough: (server) =>
      queuesThrough(server, {
        queues,
        faults,
        chanceOf,
        holdAgainst,
        onSendQueued: (documentId) => ofPerson(documentId, (person) => inHands.clients?.sendQueued(person)),
        isToldLate: (documentId) => ofPerson(documentId, (person) => inHands.clients?.isToldLate(person)),
      }),
    putOnQueue(queue, body, random) {
      queues.put(queue, body, random);
    },
    personOf: (contact) => people().get(contact),
    nobodyOnCall: (at) => troubles.isOn('nobody-on-call', at),
    idOf: contactIds(() => Promise.resolve('a pepper of the simulation')),
  };
  const webhooks = webhooksOf(world);
  inHands.clients = clients(world);
  inHands.staff = staffOf(world, options.staff);
  database.onPut((table, item) => {
    if (table !== 'Facts') return;
    const { document, seq, facts, previous, hash } = item;
    holdAgainst('the record', JSON.stringify({ document, seq, facts }));
    note({ at: timeline.now(), kind: 'recorded', document, seq, facts, previous, hash } as Seen); // as the adapter put it
  });
  const addPoison = (queue: QueueName, body: string, random: Random): void => {
    dead.plant(body);
    queues.put(queue, body, random);
  };
  return { world, addPoison, isStuck: () => dead.isStuck() };
}

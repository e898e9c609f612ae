import { env } from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { advanceFollowUp } from '#functions/advance-follow-up/advance-follow-up.ts';
import { applyTo } from '#functions/send-message/apply-to.ts';
import { askCarrier } from '#functions/send-message/ask-carrier.ts';
import { sendMessage } from '#functions/send-message/send-message.ts';
import { dueIndex } from '#shared/adapters/dynamo/due-index.ts';
import { carryOutFollowUp } from '#shared/apply/carry-out-follow-up.ts';
import { MINUTE } from '#shared/domain/record.ts';
import { documentOfMessage } from '#shared/domain/sending/message.ts';
import type { Carrier } from '#shared/ports.ts';
import { dynamoAt } from '#test/ports/dynamo-server.ts';
import { handOverTo } from './counting-carrier.ts';
import { worldAt } from './handrail.ts';

const storeUrl = env['STORE_URL'] ?? '';
const carrierUrl = env['CARRIER_URL'] ?? '';
const startedAt = Date.now();
let offset = Number(env['STARTS_AT']) - startedAt;
const now = () => Date.now() + offset;

const world = worldAt(storeUrl, now);
const index = dueIndex({ client: dynamoAt(storeUrl), table: 'followUps' });

const carrier: Carrier = {
  ...world.carrier,
  async send({ messageId, to, text }) {
    await handOverTo(carrierUrl, { job: documentOfMessage(messageId), to, text });
    return { kind: 'accepted', providerId: messageId, status: 'accepted' };
  },
  async find({ to, text }) {
    const answer = await fetch(`${carrierUrl}?${new URLSearchParams({ to, text }).toString()}`);
    const { matches } = (await answer.json()) as { matches: number }; // counting-carrier.ts
    if (matches > 1) return { kind: 'cannot-say' };
    return matches === 0 ? { kind: 'none' } : { kind: 'found', providerId: 'SM1', status: 'sent' };
  },
};

const ports = { ...world, carrier };
const sending = {
  apply: applyTo({ ...ports, writeEmail: () => Promise.reject(new Error('nobody has an e-mail here')) }),
  askCarrier: (id: string) => askCarrier(ports, id),
};
const advancing = { ...world, carryOut: carryOutFollowUp(world) };

/** Queues in this process: what stands on them dies with it, and the due index puts it there again. */
async function workOff(): Promise<void> {
  const { followUps, send } = world.queues;
  while (followUps.length + send.length > 0) {
    await Promise.all(followUps.splice(0, 4).map((message) => advanceFollowUp(advancing, message)));
    await Promise.all(send.splice(0, 4).map((request) => sendMessage(sending, request)));
  }
}

for (;;) {
  let found = 0;
  for await (const { id } of index.due(now())) {
    found += 1;
    await world.queues.toFollowUp(id, { kind: 'wake' });
  }
  await workOff();
  // Nobody is coming any more to move the clock on: what waits for an answer of the carrier must come due.
  if (found === 0 && env['JUMPS']) offset += MINUTE;
  await wait(20);
}

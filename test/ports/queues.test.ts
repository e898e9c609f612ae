import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { startFauxqs, type FauxqsServer } from 'fauxqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queues, type QueueUrls } from '#shared/adapters/sqs/queues.ts';
import {
  CaseMessage,
  FollowUpMessage,
  InboxMessage,
  SendMessage,
  WakeMessage,
} from '#shared/contracts/queue-messages.ts';
import type { Queues } from '#shared/ports.ts';
import { fakeQueues } from '../fakes/fake-queues.ts';

type Name = 'inbox' | 'followUps' | 'cases' | 'send' | 'urgentSend' | 'wake';
/** Takes everything off a queue, read with its contract. */
type UnderTest = { queues: Queues; take: (name: Name) => Promise<unknown[]> };

const WAKE = { kind: 'wake' as const };

function contract(make: () => Promise<UnderTest>): void {
  it('puts each kind of message on its own queue, as its contract reads it', async () => {
    const { queues, take } = await make();
    await queues.toInbox('in-1');
    await queues.toText('c-1', 'SM1');
    await queues.toFollowUp('fu#1', { kind: 'consent-renewed', channel: 'sms', at: 1 });
    await queues.toCase('case#1', { kind: 'acknowledged', by: 'st-20', at: 1 });
    expect((await take('inbox')).map((body) => InboxMessage.parse(body))).toEqual([
      { inboxId: 'in-1' },
      { contactId: 'c-1', inboundId: 'SM1' },
    ]);
    expect((await take('followUps')).map((body) => FollowUpMessage.parse(body))).toEqual([
      { followUpId: 'fu#1', input: { kind: 'consent-renewed', channel: 'sms', at: 1 } },
    ]);
    expect((await take('cases')).map((body) => CaseMessage.parse(body))).toEqual([
      { caseId: 'case#1', input: { kind: 'acknowledged', by: 'st-20', at: 1 } },
    ]);
  });

  it('keeps urgent messages apart from routine ones', async () => {
    const { queues, take } = await make();
    await queues.toSend({ messageId: 'm1', action: 'send' }, 'routine');
    await queues.toSend({ messageId: 'm2', action: 'ask-carrier' }, 'urgent');
    expect((await take('send')).map((body) => SendMessage.parse(body).messageId)).toEqual(['m1']);
    expect((await take('urgentSend')).map((body) => SendMessage.parse(body).messageId)).toEqual(['m2']);
  });

  it('wakes many at once, however many there are', async () => {
    const { queues, take } = await make();
    const ids = Array.from({ length: 23 }, (_, index) => `fu#${index}`);
    await queues.wakeFollowUps(ids);
    await queues.wakeCases(['case#1']);
    await queues.toInboxAgain(['in-1']);
    const woken = (await take('followUps')).map((body) => FollowUpMessage.parse(body));
    expect(woken.map(({ followUpId }) => followUpId).toSorted()).toEqual(ids.toSorted());
    expect(woken.every(({ input }) => input.kind === 'wake')).toBe(true);
    expect(await take('cases')).toEqual([{ caseId: 'case#1', input: WAKE }]);
    expect(await take('inbox')).toEqual([{ inboxId: 'in-1' }]);
  });

  it('says roughly how many messages wait', async () => {
    const { queues, take } = await make();
    expect(await queues.backlog('follow-ups')).toBe(0);
    await queues.wakeFollowUps(['fu#1', 'fu#2']);
    expect(await queues.backlog('follow-ups')).toBe(2);
    await take('followUps');
  });
}

describe('queues in memory', () => {
  contract(() => {
    const fake = fakeQueues();
    const take = async (name: Name): Promise<unknown[]> => {
      if (name === 'send' || name === 'urgentSend') {
        const lane = name === 'send' ? 'routine' : 'urgent';
        return fake.send
          .filter((one) => one.lane === lane)
          .map(({ messageId, action }) => ({ messageId, action }));
      }
      return fake[name].splice(0);
    };
    return Promise.resolve({ queues: fake, take });
  });
});

describe('queues in SQS', () => {
  let server: FauxqsServer;
  let sqs: SQSClient;
  let urls: Required<QueueUrls>;
  const config = () => ({
    endpoint: server.address,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  beforeAll(async () => {
    server = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
    sqs = new SQSClient(config());
    const url = (name: Name) => `${server.address}/000000000000/${server.createQueue(name).queueName}`;
    urls = {
      INBOX_QUEUE_URL: url('inbox'),
      FOLLOW_UP_QUEUE_URL: url('followUps'),
      CASE_QUEUE_URL: url('cases'),
      SEND_QUEUE_URL: url('send'),
      URGENT_SEND_QUEUE_URL: url('urgentSend'),
      WAKE_QUEUE_URL: url('wake'),
    };
  });
  afterAll(() => server.stop());

  const URL_OF = {
    inbox: 'INBOX_QUEUE_URL',
    followUps: 'FOLLOW_UP_QUEUE_URL',
    cases: 'CASE_QUEUE_URL',
    send: 'SEND_QUEUE_URL',
    urgentSend: 'URGENT_SEND_QUEUE_URL',
    wake: 'WAKE_QUEUE_URL',
  } as const;

  async function take(name: Name): Promise<unknown[]> {
    const QueueUrl = urls[URL_OF[name]];
    const bodies: unknown[] = [];
    for (;;) {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 0 }),
      );
      if (Messages.length === 0) return bodies;
      for (const { Body, ReceiptHandle } of Messages) {
        bodies.push(JSON.parse(Body ?? ''));
        await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
      }
    }
  }

  contract(() => Promise.resolve({ queues: queues(urls, config()), take }));

  it('asks for another look half a minute later, not at once', async () => {
    await queues(urls, config()).lookAgain(30);
    expect(await take('wake')).toEqual([]);
    const [message] = server.inspectQueue('wake')?.messages.delayed ?? [];
    expect(WakeMessage.parse(JSON.parse(message?.body ?? ''))).toEqual({ pass: 'again' });
  });

  it('names the variable when a function uses a queue it was not given', async () => {
    await expect(queues({}, config()).toCase('case#1', WAKE)).rejects.toThrow('CASE_QUEUE_URL');
  });

  it('throws when a queue is gone, so that whoever asked knows', async () => {
    const gone = { FOLLOW_UP_QUEUE_URL: `${server.address}/000000000000/none` };
    await expect(queues(gone, config()).wakeFollowUps(['fu#1'])).rejects.toThrow();
  });
});

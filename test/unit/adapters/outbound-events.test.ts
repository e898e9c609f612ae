import { afterEach, describe, expect, it } from 'vitest';
import { outboundOf } from '#shared/adapters/events/outbound-of-facts.ts';
import { busEvents } from '#shared/adapters/events/publisher.ts';
import { cloudEventType, OutboundEvent, OutboundEventName } from '#shared/contracts/outbound-events.ts';
import type { Fact } from '#shared/domain/record.ts';
import { aServer, type AServer } from './a-server.ts';

const NOON = Date.parse('2026-11-23T17:00:00Z');
const aFact = (different: Partial<Fact> = {}): Fact => ({
  kind: 'check-in-missed',
  at: NOON,
  by: 'machine',
  ...different,
});
const recorded = (...facts: Fact[]) => ({
  agencyId: 'riverbend',
  documentId: 'case#9',
  followUpId: 'fu#1',
  seq: 4,
  facts,
});

describe('events to the outside', () => {
  it('are CloudEvents with ids that stay the same in a repeat', () => {
    const facts = recorded(
      aFact({ kind: 'message-claimed' }),
      aFact({ kind: 'escalation-raised', why: 'missed-check-in', detail: { case: 'case#9' } }),
    );
    expect(outboundOf(facts)).toEqual(outboundOf(structuredClone(facts)));
    expect(outboundOf(facts)).toEqual([
      {
        name: 'EscalationRaised',
        event: {
          specversion: '1.0',
          id: 'case#9#4#1',
          source: 'handrail/riverbend',
          type: 'handrail.escalation-raised.v1',
          subject: 'fu#1',
          time: '2026-11-23T17:00:00.000Z',
          datacontenttype: 'application/json',
          data: { case: 'case#9', by: 'machine', reason: 'missed-check-in' },
        },
      },
    ]);
    expect(outboundOf(facts).map(({ event }) => OutboundEvent.safeParse(event).success)).toEqual([true]);
  });

  it('are about the case itself when no follow-up stands behind it', () => {
    const { followUpId: _, ...without } = recorded(aFact({ kind: 'escalation-raised' }));
    expect(outboundOf(without)[0]?.event.subject).toBe('case#9');
  });

  it('have a type in kebab-case for every name', () => {
    for (const name of OutboundEventName.options) {
      expect(cloudEventType(name)).toMatch(/^handrail\.[a-z]+(-[a-z]+)*\.v1$/);
    }
  });
});

describe('the bus', () => {
  let server: AServer;
  afterEach(() => server.stop());
  const busThat = async (failed: number) => {
    server = await aServer(() => ({ status: 200, body: { FailedEntryCount: failed, Entries: [] } }));
    return busEvents('handrail', {
      endpoint: server.origin,
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
  };

  it('gets ten events a call, and no call when there is nothing to tell', async () => {
    const bus = await busThat(0);
    await bus.publish(recorded(aFact({ kind: 'message-claimed' })));
    expect(server.received).toHaveLength(0);
    await bus.publish(recorded(...Array.from({ length: 12 }, () => aFact())));
    const entries = server.received.map(({ body }) => (JSON.parse(body) as { Entries: object[] }).Entries);
    expect(entries.map(({ length }) => length)).toEqual([10, 2]);
    expect(entries[0]?.[0]).toMatchObject({
      EventBusName: 'handrail',
      Source: 'handrail',
      DetailType: 'CheckInMissed',
    });
  });

  it('is not believed when it did not take every event', async () => {
    const bus = await busThat(1);
    await expect(bus.publish(recorded(aFact()))).rejects.toThrow(
      expect.objectContaining({ name: 'NotPublished' }),
    );
  });
});

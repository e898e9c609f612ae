import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contactIds } from '#shared/adapters/contact-ids.ts';
import type { TimelineLine } from '#shared/contracts/timeline.ts';
import type { LocalStack } from '#infra/local/local-stack.ts';
import { startLocalStack } from '#infra/local/start-local-stack.ts';
import { openTimeline } from '#infra/local/timeline/open-timeline.ts';
import { synthesise } from '#infra/synthesise.ts';
import type { Marker } from './find-markers.ts';
import {
  agreedWords,
  aMarkedClient,
  LANGUAGE_TAG,
  STRANGE_NUMBER,
  type MarkedClient,
} from './marked-client.ts';
import { placesOfAwsCall, placesOfCarrierCall, placesOfHappening, type Seen } from './places.ts';
import { tapTheWire, type Exchange } from './wire-tap.ts';

export type Play = {
  readonly stack: LocalStack;
  readonly clients: readonly MarkedClient[];
  /** Everything that was written, told or answered. */
  readonly seen: readonly Seen[];
  /** Calls of functions to AWS, as they stood on the wire. */
  readonly awsCalls: readonly Exchange[];
  /** What the test itself put on queues: it comes back in their dead letters. */
  readonly planted: Set<string>;
  readonly timeline: readonly TimelineLine[];
  readonly markers: () => Promise<Marker[]>;
  readonly until: (instant: string) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** A header of calls that a test makes in a function's name. */
export const OF_A_TEST = 'x-of-a-test';

const FROM = Date.parse('2026-11-23T18:40:00Z');

/** The whole service on this machine with marked clients; nothing has happened yet. */
export async function openMarkedPlay(): Promise<Play> {
  const outDir = mkdtempSync(join(tmpdir(), 'handrail-marked-'));
  await synthesise({ stage: 'local', outDir });
  const seen: Seen[] = [];
  const awsCalls: Exchange[] = [];
  const planted = new Set<string>();
  const tap = tapTheWire((exchange) => {
    if (isAwsCall(exchange)) awsCalls.push(exchange);
    seen.push(...placesOf(exchange));
  });
  const timeline = openTimeline({ agencyZone: 'America/New_York', ladder: ['st-20', 'st-31'] });
  const stack = await startLocalStack({
    templateFile: join(outDir, 'Handrail.template.json'),
    clock: { mode: 'fast', startAt: FROM },
    onEvent: (happening) => {
      timeline.take(happening);
      const isPlanted = happening.kind === 'dead-letter' && planted.has(happening.body);
      if (!isPlanted) seen.push(...placesOfHappening(happening));
    },
  });
  await timeline.attach(stack);
  const clients = Array.from({ length: 20 }, (_, number) => aMarkedClient(number));
  return {
    stack,
    clients,
    seen,
    awsCalls,
    planted,
    timeline: timeline.lines(),
    markers: () => allMarkers(stack, clients),
    async until(instant) {
      await stack.advanceTo(Date.parse(instant));
      await stack.settle();
      await timeline.flush();
    },
    async stop() {
      await stack.stop();
      tap.stop();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}

const isAwsCall = ({ headers }: Exchange) => String(headers.authorization).startsWith('AWS4-HMAC-SHA256');

function placesOf(exchange: Exchange): Seen[] {
  if (exchange.headers[OF_A_TEST] !== undefined) return [];
  if (isAwsCall(exchange)) return placesOfAwsCall(exchange);
  if (exchange.url.startsWith('/2010-04-01')) return placesOfCarrierCall(exchange);
  const { method, url, body, answer } = exchange;
  const route = `${method} /${url.split('/')[1]?.split('?')[0]}`;
  const toStaff = route === 'POST /l' && /staffId=st-(12|20|31)\b/.test(body);
  return [{ place: toStaff ? 'case page, to staff by name' : `answer of ${route}`, text: answer }];
}

/** The clients' own markers, and the keyed hashes that their numbers and addresses are found by. */
async function allMarkers(stack: LocalStack, clients: readonly MarkedClient[]): Promise<Marker[]> {
  const pepper = String(stack.secret('PepperSecret')['pepper']);
  const idOf = contactIds(() => Promise.resolve(pepper));
  const ids = clients.flatMap(({ phone, email }, number) =>
    [idOf('sms', phone), idOf('email', email)].map(async (id) => ({
      field: `contact id of client ${number}`,
      value: await id,
    })),
  );
  const agreed = clients.flatMap((_, number) => agreedWords(number).markers);
  const strange = [
    { field: 'phone of client 4', value: STRANGE_NUMBER },
    { field: 'language of client 12', value: LANGUAGE_TAG },
  ];
  return [...clients.flatMap(({ markers }) => markers), ...agreed, ...strange, ...(await Promise.all(ids))];
}

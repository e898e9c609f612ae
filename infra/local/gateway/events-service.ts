import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { EventBuses } from '../events/event-buses.ts';
import type { Need } from '../policies/access.ts';
import { ACCOUNT, REGION } from '../template/identities.ts';
import { errorReply, jsonOf, jsonReply, UnknownAwsCall, type AwsCall, type AwsService } from './aws-call.ts';

const Entry = z.object({
  Source: z.string().min(1),
  DetailType: z.string().min(1),
  Detail: z.string(),
  EventBusName: z.string().default('default'),
  Resources: z.array(z.string()).default([]),
});
const PutEvents = z.object({ Entries: z.array(z.unknown()).min(1).max(10) });

const busArn = (name: string) =>
  name.startsWith('arn:') ? name : `arn:aws:events:${REGION}:${ACCOUNT}:event-bus/${name}`;

export function eventsService(buses: EventBuses): AwsService {
  return {
    needs(call): Need[] {
      if (call.operation !== 'PutEvents') throw new UnknownAwsCall(`events:${call.operation}`);
      return entriesOf(call).map((raw) => {
        const entry = Entry.safeParse(raw);
        return {
          action: 'events:PutEvents',
          resource: busArn(entry.data?.EventBusName ?? 'default'),
          context: {
            'events:source': [entry.data?.Source ?? ''],
            'events:detail-type': [entry.data?.DetailType ?? ''],
          },
        };
      });
    },
    async serve(call) {
      const entries = entriesOf(call);
      if (entries.length === 0)
        return errorReply('events', 'ValidationException', 'Entries must have between 1 and 10 items');
      const results = await Promise.all(entries.map((raw) => putOne(buses, raw)));
      return jsonReply({
        FailedEntryCount: results.filter((result) => 'ErrorCode' in result).length,
        Entries: results,
      });
    },
  };
}

const entriesOf = (call: AwsCall): readonly unknown[] =>
  PutEvents.safeParse(jsonOf(call)).data?.Entries ?? [];

async function putOne(buses: EventBuses, raw: unknown) {
  const entry = Entry.safeParse(raw);
  if (!entry.success)
    return { ErrorCode: 'InvalidArgument', ErrorMessage: 'Source, DetailType and Detail are required' };
  const { Source, DetailType, Detail, EventBusName, Resources } = entry.data;
  if (Source.startsWith('aws.'))
    return { ErrorCode: 'NotAuthorizedForSourceException', ErrorMessage: 'Not authorized for the source' };
  const detail = parseDetail(Detail);
  if (detail === undefined) return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
  const id = randomUUID();
  await buses.put({
    id,
    bus: busArn(EventBusName),
    source: Source,
    detailType: DetailType,
    detail,
    resources: Resources,
  });
  return { EventId: id };
}

function parseDetail(text: string): Record<string, unknown> | undefined {
  try {
    return z.record(z.string(), z.unknown()).safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

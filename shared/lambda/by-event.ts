import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2,
  SQSBatchResponse,
  SQSEvent,
} from 'aws-lambda';
import type { BusEvent } from './bus-handler.ts';

type Answer = SQSBatchResponse | APIGatewayProxyStructuredResultV2 | void;

/** For a function with more than one trigger: hands the event to the handler for its shape. */
export function byEvent(handlers: {
  queue?: (event: SQSEvent) => Promise<SQSBatchResponse>;
  http?: (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;
  bus?: (event: BusEvent) => Promise<void>;
  schedule?: () => Promise<void>;
}): (event: unknown) => Promise<Answer> {
  return async (event) => {
    if (handlers.queue && isQueue(event)) return handlers.queue(event);
    if (handlers.http && isHttp(event)) return handlers.http(event);
    if (handlers.bus && isBus(event)) return handlers.bus(event);
    if (handlers.schedule) return handlers.schedule();
    throw new UnknownEvent();
  };
}

class UnknownEvent extends Error {
  constructor() {
    super('no handler of this function fits the event');
    this.name = 'UnknownEvent';
  }
}

const has = (event: unknown, field: string): boolean =>
  typeof event === 'object' && event !== null && field in event;

const isQueue = (event: unknown): event is SQSEvent => has(event, 'Records');
const isHttp = (event: unknown): event is APIGatewayProxyEventV2 => has(event, 'rawPath');
const isBus = (event: unknown): event is BusEvent =>
  has(event, 'detail-type') && !(event as BusEvent)['detail-type'].startsWith('Scheduled'); // `has` just proved the field

import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request that a server of this process was asked, and what it answered. */
export type Exchange = {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** Of the server that was asked. */
  readonly port: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly status: number;
  /** Headers and body. */
  readonly answer: string;
};

const CHANNEL = 'http.server.request.start';

/**
 * Listens to all HTTP of this process: what functions ask of AWS and of the carrier, and what anyone asks of them.
 * Nothing that is listened to knows of it.
 */
export function tapTheWire(onExchange: (exchange: Exchange) => void): { stop: () => void } {
  const listen = (message: unknown) => {
    // As node:http documents this channel.
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const asked: Buffer[] = [];
    const answered: Buffer[] = [];
    request.on('data', (chunk: Buffer) => asked.push(chunk));
    copyWhatIsWritten(response, answered);
    response.once('close', () =>
      onExchange({
        method: request.method ?? '',
        url: request.url ?? '',
        port: request.socket.localPort ?? 0,
        headers: request.headers,
        body: Buffer.concat(asked).toString('utf8'),
        status: response.statusCode,
        answer: Buffer.concat(answered).toString('utf8'),
      }),
    );
  };
  subscribe(CHANNEL, listen);
  return { stop: () => void unsubscribe(CHANNEL, listen) };
}

function copyWhatIsWritten(response: ServerResponse, copies: Buffer[]): void {
  for (const name of ['writeHead', 'write', 'end'] as const) {
    const original: Function = response[name];
    Reflect.set(response, name, (...values: unknown[]) => {
      for (const value of values) if (typeof value !== 'function') copies.push(bytesOf(value));
      return Reflect.apply(original, response, values);
    });
  }
}

const bytesOf = (value: unknown): Buffer =>
  value instanceof Uint8Array
    ? Buffer.from(value)
    : Buffer.from(typeof value === 'string' ? value : `${JSON.stringify(value) ?? ''}\n`);

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';

/** How long a carrier takes to answer. Long enough to be killed in. */
const ANSWERS_AFTER_MS = 5;

const HandedOver = z.object({ job: z.string(), to: z.string().default(''), text: z.string().default('') });
type HandedOver = z.infer<typeof HandedOver>;

export type CountingCarrier = {
  readonly url: string;
  /** Everything that was handed over, oldest first; it takes the same thing as often as it is given. */
  readonly taken: readonly HandedOver[];
  /** Told of each hand-over, before it is answered. */
  onTaken(listener: () => void): void;
  stop(): Promise<void>;
};

/** A carrier over HTTP: `POST /` hands over, `GET /?to=…&text=…` counts what it has of that. */
export async function countingCarrier(): Promise<CountingCarrier> {
  const taken: HandedOver[] = [];
  let tell: (() => void) | undefined;
  const server = createServer((request, response) => {
    void (async () => {
      if (request.method === 'POST') {
        taken.push(HandedOver.parse(JSON.parse(await text(request))));
        tell?.();
        await wait(ANSWERS_AFTER_MS);
        response.end('{}');
        return;
      }
      const { searchParams: asked } = new URL(request.url ?? '', 'http://carrier');
      const matches = taken.filter((one) => one.to === asked.get('to') && one.text === asked.get('text'));
      response.end(JSON.stringify({ matches: matches.length }));
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server's address
  return {
    url: `http://127.0.0.1:${port}/`,
    taken,
    onTaken: (listener) => void (tell = listener),
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** What a worker does with a job: hands it over, and fails if the carrier does not answer. */
export async function handOverTo(carrierUrl: string, job: HandedOver | { job: string }): Promise<void> {
  const answer = await fetch(carrierUrl, { method: 'POST', body: JSON.stringify(job) });
  await answer.text();
}

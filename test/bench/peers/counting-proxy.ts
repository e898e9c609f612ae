import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What went over the wire: requests to the store, and how often the client then waited for an answer. */
export type Traffic = { operations: number; roundTrips: number };

export type CountingProxy = {
  /** The same address, but through the proxy. */
  readonly url: string;
  /** Since it was last asked. */
  traffic(): Traffic;
  stop(): Promise<void>;
};

/** Stands between a client and its store and counts, the same way for PostgreSQL, Redis and DynamoDB. */
export async function countingProxy(storeUrl: string): Promise<CountingProxy> {
  const store = new URL(storeUrl);
  const count = requestCounters[store.protocol] ?? requestCounters['http:'];
  const sockets = new Set<Socket>();
  let traffic: Traffic = { operations: 0, roundTrips: 0 };

  const server = createServer((client) => {
    const upstream = connect(Number(store.port), '127.0.0.1');
    let lastSpoke: 'client' | 'store' = 'store';
    client.on('data', (chunk) => {
      traffic.operations += count?.(chunk) ?? 0;
      if (lastSpoke === 'store') traffic.roundTrips += 1;
      lastSpoke = 'client';
    });
    upstream.on('data', () => (lastSpoke = 'store'));
    client.pipe(upstream).pipe(client);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => sockets.delete(socket));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(storeUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port); // a TCP server's address
  return {
    url: url.href.replace(/\/$/, ''),
    traffic() {
      const seen = traffic;
      traffic = { operations: 0, roundTrips: 0 };
      return seen;
    },
    async stop() {
      sockets.forEach((socket) => socket.destroy());
      server.close();
      await once(server, 'close');
    },
  };
}

/** How many requests begin in what a client wrote at once; here each is far smaller than a packet of the loopback. */
const requestCounters: Record<string, (chunk: Buffer) => number> = {
  // Query and Execute of PostgreSQL's protocol: a letter, then the length of what follows.
  'postgres:': (chunk) => {
    let statements = 0;
    for (let at = 0; at + 5 <= chunk.length; at += 1 + chunk.readUInt32BE(at + 1)) {
      const kind = String.fromCodePoint(chunk[at] ?? 0);
      if (kind === 'Q' || kind === 'E') statements += 1;
    }
    return statements;
  },
  // A command of Redis is an array of strings.
  'redis:': (chunk) => chunk.toString('latin1').match(/(?:^|\r\n)\*\d+\r\n\$/g)?.length ?? 0,
  'http:': (chunk) => chunk.toString('latin1').match(/(?:^|\n)POST \/ HTTP/g)?.length ?? 0,
};

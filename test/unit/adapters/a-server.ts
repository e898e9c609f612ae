import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Received = { method: string; url: URL; headers: IncomingMessage['headers']; body: string };
export type Answer =
  { status: number; body?: unknown; headers?: Record<string, string> } | 'hang up' | 'no answer';

export type AServer = { origin: string; received: Received[]; stop(): Promise<void> };

/** An HTTP server on a free port that keeps what it was asked, and answers as told. */
export async function aServer(answer: (request: Received) => Answer): Promise<AServer> {
  const received: Received[] = [];
  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await read(request);
    received.push(asked);
    reply(response, answer(asked));
  }
  const server = createServer((request, response) => {
    void take(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server's address
  return {
    origin: `http://127.0.0.1:${port}`,
    received,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function read(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const url = new URL(request.url ?? '/', 'http://server');
  const body = Buffer.concat(chunks).toString();
  return { method: request.method ?? '', url, headers: request.headers, body };
}

function reply(response: ServerResponse, answer: Answer): void {
  if (answer === 'no answer') return;
  if (answer === 'hang up') {
    response.destroy();
    return;
  }
  const { status, body = '', headers = {} } = answer;
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

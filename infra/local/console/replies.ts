import type { ServerResponse } from 'node:http';

const common = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { ...common, 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(value));
}

export function sendPage(response: ServerResponse, type: string, body: string, policy: string): void {
  response.writeHead(200, { ...common, 'content-type': type, 'content-security-policy': policy });
  response.end(body);
}

export function sendNotFound(response: ServerResponse): void {
  sendJson(response, 404, { problem: 'there is nothing here' });
}

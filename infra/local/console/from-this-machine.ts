import type { IncomingMessage } from 'node:http';

const names = ['127.0.0.1', 'localhost', '[::1]'];

/** No other site may read or press anything here, whatever name it points at this machine. */
export function isFromThisMachine({ headers }: IncomingMessage): boolean {
  const host = headers.host ?? '';
  if (!names.includes(host.replace(/:\d+$/, ''))) return false;
  return headers.origin === undefined || headers.origin === `http://${host}`;
}

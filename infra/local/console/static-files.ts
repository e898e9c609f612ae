import { existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { sendNotFound, sendPage } from './replies.ts';

const FOLDER = new URL('assets/', import.meta.url);

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Nothing is fetched from anywhere but here. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join(';');

/** `/` is the console's one page; `/console/<name>` one of the files beside it. */
export function answerAsset(path: string, response: ServerResponse): void {
  const name = path === '/' ? 'console.html' : path.slice('/console/'.length);
  const file = new URL(name, FOLDER);
  const type = types[extname(name)];
  if (!/^[a-z0-9-]+\.[a-z]+$/.test(name) || type === undefined || !existsSync(file))
    return sendNotFound(response);
  sendPage(response, type, readFileSync(file, 'utf8'), POLICY);
}

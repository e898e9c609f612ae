import type { ServerResponse } from 'node:http';
import type { LocalStack } from '../local-stack.ts';
import { sendNotFound, sendPage } from './replies.ts';

/** No scripts, no forms, no reading of our own pages; links open in a tab of their own, as from a mail program. */
const POLICY = [
  'sandbox allow-popups allow-popups-to-escape-sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "frame-ancestors 'self'",
].join(';');

/** `/console/mail/<number>`: the HTML of one e-mail, as a mail program would show it. */
export function answerMail(stack: LocalStack, path: string, response: ServerResponse): void {
  const html = stack.mailbox()[Number(path.slice('/console/mail/'.length))]?.html;
  if (html === undefined) return sendNotFound(response);
  const inNewTab = html.replace(/<head>/i, '<head><base target="_blank">');
  sendPage(response, 'text/html; charset=utf-8', inNewTab, POLICY);
}

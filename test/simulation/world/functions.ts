import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { advanceOneCase } from '#functions/advance-case/advance-case.ts';
import { carryOutCase } from '#functions/advance-case/carry-out.ts';
import { advanceFollowUp } from '#functions/advance-follow-up/advance-follow-up.ts';
import {
  receiveDeliveryStatus,
  type Receipt,
} from '#functions/receive-delivery-status/receive-delivery-status.ts';
import { receiveSessionClosed } from '#functions/receive-session-closed/receive-session-closed.ts';
import { receiveTextFallback } from '#functions/receive-text-fallback/receive-text-fallback.ts';
import { receiveText } from '#functions/receive-text/receive-text.ts';
import { applyTo } from '#functions/send-message/apply-to.ts';
import { askCarrier } from '#functions/send-message/ask-carrier.ts';
import { sendMessage } from '#functions/send-message/send-message.ts';
import { writeEmail } from '#functions/send-message/write-email.ts';
import { serveLink } from '#functions/serve-link/serve-link.ts';
import type { LinkRequest, Served } from '#functions/serve-link/served.ts';
import { startFollowUp } from '#functions/start-follow-up/start-follow-up.ts';
import { wakeDue } from '#functions/wake-due/wake-due.ts';
import { watch } from '#functions/watch/watch.ts';
import type { IncomingText } from '#shared/apply/store-text.ts';
import {
  CaseMessage,
  FollowUpMessage,
  InboxMessage,
  SendMessage,
  WakeMessage,
} from '#shared/contracts/queue-messages.ts';
import { logMetric, type Write } from '#shared/lambda/log.ts';
import { emf } from '#shared/lambda/metrics.ts';
import { scheduleHandler } from '#shared/lambda/schedule-handler.ts';
import { sqsWorker } from '#shared/lambda/sqs-worker.ts';
import type { ServerPorts } from './ports.ts';
import { throughHttp } from './through-http.ts';

type Batch = (event: SQSEvent) => Promise<SQSBatchResponse>;

/** Every function as its handler wires it, on one server's ports. */
export const FUNCTIONS = {
  'start-follow-up': (ports: ServerPorts, write: Write): Batch =>
    sqsWorker(InboxMessage, (message) => startFollowUp({ ...ports, cases: ports.newCases }, message), write),
  'advance-follow-up': (ports: ServerPorts, write: Write): Batch =>
    sqsWorker(FollowUpMessage, (message) => advanceFollowUp(ports, message), write),
  'advance-case': (ports: ServerPorts, write: Write): Batch => {
    const deps = { ...ports, carryOut: carryOutCase(ports) };
    return sqsWorker(CaseMessage, (message) => advanceOneCase(deps, message), write);
  },
  'send-message': (ports: ServerPorts, write: Write): Batch => {
    const deps = {
      apply: applyTo({ ...ports, writeEmail: (message, text, to) => writeEmail(ports, message, text, to) }),
      askCarrier: (messageId: string) => askCarrier(ports, messageId),
    };
    return sqsWorker(SendMessage, (request) => sendMessage(deps, request), write);
  },
  'wake-due': (ports: ServerPorts, write: Write) => ({
    schedule: scheduleHandler(async () => {
      const outcome = await wakeDue(ports, { pass: 'first' });
      logMetric(emf([{ name: 'Tick', unit: 'Count', value: 1 }]), write);
      return outcome;
    }, write),
    queue: sqsWorker(WakeMessage, () => wakeDue(ports, { pass: 'again' }), write),
  }),
  watch: (ports: ServerPorts, write: Write) => {
    const measure = (seen: { oldestDueSeconds: number }) =>
      logMetric(emf([{ name: 'OldestDueSeconds', unit: 'Seconds', value: seen.oldestDueSeconds }]), write);
    return scheduleHandler(() => watch({ ...ports, measure }), write);
  },
  'receive-text': (ports: ServerPorts, write: Write) => {
    const deps = { ...ports, cases: ports.newCases };
    return (text: IncomingText) => takeText(write, 'POST /twilio/text', text, () => receiveText(deps, text));
  },
  'receive-text-fallback': (ports: ServerPorts, write: Write) => (text: IncomingText) =>
    takeText(write, 'POST /twilio/text-fallback', text, () => receiveTextFallback(ports, text)),
  'receive-delivery-status': (ports: ServerPorts, write: Write) => (receipt: Receipt) =>
    throughHttp(
      write,
      { routeKey: 'POST /twilio/status', asked: JSON.stringify(receipt) },
      () => receiveDeliveryStatus(ports, receipt),
      (outcome) => ({ outcome, ids: { messageId: receipt.messageId } }),
    ),
  'receive-session-closed': (ports: ServerPorts, write: Write) => (rawBody: string) => {
    const deps = { ...ports, isSigned: () => Promise.resolve(true) };
    return throughHttp(
      write,
      { routeKey: 'POST /events', asked: rawBody },
      () => receiveSessionClosed(deps, { rawBody, signature: 'checked elsewhere' }),
      (answer) => ({
        outcome: answer.kind,
        ...(answer.kind === 'invalid' && { fields: answer.problems.map(({ path }) => path) }),
      }),
    );
  },
  'serve-link':
    (ports: ServerPorts, write: Write) =>
    (request: LinkRequest): Promise<Served> =>
      throughHttp(
        write,
        { routeKey: `${request.method} /l/{token}`, asked: request.form.toString() },
        () => serveLink(ports, request),
        ({ outcome, ids }) => ({ outcome, ...(ids && { ids }) }),
      ),
} as const;

const takeText = (write: Write, routeKey: string, text: IncomingText, take: () => Promise<string>) =>
  throughHttp(write, { routeKey, asked: JSON.stringify(text) }, take, (outcome) => ({
    outcome,
    ids: { inboundId: text.messageSid },
  }));

export type FunctionName = keyof typeof FUNCTIONS;
export type Handler<N extends FunctionName> = ReturnType<(typeof FUNCTIONS)[N]>;

/** As the template sets them, in seconds. */
export const TIMEOUT_SECONDS: Readonly<Partial<Record<FunctionName, number>>> = {
  'wake-due': 50,
  watch: 120,
};
export const TIMEOUT_OF_OTHERS = 20;

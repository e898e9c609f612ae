import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { readBody } from '../http/server-parts.ts';
import { closeSession } from './close-session.ts';
import { formChoices } from './form-choices.ts';
import { findNextDue } from './next-due.ts';
import { sendJson, sendNotFound } from './replies.ts';
import { switchSending, withSendingNow } from './sending-now.ts';
import type { ConsoleSession } from './session.ts';
import { makeTrouble, Trouble } from './trouble.ts';

type Answer = { readonly status: number; readonly value: unknown };
type Action = (session: ConsoleSession, body: unknown) => Answer | Promise<Answer>;

const MINUTE = 60_000;
const YEAR = 366 * 24 * 60 * MINUTE;
/** A minute's tick finds what is due, and the carrier delivers a few seconds later. */
const UNTIL_DELIVERED = 70_000;

const Text = z.object({ phone: z.string().min(1), body: z.string().trim().min(1).max(1600) });
const Move = z.union([
  z.object({ by: z.number().int().min(1).max(YEAR) }),
  z.object({ to: z.literal('next') }),
  z.object({ pace: z.union([z.literal(0), z.literal(1), z.literal(60)]) }),
]);
const Sending = z.object({ mode: z.enum(['off', 'live']) });

const done: Answer = { status: 200, value: {} };
const refused = (problem: string): Answer => ({ status: 400, value: { problem } });

const actions: Readonly<Record<string, Action>> = {
  'POST preview': async ({ preview, settings, stack }, event) => ({
    status: 200,
    value: await preview(event, withSendingNow(settings, stack), stack.now()),
  }),
  'POST close': ({ stack }, event) => closeSession(stack, event),
  'POST text': reading(Text, async ({ stack }, { phone, body }) => {
    await stack.text(phone, body);
    return done;
  }),
  'POST clock': reading(Move, moveOn),
  'POST trouble': reading(Trouble, (session, trouble) => {
    const problem = makeTrouble(session.stack, trouble);
    if (problem !== undefined) return refused(problem);
    const { kind, to } = trouble;
    session.troubles.push({ at: session.stack.now(), kind, ...(to !== undefined && { to }) });
    return done;
  }),
  'POST sending': reading(Sending, async ({ stack, settings }, { mode }) => {
    await switchSending(settings, stack, mode);
    return done;
  }),
  'GET form': ({ settings, stack }) => ({ status: 200, value: formChoices(settings, stack.now()) }),
};

/** `/console/api/<action>`: JSON in, JSON out; every refusal is `{ problem }` in words. */
export async function answerApi(
  session: ConsoleSession,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const action = actions[`${request.method} ${path.slice('/console/api/'.length)}`];
  if (!action) return sendNotFound(response);
  try {
    const body =
      request.method === 'POST' ? JSON.parse((await readBody(request)).toString('utf8')) : undefined;
    const { status, value } = await action(session, body);
    sendJson(response, status, value);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    sendJson(response, error instanceof SyntaxError ? 400 : 500, { problem });
  }
}

function reading<Body>(
  schema: z.ZodType<Body>,
  act: (session: ConsoleSession, body: Body) => Answer | Promise<Answer>,
): Action {
  return (session, body) => {
    const read = schema.safeParse(body);
    return read.success ? act(session, read.data) : refused(z.prettifyError(read.error));
  };
}

async function moveOn(
  { clock, stack, settings }: ConsoleSession,
  move: z.infer<typeof Move>,
): Promise<Answer> {
  if ('pace' in move) {
    clock.setPace(move.pace);
    return done;
  }
  if ('by' in move) {
    await clock.leapTo(stack.now() + move.by);
    return done;
  }
  const next = await findNextDue(stack, settings);
  if (!next) return refused('nothing is due: close a session first');
  await clock.leapTo(Math.max(next.at, stack.now()) + UNTIL_DELIVERED);
  return { status: 200, value: { reached: next } };
}

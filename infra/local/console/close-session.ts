import * as z from 'zod';
import type { LocalStack } from '../local-stack.ts';

const Taken = z.object({ id: z.string() });
const PATIENCE_MS = 8000;
const LOOK_EVERY_MS = 100;

/**
 * Posts the event as the agency's system would and waits, in real time, until Handrail has dealt with it, so that
 * whoever closed it finds a follow-up to look at. Returns the status and body of the answer to the post.
 */
export async function closeSession(
  stack: LocalStack,
  event: unknown,
): Promise<{ status: number; value: unknown }> {
  const { status, body } = await stack.post(event);
  const value: unknown = JSON.parse(body || '{}');
  const taken = Taken.safeParse(value);
  if (status !== 202 || !taken.success) return { status, value };
  const until = performance.now() + PATIENCE_MS;
  while (performance.now() < until && !(await isSettled(stack, taken.data.id)))
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  return { status: 200, value };
}

async function isSettled(stack: LocalStack, inboxId: string): Promise<boolean> {
  const items = await stack.table('Inbox');
  return items.some(({ id, state }) => id === inboxId && state !== 'received');
}

import * as z from 'zod';
import type { Agenda } from '../agenda.ts';
import type { Activity } from '../clock/activity.ts';
import type { Access, Who } from '../policies/access.ts';
import type { EmbeddedFauxqs } from '../queues/embedded-fauxqs.ts';
import type { FindFunction } from './index-functions.ts';

/** Lambda's asynchronous invocations: what was taken is tried three times, then parked in the function's own queue. */
export type InvokeLater = {
  /** `event` is JSON. Refused when `who` may not invoke the function; the refusal is recorded. */
  readonly invoke: (who: Who, functionArn: string, event: string) => void;
  /** The agenda's task of that name. */
  readonly task: (input: unknown) => Promise<void>;
};

export const INVOKE_TASK = 'invoke';

const Input = z.object({ functionArn: z.string(), event: z.string(), attempt: z.number() });

/** Wait before the second and the third attempt, ms. https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html */
const waits = [60_000, 120_000];

export type InvokeLaterParts = {
  readonly agenda: () => Agenda;
  readonly activity: Activity;
  readonly access: Access;
  readonly find: FindFunction;
  readonly fauxqs: EmbeddedFauxqs;
  readonly now: () => number;
  readonly onDeadLetter: (queueArn: string, body: string, messageId: string) => void;
};

export function createInvokeLater(parts: InvokeLaterParts): InvokeLater {
  const { agenda, activity, access, find, now } = parts;
  return {
    invoke(who, functionArn, event) {
      if (access.refusal(who, [{ action: 'lambda:InvokeFunction', resource: functionArn }])) return;
      agenda().add(now(), INVOKE_TASK, { functionArn, event, attempt: 0 });
      void activity.during(() => agenda().carryOut(now()));
    },
    async task(input) {
      const { functionArn, event, attempt } = Input.parse(input);
      const result = await find(functionArn)?.invoke(JSON.parse(event));
      if (!result || result.ok) return;
      const wait = waits[attempt];
      if (wait !== undefined)
        agenda().add(now() + wait, INVOKE_TASK, { functionArn, event, attempt: attempt + 1 });
      else park(parts, functionArn, event);
    },
  };
}

function park(
  { access, find, fauxqs, onDeadLetter }: InvokeLaterParts,
  functionArn: string,
  event: string,
): void {
  const spec = find(functionArn)?.spec;
  const queue =
    spec?.deadLetterArn === undefined ? undefined : fauxqs.queues.getQueueByArn(spec.deadLetterArn);
  if (!spec || !queue) return;
  const needs = [{ action: 'sqs:SendMessage', resource: queue.arn }, ...access.keyNeeds(queue.arn, 'write')];
  if (access.refusal({ role: spec.roleArn, name: spec.nameInCode }, needs)) return;
  const message = fauxqs.newMessage(event);
  queue.enqueue(message);
  onDeadLetter(queue.arn, event, message.messageId);
}

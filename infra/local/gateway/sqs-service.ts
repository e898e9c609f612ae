import type { Access, Need } from '../policies/access.ts';
import type { EmbeddedFauxqs } from '../queues/embedded-fauxqs.ts';
import { ACCOUNT, REGION } from '../template/identities.ts';
import { jsonOf, textOf, UnknownAwsCall, type AwsService } from './aws-call.ts';

/** The action that each operation needs, and what it does with the messages. */
const operations: Record<string, { action: string; use?: 'read' | 'write' }> = {
  SendMessage: { action: 'sqs:SendMessage', use: 'write' },
  SendMessageBatch: { action: 'sqs:SendMessage', use: 'write' },
  ReceiveMessage: { action: 'sqs:ReceiveMessage', use: 'read' },
  DeleteMessage: { action: 'sqs:DeleteMessage' },
  DeleteMessageBatch: { action: 'sqs:DeleteMessage' },
  ChangeMessageVisibility: { action: 'sqs:ChangeMessageVisibility' },
  ChangeMessageVisibilityBatch: { action: 'sqs:ChangeMessageVisibility' },
  GetQueueAttributes: { action: 'sqs:GetQueueAttributes' },
  GetQueueUrl: { action: 'sqs:GetQueueUrl' },
};

export function sqsService(
  fauxqs: EmbeddedFauxqs,
  access: Access,
  onSent: (queueName: string) => void,
): AwsService {
  return {
    needs(call): Need[] {
      const operation = operations[call.operation];
      if (!operation) throw new UnknownAwsCall(`sqs:${call.operation}`);
      const arn = `arn:aws:sqs:${REGION}:${ACCOUNT}:${queueNameOf(jsonOf(call))}`;
      const keys = operation.use === undefined ? [] : access.keyNeeds(arn, operation.use);
      return [{ action: operation.action, resource: arn }, ...keys];
    },
    async serve(call) {
      const reply = await fauxqs.request({
        method: 'POST',
        url: '/',
        headers: {
          'content-type': 'application/x-amz-json-1.0',
          'x-amz-target': `AmazonSQS.${call.operation}`,
        },
        body: call.body,
      });
      if (reply.status === 200 && operations[call.operation]?.use === 'write')
        onSent(queueNameOf(jsonOf(call)));
      return reply;
    },
  };
}

const queueNameOf = (input: Readonly<Record<string, unknown>>) =>
  textOf(input['QueueUrl']).split('/').at(-1) || textOf(input['QueueName']);

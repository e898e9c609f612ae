import type { Access, Need } from '../policies/access.ts';
import type { EmbeddedFauxqs } from '../queues/embedded-fauxqs.ts';
import { UnknownAwsCall, type AwsService } from './aws-call.ts';

export function snsService(
  fauxqs: EmbeddedFauxqs,
  access: Access,
  onPublished: (topicArn: string) => void,
): AwsService {
  return {
    needs(call): Need[] {
      if (call.operation !== 'Publish') throw new UnknownAwsCall(`sns:${call.operation}`);
      const topic = topicOf(call.body);
      return [{ action: 'sns:Publish', resource: topic }, ...access.keyNeeds(topic, 'write')];
    },
    async serve(call) {
      const reply = await fauxqs.request({
        method: 'POST',
        url: '/',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: call.body,
      });
      if (reply.status === 200) onPublished(topicOf(call.body));
      return reply;
    },
  };
}

const topicOf = (body: Buffer) => new URLSearchParams(body.toString('utf8')).get('TopicArn') ?? '';

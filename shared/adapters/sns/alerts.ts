import { PublishCommand, SNSClient, type SNSClientConfig } from '@aws-sdk/client-sns';
import type { Alerts } from '#shared/ports.ts';
import { oneAttempt } from '#shared/adapters/aws/client-options.ts';

type Options = {
  /** One topic a ladder step, in the order of the ladder. */
  stepTopics: readonly string[];
  operatorsTopic: string;
  config?: SNSClientConfig;
};

/** Alerts through SNS, one attempt a call: whoever asked tries again with its own record of it. */
export function snsAlerts({ stepTopics, operatorsTopic, config = {} }: Options): Alerts {
  const client = new SNSClient({ ...oneAttempt, ...config });
  return {
    async toStep(step, { caseId, priority, url }) {
      const topic = stepTopics[step];
      if (topic === undefined) throw new NoSuchStep(step);
      await client.send(
        new PublishCommand({
          TopicArn: topic,
          Subject: `Handrail: ${priority} case`,
          Message: `Handrail: a case (${priority}) needs you. Open it and acknowledge: ${url}\nCase ${caseId}`,
        }),
      );
    },
    async toOperators({ subject, text }) {
      // SNS takes at most 100 characters of ASCII without line breaks as a subject.
      const short = subject.replace(/[^\x20-\x7e]+/g, ' ').slice(0, 100);
      await client.send(new PublishCommand({ TopicArn: operatorsTopic, Subject: short, Message: text }));
    },
  };
}

/** Thrown when a ladder has more steps than this deployment has topics. */
class NoSuchStep extends Error {
  constructor(step: number) {
    super(`no topic for step ${step} of the ladder`);
    this.name = 'NoSuchStep';
  }
}

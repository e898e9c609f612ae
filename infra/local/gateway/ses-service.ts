import * as z from 'zod';
import type { LocalMail } from '../mail/local-mail.ts';
import type { Need } from '../policies/access.ts';
import { ACCOUNT, REGION } from '../template/identities.ts';
import { jsonOf, UnknownAwsCall, type AwsCall, type AwsService } from './aws-call.ts';

const SendEmail = z.object({
  FromEmailAddress: z.string().default(''),
  ConfigurationSetName: z.string().optional(),
});

const arn = (resource: string) => `arn:aws:ses:${REGION}:${ACCOUNT}:${resource}`;

/** `identities`: the verified addresses and domains of the template. */
export function sesService(mail: LocalMail, identities: readonly string[]): AwsService {
  return {
    needs(call): Need[] {
      if (!isSendEmail(call)) throw new UnknownAwsCall(`ses ${call.method} ${call.url}`);
      const { FromEmailAddress, ConfigurationSetName } = SendEmail.parse(jsonOf(call));
      const address = /<([^>]+)>/.exec(FromEmailAddress)?.[1] ?? FromEmailAddress;
      const domain = address.split('@').at(-1) ?? '';
      const identity = [address, domain].find((candidate) => identities.includes(candidate)) ?? address;
      const context = { 'ses:FromAddress': [address] };
      const needs = [{ action: 'ses:SendEmail', resource: arn(`identity/${identity}`), context }];
      if (ConfigurationSetName !== undefined)
        needs.push({
          action: 'ses:SendEmail',
          resource: arn(`configuration-set/${ConfigurationSetName}`),
          context,
        });
      return needs;
    },
    serve: (call) => mail.send(call.body),
  };
}

const isSendEmail = (call: AwsCall) =>
  call.method === 'POST' && call.url.startsWith('/v2/email/outbound-emails');

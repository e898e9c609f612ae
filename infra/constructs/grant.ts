import type { IKey } from 'aws-cdk-lib/aws-kms';
import type * as z from 'zod';

/** IAM actions on exact resources. */
export interface Right {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

/** One environment variable, and the rights without which its value is useless: one cannot be had without the other. */
export interface Grant<Name extends string> {
  readonly name: Name;
  readonly value: string;
  readonly rights: readonly Right[];
}

/** What a function must be given: a variable that its schema names and this leaves out, or the reverse, does not compile. */
export type GrantsFor<Env extends z.core.$ZodObject> = {
  readonly [Name in keyof z.input<Env>]: Grant<Name & string>;
};

/** A variable that is only a value. */
export function plain<Name extends string>(name: Name, value: string): Grant<Name> {
  return { name, value, rights: [] };
}

// CDK's own grants emit kms:ReEncrypt* and kms:GenerateDataKey*; these are the actions behind the stars.
const DECRYPT = ['kms:Decrypt', 'kms:DescribeKey'];
const ENCRYPT = ['kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'];

export function decryptsWith(key: IKey): Right {
  return { actions: DECRYPT, resources: [key.keyArn] };
}

export function encryptsWith(key: IKey): Right {
  return { actions: [...DECRYPT, ...ENCRYPT], resources: [key.keyArn] };
}

/** What SQS and SNS ask of a sender to an encrypted queue or topic. */
export function sendsWith(key: IKey): Right {
  return { actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [key.keyArn] };
}

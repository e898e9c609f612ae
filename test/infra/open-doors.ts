import { resourceStatements, trustStatements } from './policies.ts';
import { all, type TemplateUnderTest } from './template.ts';

/** Each route that API Gateway lets everybody call, and what keeps it from doing anything for anybody. */
export const ROUTES: Readonly<Record<string, { protectedBy: string; unsigned: number }>> = {
  'POST /events': {
    protectedBy:
      'an HMAC over time and body with a secret that only the agency’s system has, five minutes long',
    unsigned: 401,
  },
  'POST /twilio/text': { protectedBy: 'Twilio’s signature over address and form', unsigned: 403 },
  'POST /twilio/text-fallback': { protectedBy: 'Twilio’s signature over address and form', unsigned: 403 },
  'POST /twilio/status': { protectedBy: 'Twilio’s signature over address and form', unsigned: 403 },
  'GET /l/{token}': {
    protectedBy:
      'a signed link that expires; it shows a page and changes nothing, and a case’s page asks who is there',
    unsigned: 404,
  },
  'POST /l/{token}': {
    protectedBy: 'a signed link that expires, and on a case a name of staff',
    unsigned: 404,
  },
  'GET /u/{token}': { protectedBy: 'a signed link; it shows a page and changes nothing', unsigned: 404 },
  'POST /u/{token}': { protectedBy: 'a signed link, which can only take consent back', unsigned: 404 },
};

/** Ways in which a template can be open to everybody; undefined properties are CloudFormation’s defaults. */
export function openDoors(template: TemplateUnderTest): string[] {
  return [
    ...[...resourceStatements(template), ...trustStatements(template)]
      .filter(({ effect, principals }) => effect === 'Allow' && principals.some(isEverybody))
      .map(({ on }) => `${on} lets everybody in`),
    ...all<{ Principal: string; SourceArn?: string }>(template, 'AWS::Lambda::Permission')
      .filter(({ properties }) => isEverybody(properties.Principal) || !properties.SourceArn)
      .map(({ id }) => `${id} does not say for whom`),
    ...template.resources.flatMap(({ id, properties }) =>
      [...JSON.stringify(properties).matchAll(OPEN)].map(([found]) => `${id} has ${found}`),
    ),
    ...template.resources
      .filter(({ type }) => ALWAYS_OPEN.includes(type))
      .map(({ id, type }) => `${id} is a ${type}`),
    ...all<{ PublicAccessBlockConfiguration?: object }>(template, 'AWS::S3::Bucket')
      .filter(({ properties }) => !isClosed(properties.PublicAccessBlockConfiguration))
      .map(({ id }) => `${id} does not block public access`),
  ];
}

/** Even under a condition: what a condition leaves over is read by people, and nothing here needs one. */
const isEverybody = (principal: string) => principal === '*' || principal.endsWith(':*');

const OPEN =
  /0\.0\.0\.0\/0|::\/0|"PubliclyAccessible":true|"AccessControl":"PublicRead\w*"|"AssociatePublicIpAddress":true/g;

const ALWAYS_OPEN = ['AWS::Lambda::Url', 'AWS::EC2::EIP', 'AWS::EC2::InternetGateway'];

const isClosed = (block: object = {}) =>
  ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'].every(
    (name) => Reflect.get(block, name) === true,
  );

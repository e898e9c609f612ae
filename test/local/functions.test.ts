import { describe, expect, it } from 'vitest';
import { runStack } from './fixtures/run-stack.ts';
import { aRoute, smallStack, type SmallFunction } from './fixtures/small-stack.ts';

const one = (source: string, more: Partial<SmallFunction> = {}) =>
  smallStack({ ...aRoute('ANY /do/{what}', 'Do') }, { Do: { source, ...more } });

describe('a function', () => {
  it('sees a request as API Gateway would show it', async () => {
    const { stack } = await runStack(await one('export const handler = (event) => event;'));

    const response = await fetch(`${stack.http}/do/a%20b?x=1&y=2&x=3`, {
      method: 'POST',
      headers: { 'X-Thing': 'yes', cookie: 'a=1; b=2' },
      body: new URLSearchParams({ Body: 'Grüße' }),
    });

    expect(await response.json()).toMatchObject({
      version: '2.0',
      routeKey: 'ANY /do/{what}',
      rawPath: '/do/a%20b',
      rawQueryString: 'x=1&y=2&x=3',
      queryStringParameters: { x: '1,3', y: '2' },
      pathParameters: { what: 'a b' },
      cookies: ['a=1', 'b=2'],
      headers: { 'x-thing': 'yes' },
      body: Buffer.from('Body=Gr%C3%BC%C3%9Fe').toString('base64'),
      isBase64Encoded: true,
    });
  });

  it('is stopped when its time is over, and starts afresh', async () => {
    const { stack, kinds } = await runStack(
      await one(
        `let count = 0;
        export const handler = async ({ pathParameters }) => {
          count += 1;
          if (pathParameters.what === 'hang') await new Promise(() => setInterval(() => {}, 1000));
          return { statusCode: 200, body: String(count) };
        };`,
        { properties: { Timeout: 1 } },
      ),
    );
    const ask = async (what: string) => (await fetch(`${stack.http}/do/${what}`)).text();

    expect([await ask('count'), await ask('count')]).toEqual(['1', '2']);
    expect(await ask('hang')).toContain('Internal Server Error');
    expect(await ask('count')).toBe('1');
    expect(kinds('function-failed')).toMatchObject([{ message: 'Task timed out after 1.00 seconds' }]);
  });

  it('takes other settings from its next load on, as after a deploy', async () => {
    const source = `
      import { readFileSync } from 'node:fs';
      const { greeting } = JSON.parse(readFileSync(process.env.LAMBDA_TASK_ROOT + '/programme.json', 'utf8'));
      export const handler = () => ({ statusCode: 200, body: greeting });`;
    const { stack } = await runStack(await one(source));
    const ask = async () => (await fetch(`${stack.http}/do/greet`)).text();

    const before = await ask();
    await stack.setProgramme({ greeting: 'good evening' });

    expect([before, await ask(), stack.programme()]).toEqual([
      'hello',
      'good evening',
      { greeting: 'good evening' },
    ]);
  });

  it('prints a metric through console.log in vain, as under Lambda’s JSON log format', async () => {
    const line = `JSON.stringify({ _aws: { CloudWatchMetrics: [] } })`;
    const { stack, kinds } = await runStack(
      await one(`export const handler = () => console.log(${line});`, {
        properties: { LoggingConfig: { LogFormat: 'JSON' } },
      }),
    );

    await fetch(`${stack.http}/do/it`);

    const [log] = kinds('function-log');
    expect(JSON.parse(log?.line ?? '{}')).toMatchObject({
      level: 'INFO',
      message: '{"_aws":{"CloudWatchMetrics":[]}}',
    });
  });

  it('keeps its objects in the bucket that its role may write to', async () => {
    const source = `
      import { S3Client, PutObjectCommand, GetObjectCommand } from '@aws-sdk/client-s3';
      const client = new S3Client({});
      const at = { Bucket: process.env.BUCKET, Key: 'uploads/a b.csv' };
      export const handler = async () => {
        await client.send(new PutObjectCommand({ ...at, Body: 'name,phone' }));
        const { Body } = await client.send(new GetObjectCommand(at));
        return { statusCode: 200, body: await Body.transformToString() };
      };`;
    const templateFile = await smallStack(
      { Uploads: { Type: 'AWS::S3::Bucket' }, ...aRoute('POST /upload', 'Upload') },
      {
        Upload: {
          source,
          allow: [
            { Action: ['s3:PutObject', 's3:GetObject'], Resource: { 'Fn::Sub': '${Uploads.Arn}/uploads/*' } },
          ],
          environment: { BUCKET: { Ref: 'Uploads' } },
        },
      },
    );
    const { stack } = await runStack(templateFile);

    const response = await fetch(`${stack.http}/upload`, { method: 'POST' });

    expect(await response.text()).toBe('name,phone');
  });
});

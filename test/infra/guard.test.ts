import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type GuardAnswer, guardAnswers } from '#infra/guard-answers.ts';
import { findingsIn, rulesFor, whyNotHere } from './guard/run-guard.ts';
import { aTemplateText } from './template.ts';

const folder = mkdtempSync(join(tmpdir(), 'handrail-guard-'));
afterAll(() => rmSync(folder, { recursive: true }));

const STAGES = ['sample', 'local'] as const;
const texts = new Map(STAGES.map((stage) => [stage, aTemplateText({ stage })]));
const fileOf = (name: string, text: string) => {
  const file = join(folder, `${name}.json`);
  writeFileSync(file, text);
  return file;
};
const answers = ({ rule, at }: GuardAnswer, finding: { rule: string; at: string }) =>
  rule === finding.rule && at.includes(finding.at);

const skipped = whyNotHere();
if (skipped !== undefined) console.log(`skipped: ${skipped}`);

describe.skipIf(skipped !== undefined)('the rules of AWS Control Tower', { timeout: 60_000 }, () => {
  test.each(STAGES)('find nothing in the template of stage %s that is not answered', (stage) => {
    const findings = findingsIn(fileOf(stage, texts.get(stage) ?? ''));
    expect(findings.filter((finding) => !guardAnswers.some((answer) => answers(answer, finding)))).toEqual(
      [],
    );
    const unneeded = guardAnswers.flatMap(({ rule, at }) =>
      at
        .filter((id) => !findings.some((it) => it.rule === rule && it.at === id))
        .map((id) => `${rule} at ${id}`),
    );
    expect(unneeded).toEqual([]);
  });

  test('find a table that could not be restored and a queue that is not encrypted', () => {
    const careless = (texts.get('sample') ?? '')
      .replaceAll('"PointInTimeRecoveryEnabled": true', '"PointInTimeRecoveryEnabled": false')
      .replaceAll('"KmsMasterKeyId"', '"NoKey"');
    const few = rulesFor(careless).filter((file) => /ct-(dynamodb-pr-1|sqs-pr-2)\.guard$/.test(file));
    const rules = findingsIn(fileOf('careless', careless), few).map(({ rule, at }) => `${rule} at ${at}`);
    expect(rules).toEqual(
      expect.arrayContaining(['CT.DYNAMODB.PR.1 at Contacts', 'CT.SQS.PR.2 at SendQueue']),
    );
  });
});

describe('what is said about them', () => {
  test.each(guardAnswers)('$rule is answered with a reason', ({ reason }) => {
    expect(reason.trim().length).toBeGreaterThan(60);
  });

  test('is about rules that are asked: those for tables, queues, keys, logs, functions and routes', () => {
    const asked = rulesFor(texts.get('sample') ?? '').join('\n');
    for (const rule of [
      'ct-dynamodb-pr-1',
      'ct-sqs-pr-2',
      'ct-kms-pr-1',
      'ct-cloudwatch-pr-3',
      'ct-lambda-pr-2',
    ])
      expect(asked).toContain(rule);
    expect(asked).not.toContain('ct-redshift');
  });
});

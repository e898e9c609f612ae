import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { afterAll, describe, expect, test } from 'vitest';
import { addChecks } from '#infra/checks.ts';
import { suppressions } from '#infra/suppressions.ts';
import { aStack } from './template.ts';

interface PluginReport {
  pluginName: string;
  violations: unknown[];
  suppressedViolations?: { acknowledgedId: string; acknowledgedAt: string; reason: string }[];
}

const { app, stack } = aStack();
addChecks(app, stack);
const folder = app.synth().directory;
const report: { pluginReports: PluginReport[] } = JSON.parse(
  readFileSync(join(folder, 'validation-report.json'), 'utf8'),
);
const packs = report.pluginReports.filter(({ pluginName }) => pluginName !== 'Construct Annotations');
afterAll(() => rmSync(folder, { recursive: true }));

describe('AwsSolutions and HIPAA.Security', () => {
  test('both look at the stack', () => {
    expect(packs.map(({ pluginName }) => pluginName).sort()).toEqual(['AwsSolutions', 'HIPAA.Security']);
  });

  test('find nothing that is not answered', () => {
    expect(packs.flatMap(({ violations }) => violations)).toEqual([]);
  });

  test.each(suppressions)('$rule at $at is answered with a reason', ({ reason }) => {
    expect(reason.trim().length).toBeGreaterThan(60);
  });

  test('every answer answers a finding', () => {
    const answered = packs
      .flatMap(({ suppressedViolations = [] }) => suppressedViolations)
      .map(({ acknowledgedId, acknowledgedAt }) => `${acknowledgedId} at ${acknowledgedAt}`);
    const given = suppressions.flatMap(({ rule, at }) =>
      at.map((path) => `${rule} at ${path === '' ? 'Handrail' : `Handrail/${path}`}`),
    );
    expect(given.filter((answer) => !answered.includes(answer))).toEqual([]);
  });

  test('fail the synthesis on a finding that nobody answered', () => {
    const careless = aStack();
    const unencrypted = new Queue(careless.stack, 'Careless');
    addChecks(careless.app, careless.stack);
    expect(() => careless.app.synth()).toThrow(`AwsSolutions-SQS4`);
    expect(() => careless.app.synth()).toThrow(unencrypted.node.path);
    rmSync(careless.app.outdir, { recursive: true });
  });
});

import { describe, expect, test } from 'vitest';
import { type AllowedWildcard, allowedWildcards } from '#infra/allowed-wildcards.ts';
import { resourceStatements, roleStatements, type Statement, trustStatements } from './policies.ts';
import { aTemplate, all } from './template.ts';

const template = aTemplate({ eventSources: ['111122223333'] });
type Wildcard = Omit<AllowedWildcard, 'reason'>;

const found: Wildcard[] = [
  ...[...roleStatements(template), ...resourceStatements(template), ...trustStatements(template)].flatMap(
    wildcardsOf,
  ),
  ...all<{ SourceArn: string }>(template, 'AWS::Lambda::Permission')
    .filter(({ properties }) => properties.SourceArn.includes('*'))
    .map(({ type, properties }) => ({
      resourceType: type,
      element: 'SourceArn' as const,
      effect: 'Allow' as const,
      value: properties.SourceArn,
    })),
];

function wildcardsOf({
  resourceType,
  effect,
  actions,
  resources,
  principals,
  condition,
}: Statement): Wildcard[] {
  const conditions = Object.values(condition).flatMap((test) => Object.values(test).flat());
  const elements = {
    Action: actions,
    Resource: resources,
    Principal: principals,
    Condition: conditions,
  } as const;
  return (Object.keys(elements) as (keyof typeof elements)[]).flatMap((element) =>
    elements[element]
      .filter((value) => value.includes('*'))
      .map((value) => ({ resourceType, element, effect, value })),
  );
}

const same = (a: Wildcard, b: Wildcard) =>
  a.resourceType === b.resourceType &&
  a.element === b.element &&
  a.effect === b.effect &&
  a.value === b.value;

describe('no policy says “everything”', () => {
  test('every * in the template is on the list', () => {
    expect(found.filter((wildcard) => !allowedWildcards.some((allowed) => same(allowed, wildcard)))).toEqual(
      [],
    );
  });

  test('every entry of the list is needed', () => {
    expect(allowedWildcards.filter((allowed) => !found.some((wildcard) => same(allowed, wildcard)))).toEqual(
      [],
    );
  });

  test('every entry says why', () => {
    expect(allowedWildcards.filter(({ reason }) => reason.trim().length < 20)).toEqual([]);
  });

  test('no role has one', () => {
    expect(roleStatements(template).flatMap(wildcardsOf)).toEqual([]);
  });
});

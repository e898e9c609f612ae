import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { WireItem } from './kinds.ts';

/** Fields whose names are data: what a fact tells, when each answer was given. */
const FREE = new Set(['detail', 'lastAnswers']);

/** Where what is stored in an item, with its type: `doc.checkIns[].sendAt N`. */
function shapeOf(item: WireItem): string[] {
  return Object.entries(item).flatMap(([name, value]) => pathsIn(name, value));
}

function pathsIn(path: string, value: AttributeValue): string[] {
  if (value.M) {
    const members = Object.entries(value.M);
    const isFree = FREE.has(path.split('.').at(-1) ?? '');
    return [
      `${path} M`,
      ...(isFree ? [] : members.flatMap(([name, one]) => pathsIn(`${path}.${name}`, one))),
    ];
  }
  if (value.L) return [`${path} L`, ...value.L.flatMap((one) => pathsIn(`${path}[]`, one))];
  return [`${path} ${Object.keys(value).join('')}`];
}

export const shapesOf = (items: readonly WireItem[]): string[] => [...new Set(items.flatMap(shapeOf))].sort();

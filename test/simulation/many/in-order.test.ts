import { expect, test } from 'vitest';
import { inOrder } from './in-order.ts';

test('seeds that are played out of order are told in order, each as soon as it may be', () => {
  const told: string[] = [];
  const tell = inOrder<string>(7, (name) => told.push(name));

  tell(8, 'eight');
  expect(told).toEqual([]);
  tell(7, 'seven');
  expect(told).toEqual(['seven', 'eight']);
  tell(10, 'ten');
  tell(9, 'nine');
  expect(told).toEqual(['seven', 'eight', 'nine', 'ten']);
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isReached, targetText } from './benchmark.ts';
import { BENCHMARKS } from './benchmarks.ts';
import { clientCost } from './client-cost.ts';
import { LIST_PRICES } from './list-prices.ts';
import { rowsOf } from './report.ts';
import { measuredPart, PAGE, withMeasured } from './write-docs.ts';

const page = readFileSync(PAGE, 'utf8');

/** The tables of the page: for each heading its rows, each as its cells. */
const tables = new Map(
  measuredPart(page)
    .split('\n### ')
    .slice(1)
    .map((section) => {
      const [heading = '', ...lines] = section.split('\n');
      const rows = lines.filter((line) => line.startsWith('|')).slice(2);
      return [
        heading,
        rows.map((row) =>
          row
            .split('|')
            .slice(1, -1)
            .map((cell) => cell.trim()),
        ),
      ];
    }),
);

describe('the page of benchmarks', () => {
  it('has a table for every benchmark and for nothing else, in their order', () => {
    expect([...tables.keys()]).toEqual(BENCHMARKS.map(({ name, title }) => `${name}: ${title}`));
  });

  it.each(BENCHMARKS)('shows every measure of $name with its own target', ({ name, title, measures }) => {
    const shown = tables.get(`${name}: ${title}`)?.map(([measure, , , , target]) => [measure, target]);
    expect(shown).toEqual(measures.map((measure) => [measure.name, targetText(measure.target)]));
  });

  it.each(BENCHMARKS)(
    'says of every target of $name whether its figure reaches it',
    ({ name, title, measures }) => {
      for (const [index, { target }] of measures.entries()) {
        const [, figure = '', , , , reached] = tables.get(`${name}: ${title}`)?.[index] ?? [];
        const value = Number(figure.split(' ')[0]?.replaceAll(',', ''));
        if (!target || figure === 'not measured') expect(reached).toBe('');
        else expect(reached).toBe(isReached(target, value) ? 'reached' : 'NOT reached');
      }
    },
  );

  it.each(BENCHMARKS)('tells an agency what $name means', ({ name }) => {
    expect(page).toMatch(new RegExp(`^- .*\\*\\*${name}\\*\\*`, 'm'));
  });

  it('names the machine, the day and the command', () => {
    expect(measuredPart(page)).toMatch(/\d{4}-\d\d-\d\d, commit [0-9a-f]+: \d+ cores of .+, Node v24/);
    expect(page).toContain('npm run bench');
  });
});

it('writes other tables into the page and leaves what people wrote', () => {
  const written = withMeasured(page, 'OTHER TABLES');
  expect(measuredPart(written).trim()).toBe('OTHER TABLES');
  expect(withMeasured(written, measuredPart(page).trim())).toBe(page);
});

describe('a report', () => {
  const benchmark = {
    name: 'example',
    title: 'An example',
    measures: [
      { name: 'doubled', unit: 'texts', target: { atMost: 1 } },
      { name: 'pace', unit: 'a second', target: { atLeast: 1000 } },
    ],
    run: () => [],
  };

  it('says so when a target is missed', () => {
    const readings = [
      { measure: 'doubled', p50: 2, samples: 1 },
      { measure: 'pace', p50: 1000, samples: 1 },
    ];
    expect(rowsOf({ benchmark, readings }).map(({ reached }) => reached)).toEqual(['NOT reached', 'reached']);
  });

  it('says what is missing where nothing was measured', () => {
    const readings = benchmark.measures.map(({ name: measure }) => ({
      measure,
      missing: 'not installed: Redis',
    }));
    const [row] = rowsOf({ benchmark, readings });
    expect([row?.figure, row?.reached, row?.note]).toEqual(['not measured', '', 'not installed: Redis']);
  });

  it('refuses to leave a measure out', () => {
    expect(() => rowsOf({ benchmark, readings: [] })).toThrow('did not measure doubled');
  });
});

describe('what a client costs', () => {
  const page = readFileSync(new URL('../../docs/cost.md', import.meta.url), 'utf8');
  const { aws, total } = clientCost();

  it('is what the page of costs says', () => {
    expect(page).toContain(`about $${total.toFixed(3)} at $${LIST_PRICES.text.segment} a segment`);
    expect(page).toContain(`of which AWS is about $${aws.toFixed(4)}`);
  });

  it('is nearly all for texts', () => {
    expect(1 - aws / total).toBeGreaterThan(0.99);
  });
});

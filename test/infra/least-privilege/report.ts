import type { KeptRight } from '#infra/kept-rights.ts';
import { rightsKept } from './problems.ts';
import { type Right, type Rights, textOf } from './rights.ts';

/** The page in docs: how many rights each function has, and which of them nothing that was played needed. */
export function reportOf(rights: Rights, kept: readonly KeptRight[]): string {
  const { used, unused } = rights;
  return [
    '# Rights by running',
    '',
    'What each role of the synthesised template may do, held against what its function did on the local stack while everything that needs a right of its own happened: closings over HTTP and the bus, check-ins by text and e-mail, answers, stops, receipts, links, cases that climb, lost texts and receipts, a function that died half-way, a document of a later release, a standstill. Written by `npm run least-privilege`; CI fails when this page, the rights or their reasons in `infra/kept-rights.ts` no longer agree. Writing logs, which Lambda does itself, is left out.',
    '',
    `${used.length + unused.length} rights are granted: ${used.length} were used, ${unused.length} were not and are kept for a reason.`,
    '',
    '| role of | granted | used | not used |',
    '| --- | --: | --: | --: |',
    ...functionsIn([...used, ...unused]).map((name) => {
      const [did, didNot] = [used, unused].map(
        (list) => list.filter((right) => right.function === name).length,
      );
      return `| ${name} | ${Number(did) + Number(didNot)} | ${did} | ${didNot} |`;
    }),
    '',
    '## Granted and never used',
    '',
    '| right | on | roles of | why it is kept |',
    '| --- | --- | --- | --- |',
    ...kept.map(({ actions, on, functions, reason }) =>
      [actions.join(', '), on, functions.toSorted().join(', '), reason].reduce(
        (row, cell) => `${row} ${cell} |`,
        '|',
      ),
    ),
    ...withoutReason(unused, kept).map((right) => `| ${right.action} | ${right.on} | ${right.function} | |`),
    '',
  ].join('\n');
}

const functionsIn = (rights: readonly Right[]) => [...new Set(rights.map((right) => right.function))].sort();

function withoutReason(unused: readonly Right[], kept: readonly KeptRight[]): Right[] {
  const reasons = new Set(rightsKept(kept).map(textOf));
  return unused.filter((right) => !reasons.has(textOf(right)));
}

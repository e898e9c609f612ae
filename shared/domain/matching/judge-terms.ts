import { against, inFavour, NEUTRAL, together, type Judgement } from './judgement.ts';
import type { MatchQuery } from './match-query.ts';
import type { TermsFacts } from './snapshot/listing-facts.ts';
import { WEIGHTS } from './weights.ts';

/** What it costs, what has to be brought, whether somebody answers, whether the client can get in. */
export const judgeTerms = (terms: TermsFacts, { accessibility = [] }: MatchQuery): Judgement =>
  together([
    judgeCost(terms.cost),
    terms.documents ? against(WEIGHTS.documents.needed, 'documents:needed') : NEUTRAL,
    judgeReached(terms.reached),
    ...accessibility.map((need) => judgeAccess(terms.accessibility, need)),
  ]);

function judgeCost(cost: TermsFacts['cost']): Judgement {
  const { cost: weights } = WEIGHTS;
  if (cost === undefined) return against(weights.notSaid, 'cost:unknown');
  return cost === 'fee' ? against(weights.fee, 'cost:fee') : inFavour(weights[cost], `cost:${cost}`);
}

function judgeReached(reached: TermsFacts['reached']): Judgement {
  const { reached: weights } = WEIGHTS;
  if (reached === 'phone') return { factor: weights.phone };
  return against(weights[reached], reached === 'otherwise' ? 'phone:none' : 'contact:none');
}

function judgeAccess(offered: readonly string[], need: string): Judgement {
  return offered.includes(need)
    ? inFavour(WEIGHTS.access.offered, `accessibility:${need}`)
    : against(WEIGHTS.access.notSaid, `accessibility:${need}-unknown`);
}

import { against, excluded, inFavour, together, type Judgement } from './judgement.ts';
import type { MatchQuery } from './match-query.ts';
import type { EligibilityFacts } from './snapshot/listing-facts.ts';
import { WEIGHTS } from './weights.ts';

type Client = Pick<MatchQuery, 'age' | 'audience'>;

/** Whether it takes somebody of the client's age and group. */
export const judgeEligibility = ({ ages, audience }: EligibilityFacts, client: Client): Judgement =>
  together([judgeAge(ages, client.age), judgeAudience(audience, client)]);

function judgeAge(ages: EligibilityFacts['ages'], age: number | undefined): Judgement {
  const { age: weights } = WEIGHTS;
  if (!ages || (ages.from === undefined && ages.to === undefined))
    return age === undefined ? { factor: weights.notSaid } : against(weights.notSaid, 'age:unknown');
  if (age === undefined) return against(weights.clientUnknown, `age:${agesCode(ages)}-only`);
  const fits = age >= (ages.from ?? 0) && age <= (ages.to ?? Infinity);
  return fits ? inFavour(weights.fits, `age:${agesCode(ages)}`) : excluded(`age ${agesInWords(ages)} only`);
}

const agesCode = ({ from, to }: NonNullable<EligibilityFacts['ages']>) =>
  to === undefined ? `${from}-and-over` : `${from ?? 0}-${to}`;

function agesInWords({ from, to }: NonNullable<EligibilityFacts['ages']>): string {
  if (to === undefined) return `${from} and over`;
  return from === to ? `${to}` : `${from ?? 0}-${to}`;
}

const OPEN: Judgement = { factor: WEIGHTS.audience.open };

function judgeAudience(audience: EligibilityFacts['audience'], client: Client): Judgement {
  const { audience: weights } = WEIGHTS;
  if (audience.length === 0) return OPEN;
  const stated = audience.filter(({ known }) => known === 'stated').map(({ code }) => code);
  const codes = stated.length > 0 ? stated : audience.map(({ code }) => code);
  const mine = codes.find((code) => belongs(client, code) === true);
  if (mine !== undefined)
    return inFavour(stated.length > 0 ? weights.meant : weights.open, `audience:${mine}`);
  const isOther = codes.every((code) => belongs(client, code) === false);
  if (stated.length > 0 && isOther) return excluded(`for ${listed(codes)} only`);
  if (stated.length > 0) return against(weights.unknown, `audience:${codes.join('-or-')}-only`);
  return against(
    isOther ? weights.inferredOther : weights.inferred,
    `audience:perhaps-${codes.join('-or-')}`,
  );
}

const listed = (codes: readonly string[]) => codes.map((code) => code.replaceAll('-', ' ')).join(' or ');

/** Ages at which nobody doubts it; between them it is for the listing to say. */
const SURELY_YOUNG = 17;
const NO_LONGER_YOUNG = 26;
const NOT_YET_OLD = 49;
const SURELY_OLD = 65;

/** Whether the client is of a group; undefined where that is not known. */
export function belongs({ age, audience }: Client, group: string): boolean | undefined {
  const said = audience?.[group];
  if (said !== undefined || age === undefined) return said;
  if (group === 'youth') return age <= SURELY_YOUNG ? true : age >= NO_LONGER_YOUNG ? false : undefined;
  if (group === 'older-adults') return age >= SURELY_OLD ? true : age <= NOT_YET_OLD ? false : undefined;
  return undefined;
}

/**
 * What one thing about a listing does to its score: the factor, and codes that say so. `excluded`: why it is out of the
 * question for this client, in words; its factor is then 0.
 */
export type Judgement = {
  readonly factor: number;
  readonly for?: readonly string[];
  readonly against?: readonly string[];
  readonly excluded?: string;
};

/** Neither speaks for it nor against it. */
export const NEUTRAL: Judgement = { factor: 1 };

export const excluded = (because: string): Judgement => ({ factor: 0, excluded: because });
export const inFavour = (factor: number, code: string): Judgement => ({ factor, for: [code] });
export const against = (factor: number, code: string): Judgement => ({ factor, against: [code] });

/** Several as one; the first exclusion stands for all. */
export function together(judgements: readonly Judgement[]): Judgement {
  let factor = 1;
  const reasons: string[] = [];
  const doubts: string[] = [];
  for (const judgement of judgements) {
    if (judgement.excluded !== undefined) return judgement;
    factor *= judgement.factor;
    if (judgement.for) reasons.push(...judgement.for);
    if (judgement.against) doubts.push(...judgement.against);
  }
  return { factor, for: reasons, against: doubts };
}

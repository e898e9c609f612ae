/** Handrail's own codes of needs. An open list: an agency may have others, which are then sensitive. */
export const NEEDS = [
  'shelter',
  'housing',
  'food',
  'utilities',
  'transport',
  'clothing',
  'income',
  'benefits',
  'employment',
  'legal',
  'id-documents',
  'medical',
  'mental-health',
  'substance-use',
  'crisis',
  'peer-support',
  'domestic-violence',
  'childcare',
  'education',
  'veterans',
] as const;

/** Needs that may be named in a text. Whoever reads over a shoulder learns nothing that harms. */
const OPEN: ReadonlySet<string> = new Set([
  'food',
  'clothing',
  'transport',
  'utilities',
  'income',
  'id-documents',
  'education',
  'employment',
]);

/** Everything that is not known to be harmless is sensitive. */
export const isOpenNeed = (code: string): boolean => OPEN.has(code);

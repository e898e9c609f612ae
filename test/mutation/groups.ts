/** Rules whose silent change would hurt somebody, and what share of their mutants the tests must notice, in percent. */
export const GUARDED = {
  consent: [
    'replies/{read-consent,consent-words,consent-phrases,carrier-keyword,is-bare-stop}.ts',
    'contact/*',
    'follow-up/{consent-renewed,on-consent,reach}.ts',
  ],
  window: ['time/*'],
  escalation: ['case/*', 'follow-up/{case-plans,on-silence,on-failure,missed}.ts'],
} as const satisfies Record<string, readonly string[]>;

export const GUARDED_FLOOR = 95;
export const FLOOR = 85;

/**
 * Tables without a rule in them. A changed row is a wrong fact, which is for the table's own source and tests to notice;
 * words that clients read are linted, priced and approved one by one.
 */
export const TABLES = [
  'time/{zip-zones,area-code-zones}.ts',
  'messages/{texts,pages}-{en,es}.ts',
  'messages/email/email-{en,es}.ts',
  'messages/case-words.ts',
];

/**
 * How matches are found fast: the snapshot's layout, and what is passed over because it cannot be among the best. Most of
 * their mutants look at more or less and find the same; that they find what a plain search finds is held by
 * test/unit/matching/{exact,bounds}.property.test.ts over random directories, too slow to be asked thousands of times.
 */
export const SEARCH = ['matching/{rank,scorer,look-up,masks,search-tree}.ts', 'matching/snapshot/*.ts'];

export const DOMAIN = 'shared/domain';

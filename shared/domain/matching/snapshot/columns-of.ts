import type { Listing } from '../../directory/listing.ts';
import { DAY, type Instant } from '../../record.ts';
import { type StringTable, stringTable } from './bytes.ts';
import { dictionary, type DictionaryBuilder } from './dictionary.ts';
import { type Dictionary, DICTIONARIES, EPOCH, NO_HOURS, RECORD_WORDS } from './format.ts';
import { hoursTable } from './hours-table.ts';
import { areaFacts, eligibilityFacts, languageFacts, needFacts, termsFacts } from './listing-facts.ts';
import { capacityColumns, flagsOf, severalColumns } from './small-columns.ts';

/** A record for each listing, and the dictionaries that it refers to. */
export function columnsOf(listings: readonly Listing[]) {
  const needs = [...new Set(listings.flatMap(({ needs }) => needs.map(({ code }) => code)))].sort();
  const numbers = new Map(needs.map((code, number) => [code, number]));
  const words = dictionaries(needs);
  const hours = hoursTable(words.zones);
  const organizations = dictionary('organizations', 24);
  const entry = (dictionary: Dictionary, facts: unknown) => words[dictionary].numberOf(JSON.stringify(facts));
  const several = severalColumns(listings);
  const flags = flagsOf(listings, new Set(several.severalOf));
  const records = new Uint32Array(listings.length * RECORD_WORDS);
  for (const [index, one] of listings.entries()) {
    const record = [
      entry('languages', languageFacts(one)) | (entry('eligibility', eligibilityFacts(one)) << 16),
      entry('terms', termsFacts(one)) | (dayOf(one.verifiedAt) << 16),
      entry('needSets', needFacts(one, numbers)),
      entry('areas', areaFacts(one)),
      one.hours ? hours.numberOf(one.hours) : NO_HOURS,
      (flags[index] ?? 0) | (organizations.numberOf(one.organizationId) << 8),
    ];
    records.set(record, index * RECORD_WORDS);
  }
  const columns = { records, ...capacityColumns(listings), ...several, ...hours.columns() };
  return { columns: { ...columns, dictionaries: starts(words) }, words: tableOf(words), needs };
}

type Words = Readonly<Record<Dictionary, DictionaryBuilder>>;

function dictionaries(needs: readonly string[]): Words {
  const words = {
    needs: dictionary('needs', 16),
    zones: dictionary('time zones', 16),
    needSets: dictionary('sets of needs', 32),
    languages: dictionary('sets of languages', 16),
    eligibility: dictionary('rules of eligibility', 16),
    areas: dictionary('service areas', 32),
    terms: dictionary('sets of terms', 16),
  };
  for (const code of needs) words.needs.numberOf(code);
  return words;
}

/** Where each dictionary's entries begin among all words, and where the last ends. */
function starts(words: Words): Uint32Array {
  let sum = 0;
  const ends = DICTIONARIES.map((name) => (sum += words[name].entries().length));
  return Uint32Array.from([0, ...ends]);
}

function tableOf(words: Words): StringTable {
  const entries = DICTIONARIES.flatMap((name) => words[name].entries());
  return stringTable(entries, entries.length);
}

const LAST_DAY = 0xffff;

/** Days since EPOCH, 0 for unknown; one before it counts as its first day. */
function dayOf(at: Instant | undefined): number {
  return at === undefined ? 0 : Math.min(LAST_DAY, Math.max(1, Math.floor((at - EPOCH) / DAY)));
}

import type { ListingPhone } from '#shared/domain/directory/listing.ts';
import type { Match } from '#shared/domain/matching/match.ts';
import { reasonInWords } from '#shared/domain/matching/reason-in-words.ts';
import type { WhyNot } from '#shared/domain/matching/why-not.ts';
import type { Found } from './matches-as-json.ts';
import { wrapped } from './wrapped.ts';

type Asked = { readonly needs: readonly string[]; readonly near: string | undefined; readonly at: number };

/** To be read aloud to a client, best first. */
export function matchesInWords(found: Found, asked: Asked): string[] {
  const { results, anywhere, excluded, considered } = found;
  const what = asked.needs.map((code) => code.replaceAll('-', ' ')).join(' or ');
  const where = asked.near === undefined ? '' : ` near ${asked.near}`;
  return [
    results.length === 0 ? `No place for ${what}${where}.` : `For ${what}${where}, best first:`,
    ...results.flatMap((match, index) => ['', ...entry(match, index + 1)]),
    ...(anywhere.length === 0 ? [] : ['', 'By telephone or online, or for a whole state:']),
    ...anywhere.flatMap((match, index) => ['', ...entry(match, results.length + index + 1)]),
    '',
    ...leftOut(excluded),
    `${considered} active services are in this directory.`,
  ];
}

function entry({ listing, for: reasons, against }: Match, number: number): string[] {
  const { name, organization, phones, address = [], confidential } = listing;
  const title = organization === name ? name : `${name}, ${organization}`;
  const where = confidential ? ['(its place is secret; call first)'] : address;
  return [
    ...wrapped(`${number}. ${title}`, 76),
    ...[
      ...phones.slice(0, 2).map((phone) => `Call ${dialled(phone)}.`),
      ...(where.length === 0 ? [] : [where.join(', ')]),
      ...(reasons.length === 0 ? [] : [`Good: ${reasons.map(reasonInWords).join('; ')}.`]),
      ...minded(against),
    ].flatMap((line) => wrapped(line, 72).map((part) => `   ${part}`)),
  ];
}

const NOBODY_SAID = 'nobody said ';

/** What speaks against it; then, as one sentence, what is not known. */
function minded(against: readonly string[]): string[] {
  const words = against.map(reasonInWords);
  const unknown = words.filter((text) => text.startsWith(NOBODY_SAID));
  const known = words.filter((text) => !unknown.includes(text));
  return [
    ...(known.length === 0 ? [] : [`Mind: ${known.join('; ')}.`]),
    ...(unknown.length === 0
      ? []
      : [`Nobody said ${unknown.map((text) => text.slice(NOBODY_SAID.length)).join(', ')}: ask.`]),
  ];
}

function dialled({ number, extension, label }: ListingPhone): string {
  const local = number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '$1-$2-$3');
  return `${local}${extension === undefined ? '' : ` extension ${extension}`}${label === undefined ? '' : ` (${label})`}`;
}

const MOST_REASONS = 6;

/** The commonest reasons why others are not among them, and for how many services. */
function leftOut(excluded: readonly WhyNot[]): string[] {
  if (excluded.length === 0) return [];
  const counts = [...Map.groupBy(excluded, ({ because }) => because)]
    .map(([because, those]) => ({ because, count: those.length }))
    .sort((one, other) => other.count - one.count || (one.because < other.because ? -1 : 1));
  const rest = counts.slice(MOST_REASONS).reduce((sum, { count }) => sum + count, 0);
  return [
    'Left out for this client:',
    ...counts
      .slice(0, MOST_REASONS)
      .map(({ because, count }) => `  ${String(count).padStart(4)}  ${because}`),
    ...(rest === 0 ? [] : [`  ${String(rest).padStart(4)}  for other reasons (--json has all)`]),
    '',
  ];
}

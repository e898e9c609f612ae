import type { ListingPhone } from './listing.ts';
import type { Report } from './report.ts';
import { cell, type SourceRow } from './source-row.ts';
import { readPhone } from './values/read-phone.ts';

const MOST = 12;

export type Phones = {
  readonly of: (groups: readonly (readonly SourceRow[])[]) => readonly ListingPhone[];
  /** Reports what is wrong with rows that no listing needed. */
  readonly readRest: (rows: readonly SourceRow[]) => void;
};

/**
 * The telephones of a service, of the nearest rows that have any: its own, else its place's, else its organization's.
 * Faxes are left out; those for the deaf come last.
 */
export function phoneReader(report: Report): Phones {
  const known = new Map<SourceRow, ListingPhone | undefined>();
  const read = (row: SourceRow) => {
    if (!known.has(row)) known.set(row, readRow(row, report));
    return known.get(row);
  };
  return {
    of(groups) {
      const phones: ListingPhone[] = [];
      for (const rows of groups) {
        for (const row of rows) {
          const phone = read(row);
          if (phone === undefined) continue;
          report.use(row);
          phones.push(phone);
        }
        if (phones.some(({ kind }) => kind === 'voice')) break;
      }
      const once = new Map(phones.map((phone) => [`${phone.number}#${phone.extension ?? ''}`, phone]));
      return [...once.values()].toSorted((one, other) => rank(one) - rank(other)).slice(0, MOST);
    },
    readRest: (rows) => rows.filter(report.isUnaccounted).forEach(read),
  };
}

const rank = ({ kind }: ListingPhone): number => ['voice', 'text', 'tty'].indexOf(kind);

const FAX = /\bfax\b/i;
const TTY = /\btty\b|\btdd\b|text\s*(?:tele)?phone|\bdeaf\b/i;
/** Some write it beside the number. */
const EXTENSION = /\bext(?:ension)?\.?\s*(\d{1,7})\b/i;
const TEXT = /^(?:text|sms)$/i;

function readRow(row: SourceRow, report: Report): ListingPhone | undefined {
  const type = cell(row, 'type');
  const label = cell(row, 'description');
  if (FAX.test(type) || /^fax\b/i.test(label)) {
    report.warn(row, 'type', 'a fax: nobody answers it', { leftOut: true });
    return undefined;
  }
  const text = cell(row, 'number') || cell(row, 'vanity_number');
  const reading = readPhone(text);
  if (reading.kind === 'doubtful') {
    report.warn(row, 'number', `not a dialable number: ${reading.problem}`);
    report.use(row);
    return undefined;
  }
  if (reading.mended !== undefined)
    report.warn(row, 'number', 'letters instead of digits', { mended: reading.mended });
  const extension =
    /^\d{1,7}$/.exec(cell(row, 'extension'))?.[0] ?? reading.extension ?? EXTENSION.exec(label)?.[1];
  const kind = TTY.test(type) || TTY.test(label) ? 'tty' : TEXT.test(type) ? 'text' : 'voice';
  return {
    number: reading.number,
    ...(extension !== undefined && { extension }),
    ...(label !== '' && { label }),
    kind,
  };
}

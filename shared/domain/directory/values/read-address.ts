import { readState } from './us-states.ts';

/** An American postal address, its parts put right. What cannot be known is left out. */
export type AddressReading = {
  /** Lines to print; none of a PO box or a confidential place. */
  readonly lines?: readonly string[];
  readonly city?: string;
  readonly state?: string;
  /** Five digits. */
  readonly zip?: string;
  readonly isPostBox: boolean;
  /** Its own words say that it is secret. */
  readonly isConfidential: boolean;
  readonly findings: readonly {
    readonly field: string;
    readonly problem: string;
    readonly mended?: string;
  }[];
};

export type AddressCells = {
  readonly address_1: string;
  readonly address_2: string;
  readonly city: string;
  readonly state_province: string;
  readonly postal_code: string;
  readonly country: string;
};

const POST_BOX = /^\W*(?:p\.?\s*o\.?|post(?:al)?\s+office)\s*box\b|^\W*box\s+#?\d+\W*$/i;
const SECRET =
  /\b(?:confidential|undisclosed|not\s+(?:disclosed|published|listed)|unpublished|unlisted|withheld|address\s+not\s+available|secret)\b/i;
const HOME = /^(?:us|usa|u\.s\.a?\.?|united states(?: of america)?)?$/i;

export function readAddress(cells: AddressCells): AddressReading {
  const findings: { field: string; problem: string; mended?: string }[] = [];
  const state = readStateOf(cells, findings);
  const zip = readZip(cells, state, findings);
  const street = [cells.address_1, cells.address_2].filter((line) => line !== '');
  const isConfidential = SECRET.test([...street, cells.city].join(' '));
  const boxes = street.filter((line) => POST_BOX.test(line));
  if (boxes.length > 0 && !isConfidential)
    findings.push({ field: 'address_1', problem: 'a PO box: nobody can go there' });
  const printed = street.filter((line) => !POST_BOX.test(line));
  if (street.length === 0) findings.push({ field: 'address_1', problem: 'no street' });
  const town = [cells.city, [state ?? cells.state_province, zip].filter(Boolean).join(' ')];
  const canPrint = !isConfidential && printed.length > 0;
  return {
    ...(canPrint && { lines: [...printed, town.filter(Boolean).join(', ')].filter((line) => line !== '') }),
    ...(cells.city !== '' && { city: cells.city }),
    ...(state !== undefined && { state }),
    ...(zip !== undefined && { zip }),
    isPostBox: boxes.length > 0 && printed.length === 0,
    isConfidential,
    findings,
  };
}

type Findings = { field: string; problem: string; mended?: string }[];

function readStateOf(
  { state_province: text, country }: AddressCells,
  findings: Findings,
): string | undefined {
  if (text === '') return undefined;
  const state = readState(text);
  if (state === undefined) {
    if (HOME.test(country)) findings.push({ field: 'state_province', problem: 'not a state' });
    return undefined;
  }
  if (!/^[A-Za-z]{2}$/.test(text))
    findings.push({ field: 'state_province', problem: 'not the state’s two letters', mended: state });
  return state;
}

/** Where ZIPs begin with a zero, which spreadsheets drop. */
const ZERO_STATES: ReadonlySet<string> = new Set('CT MA ME NH NJ NY PR RI VI VT'.split(' '));

function readZip(cells: AddressCells, state: string | undefined, findings: Findings): string | undefined {
  const { postal_code: text, country } = cells;
  if (text === '' || !HOME.test(country)) return undefined;
  const whole = /^(\d{5})(?:[-\s]?\d{4})?(?:\.0)?$/.exec(text)?.[1];
  if (whole !== undefined) return whole;
  const short = /^(\d{3,4})(?:\.0)?$/.exec(text)?.[1];
  if (short !== undefined && state !== undefined && ZERO_STATES.has(state)) {
    const mended = short.padStart(5, '0');
    findings.push({ field: 'postal_code', problem: 'a leading zero is missing', mended });
    return mended;
  }
  const inside = /\b\d{5}\b/.exec(text)?.[0];
  findings.push({
    field: 'postal_code',
    problem: 'not a ZIP code',
    ...(inside !== undefined && { mended: inside }),
  });
  return inside;
}

/** A test that is named as proof: `[file › title](../file)`. */
export type Proof = { text: string; file: string; title: string; target: string };

export type Control = { what: string; proofs: readonly Proof[] };

/** One hazard as docs/hazards.md writes it. Fields keep the names that they have there. */
export type Hazard = {
  id: string;
  name: string;
  fields: Readonly<Record<string, string>>;
  controls: readonly Control[];
  /** What nothing in this release controls. */
  uncontrolled: readonly string[];
  /** Lines that are neither a field nor a proof under a control. */
  stray: readonly string[];
};

export type HazardLog = {
  hazards: readonly Hazard[];
  /** The level of `severity likelihood`, from the log's own table. */
  levels: ReadonlyMap<string, string>;
};

export const NO_CONTROL = 'No control in this release';

/** Reads the log. What is not where it should be is left out, so that the check of the log misses it. */
export function readHazardLog(markdown: string): HazardLog {
  const [head = '', ...sections] = markdown.split(/^### (?=H-)/m);
  return { hazards: sections.map(hazardIn), levels: levelsIn(head) };
}

function hazardIn(section: string): Hazard {
  const [heading = '', ...lines] = section.split(/^## /m)[0]?.split('\n') ?? [];
  const [id = '', ...name] = heading.split(' · ');
  const items = itemsIn(lines);
  const named = (wanted: string) => items.filter(({ field }) => field === wanted);
  return {
    id: id.trim(),
    name: name.join(' · ').trim(),
    fields: Object.fromEntries(items.map(({ field, words }) => [field, words])),
    controls: named('Control').map(({ words, below }) => ({ what: words, proofs: below.map(proofIn) })),
    uncontrolled: named(NO_CONTROL).map(({ words }) => words),
    stray: [
      ...lines.filter((line) => line !== '' && !FIELD.test(line) && !BELOW.test(line)),
      ...items.flatMap(({ field, below }) => (field === 'Control' ? [] : below)),
    ],
  };
}

type Item = { field: string; words: string; below: string[] };

const FIELD = /^- \*\*(.+?):\*\* (.+)$/;
const BELOW = /^ {2}- (.+)$/;

/** `- **Field:** words`, with what is indented under it. */
function itemsIn(lines: readonly string[]): Item[] {
  return lines.reduce<Item[]>((items, line) => {
    const [, field, words] = FIELD.exec(line) ?? [];
    if (field && words) return [...items, { field, words, below: [] }];
    const [, under] = BELOW.exec(line) ?? [];
    if (under) items.at(-1)?.below.push(under);
    return items;
  }, []);
}

function proofIn(line: string): Proof {
  const [, label = line, target = ''] = /^\[(.+)\]\((\S+)\)$/.exec(line) ?? [];
  // Markdown escapes what it would otherwise take for emphasis.
  const text = label.replaceAll(/\\([\\`*_[\]<>])/g, '$1');
  const [file = '', ...title] = text.split(' › ');
  return { text, file, title: title.join(' › '), target };
}

/** Rows are likelihoods and columns severities; the first cell and the heading say which. */
function levelsIn(head: string): ReadonlyMap<string, string> {
  const [table = ''] = head.split(/\n\n+/).filter((block) => /^\|.*severity 1/.test(block));
  const [heading = [], , ...rows] = table.trim().split('\n').map(cellsOf);
  const severities = heading.slice(1).map(digitIn);
  return new Map(
    rows.flatMap(([row = '', ...cells]) =>
      cells.map((level, index) => [`${severities[index]} ${digitIn(row)}`, level] as const),
    ),
  );
}

const digitIn = (cell: string): string => /\d/.exec(cell)?.[0] ?? '';

const cellsOf = (row: string): string[] =>
  row
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());

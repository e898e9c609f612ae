/** What a sentence of the catalogue may contain. */
export type Placeholder =
  'name' | 'staff' | 'program' | 'hours' | 'when' | 'phone' | 'case' | 'reason' | 'who' | 'at';

export type Values = Readonly<Partial<Record<Placeholder, string | undefined>>>;

type Part =
  | { kind: 'words'; words: string }
  | { kind: 'value'; placeholder: Placeholder }
  | { kind: 'optional'; parts: readonly Part[] };

export const PLACEHOLDERS: readonly Placeholder[] = [
  'name',
  'staff',
  'program',
  'hours',
  'when',
  'phone',
  'case',
  'reason',
  'who',
  'at',
];

/** A sentence was asked for without a value that it needs; sending half a sentence is not an option. */
export class MissingValue extends Error {
  readonly sentence: string;
  readonly placeholder: Placeholder;
  constructor(sentence: string, placeholder: Placeholder) {
    super(`${sentence} needs a value for {${placeholder}}`);
    this.name = 'MissingValue';
    this.sentence = sentence;
    this.placeholder = placeholder;
  }
}

/**
 * A template is words, `{placeholder}`s, and `[…]`, which is left out whole when a value in it is missing:
 * `Hi[ {name}], it's[ {staff} at] {program}.` Words alone in `[…]` are said where there is room.
 */
function parseTemplate(template: string): readonly Part[] {
  const known = parsed.get(template);
  if (known) return known;
  const parts = template.split(/(\[[^[\]]*\])/).flatMap((piece): Part[] => {
    if (piece.startsWith('[')) return [{ kind: 'optional', parts: plainParts(piece.slice(1, -1)) }];
    return plainParts(piece);
  });
  parsed.set(template, parts);
  return parts;
}

/** The catalogue is fixed, so this holds each of its sentences once. */
const parsed = new Map<string, readonly Part[]>();

function plainParts(text: string): Part[] {
  return text.split(/(\{\w+\})/).flatMap((piece): Part[] => {
    if (piece === '') return [];
    const placeholder = PLACEHOLDERS.find((candidate) => piece === `{${candidate}}`);
    return placeholder ? [{ kind: 'value', placeholder }] : [{ kind: 'words', words: piece }];
  });
}

/** Names in braces that no value will ever fill: an author's slip. */
export function unknownPlaceholders(template: string): string[] {
  const names = [...template.matchAll(/\{(\w*)\}/g)].map((match) => match[1] ?? '');
  return names.filter((name) => !PLACEHOLDERS.some((known) => known === name));
}

/** The values without which this template cannot be written, and those it can do without. */
export function placeholdersOf(template: string): { needed: Placeholder[]; optional: Placeholder[] } {
  const parts = parseTemplate(template);
  return {
    needed: valuesIn(parts),
    optional: valuesIn(parts.flatMap((part) => (part.kind === 'optional' ? part.parts : []))),
  };
}

function valuesIn(parts: readonly Part[]): Placeholder[] {
  return parts.flatMap((part) => (part.kind === 'value' ? [part.placeholder] : []));
}

type Filling = { sentence: string; values: Values; room: boolean };

/**
 * Fills a template in one pass, so that braces inside a value are never expanded. Throws MissingValue.
 * Without `room`, optional words are left out.
 */
export function render(sentence: string, template: string, values: Values, room = true): string {
  return renderParts(parseTemplate(template), { sentence, values, room });
}

function renderParts(parts: readonly Part[], filling: Filling): string {
  return parts.map((part) => renderPart(part, filling)).join('');
}

function renderPart(part: Part, filling: Filling): string {
  const { sentence, values, room } = filling;
  if (part.kind === 'words') return part.words;
  if (part.kind === 'value') {
    const value = clean(values[part.placeholder]);
    if (value === '') throw new MissingValue(sentence, part.placeholder);
    return value;
  }
  const inside = valuesIn(part.parts);
  const said = inside.length === 0 ? room : inside.every((placeholder) => clean(values[placeholder]) !== '');
  return said ? renderParts(part.parts, filling) : '';
}

/** A value is one line: line breaks and runs of blanks in a name become one blank. */
function clean(value: string | undefined): string {
  return (value ?? '').replaceAll(/\s+/g, ' ').trim();
}

import type { Language } from '../programme.ts';
import { catalogueVersion } from './catalogue.ts';
import { catalogues } from './catalogues.ts';
import { segmentsOf, type Segments } from './gsm7.ts';
import { render, type Values } from './template.ts';
import type { TextId } from './text-ids.ts';

export type ComposedText = {
  text: string;
  segments: number;
  encoding: Segments['encoding'];
  catalogueVersion: string;
  /** The client's name was given and left out: it would have doubled or tripled the price. Accents are never stripped. */
  nameLeftOut: boolean;
  /** The same for the staff member's name. */
  staffLeftOut: boolean;
};

type Omission = 'name' | 'staff' | 'words';
/** What goes first when a text would cost a second segment. */
const OMISSIONS: readonly (readonly Omission[])[] = [
  [],
  ['staff'],
  ['words'],
  ['name'],
  ['staff', 'words'],
  ['name', 'staff'],
  ['name', 'words'],
  ['name', 'staff', 'words'],
];

/**
 * The text `id` in `language`, filled with `values`: of the ways to write it, the first with the fewest segments.
 * Throws MissingValue when a value without which it cannot be written is missing.
 */
export function composeText(id: TextId, language: Language, values: Values): ComposedText {
  return composeTemplate(id, catalogues[language].texts[id], values);
}

/** As composeText, for a template that is not (yet) in the catalogue. */
export function composeTemplate(id: string, template: string, values: Values): ComposedText {
  let best: ComposedText | undefined;
  for (const leftOut of OMISSIONS) {
    const candidate = write(id, template, values, leftOut);
    if (!best || candidate.segments < best.segments) best = candidate;
    if (best.segments === 1) break;
  }
  return best ?? write(id, template, values, []);
}

function write(id: string, template: string, values: Values, leftOut: readonly Omission[]): ComposedText {
  const given = {
    ...values,
    ...(leftOut.includes('name') && { name: undefined }),
    ...(leftOut.includes('staff') && { staff: undefined }),
  };
  const text = render(id, template, given, !leftOut.includes('words'));
  const { segments, encoding } = segmentsOf(text);
  return {
    text,
    segments,
    encoding,
    catalogueVersion,
    nameLeftOut: leftOut.includes('name') && Boolean(values.name?.trim()),
    staffLeftOut: leftOut.includes('staff') && Boolean(values.staff?.trim()),
  };
}

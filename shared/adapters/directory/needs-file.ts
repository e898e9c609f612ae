import * as z from 'zod';
import type { NeedsTable } from '#shared/domain/directory/needs-table.ts';
import table from '#shared/domain/directory/needs-table.json' with { type: 'json' };

const Words = z.array(z.string().min(1));
const Code = z.string().regex(/^[a-z][a-z-]*$/, 'small letters and hyphens, such as id-documents');

/** A needs table as an agency edits it. What it names replaces ours, need by need; other needs stay as they are. */
export const NeedsFile = z.strictObject({
  needs: z.record(
    Code,
    z.strictObject({
      terms: Words.default([]),
      codes: Words.default([]),
      keywords: Words.default([]),
      unless: Words.optional(),
    }),
  ),
  audiences: z.record(Code, z.strictObject({ words: Words, unless: Words.optional() })).default({}),
});

export const DEFAULT_NEEDS: NeedsTable = NeedsFile.parse(table);

/** An agency's own table laid over ours. */
export const withDefaults = ({ needs, audiences }: z.infer<typeof NeedsFile>): NeedsTable => ({
  needs: { ...DEFAULT_NEEDS.needs, ...needs },
  audiences: { ...DEFAULT_NEEDS.audiences, ...audiences },
});

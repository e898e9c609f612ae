import { NEEDS } from '#shared/domain/directory/needs.ts';
import { match as findMatches } from '#shared/domain/matching/match.ts';
import type { MatchQuery } from '#shared/domain/matching/match-query.ts';
import type { Snapshot } from '#shared/domain/matching/snapshot/snapshot.ts';
import { whyNot } from '#shared/domain/matching/why-not.ts';
import { UsageError } from './endings.ts';
import { matchesAsJson } from './matches-as-json.ts';
import { matchesInWords } from './matches-in-words.ts';
import { nearOf } from './near.ts';
import { directoryToSearch } from './directory-to-search.ts';

export type MatchFlags = {
  readonly directory: string;
  readonly need: readonly string[];
  readonly near?: string;
  readonly language?: string;
  readonly age?: number;
  readonly audience?: readonly string[];
  readonly access?: readonly string[];
  readonly at?: number;
  readonly limit: number;
  readonly json?: boolean;
};

/** @returns the exit code, 0: that nothing was found is an answer too */
export async function match(flags: MatchFlags): Promise<number> {
  const { near: place, limit, json } = flags;
  const near = place === undefined ? undefined : nearOf(place);
  const snapshot = await directoryToSearch(flags.directory);
  if (near?.note !== undefined) note(near.note);
  const query = queryOf(flags, near);
  for (const code of query.needs) sayIfUnknown(code, snapshot);
  const found = { ...findMatches(snapshot, query, undefined, limit), excluded: whyNot(snapshot, query) };
  process.stdout.write(
    json === true
      ? `${JSON.stringify(matchesAsJson(found))}\n`
      : `${matchesInWords(found, { needs: query.needs, near: near?.said, at: query.at }).join('\n')}\n`,
  );
  return 0;
}

const note = (text: string) => void process.stderr.write(`${text}\n`);

function queryOf(flags: MatchFlags, near: ReturnType<typeof nearOf> | undefined): MatchQuery {
  const { language, age, audience, access, at = Date.now() } = flags;
  const { said: _said, note: _note, ...where } = near ?? {};
  return {
    needs: listOf(flags.need),
    ...where,
    ...(language !== undefined && { language }),
    ...(age !== undefined && { age }),
    ...(audience && { audience: Object.fromEntries(listOf(audience).map(groupOf)) }),
    ...(access && { accessibility: listOf(access) }),
    at,
  };
}

/** `food shelter` and `food,shelter` alike. */
const listOf = (values: readonly string[]): string[] => [
  ...new Set(
    values
      .flatMap((value) => value.split(','))
      .map((value) => value.trim().toLowerCase())
      .filter(Boolean),
  ),
];

const groupOf = (code: string): [string, boolean] => [code.replace(/^not-/, ''), !code.startsWith('not-')];

function sayIfUnknown(code: string, snapshot: Snapshot): void {
  const here = snapshot.needs();
  if (here.includes(code)) return;
  const others = `It has: ${here.join(', ') || 'none'}.`;
  if (!NEEDS.some((need) => need === code))
    throw new UsageError(`--need: "${code}" is not a need that Handrail or this directory knows. ${others}`);
  note(`This directory has nothing for ${code}. ${others}`);
}

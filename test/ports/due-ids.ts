import type { Instant } from '#shared/domain/record.ts';
import type { DueIndex } from '#shared/ports.ts';

/** The ids of everything due by an instant, in the order in which the index names them. */
export async function dueIds(index: DueIndex, by: Instant): Promise<string[]> {
  const found: string[] = [];
  for await (const { id } of index.due(by)) found.push(id);
  return found;
}

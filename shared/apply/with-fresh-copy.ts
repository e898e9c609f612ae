import type { Documents, Freshness } from '#shared/ports.ts';

/** A lost version race is decided again on a fresh copy, at most this often; then the queue delivers it again later. */
const TRIES = 5;

/** Runs a load-decide-save, again when another save came first. */
export async function withFreshCopy<T>(decideAndSave: (freshness: Freshness) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await decideAndSave(attempt === 1 ? 'may-be-stale' : 'latest');
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'VersionConflict' || attempt === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, attempt * 10 + Math.random() * 20));
    }
  }
}

/**
 * Loads and decides. A change may be decided on a copy that is a moment old, because its save is refused if it was;
 * that there is nothing to do, or no document, is believed of the latest copy alone.
 */
export async function loadAndDecide<D, S extends { kind: 'changed' | 'unchanged' }>(
  documents: Pick<Documents<D>, 'get'>,
  id: string,
  freshness: Freshness,
  decide: (document: D) => S,
): Promise<{ loaded: D; step: S } | undefined> {
  const loaded = await documents.get(id, freshness);
  const step = loaded && decide(loaded);
  if (loaded && step && (step.kind === 'changed' || freshness === 'latest')) return { loaded, step };
  return freshness === 'latest' ? undefined : loadAndDecide(documents, id, 'latest', decide);
}

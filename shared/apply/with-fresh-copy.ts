/** A lost version race is decided again on a fresh copy, at most this often; then the queue delivers it again later. */
const TRIES = 5;

/** Runs a load-decide-save, again when another save came first. */
export async function withFreshCopy<T>(decideAndSave: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await decideAndSave();
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'VersionConflict' || attempt === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, attempt * 10 + Math.random() * 20));
    }
  }
}

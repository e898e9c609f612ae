import type { PromiseName } from '../what-was-seen.ts';

/** One defect that a hurried change could bring, put into the source as it is loaded and nowhere else. */
export type PlantedBug = {
  /** Kebab-case. */
  readonly name: string;
  /** The promise that it breaks. */
  readonly promise: PromiseName;
  /** What goes wrong, in one plain sentence. */
  readonly what: string;
  /** From the root of the repository, under `shared/` or `functions/`. */
  readonly file: string;
  /** Source text that stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
};

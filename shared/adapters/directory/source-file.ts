/** A file of a directory, from a folder, a zip or a bucket. It may be opened several times. */
export type SourceFile = {
  /** Its path inside, for people: `csv/services.csv`. */
  readonly name: string;
  /** Where it is known beforehand. */
  readonly bytes?: number;
  readonly open: () => AsyncIterable<Uint8Array>;
};

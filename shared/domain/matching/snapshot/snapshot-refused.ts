/** A snapshot that cannot be used, in words for an operator. The last good one stays in use. */
export class SnapshotRefused extends Error {
  override readonly name = 'SnapshotRefused';
  readonly why: 'not-a-snapshot' | 'other-version' | 'truncated' | 'damaged';

  constructor(why: SnapshotRefused['why'], message: string) {
    super(message);
    this.why = why;
  }
}

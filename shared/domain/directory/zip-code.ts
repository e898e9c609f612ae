/** Where a US ZIP code is: its middle, and what is known of it. Right to about a kilometre. */
export type ZipCode = {
  readonly latitude: number;
  readonly longitude: number;
  /** Two letters. */
  readonly state: string;
  /** Without the word county, such as `Anne Arundel` or `Baltimore city`. A ZIP may reach into others. */
  readonly county?: string;
  /** IANA; none where a ZIP, or what is known of it, lies in several. */
  readonly timeZone?: string;
  /** The ZIP itself is not known: this is the middle of all that share its first three digits. */
  readonly approximate?: true;
};

/** Looks up five digits; more (`21201-1234`) are ignored. None for military and unused ones. */
export type FindZipCode = (zip: string) => ZipCode | undefined;

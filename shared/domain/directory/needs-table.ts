/** By which words a directory's terms and services become our needs. An agency edits it: `--needs FILE`. */
export type NeedsTable = {
  /** By our own code. */
  readonly needs: Readonly<Record<string, NeedWords>>;
  /** Whom a service is for only, by words about who may come. */
  readonly audiences: Readonly<Record<string, AudienceWords>>;
};

export type NeedWords = {
  /** Words in the name of a taxonomy's term; part of a name is enough. */
  readonly terms: readonly string[];
  /** Codes of terms, word for word; `BD-1800*` takes all that begin so. */
  readonly codes: readonly string[];
  /** Words in a service's own name and description, where no term tells. */
  readonly keywords: readonly string[];
  /** Words that take the meaning away: `mental health` is not `health`. */
  readonly unless?: readonly string[] | undefined;
};

export type AudienceWords = {
  readonly words: readonly string[];
  readonly unless?: readonly string[] | undefined;
};

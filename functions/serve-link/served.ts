import type { HandleTextDeps } from '#shared/apply/handle-text.ts';
import type { Ports } from '#shared/ports.ts';

export type Deps = HandleTextDeps & Pick<Ports, 'cases' | 'links'>;

/** A page to show, with what goes into the log: the outcome word and ids of our own. */
export type Served = {
  status: number;
  outcome: string;
  page: string;
  ids?: { followUpId?: string; caseId?: string; inboundId?: string };
};

/** What a browser asked for. Anything but POST only looks. */
export type LinkRequest = {
  method: string;
  token: string;
  /** The `a` of the query: which of an e-mail's links was followed. */
  chosen?: string | undefined;
  form: URLSearchParams;
};

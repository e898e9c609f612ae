import type { Listing } from '../listing.ts';

const STATUSES: ReadonlyMap<string, Listing['status']> = new Map(
  Object.entries({
    active: 'active',
    open: 'active',
    published: 'active',
    inactive: 'inactive',
    closed: 'inactive',
    archived: 'inactive',
    deleted: 'inactive',
    suspended: 'inactive',
    defunct: 'defunct',
    'permanently closed': 'defunct',
    'temporarily closed': 'temporarily-closed',
  } satisfies Record<string, Listing['status']>),
);

/** None for a word that is not known. */
export const readStatus = (text: string): Listing['status'] | undefined =>
  STATUSES.get(text.toLowerCase().replaceAll(/[\s_-]+/g, ' '));

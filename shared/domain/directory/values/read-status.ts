import type { Listing } from '../listing.ts';

const STATUSES: Readonly<Record<string, Listing['status']>> = {
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
};

/** None for a word that is not known. */
export const readStatus = (text: string): Listing['status'] | undefined =>
  STATUSES[text.toLowerCase().replaceAll(/[\s_-]+/g, ' ')];

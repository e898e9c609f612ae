import { createHash } from 'node:crypto';

type Key = { pk: string; sk: string };

export const contactKey = (contactId: string): Key => ({ pk: `contact#${contactId}`, sk: 'contact' });

export const textKey = (contactId: string, id: string): Key => ({
  pk: `contact#${contactId}`,
  sk: `in#${id}`,
});

/** Agencies choose their references, so a key holds only a hash of one. */
export function clientPk(agencyId: string, clientRef: string): string {
  const ref = createHash('sha256').update(clientRef).digest('base64url').slice(0, 22);
  return `client#${agencyId}#${ref}`;
}

export const bucketKey = (sender: string): Key => ({ pk: `sender#${sender}`, sk: 'bucket' });

/** How the due index names a text: `contact#<contactId>/in#<id>`. */
export const dueTextId = (contactId: string, id: string): string => `contact#${contactId}/in#${id}`;

/** The text that an id from the due index names, or undefined for anything else. */
export function textOfDueId(dueId: string): { contactId: string; id: string } | undefined {
  const match = /^contact#([^/#]+)\/in#(.+)$/.exec(dueId);
  const [, contactId, id] = match ?? [];
  return contactId !== undefined && id !== undefined ? { contactId, id } : undefined;
}

import { AttributeType } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { DocumentTable, type TableUse } from './document-table.ts';

const DOCUMENT_USES = ['read', 'write', 'change', 'findDue', 'scan'] as const satisfies readonly TableUse[];
const CONTACT_USES = [
  'read',
  'list',
  'write',
  'change',
  'remove',
  'findDue',
] as const satisfies readonly TableUse[];
const FACT_USES = ['read', 'write'] as const satisfies readonly TableUse[];
const ID = { name: 'id', type: AttributeType.STRING };

export type Stores = ReturnType<typeof addStores>;

/** The five tables. Facts stand apart: no role can be granted a change or a removal there. */
export function addStores(scope: Construct, key: IKey) {
  const document = { key, partitionKey: ID, uses: DOCUMENT_USES };
  return {
    followUps: new DocumentTable(scope, 'FollowUps', { ...document, variable: 'FOLLOW_UPS_TABLE' }),
    cases: new DocumentTable(scope, 'Cases', { ...document, variable: 'CASES_TABLE' }),
    inbox: new DocumentTable(scope, 'Inbox', { ...document, variable: 'INBOX_TABLE' }),
    contacts: new DocumentTable(scope, 'Contacts', {
      ...document,
      variable: 'CONTACTS_TABLE',
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      uses: CONTACT_USES,
    }),
    facts: new DocumentTable(scope, 'Facts', {
      key,
      variable: 'FACTS_TABLE',
      partitionKey: { name: 'document', type: AttributeType.STRING },
      sortKey: { name: 'seq', type: AttributeType.NUMBER },
      uses: FACT_USES,
    }),
  };
}

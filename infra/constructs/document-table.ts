import { RemovalPolicy } from 'aws-cdk-lib';
import {
  type Attribute,
  AttributeType,
  BillingMode,
  ProjectionType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { decryptsWith, encryptsWith, type Grant, type Right } from './grant.ts';

const ACTIONS = {
  read: 'dynamodb:GetItem',
  list: 'dynamodb:Query',
  write: 'dynamodb:PutItem',
  change: 'dynamodb:UpdateItem',
  remove: 'dynamodb:DeleteItem',
  scan: 'dynamodb:Scan',
} as const;

/** What a function may do with a table. `findDue` reads the due index and no document. */
export type TableUse = keyof typeof ACTIONS | 'findDue';

const WRITES: readonly TableUse[] = ['write', 'change', 'remove'];

export interface DocumentTableProps<Name extends string, Use extends TableUse> {
  readonly variable: Name;
  readonly key: IKey;
  readonly partitionKey: Attribute;
  readonly sortKey?: Attribute;
  /** The only uses anyone may be granted. A table with `findDue` has the due index. */
  readonly uses: readonly Use[];
}

/** A table of documents: on demand, restorable to any second, undeletable, encrypted with the agency's key. */
export class DocumentTable<Name extends string, Use extends TableUse> extends Construct {
  readonly #table: Table;
  readonly #variable: Name;
  readonly #key: IKey;

  constructor(scope: Construct, id: string, props: DocumentTableProps<Name, Use>) {
    super(scope, id);
    this.#variable = props.variable;
    this.#key = props.key;
    this.#table = new Table(this, 'Resource', {
      partitionKey: props.partitionKey,
      ...(props.sortKey && { sortKey: props.sortKey }),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: props.key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      timeToLiveAttribute: 'expiresAt',
      removalPolicy: RemovalPolicy.RETAIN,
    });
    if (props.uses.some((use) => use === 'findDue')) addDueIndex(this.#table);
  }

  allow(...uses: readonly Use[]): Grant<Name> {
    const writes = uses.some((use) => WRITES.includes(use));
    return {
      name: this.#variable,
      value: this.#table.tableName,
      rights: [
        ...uses.map((use) => this.#right(use)),
        writes ? encryptsWith(this.#key) : decryptsWith(this.#key),
      ],
    };
  }

  #right(use: TableUse): Right {
    const arn = this.#table.tableArn;
    if (use === 'findDue') return { actions: ['dynamodb:Query'], resources: [`${arn}/index/due`] };
    return { actions: [ACTIONS[use]], resources: [arn] };
  }
}

/** Sparse: only documents with something pending carry these attributes. 16 shards, so that no partition is hot. */
function addDueIndex(table: Table): void {
  table.addGlobalSecondaryIndex({
    indexName: 'due',
    partitionKey: { name: 'dueShard', type: AttributeType.STRING },
    sortKey: { name: 'dueAt', type: AttributeType.NUMBER },
    projectionType: ProjectionType.KEYS_ONLY,
  });
}

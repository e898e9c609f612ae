import { findPackageJSON } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildApp, type BuildAppOptions } from 'fauxqs';
import { LocalStackError } from '../local-stack-error.ts';

type Stores = NonNullable<BuildAppOptions['stores']>;
type Persistence = NonNullable<Stores['sqsStore']['persistence']>;
export type EmbeddedQueue = ReturnType<Stores['sqsStore']['createQueue']>;
type QueueMessage = EmbeddedQueue['messages'][number];

type HttpRequest = {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};
type HttpReply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

/** SQS, SNS and S3 in this process. */
export type EmbeddedFauxqs = {
  readonly queues: Stores['sqsStore'];
  readonly topics: Stores['snsStore'];
  readonly buckets: Stores['s3Store'];
  readonly newMessage: (body: string) => QueueMessage;
  /** Several changes as one, so that a kill cannot fall between them. */
  readonly together: <Result>(change: () => Result) => Result;
  readonly request: (request: HttpRequest) => Promise<HttpReply>;
  readonly stop: () => Promise<void>;
};

/**
 * fauxqs's own `startFauxqs` listens on every network interface of the machine, which a store of people's words must
 * not; so its parts are put together here without a port. They are not exported, hence the paths.
 */
export async function startFauxqs(dataDir?: string): Promise<EmbeddedFauxqs> {
  const [SqsStore, SnsStore, S3Store, PersistenceManager] = await Promise.all([
    part<(new () => Stores['sqsStore']) & { createMessage(body: string): QueueMessage }>(
      'sqs/sqsStore.js',
      'SqsStore',
    ),
    part<new () => Stores['snsStore']>('sns/snsStore.js', 'SnsStore'),
    part<new () => Stores['s3Store']>('s3/s3Store.js', 'S3Store'),
    part<new (dataDir: string) => Persistence>('persistence.js', 'PersistenceManager'),
  ]);
  const stores: Stores = { sqsStore: new SqsStore(), snsStore: new SnsStore(), s3Store: new S3Store() };
  const persistence = dataDir === undefined ? undefined : new PersistenceManager(dataDir);
  if (persistence) keepState(stores, persistence);
  const app = buildApp({ logger: false, stores });
  await app.ready();

  return {
    queues: stores.sqsStore,
    topics: stores.snsStore,
    buckets: stores.s3Store,
    newMessage: (body) => SqsStore.createMessage(body),
    together: (change) => runTogether(persistence, change),
    request: async ({ method, url, headers, body }) => {
      const reply = await app.inject({ method: asMethod(method), url, headers, payload: body });
      return { status: reply.statusCode, headers: plainHeaders(reply.headers), body: reply.rawPayload };
    },
    stop: async () => {
      await app.close();
      persistence?.close();
    },
  };
}

/** Loads before anything is written through: fauxqs stores a queue by replacing it, which would delete its messages. */
function keepState(stores: Stores, persistence: Persistence): void {
  persistence.load(stores.sqsStore, stores.snsStore, stores.s3Store);
  stores.sqsStore.persistence = persistence;
  stores.snsStore.persistence = persistence;
  stores.s3Store.persistence = persistence;
  for (const queue of stores.sqsStore.allQueues()) queue.persistence = persistence;
}

function runTogether<Result>(persistence: Persistence | undefined, change: () => Result): Result {
  if (!persistence) return change();
  let result: { readonly value: Result } | undefined;
  // `transaction` is private in its types.
  Reflect.get(persistence, 'transaction').call(persistence, () => {
    result = { value: change() };
  });
  if (!result) throw new Error('the transaction did not run');
  return result.value;
}

async function part<Part>(file: string, name: string): Promise<Part> {
  const manifest = findPackageJSON('fauxqs', import.meta.url);
  if (manifest === undefined)
    throw new LocalStackError('missing-file', 'fauxqs', 'fauxqs is missing: run `npm ci`');
  const loaded: unknown = await import(pathToFileURL(join(manifest, '../dist', file)).href);
  // fauxqs is pinned to an exact version; its types are those of `buildApp`'s own options.
  return Reflect.get(Object(loaded), name) as Part;
}

function asMethod(method: string): 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD' {
  switch (method) {
    case 'GET':
    case 'PUT':
    case 'DELETE':
    case 'HEAD':
      return method;
    default:
      return 'POST';
  }
}

function plainHeaders(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => name !== 'content-length' && name !== 'connection');
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
}

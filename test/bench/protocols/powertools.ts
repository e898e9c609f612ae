import { loadPeer } from '../peers/load-peer.ts';
import { onAQueue } from './on-a-queue.ts';
import type { Protocol } from './protocol.ts';
import { Crash, unreliableCarrier } from './unreliable-carrier.ts';

/** What is used of `@aws-lambda-powertools/idempotency`. */
type Powertools = {
  makeIdempotent<T>(
    work: (payload: T) => Promise<unknown>,
    options: { persistenceStore: object; config: object },
  ): (payload: T) => Promise<unknown>;
  IdempotencyConfig: new (options: object) => { registerLambdaContext(context: object): void };
  IdempotencyItemAlreadyExistsError: new (message: string, known: object) => Error;
};
type Persistence = { BasePersistenceLayer: new () => object };
type Stored = { idempotencyKey: string; getStatus(): string };

/** The idempotency key is the touch's own id; the work is looked up, as the payload may hold only what is hashed. */
type Payload = { messageId: number };

const POWERTOOLS = '@aws-lambda-powertools/idempotency';

/** AWS Powertools' idempotency around the plain worker, with its records in memory; undefined where it is missing. */
export async function powertools(): Promise<Protocol | undefined> {
  const [library, persistence] = await Promise.all([
    loadPeer<Powertools>(POWERTOOLS),
    loadPeer<Persistence>(`${POWERTOOLS}/persistence`),
  ]);
  if (!library || !persistence) return undefined;
  const records = new Map<string, Stored>();
  const works = new Map<number, () => Promise<void>>();
  const config = new library.IdempotencyConfig({});
  config.registerLambdaContext({ getRemainingTimeInMillis: () => 20_000 });
  const once = library.makeIdempotent<Payload>(async ({ messageId }) => works.get(messageId)?.(), {
    persistenceStore: new (inMemory(library, persistence, records))(),
    config,
  });
  return {
    name: POWERTOOLS,
    async send(touch, fates) {
      const carrier = unreliableCarrier(fates);
      const { setAside } = await onAQueue(fates, () => {
        const killed = Promise.withResolvers<never>();
        works.set(touch, async () => {
          try {
            if (carrier.handOver().kind !== 'accepted') throw new Error('the carrier did not accept it');
          } catch (error) {
            if (!(error instanceof Crash)) throw error;
            // A process that was killed tells its library nothing: this work neither ends nor fails.
            killed.reject(error);
            await new Promise(() => {});
          }
        });
        return Promise.race([once({ messageId: touch }), killed.promise]);
      });
      works.delete(touch);
      records.clear();
      return { taken: carrier.taken(), told: setAside };
    },
  };
}

/**
 * As its DynamoDB store does: a record that is in progress may be replaced once its time is over. The queue delivers again
 * after two minutes and the function has 20 s, so that here it always is.
 */
function inMemory(
  { IdempotencyItemAlreadyExistsError }: Powertools,
  { BasePersistenceLayer }: Persistence,
  records: Map<string, Stored>,
) {
  return class extends BasePersistenceLayer {
    async _putRecord(record: Stored): Promise<void> {
      const known = records.get(record.idempotencyKey);
      if (known?.getStatus() === 'COMPLETED') throw new IdempotencyItemAlreadyExistsError('known', known);
      records.set(record.idempotencyKey, record);
    }
    async _getRecord(key: string): Promise<Stored | undefined> {
      return records.get(key);
    }
    async _updateRecord(record: Stored): Promise<void> {
      records.set(record.idempotencyKey, record);
    }
    async _deleteRecord(record: Stored): Promise<void> {
      records.delete(record.idempotencyKey);
    }
  };
}

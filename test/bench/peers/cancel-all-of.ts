import { countingProxy, type Traffic } from './counting-proxy.ts';
import type { Store } from './store.ts';
import type { System } from './system.ts';

const CLIENTS = 5;
export const TOUCHES = 12;

/** Plans the touches of some clients, takes back all of each, and says what went over the wire for one. */
export async function cancelAllOf(system: System, store: Store): Promise<Traffic[]> {
  const proxy = await countingProxy(store.url);
  const client = await system.open(proxy.url);
  const seen: Traffic[] = [];
  for (let nth = 0; nth < CLIENTS; nth += 1) {
    const name = `client${nth}`;
    const cancel = await client.planAhead(name, TOUCHES);
    const planned = await client.stillPlanned(name);
    proxy.traffic();
    await cancel();
    seen.push(proxy.traffic());
    const left = await client.stillPlanned(name);
    if (planned !== TOUCHES || left !== 0)
      throw new Error(`${system.name}: ${planned} touches were planned and ${left} are left`);
  }
  await client.close();
  await proxy.stop();
  return seen;
}

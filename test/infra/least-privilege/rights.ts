import type { LocalStack } from '#infra/local/local-stack.ts';
import { letEverythingHappen } from './what-happens.ts';
import { openPlay } from './a-play.ts';

/** One action on one resource that a function’s role may do. Names as in the template. */
export type Right = { readonly function: string; readonly action: string; readonly on: string };

export type Rights = { readonly used: readonly Right[]; readonly unused: readonly Right[] };

/** Plays everything on the local stack and says which rights were needed. Throws when a call was refused. */
export async function rightsByRunning(): Promise<Rights> {
  const play = await openPlay();
  try {
    await letEverythingHappen(play);
    const denied = play.stack.denied().map(({ who, action, resource }) => `${who} ${action} ${resource}`);
    if (denied.length > 0) throw new Error(`a right is missing:\n${denied.join('\n')}`);
    return rightsOf(play.stack);
  } finally {
    await play.stop();
  }
}

function rightsOf(stack: LocalStack): Rights {
  const byRoles = stack.calls().filter(({ who }) => !who.endsWith('.amazonaws.com'));
  const used = byRoles.map(({ who, action, resource }) => ({ function: who, action, on: nameOf(resource) }));
  const unused = stack.unusedGrants().map(rightOf);
  return { used: inOrder(used), unused: inOrder(unused) };
}

const rightOf = ({ role, action, resource }: { role: string; action: string; resource: string }): Right => ({
  function: role.replace(/^.*\/Handrail-/, '').replace(/Role$/, ''),
  action,
  on: nameOf(resource),
});

const KEYS = ['DataKey', 'OperationsKey'];

/** `arn:aws:dynamodb:…:table/Handrail-Cases/index/due` is `Cases/index/due`; the local stack names keys by their end. */
function nameOf(arn: string): string {
  const [, keyId] = /key\/key-0*(\w+)$/.exec(arn) ?? [];
  if (keyId !== undefined) return KEYS.find((key) => key.toLowerCase().endsWith(keyId)) ?? arn;
  return (arn.split(':').slice(5).join(':').split('Handrail-').at(-1) ?? arn).replace(/-secret$/, '');
}

const inOrder = (rights: readonly Right[]): Right[] =>
  [...new Map(rights.map((right) => [textOf(right), right])).entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, right]) => right);

export const textOf = (right: Right): string => `${right.function} ${right.action} on ${right.on}`;

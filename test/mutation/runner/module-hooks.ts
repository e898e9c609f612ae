import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const STAND_IN = new URL('vitest-stand-in.ts', import.meta.url).href;

/** An empty collection that a module keeps for itself, with its type's arguments: what it once worked out. */
const MEMORY = /^(const \w+ = )new (?:Weak)?Map(?:<.*>)?\(\);$/gm;

let memories: Map<unknown, unknown>[] = [];
let generation = 0;

/** Makes shared/domain forget what it has worked out: a mutant must not live on an answer from before it, nor leave one. */
export const forgetEverything = (): void => memories.forEach((memory) => memory.clear());

/** From here on every module of ours that is imported is a new one, so that it does again what it does while it loads. */
export function loadAnew(): void {
  generation += 1;
  memories = [];
}

/** From here on tests get our declarations for vitest's, and what modules of shared/domain remember can be cleared. */
export function hookModules(): void {
  const ours = pathToFileURL(process.cwd()).href;
  Object.assign(globalThis, {
    aMemory: () => {
      const memory = new Map();
      memories.push(memory);
      return memory;
    },
  });
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier === 'vitest' && context.parentURL !== STAND_IN)
        return { url: STAND_IN, shortCircuit: true };
      const resolved = next(specifier, context);
      const isOurs = resolved.url.startsWith(ours) && !resolved.url.includes('/node_modules/');
      return isOurs && generation > 0 ? { ...resolved, url: `${resolved.url}?${generation}` } : resolved;
    },
    load: (url, context, next) =>
      /\/shared\/domain\/.*\.ts(\?\d+)?$/.test(url)
        ? {
            format: 'module-typescript',
            source: readFileSync(fileURLToPath(url), 'utf8').replace(MEMORY, '$1globalThis.aMemory();'),
            shortCircuit: true,
          }
        : next(url, context),
  });
}

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';

const LockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      resolved: z.string().optional(),
      dependencies: z.record(z.string(), z.string()).optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

const { packages } = LockFile.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));

// From npm 11 on, `npm ci` refuses a lock file that leaves out another platform's optional package.
it('locks every package that another one names, for every platform', () => {
  const missing = Object.entries(packages).flatMap(([place, entry]) =>
    Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })
      .filter((name) => !isLocked(place, name))
      .map((name) => `${name}, which ${place} names`),
  );

  expect(missing).toEqual([]);
});

it('carries no download addresses', () => {
  expect(Object.keys(packages).filter((place) => packages[place]?.resolved !== undefined)).toEqual([]);
});

/** Looks where Node would: beside the package, then one folder of packages up at a time. */
function isLocked(place: string, name: string): boolean {
  if (`${place}${place && '/'}node_modules/${name}` in packages) return true;

  return (
    place !== '' && isLocked(place.slice(0, place.lastIndexOf('node_modules/')).replace(/\/$/, ''), name)
  );
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Files in a folder of their own, gone after the test. @returns the folder */
export function onDisk(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-directory-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** A small directory as its files; each may be replaced. */
export const HSDS = {
  'organizations.csv': 'id,name,description\no1,Harbor Kitchen,Feeds people\n',
  'services.csv': 'id,organization_id,name,description,status\ns1,o1,Food pantry,Groceries,active\n',
  'locations.csv': 'id,organization_id,name,latitude,longitude\nl1,o1,Kitchen,39.29,-76.62\n',
  'service_at_location.csv': 'id,service_id,location_id\nsl1,s1,l1\n',
  'addresses.csv':
    'id,location_id,address_1,city,state_province,postal_code,country,address_type\na1,l1,100 Example St,Baltimore,MD,21201,US,physical\n',
  'phones.csv': 'id,service_id,number\np1,s1,(410) 555-0134\n',
} as const;

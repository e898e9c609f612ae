import { describe, expect, it } from 'vitest';
import { columnNamed, isUsed, tableNamed, type TableName } from '#shared/domain/directory/tables.ts';

describe('the table that a file holds', () => {
  it.each([
    ['services', 'services'],
    ['service.json', 'services'],
    ['Regular_Schedules.csv', 'schedules'],
    [' Service Areas.CSV', 'service_areas'],
    ['service - areas.csv', 'service_areas'],
    ['Services.At.Location.csv', 'service_at_location'],
    ['cost-options.txt', 'cost_options'],
    ['physical_addresses', 'addresses'],
    ['taxonomy', 'taxonomies'],
    ['programs.csv', 'programs'],
    ['unit.csv', 'units'],
    ['postal_addresses.csv', 'postal_addresses'],
  ] as const)('is told by its name: %s holds %s', (name, table) => {
    expect(tableNamed(name)).toBe(table);
  });

  it.each(['readme.txt', '', '.csv', 'constructor', 'my services.csv', 'servicesareas.csv'])(
    '%j holds none that is known',
    (name) => {
      expect(tableNamed(name)).toBeUndefined();
    },
  );
});

describe('the column under a heading', () => {
  it.each([
    ['services', 'name', 'name'],
    ['services', ' Organization ID ', 'organization_id'],
    ['services', 'website', 'url'],
    ['services', 'Fees', 'fees_description'],
    ['organizations', 'url', 'website'],
    ['addresses', 'ZIP', 'postal_code'],
    ['addresses', 'Address 1', 'address_1'],
    ['addresses', 'address.-1', 'address_1'],
    ['phones', 'number-type', 'type'],
    ['taxonomies', 'taxonomy_id', 'code'],
    ['attributes', 'taxonomy_id', 'taxonomy_term_id'],
    ['contacts', 'id', 'id'],
    ['programs', 'id', 'id'],
  ] as const)('of %s, %s, is %s', (table, heading, column) => {
    expect(columnNamed(table, heading)).toBe(column);
  });

  it.each([
    ['services', 'Colour'],
    ['services', ''],
    ['services', 'constructor'],
    ['services', '__proto__'],
    ['organizations', 'fees'],
    ['programs', 'name'],
    ['eligibility', 'name'],
  ] as const)('of %s, %j, is not read', (table, heading) => {
    expect(columnNamed(table, heading)).toBeUndefined();
  });
});

it.each([
  ['services', true],
  ['contacts', true],
  ['programs', false],
  ['urls', false],
] as const satisfies [TableName, boolean][])('%s come into listings: %s', (table, used) => {
  expect(isUsed(table)).toBe(used);
});

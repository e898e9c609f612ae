/**
 * The tables and columns that are read, by their names in HSDS 3, and what older versions and Ohana call them.
 * https://docs.openreferral.org/en/latest/hsds/schema_reference.html
 */
type Table = {
  /** File names without their ending. */
  readonly files: readonly string[];
  readonly columns: readonly string[];
  /** Other name → the column. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Read for its form only: nothing of it comes into a listing. */
  readonly unused?: true;
};

const table = (files: string, columns: string, aliases: Record<string, string> = {}): Table => ({
  files: files.split(' '),
  columns: columns.split(' '),
  aliases: new Map(Object.entries(aliases)),
});

const unused = (files: string): Table => ({ ...table(files, 'id'), unused: true });

const TABLES = {
  organizations: table('organizations organization', 'id name alternate_name description website', {
    url: 'website',
  }),
  services: table(
    'services service',
    'id organization_id location_id program_id name alternate_name description url status interpretation_services application_process fees_description eligibility_description minimum_age maximum_age assured_date last_modified alert audience languages required_documents service_areas taxonomy_ids keywords accessibility hours',
    { website: 'url', fees: 'fees_description', eligibility: 'eligibility_description' },
  ),
  locations: table(
    'locations location',
    'id organization_id location_type name alternate_name description latitude longitude virtual accessibility languages',
  ),
  service_at_location: table(
    'service_at_location services_at_location service_at_locations services_at_locations',
    'id service_id location_id description',
  ),
  addresses: table(
    'addresses address physical_addresses physical_address',
    'id location_id organization_id attention address_1 address_2 city region state_province postal_code country address_type',
    { state: 'state_province', zip: 'postal_code' },
  ),
  phones: table(
    'phones phone',
    'id location_id service_id organization_id contact_id service_at_location_id number extension type description vanity_number country_prefix',
    { number_type: 'type', department: 'description' },
  ),
  schedules: table(
    'schedules schedule regular_schedules regular_schedule',
    'id service_id location_id service_at_location_id valid_from valid_to dtstart timezone until count freq interval byday byweekno bymonthday byyearday description opens_at closes_at weekday',
  ),
  languages: table('languages language', 'id service_id location_id phone_id name code note', {
    language: 'name',
  }),
  accessibility: table(
    'accessibility accessibility_for_disabilities',
    'id location_id service_id description details',
    { accessibility: 'description' },
  ),
  service_areas: table(
    'service_areas service_area',
    'id service_id service_at_location_id name description extent extent_type',
    { service_area: 'name' },
  ),
  cost_options: table(
    'cost_options cost_option',
    'id service_id valid_from valid_to option currency amount amount_description',
  ),
  required_documents: table('required_documents required_document', 'id service_id document'),
  eligibility: table('eligibility eligibilities', 'id service_id eligibility'),
  taxonomy_terms: table('taxonomy_terms taxonomy_term', 'id code name parent_id taxonomy taxonomy_id'),
  /** Ohana's tree, and categories in its image: `taxonomy_id` is the term's own code there. */
  taxonomies: table(
    'taxonomies taxonomy categories taxonomy_detail',
    'id code name parent_id parent_name vocabulary description type',
    { taxonomy_id: 'code', parent: 'parent_id' },
  ),
  attributes: table(
    'attributes attribute other_attributes service_attributes service_taxonomy services_taxonomy service_categories',
    'id link_id service_id taxonomy_term_id link_entity link_type value label',
    { taxonomy_id: 'taxonomy_term_id', category_id: 'taxonomy_term_id' },
  ),
  service_capacity: table(
    'service_capacity service_capacities capacities',
    'id service_id unit_id available maximum description updated',
  ),
  contacts: table('contacts contact', 'id organization_id service_id service_at_location_id location_id'),
  holiday_schedules: table(
    'holiday_schedules holiday_schedule',
    'id service_id location_id service_at_location_id start_date end_date closed opens_at closes_at',
  ),
  programs: unused('programs program'),
  units: unused('units unit'),
  urls: unused('url urls additional_urls additional_websites'),
  funding: unused('funding fundings'),
  metadata: unused('metadata'),
  meta_table_descriptions: unused('meta_table_descriptions meta_table_description'),
  organization_identifiers: unused('organization_identifiers organization_identifier'),
  postal_addresses: unused('postal_addresses postal_address mail_addresses mail_address'),
  payments_accepted: unused('payments_accepted payment_accepted'),
} as const satisfies Record<string, Table>;

export type TableName = keyof typeof TABLES;

// Object.entries forgets the names of the keys.
const ENTRIES = Object.entries(TABLES) as readonly (readonly [TableName, Table])[];

/** By the name of a file or of a JSON property, whatever its case: `Regular_Schedules.csv` is `schedules`. */
export function tableNamed(name: string): TableName | undefined {
  const plain = plainName(name.replace(/\.\w+$/, ''));
  return ENTRIES.find(([, { files }]) => files.includes(plain))?.[0];
}

/** The standard's name of a column, or none where it is not read. */
export function columnNamed(table: TableName, heading: string): string | undefined {
  const { columns, aliases } = TABLES[table];
  const plain = plainName(heading);
  const name = aliases.get(plain) ?? plain;
  return columns.includes(name) ? name : undefined;
}

export const isUsed = (table: TableName): boolean => TABLES[table].unused !== true;

const plainName = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s.-]+/g, '_');

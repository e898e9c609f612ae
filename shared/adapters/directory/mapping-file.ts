import * as z from 'zod';

/** Where a cell comes from: a column, or several joined, with words replaced; or the same for every row. */
const From = z.union([
  z.string().min(1),
  z.strictObject({ value: z.string() }),
  z.strictObject({
    column: z.string().min(1),
    /** As it stands in the column → as we say it. What is not named stays as it is. */
    values: z.record(z.string(), z.string()).optional(),
  }),
  z.strictObject({ columns: z.array(z.string().min(1)).min(2), join: z.string().default(' ') }),
]);

export type From = z.infer<typeof From>;

const cells = <Name extends string>(names: readonly Name[]) => z.partialRecord(z.enum(names), From);

const SERVICE = [
  'id',
  'name',
  'alternate_name',
  'description',
  'url',
  'status',
  'interpretation_services',
  'application_process',
  'fees_description',
  'eligibility_description',
  'minimum_age',
  'maximum_age',
  'assured_date',
  'audience',
  'languages',
  'required_documents',
  'service_areas',
  'keywords',
  'accessibility',
  'hours',
] as const;
const ORGANIZATION = ['id', 'name', 'description', 'website'] as const;
const LOCATION = [
  'id',
  'name',
  'description',
  'latitude',
  'longitude',
  'location_type',
  'languages',
  'accessibility',
] as const;
const ADDRESS = ['address_1', 'address_2', 'city', 'state_province', 'postal_code', 'country'] as const;
const PHONE = ['number', 'extension', 'type', 'description'] as const;

/** How one CSV file of any layout becomes services: docs/directories.md. */
export const MappingFile = z.strictObject({
  version: z.literal(1),
  service: cells(SERVICE).refine((names) => names.name !== undefined, 'a service needs a name'),
  organization: cells(ORGANIZATION).optional(),
  location: cells(LOCATION).optional(),
  address: cells(ADDRESS).optional(),
  phones: z.array(cells(PHONE)).default([]),
  /** Names or codes of what it offers; several in one cell are parted by the separator. */
  terms: z.strictObject({ column: z.string().min(1), separator: z.string().min(1).default(';') }).optional(),
});

export type MappingFile = z.infer<typeof MappingFile>;

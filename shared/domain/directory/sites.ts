import type { Aids } from './aids.ts';
import type { Report } from './report.ts';
import { cell, rowsBy, rowsOf, type SourceRow, type Tables } from './source-row.ts';
import type { Point } from './values/distance.ts';
import { readAddress, type AddressReading } from './values/read-address.ts';
import { readCoordinates } from './values/read-coordinates.ts';

/** What can be said of where an organization is. */
export type Seat = {
  readonly address: AddressReading | undefined;
  readonly point: Point | undefined;
  readonly county: string | undefined;
  readonly timeZone: string | undefined;
};

/** What can be said of where a location is. */
export type Site = Seat & {
  /** Its coordinates are those of its ZIP's middle. */
  readonly isByZip: boolean;
  readonly isVirtual: boolean;
};

/** Reads each location once, whatever number of services it has. */
export function readSites(tables: Tables, aids: Aids, report: Report): (location: SourceRow) => Site {
  const addresses = rowsBy(rowsOf(tables, 'addresses'), 'location_id');
  const known = new Map<SourceRow, Site>();
  return (location) => {
    const site =
      known.get(location) ?? readSite(location, addresses.get(cell(location, 'id')) ?? [], aids, report);
    known.set(location, site);
    return site;
  };
}

function readSite(location: SourceRow, addresses: readonly SourceRow[], aids: Aids, report: Report): Site {
  const address = bestAddress(addresses, report);
  const isVirtual =
    cell(location, 'location_type') === 'virtual' || /^(?:true|t|yes|1)$/i.test(cell(location, 'virtual'));
  const zip = address?.zip === undefined ? undefined : aids.zipCode(address.zip);
  const reading = readCoordinates(cell(location, 'latitude'), cell(location, 'longitude'), {
    ...(zip !== undefined && { zip }),
    ...(address?.state !== undefined && { state: address.state }),
  });
  if (reading.kind === 'doubtful')
    report.warn(location, 'latitude', `coordinates: ${reading.problem}`, { value: coordinatesIn(location) });
  if (reading.kind === 'point' && reading.mended !== undefined)
    report.warn(
      location,
      'latitude',
      reading.mended === 'swapped' ? 'coordinates swapped' : 'a coordinate without its sign',
      {
        value: coordinatesIn(location),
        mended: `${reading.point.latitude}, ${reading.point.longitude}`,
      },
    );
  const own = reading.kind === 'point' && address?.isPostBox !== true ? reading.point : undefined;
  const point = own ?? (zip === undefined ? undefined : { latitude: zip.latitude, longitude: zip.longitude });
  const timeZone =
    zip?.timeZone ?? (point === undefined ? undefined : aids.zoneAt(point.latitude, point.longitude));
  return { address, point, isByZip: own === undefined, isVirtual, county: zip?.county, timeZone };
}

const coordinatesIn = (location: SourceRow): string =>
  `${cell(location, 'latitude')}, ${cell(location, 'longitude')}`;

/** A physical one before a postal one, one with a street before one without. */
export function bestAddress(rows: readonly SourceRow[], report: Report): AddressReading | undefined {
  const readings = rows.map((row) => {
    const reading = readAddress({
      address_1: cell(row, 'address_1'),
      address_2: cell(row, 'address_2'),
      city: cell(row, 'city'),
      state_province: cell(row, 'state_province'),
      postal_code: cell(row, 'postal_code'),
      country: cell(row, 'country'),
    });
    for (const { field, problem, ...outcome } of reading.findings) report.warn(row, field, problem, outcome);
    report.use(row);
    const isPhysical = !/postal|mail|virtual/i.test(cell(row, 'address_type'));
    return { reading, rank: (isPhysical ? 2 : 0) + (reading.lines === undefined ? 0 : 1) };
  });
  const secret = readings.find(({ reading }) => reading.isConfidential);
  const best = readings.toSorted((one, other) => other.rank - one.rank)[0];
  // Two addresses of one place, one of them secret: so is the other.
  return secret === undefined ? best?.reading : secret.reading;
}

import type { Place, ServiceArea } from './listing.ts';
import type { Report } from './report.ts';
import { cell, type SourceRow } from './source-row.ts';
import type { Seat, Site } from './sites.ts';

type Whereabouts = {
  readonly service: SourceRow;
  readonly location: SourceRow | undefined;
  readonly site: Site | undefined;
  /** Where its organization is, if that is not secret. */
  readonly seat: Seat | undefined;
  readonly areas: readonly ServiceArea[];
  readonly isSecret: boolean;
  readonly report: Report;
};

/** Where a listing is. A secret one is nowhere: of it only the state and the clock are told. */
export function placeOf(where: Whereabouts): Place {
  const { location, site, seat, isSecret, report, service } = where;
  if (isSecret) return { kind: 'unknown', ...around(site ?? seat) };
  if (site?.isVirtual === true) return { kind: 'virtual', ...around(seat), ...around(site) };
  if (site?.point !== undefined && location !== undefined) {
    if (site.isByZip)
      report.warn(location, 'latitude', 'no coordinates: placed in the middle of its ZIP code', {
        value: cell(location, 'latitude'),
        ...(site.address?.zip !== undefined && { mended: site.address.zip }),
      });
    return at(site, site.point, site.isByZip ? 'zip' : undefined);
  }
  if (location === undefined) {
    const wide = wideArea(where);
    if (wide !== undefined) return wide;
  }
  if (seat?.point !== undefined) {
    report.warn(location ?? service, 'location_id', 'no place of its own: placed where its organization is');
    return at(seat, seat.point, 'organization');
  }
  report.warn(location ?? service, 'location_id', 'where it is is not known');
  return { kind: 'unknown', ...around(seat), ...around(site) };
}

function wideArea({ areas, seat }: Whereabouts): Place | undefined {
  if (areas.some(({ kind }) => kind === 'nationwide')) return { kind: 'nationwide', ...around(seat) };
  const [state] = areas.flatMap((area) => (area.kind === 'state' ? area.states : []));
  return state === undefined ? undefined : { kind: 'statewide', ...around(seat), state };
}

function around(site: Seat | undefined): { state?: string; timeZone?: string } {
  const { address, timeZone } = site ?? {};
  return {
    ...(address?.state !== undefined && { state: address.state }),
    ...(timeZone !== undefined && { timeZone }),
  };
}

function at(
  site: Seat,
  { latitude, longitude }: NonNullable<Seat['point']>,
  approximate: 'organization' | 'zip' | undefined,
): Place {
  const { address, county } = site;
  return {
    kind: 'at',
    latitude,
    longitude,
    ...(approximate !== undefined && { approximate }),
    ...(address?.zip !== undefined && { zip: address.zip }),
    ...(address?.city !== undefined && { city: address.city }),
    ...(county !== undefined && { county }),
    ...around(site),
  };
}

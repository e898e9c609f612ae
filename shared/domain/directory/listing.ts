import type { Instant } from '../record.ts';

/** How we know something: said by the directory, or read out of a name or a description, which is trusted less. */
export type Known = 'stated' | 'inferred';

/**
 * One service at one place, or reached from anywhere: what a client can be pointed to. Whatever a directory does not say
 * is left out: unknown is not no. Text is plain, never HTML. Made by the readers of directories, never by hand.
 */
export type Listing = {
  /** The service's id; with the location's where the service is at several, so that each is a listing of its own. */
  readonly id: string;
  readonly serviceId: string;
  readonly locationId?: string;
  readonly organizationId: string;
  readonly name: string;
  readonly organization: string;
  readonly description?: string;
  /** Only active ones are offered. */
  readonly status: 'active' | 'inactive' | 'defunct' | 'temporarily-closed';
  readonly needs: readonly { readonly code: string; readonly known: Known }[];
  readonly place: Place;
  /** Never shown, never located: neither address nor coordinates stand in such a listing. */
  readonly confidential: boolean;
  /** Lines to print; never of a confidential place, never a PO box. */
  readonly address?: readonly string[];
  /** Telephones that somebody answers, best first; faxes are not among them. */
  readonly phones: readonly ListingPhone[];
  readonly url?: string;
  /** BCP 47, lower case, such as `es`. */
  readonly languages: readonly string[];
  /** Somebody interprets into other languages. */
  readonly interpreters?: boolean;
  /** Whole years, both ends included. */
  readonly ages?: { readonly from?: number; readonly to?: number };
  /** Whom it is for only, such as `veterans`, `women`, `men`, `families`, `youth`, `older-adults`, `lgbtq`. */
  readonly audience: readonly { readonly code: string; readonly known: Known }[];
  readonly eligibility?: string;
  /** Where one must live; none: not said. Any of them is enough. */
  readonly areas: readonly ServiceArea[];
  readonly hours?: Hours;
  readonly cost?: 'free' | 'sliding-scale' | 'fee';
  /** What to bring, in the directory's words. */
  readonly documents: readonly string[];
  /** Codes such as `wheelchair`, `deaf`, `blind`, `asl`. */
  readonly accessibility: readonly string[];
  readonly capacity?: { readonly state: Capacity; readonly available?: number; readonly at?: Instant };
  /** When somebody last made sure of it. */
  readonly verifiedAt?: Instant;
};

export type Capacity = 'capacity' | 'no-capacity' | 'waitlist' | 'additional-assessment-required';

/** Where it is. `approximate`: by its organization's address or by a ZIP code's middle. */
export type Place =
  | {
      readonly kind: 'at';
      readonly latitude: number;
      readonly longitude: number;
      readonly approximate?: 'organization' | 'zip';
      readonly zip?: string;
      readonly city?: string;
      readonly county?: string;
      /** Two letters. */
      readonly state?: string;
      readonly timeZone?: string;
    }
  | {
      readonly kind: 'virtual' | 'statewide' | 'nationwide' | 'unknown';
      readonly state?: string;
      readonly timeZone?: string;
    };

export type ListingPhone = {
  /** E.164, or a short number such as `211`, `988`. */
  readonly number: string;
  readonly extension?: string;
  readonly label?: string;
  readonly kind: 'voice' | 'text' | 'tty';
};

export type ServiceArea =
  | { readonly kind: 'zip'; readonly zips: readonly string[] }
  | { readonly kind: 'city' | 'county'; readonly names: readonly string[]; readonly state?: string }
  | { readonly kind: 'state'; readonly states: readonly string[] }
  | { readonly kind: 'nationwide' }
  /** GeoJSON rings, longitude before latitude; the first is the outline, others are holes. */
  | {
      readonly kind: 'shape';
      readonly polygons: readonly (readonly (readonly (readonly [number, number])[])[])[];
    };

/** Weekly hours and those of single weeks of a month, on the place's own clocks. */
export type Hours = {
  readonly timeZone: string;
  readonly rules: readonly HoursRule[];
  /** What was said is believed until then; afterwards hours are unknown. */
  readonly validTo?: Instant;
};

export type HoursRule = {
  /** 1 Monday to 7 Sunday. */
  readonly weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  /** Only the first to fifth such day of a month, or -1 for the last. */
  readonly nth?: readonly (1 | 2 | 3 | 4 | 5 | -1)[];
  /** Minutes after midnight; `to` may be beyond 1440 where it closes after midnight. */
  readonly from: number;
  readonly to: number;
};

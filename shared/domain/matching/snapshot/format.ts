/**
 * The file of a directory snapshot, little-endian: head (HEAD_BYTES) · table of sections · hashes of blocks · search part
 * · text part. Every section is a typed array that is looked at where it lies: loading parses nothing.
 */

/** `HANDRAIL`, as two little-endian numbers. */
export const MAGIC = [0x444e4148, 0x4c494152] as const;

/** A snapshot of another version is refused: its directory is built anew, which takes seconds. */
export const FORMAT_VERSION = 1;

const KINDS = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  f32: Float32Array,
} as const;

/** In the order in which they lie in the file; those before `TEXT_SECTIONS_FROM` are what a search looks at. */
const SECTIONS = {
  // RECORD_WORDS a listing: all that is looked at of a candidate lies together.
  records: 'u32',
  // Only of listings that say so, in the order of the listings: whose, and since when; whose, and of which service.
  capacityOf: 'u32',
  capacityAt: 'u32',
  severalOf: 'u32',
  severalService: 'u32',
  // A listing number, three coordinates and a mask a posting; a box of six and two masks a node of a tree.
  postings: 'u32',
  points: 'f32',
  masks: 'u32',
  boxes: 'f32',
  offers: 'u32',
  admits: 'u32',
  // Dictionaries.
  needTable: 'u32',
  patterns: 'u32',
  weeks: 'u32',
  dictionaries: 'u32',
  wordsFrom: 'u32',
  words: 'u8',
  // Text, read when a listing is shown.
  idsFrom: 'u32',
  ids: 'u8',
  textFrom: 'u32',
  text: 'u8',
} as const satisfies Record<string, keyof typeof KINDS>;

export type Section = keyof typeof SECTIONS;
type Arrays = { u8: Uint8Array; u16: Uint16Array; u32: Uint32Array; f32: Float32Array };
export type Columns = { readonly [S in Section]: Arrays[(typeof SECTIONS)[S]] };

// The keys of a constant object, which TypeScript widens to strings.
export const SECTION_NAMES = Object.keys(SECTIONS) as Section[];
export const TEXT_SECTIONS_FROM = SECTION_NAMES.indexOf('idsFrom');

export const arrayOf = (section: Section) => KINDS[SECTIONS[section]];

/** What the entries of `words` are, in order; `dictionaries` holds where each kind begins, and the end. */
export const DICTIONARIES = [
  'needs',
  'zones',
  'needSets',
  'languages',
  'eligibility',
  'areas',
  'terms',
] as const;
export type Dictionary = (typeof DICTIONARIES)[number];

/** Magic (8), version (4), number of sections (4), content hash (16), then eight bytes each: */
export const HEAD_FIELDS = ['contentBytes', 'searchBytes', 'builtAt', 'listings', 'activeServices'] as const;
export const HASH_AT = 16;
export const FIELDS_AT = 32;
export const HEAD_BYTES = 128;

/** Each block of the content has a hash of its own, so that text is checked as it is read and not all at once. */
export const BLOCK_BYTES = 1 << 16;
export const HASH_BYTES = 16;

/** Two numbers of eight bytes for each section: where it begins in the content, and how many bytes it has. */
const PLACE_BYTES = 16;
export const HASHES_AT = HEAD_BYTES + SECTION_NAMES.length * PLACE_BYTES;
export const contentFrom = (contentBytes: number): number =>
  HASHES_AT + Math.ceil(contentBytes / BLOCK_BYTES) * HASH_BYTES;

/** `needTable`, for each need: first posting, how many with a place, without one, not active; first point, first node, nodes. */
export const NEED_COLUMNS = 7;

/** `patterns`, for each: zone, first row of `weeks`, rows, minutes since EPOCH until which it is valid (0: no end). */
export const PATTERN_COLUMNS = 4;

/**
 * A record, by words: languages and eligibility; terms and the day when it was verified; set of needs; area; hours;
 * organization (the upper 24 bits) and flags. But for days and flags all are numbers of dictionary entries.
 */
export const RECORD_WORDS = 6;

/** The lower bits of `flags`; above CAPACITY_SHIFT the stated capacity, 0 for none. */
export const FLAG = { active: 1, located: 2, confidential: 4, anywhere: 8, several: 16 } as const;
export const CAPACITY_SHIFT = 5;
export const CAPACITIES = ['capacity', 'no-capacity', 'waitlist', 'additional-assessment-required'] as const;

export const NO_HOURS = 0xffff_ffff;

/** Postings in a leaf of a tree, at most. */
export const LEAF = 64;

/** Days and minutes are counted from then; 0 is unknown. */
export const EPOCH = Date.UTC(2000, 0, 1);

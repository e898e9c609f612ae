/** A directory of a whole state stays below these. What is larger is refused before it fills a memory: a table takes ten times its size. */
const MB = 1_048_576;

export const MOST_BYTES_A_FILE = 128 * MB;
export const MOST_BYTES = 192 * MB;
export const MOST_ROWS = 1_000_000;
export const MOST_COLUMNS = 250;
/** In characters; a longer row is rather a quote that is never closed. */
export const LONGEST_ROW = 1_000_000;
export const MOST_FILES = 500;
/** Text shrinks to a tenth; to a hundredth and less only what was made to burst. */
export const MOST_INFLATION = 100;
/** So small a file may shrink as it likes. */
export const HARMLESS_BYTES = MB;
export const MOST_PAGES = 10_000;
export const MOST_BYTES_A_PAGE = 32 * MB;
/** In ms, of one page of an API. */
export const LONGEST_WAIT = 30_000;

/** `256 MB` */
export const inMb = (bytes: number): string => `${Math.ceil(bytes / MB).toLocaleString('en-US')} MB`;

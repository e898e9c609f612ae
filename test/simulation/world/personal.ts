import { findMarkers, type Marker } from '#test/privacy/find-markers.ts';
import { PERSONAL, SENTENCES } from './words.ts';

/** Milliseconds since 1970: seven of their digits may be a telephone's by chance. */
const INSTANTS = /(?<!\d)1\d{12}(?!\d)/g;

/**
 * What is personal in a text, told without telling it: names and words as they are, and every telephone, address and
 * sentence of the play however it is written down, such as in base64 or hashed without a key.
 */
export function personalIn(contacts: () => Iterable<string>): (text: string) => string | undefined {
  let markers: readonly Marker[] | undefined;
  return (text) => {
    // Once all clients are known, before anything of theirs can have got anywhere.
    markers ??= [
      ...[...contacts()].map((value) => ({
        field: value.includes('@') ? 'an address' : 'a telephone',
        value,
      })),
      ...SENTENCES.map((value) => ({ field: 'words of a client', value })),
    ];
    if (PERSONAL.test(text)) return 'a name, a telephone, an address or words';
    if (findMarkers(text, markers).length === 0) return undefined;
    const [found] = findMarkers(text.replace(INSTANTS, ''), markers);
    return found && `${found.field}, as ${found.as}`;
  };
}

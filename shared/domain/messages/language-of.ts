import type { Language } from '../programme.ts';

/** The catalogue's language for a BCP 47 tag (`es-MX` → `es`), or undefined: nobody is written to in a language they did not name. */
export function languageOf(tag: string): Language | undefined {
  const primary = tag.trim().toLowerCase().split('-')[0];
  if (primary === 'en' || primary === 'eng') return 'en';
  if (primary === 'es' || primary === 'spa') return 'es';
  return undefined;
}

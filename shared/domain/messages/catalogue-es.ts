import type { Catalogue } from './catalogue.ts';
import { emailEs } from './email/email-es.ts';
import { pagesEs } from './pages-es.ts';
import { textsEs } from './texts-es.ts';

export const catalogueEs = {
  language: 'es',
  texts: textsEs,
  email: emailEs,
  pages: pagesEs,
} as const satisfies Catalogue;

import type { Catalogue } from './catalogue.ts';
import { emailEn } from './email/email-en.ts';
import { pagesEn } from './pages-en.ts';
import { textsEn } from './texts-en.ts';

export const catalogueEn = {
  language: 'en',
  texts: textsEn,
  email: emailEn,
  pages: pagesEn,
} as const satisfies Catalogue;

import type { Language } from '../programme.ts';
import type { Catalogue } from './catalogue.ts';
import { catalogueEn } from './catalogue-en.ts';
import { catalogueEs } from './catalogue-es.ts';

export const catalogues: Readonly<Record<Language, Catalogue>> = { en: catalogueEn, es: catalogueEs };

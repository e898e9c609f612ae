import type { Language } from '../programme.ts';

/**
 * The sentence that a counsellor reads aloud at closing, by version. A consent names the version that was read.
 * Released versions never change and never leave: consents on record point at them. Needs counsel's and the clinical lead's approval.
 */
const wordings: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  '2026-01': {
    en: "May we text you to check in? A computer sends the texts; people here read your answers {hours}. It is not for emergencies. If you don't answer, one of us may call. Anyone holding your phone could see them. Say stop any time. Is this number private and safe?",
    es: '¿Podemos mandarle mensajes de texto para saber cómo sigue? Los manda una computadora; aquí leemos sus respuestas {hours}. No es para emergencias. Si no responde, quizá le llamemos. Cualquiera que tenga su teléfono podría verlos. Puede decir alto cuando quiera. ¿Este número es privado y seguro?',
  },
};

export const currentWording = '2026-01';

/** Whether a consent's `wordingVersion` names a sentence that we know was the one read aloud. */
export function isKnownWording(version: string): boolean {
  return Object.hasOwn(wordings, version);
}

/** The sentence to read aloud, with `{hours}` still to fill; undefined for an unknown version. */
export function closingWording(version: string, language: Language): string | undefined {
  return Object.hasOwn(wordings, version) ? wordings[version]?.[language] : undefined;
}

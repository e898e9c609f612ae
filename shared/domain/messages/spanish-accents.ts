/**
 * Spellings that Spanish does not have: each is a word that lost an á, í, ó or ú.
 * Words that exist in both spellings (si, el, tu, mi, esta, como, solo, que) are not here; a reader must judge those.
 */
const LOST = new Set(
  `
  aca ademas adios ahi alegria algun alla alli animo aqui area asi atencion atras autobus avisanos ayudanos bateria buscanos cafeteria
  catalogo clinica clinico compañia contactanos contestame contestanos corazon credito cuentame cuentanos debil dejame dejanos demas
  despues dia dias dificil dificiles dolar enfermeria envianos escribeme escribenos escuchanos estan esten facil faciles fisica fisico
  gustaria habia habian habria jamas jovenes linea lineas llamame llamanos mandame mandanos maquina mas mayoria medica medico medicos
  mediodia mensajeria miercoles minimo movil musica ningun numero numeros ojala pagina paginas pais perdon podran podras podria podrian
  podriamos policia preguntanos proxima proximo psicologa psicologo publica publico quedate quiza quizas rapida rapido razon recibiras
  recuerdanos respondeme respondenos sabado sabados sabias segun simbolo tambien telefonico telefono telefonos tendras tendria todavia
  tranquilizate transito ultima ultimo unete unica unico util utiles valido via volveras volveria
  `
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Every Spanish noun in -ción, -sión, -gión and -xión carries the accent in the singular. */
const LOST_ENDING = /^\p{L}+(?:c|s|g|x)ion$/u;

/** The words of a Spanish text that have been robbed of their accent, as written. */
export function wordsWithoutAccent(text: string): string[] {
  const words = text.match(/\p{L}+/gu) ?? [];
  return words.filter((word) => {
    const lower = word.toLowerCase();
    return LOST.has(lower) || LOST_ENDING.test(lower);
  });
}

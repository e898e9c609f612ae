import type { EquivalentMutants } from './equivalent-mutants.ts';

export const inMessages: EquivalentMutants = {
  'messages/closing-wordings.ts': [
    {
      line: 'return Object.hasOwn(wordings, version) ? wordings[version]?.[language] : undefined;',
      mutants: [['wordings[version]?.[language]', 'wordings[version][language]']],
      why: 'A version that is there has its sentences; the check is for the type.',
    },
  ],
  'messages/compose.ts': [
    {
      line: 'return best ?? write(id, template, values, []);',
      mutants: [['[]', '["Stryker was here"]']],
      why: 'There is always a best one; the fallback is for the type.',
    },
    {
      line: "nameLeftOut: leftOut.includes('name') && Boolean(values.name?.trim()),",
      mutants: [['values.name?.trim()', 'values.name']],
      why: 'A blank name is never left out: that would save nothing.',
    },
    {
      line: "staffLeftOut: leftOut.includes('staff') && Boolean(values.staff?.trim()),",
      mutants: [['values.staff?.trim()', 'values.staff']],
      why: 'A blank name is never left out: that would save nothing.',
    },
    {
      line: 'if (best.segments === 1) break;',
      mutants: [['best.segments === 1', 'false']],
      why: 'None is better than one segment; looking on only takes time.',
    },
    {
      line: '[],',
      mutants: [['[]', '["Stryker was here"]']],
      why: 'No part is called so.',
    },
  ],
  'messages/format.ts': [
    {
      line: "const month = MONTHS[language][by.month - 1] ?? '';",
      mutants: [["''", '"Stryker was here!"']],
      why: 'There is a month for each number; the fallback is for the type.',
    },
    {
      line: 'if (days > 1 && days < 7 && weekday) return weekday;',
      mutants: [['days > 1', 'days >= 1']],
      why: 'One day ahead is tomorrow, a line above.',
    },
  ],
  'messages/spanish-accents.ts': [
    {
      line: 'const words = text.match(/\\p{L}+/gu) ?? [];',
      mutants: [['[]', '["Stryker was here"]']],
      why: 'That is no word that lost an accent.',
    },
    {
      line: '`',
      mutants: [
        [
          "` aca ademas adios ahi alegria algun alla alli animo aqui area asi atencion atras autobus avisanos ayudanos bateria buscanos cafeteria catalogo clinica clinico compañia contactanos contestame contestanos corazon credito cuentame cuentanos debil dejame dejanos demas despues dia dias dificil dificiles dolar enfermeria envianos escribeme escribenos escuchanos estan esten facil faciles fisica fisico gustaria habia habian habria jamas jovenes linea lineas llamame llamanos mandame mandanos maquina mas mayoria medica medico medicos mediodia mensajeria miercoles minimo movil musica ningun numero numeros ojala pagina paginas pais perdon podran podras podria podrian podriamos policia preguntanos proxima proximo psicologa psicologo publica publico quedate quiza quizas rapida rapido razon recibiras recuerdanos respondeme respondenos sabado sabados sabias segun simbolo tambien telefonico telefono telefonos tendras tendria todavia tranquilizate transito ultima ultimo unete unica unico util utiles valido via volveras volveria ` .split(/\\s+/) .filter((word) => word !== '')",
          '` aca ademas adios ahi alegria algun alla alli animo aqui area asi atencion atras autobus avisanos ayudanos bateria buscanos cafeteria catalogo clinica clinico compañia contactanos contestame contestanos corazon credito cuentame cuentanos debil dejame dejanos demas despues dia dias dificil dificiles dolar enfermeria envianos escribeme escribenos escuchanos estan esten facil faciles fisica fisico gustaria habia habian habria jamas jovenes linea lineas llamame llamanos mandame mandanos maquina mas mayoria medica medico medicos mediodia mensajeria miercoles minimo movil musica ningun numero numeros ojala pagina paginas pais perdon podran podras podria podrian podriamos policia preguntanos proxima proximo psicologa psicologo publica publico quedate quiza quizas rapida rapido razon recibiras recuerdanos respondeme respondenos sabado sabados sabias segun simbolo tambien telefonico telefono telefonos tendras tendria todavia tranquilizate transito ultima ultimo unete unica unico util utiles valido via volveras volveria `.split(/\\s+/)',
        ],
      ],
      why: 'An empty word is in no text.',
    },
    {
      line: '.split(/\\s+/)',
      mutants: [['/\\s+/', '/\\s/']],
      why: 'An empty word is in no text.',
    },
    {
      line: ".filter((word) => word !== ''),",
      mutants: [
        ["word !== ''", 'true'],
        ["''", '"Stryker was here!"'],
      ],
      why: 'An empty word is in no text.',
    },
    {
      line: 'const LOST_ENDING = /^\\p{L}+(?:c|s|g|x)ion$/u;',
      mutants: [['/^\\p{L}+(?:c|s|g|x)ion$/u', '/\\p{L}+(?:c|s|g|x)ion$/u']],
      why: 'It is asked of whole words.',
    },
  ],
  'messages/template.ts': [
    {
      line: "const names = [...template.matchAll(/\\{(\\w*)\\}/g)].map((match) => match[1] ?? '');",
      mutants: [["''", '"Stryker was here!"']],
      why: 'The part is always there, at times empty; the fallback is for the type.',
    },
    {
      line: "optional: valuesIn(parts.flatMap((part) => (part.kind === 'optional' ? part.parts : []))),",
      mutants: [['[]', '["Stryker was here"]']],
      why: 'Only values are looked for among the parts.',
    },
    {
      line: 'if (known) return known;',
      mutants: [['known', 'false']],
      why: 'It is only remembered; worked out again it is the same.',
    },
    {
      line: 'parsed.set(template, parts);',
      mutants: [['parsed.set(template, parts);', ';']],
      why: 'It is only remembered; worked out again it is the same.',
    },
    {
      line: "if (piece === '') return [];",
      mutants: [
        ["piece === ''", 'false'],
        ["''", '"Stryker was here!"'],
      ],
      why: 'An empty piece says nothing.',
    },
  ],
  'messages/text-ids.ts': [
    {
      line: "return CARING_MIDDLE[(index - 1) % CARING_MIDDLE.length] ?? 'caring-1';",
      mutants: [["'caring-1'", '""']],
      why: 'The stock has an entry for each number; the fallback is for the type.',
    },
  ],
};

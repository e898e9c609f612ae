import type { EmailSentences } from './email-sentences.ts';

export const emailEs = {
  subject: 'Una nota de {program}',
  greeting: 'Hola[ {name}]:',
  bodies: {
    first: [
      'Nos dijiste que podíamos escribirte para saber cómo estás, y aquí estamos.',
      '¿Qué tal hoy? Puedes responder con un toque, con tus palabras, o no responder.',
    ],
    check: ['Te escribimos como quedamos. ¿Qué tal hoy?'],
    retry: ['Somos nosotros otra vez. Basta con un toque. También puedes llamarnos al {phone}.'],
    ended: [
      'Este es el último de nuestros mensajes. Gracias por dejarnos estar en contacto.',
      'Puedes seguir llamándonos al {phone}, y nos alegra cuando lo haces.',
    ],
    'caring-first': [
      'Pensamos en ti y nos alegra haber hablado contigo. No hay nada que hacer ni que responder.',
    ],
    'caring-1': ['Nos gustó hablar contigo. No hace falta responder.'],
    'caring-2': ['Un saludo breve. Ojalá hoy algo pequeño salga bien.'],
    'caring-3': ['Solo queremos decirte que nos importas.'],
    'caring-4': ['Nos acordamos de ti. Un abrazo de parte de todo el equipo.'],
    'caring-5': ['Hay semanas largas. Nos alegra que estés aquí.'],
    'caring-6': ['Te mandamos un pensamiento amable. No hay nada que hacer ni que responder.'],
    'caring-7': ['Fue bueno conocerte, y seguimos pensando en ti.'],
    'caring-8': ['Un saludo de todos nosotros. Que hoy haya un momento tranquilo para ti.'],
    'caring-9': ['Ha pasado el tiempo y te seguimos recordando.'],
    'caring-10': ['Sea como sea tu semana, te deseamos lo mejor.'],
    'caring-11': ['Solo un saludo. Nos gusta saber de ti, y no pasa nada si no escribes.'],
    'caring-12': ['Las estaciones cambian, y te deseamos una buena.'],
    'caring-ending': [
      'Te mandaremos una nota más como esta, y con ella terminan. Ha sido bueno estar en contacto.',
    ],
    'caring-last': [
      'Esta es nuestra última nota. Puedes seguir llamándonos al {phone}. Te deseamos lo mejor.',
    ],
  },
  answersLead: 'Elige una opción, o simplemente responde a este correo:',
  answers: {
    ok: 'Estoy bien',
    soSo: 'Más o menos',
    callMe: 'Quiero que me llamen',
    ownWords: 'Escribir con mis palabras',
  },
  signature: '[{staff}, ]{program}',
  footer: [
    'Este correo lo mandó una computadora. Las personas de {program} leen las respuestas {hours}.',
    'Esto no es una línea de emergencias. A cualquier hora: llama al 988 y oprime 2, o manda AYUDA al 988. ¿Corres peligro ahora? Llama al 911.',
  ],
  stopLead: '¿No quieres más correos? Responde con la palabra alto, o usa este enlace:',
  stopLink: 'No recibir más correos',
  discreet: {
    subject: 'Una nota breve',
    paragraphs: [
      'Hola:',
      'Esta es la nota que quedamos en mandar. Puedes responder a este correo con tus palabras.',
      'La mandó una computadora. Para no recibir más, responde con la palabra alto.',
    ],
  },
} as const satisfies EmailSentences;

import type { PageSentences } from './page-sentences.ts';

export const pagesEs = {
  answer: {
    title: 'Tu respuesta',
    lead: '¿Qué tal hoy? Elige una opción o escribe con tus palabras.',
    ok: 'Estoy bien',
    soSo: 'Más o menos',
    callMe: 'Quiero que me llamen',
    ownWordsLabel: 'Tus palabras',
    ownWordsHint: 'Una persona de {program} lee esto {hours}.',
    send: 'Enviar mis palabras',
    empty: 'No escribiste nada. Escribe algo o elige uno de los botones.',
  },
  thanks: {
    title: 'Gracias',
    ok: 'Gracias. Nos alegra saber de ti.',
    soSo: 'Gracias por contarnos. Leemos las respuestas {hours}. Si se pone más difícil, llama al 988 y oprime 2, o manda AYUDA al 988, a cualquier hora.',
    callMe:
      'Recibido. Alguien de {program} te va a llamar. Si tarda demasiado, llama al 988 y oprime 2, a cualquier hora.',
    ownWords: 'Gracias. Una persona leerá tus palabras {hours}. A cualquier hora: llama al 988 y oprime 2.',
  },
  expired: {
    title: 'Este enlace ya no sirve',
    body: 'Este enlace ya no funciona. Puedes llamarnos al {phone}. A cualquier hora: llama al 988 y oprime 2, o manda AYUDA al 988.',
  },
  answered: {
    title: 'Ya tenemos tu respuesta',
    body: 'Tu respuesta ya nos llegó. Para agregar algo, responde al correo o llama al {phone}.',
  },
  unsubscribe: {
    title: 'No recibir más correos',
    lead: 'Oprime el botón y no mandaremos más correos a esta dirección.',
    button: 'No recibir más correos',
    doneTitle: 'Listo',
    done: 'Ya no recibirás estos correos. Puedes seguir llamándonos al {phone}.',
  },
  problem: {
    title: 'Algo no funcionó',
    body: 'Hubo un problema de nuestra parte y quizá tu respuesta no nos llegó. Inténtalo otra vez o llama al {phone}. A cualquier hora: llama al 988 y oprime 2.',
  },
  footer:
    'Esto no es una línea de emergencias. A cualquier hora: llama al 988 y oprime 2. ¿Corres peligro ahora? Llama al 911.',
} as const satisfies PageSentences;

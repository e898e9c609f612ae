import type { PageSentences } from './page-sentences.ts';

export const pagesEs = {
  answer: {
    title: '¿Qué tal hoy?',
    lead: 'Oprime una opción o escribe con tus palabras.',
    oneMore: 'Todavía no se ha enviado nada. Oprime el primer botón para enviar tu respuesta.',
    ok: 'Estoy bien',
    soSo: 'Más o menos',
    callMe: 'Quiero que me llamen',
    ownWordsLabel: 'Tus palabras',
    ownWordsHint: 'Una persona de {program} lee esto {hours}.',
    send: 'Enviar mis palabras',
    empty: 'No escribiste nada. Escribe algo u oprime uno de los botones.',
  },
  thanks: {
    title: 'Gracias',
    ok: 'Nos alegra saber de ti. No hay nada más que hacer aquí.',
    soSo: 'Gracias por contarnos. Una persona de {program} lee las respuestas {hours}.',
    callMe: 'Recibido. Alguien de {program} te va a llamar. Hacemos llamadas {hours}.',
    ownWords: 'Una persona de {program} leerá tus palabras {hours}.',
  },
  urgent: {
    title: 'Por favor, llama ahora',
    act: 'No nos esperes. Llama ahora al 988 y oprime 2, o manda AYUDA al 988: atienden de día y de noche. ¿Corres peligro ahora? Llama al 911.',
    act911:
      'Por favor, llama al 911 ahora, si puedes hacerlo sin peligro. También puedes llamar al 988 y oprimir 2, de día y de noche.',
    paging: 'También estamos avisando a una persona del equipo. Eso puede tardar.',
  },
  help: {
    lead: 'Si se pone más difícil o tardamos demasiado, hay personas a cualquier hora, de día y de noche:',
    call988: 'Llamar al 988 y oprimir 2',
    text988: 'Mandar AYUDA al 988',
    call911: 'Peligro ahora: llamar al 911',
    poison: 'Veneno o pastillas: llamar al 1‑800‑222‑1222',
  },
  expired: {
    title: 'Este enlace ya no sirve',
    body: 'Solo servía por un tiempo. Puedes llamarnos al {phone}.',
  },
  unsubscribe: {
    title: '¿No quieres más correos?',
    lead: 'Oprime el botón y no mandaremos más correos a esta dirección.',
    button: 'No recibir más correos',
    doneTitle: 'Listo',
    done: 'Ya no recibirás estos correos. Puedes seguir llamándonos al {phone}.',
  },
  problem: {
    title: 'Algo no funcionó',
    body: 'Hubo un problema de nuestra parte y quizá tu respuesta no nos llegó. Inténtalo otra vez o llama al {phone}.',
    unknown: 'Hubo un problema de nuestra parte y quizá no nos llegó lo que mandaste. Inténtalo otra vez.',
  },
  notFound: {
    title: 'Esta página no existe',
    body: 'Quizá el enlace se cortó. Ábrelo otra vez desde el mensaje en que llegó.',
  },
  footer:
    'Esto no es una línea de emergencias. A cualquier hora: llama al 988 y oprime 2, o manda AYUDA al 988. ¿Corres peligro ahora? Llama al 911.',
} as const satisfies PageSentences;

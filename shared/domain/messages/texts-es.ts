import type { TextId } from './text-ids.ts';

/**
 * Texts in Spanish, one GSM-7 segment each. GSM-7 has é, ñ, ü, ¿ and ¡ but not á, í, ó or ú: a text with one of these
 * costs three times as much. So each sentence is built from words that carry none; no accent is ever dropped.
 * The way out is STOP, not ALTO, because the carrier itself obeys STOP; ALTO is understood as well.
 */
export const textsEs = {
  first:
    'Hola[ {name}], es[ {staff} de] {program}, como quedamos.[ ¿Qué tal hoy?] Lo manda una computadora; te leemos {hours}. Urgente: 988, oprime 2. STOP para parar.',
  'first-discreet':
    'Hola, este es el mensaje que quedamos en mandar. ¿Qué tal hoy? Lo manda una computadora; te leemos {hours}. Responde STOP para parar.',
  check:
    'Hola[ {name}], es {program}, como quedamos. ¿Qué tal hoy? Responde 1 bien, 2 regular, 3 que me llamen. O escribe lo que quieras.',
  'check-with-stop':
    'Hola[ {name}], es {program}, como quedamos. ¿Qué tal hoy? Responde 1 bien, 2 regular, 3 llamada, o lo que quieras. STOP para parar.',
  retry:
    'Hola[ {name}], es {program} otra vez. Basta con un toque: 1 bien, 2 regular, 3 quiero que me llamen. O llama al {phone}.',
  'retry-with-call':
    'Hola[ {name}], es {program}. Responde 1 bien, 2 regular, 3 llamada. Si no, queremos llamarte {when} del {phone}.',
  ended:
    'Hola[ {name}], es {program}. Este es nuestro mensaje final. Puedes llamar al {phone}. El 988 atiende siempre: oprime 2. Que te vaya bien.',

  'caring-first':
    'Hola[ {name}], es[ {staff} de] {program}. Pensamos en ti. Lo manda una computadora; te leemos {hours}. Urgente: 988, oprime 2. STOP para parar.',
  'caring-1': 'Hola[ {name}], es {program}. Fue un gusto hablar contigo. No hace falta responder.',
  'caring-2': 'Hola[ {name}]. Un saludo de {program}. Que hoy tengas un buen rato.',
  'caring-3': 'Hola[ {name}], es {program}. Queremos decirte que nos importas.',
  'caring-4': 'Hola[ {name}], nos acordamos de ti. Un abrazo de parte de {program}. STOP para parar.',
  'caring-5': 'Hola[ {name}]. Hay semanas largas. Nos alegra que sigas con nosotros. De parte de {program}.',
  'caring-6': 'Hola[ {name}]. Un pensamiento amable de {program}. No hace falta responder.',
  'caring-7': 'Hola[ {name}], es {program}. Fue bueno conocerte, y seguimos pensando en ti.',
  'caring-8':
    'Hola[ {name}]. Un saludo de {program}. Que hoy haya un momento tranquilo para ti. STOP para parar.',
  'caring-9': 'Hola[ {name}], es {program}. Ha pasado el tiempo y te seguimos recordando.',
  'caring-10':
    'Hola[ {name}]. Sea como sea tu semana, te deseamos lo mejor. De parte del equipo de {program}.',
  'caring-11': 'Hola[ {name}], {program} te saluda. Nos gusta saber de ti, y no pasa nada si no escribes.',
  'caring-12': 'Hola[ {name}]. Que este mes te trate bien. De parte de {program}. STOP para parar.',
  'caring-ending':
    'Hola[ {name}], es {program}. Nos queda una nota como esta por mandarte, y luego terminan. Ha sido bueno estar en contacto.',
  'caring-last':
    'Hola[ {name}], es {program}. Esta es nuestra nota final. Puedes llamar al {phone}. El 988 atiende siempre: oprime 2. Te deseamos lo mejor.',

  'ok-thanks': 'Gracias[, {name}]. Nos alegra saber de ti. No hace falta responder a este mensaje.',
  'so-so':
    'Gracias por contarnos[, {name}]. Te leemos {hours}. Si se pone peor, el 988 atiende siempre: oprime 2, o manda AYUDA al 988.',
  'call-me':
    'Recibido. Te van a llamar de {program} {when} del {phone}. Si no puedes esperar, llama al 988 y oprime 2.',
  'other-words':
    'Gracias por escribir. Te contesta una computadora. Te leemos {hours}. Esto no es para emergencias. Urgente: llama al 988, oprime 2.',
  late: 'Gracias por escribir[, {name}]. Recibimos tu mensaje, no es tarde. Te leemos {hours}. El 988 atiende siempre: oprime 2.',
  help: '{program}: mensajes. ¿Urgente? Llama al 988, oprime 2, o manda AYUDA al 988. ¿Peligro? Llama al 911. Oficina: {phone}. STOP para parar.',
  stop: 'Listo. {program} ya no te manda mensajes. Responde START si cambias de idea. El 988 atiende siempre: oprime 2, o manda AYUDA al 988.',
  'stop-discreet': 'Listo. Ya no vas a recibir mensajes de este remitente.',
  start:
    'Listo. {program} te vuelve a mandar mensajes. Leemos respuestas {hours}. Urgente: llama al 988, oprime 2. STOP para parar.',
  'discreet-ack': 'Mensaje recibido. Gracias.',
  'safe-answer':
    'Te contesta una computadora. Leemos los mensajes {hours}. El 988 atiende siempre: oprime 2, o manda AYUDA al 988. ¿Peligro? Llama al 911.',

  urgent:
    'Te contesta una computadora. Estamos avisando a una persona del equipo. No esperes: llama al 988 y oprime 2, o manda AYUDA al 988. ¿Peligro? Llama al 911.',
  'urgent-911':
    'Te contesta una computadora. Llama al 911 ahora, si puedes sin peligro. Estamos avisando a una persona del equipo.',
  'urgent-911-overdose':
    'Te contesta una computadora. Llama al 911 ahora. Si es por veneno o pastillas: 1-800-222-1222. Estamos avisando a una persona del equipo.',
  nobody:
    'Te contesta una computadora. Ahora nadie del equipo puede responder. Llama al 988 y oprime 2, o manda AYUDA al 988: atienden siempre. ¿Peligro? Llama al 911.',
  'nobody-911':
    'Te contesta una computadora. Llama al 911 ahora, si puedes sin peligro. Ahora nadie del equipo puede responder.',
  'nobody-911-overdose':
    'Te contesta una computadora. Llama al 911 ahora. Si es por veneno o pastillas: 1-800-222-1222. Ahora nadie del equipo puede responder.',
  unacknowledged:
    'Nadie del equipo ha contestado. Seguimos tratando. No esperes: llama al 988 y oprime 2, o manda AYUDA al 988. ¿Peligro? Llama al 911.',
} as const satisfies Record<TextId, string>;

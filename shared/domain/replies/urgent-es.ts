import { rule, type Rule } from './rule.ts';

const QUIEN =
  '(?:el|ella|mi (?:\\w+ )?(?:ex|esposo|marido|novio|pareja|esposa|novia|papa|padre|padrastro|mama|hermano|tio|hijo|suegro|vecino)|alguien|un hombre)';
const OTRO =
  '(?:mi (?:\\w+ )?(?:amigo|amiga|mama|papa|madre|padre|hermano|hermana|hijo|hija|primo|prima|esposo|esposa|novio|novia|pareja|abuela|abuelo|sobrino|sobrina|vecino|vecina|companera|companero)|el|ella|alguien|una amiga|un amigo)';
const NINO =
  '(?:ninos?|ninas?|hijos?|hijas?|bebe|bebes|hermanito|hermanita|sobrino|sobrina|nieto|nieta|chamacos?|criatura)';
const PASTILLAS =
  '(?:pastillas?|pildoras?|medicinas?|medicamentos?|tabletas?|capsulas?|frasco|caja|bote|paracetamol|ibuprofeno|tylenol|aspirinas?|veneno|cloro|insulina|clonazepam|calmantes)';

/** As in English: over-inclusive, without negation. Accents are gone before these are read. */
export const URGENT_ES: readonly Rule[] = [
  rule(
    'self-harm:es-kill-self',
    'self-harm',
    'matarme|me (?:quiero|voy a|quisiera|deberia|pienso|podria|puedo|tengo que) (?:a )?(?:matar|morir|ahorcar|colgar|cortar|suicidar|aventar|tirar|disparar|quitar la vida|lastimar|desaparecer|hacer dano|envenenar|dar un tiro)|(?:me mato|me voy a matar|me corto|me ahorco|me cuelgo|me suicido|me pego un tiro|me tiro (?:de|del|al)|me aviento (?:de|del|al))',
    'suicid\\w*(?! squad)|quitarme la vida|me (?:corte|cortaba|cortado) (?:otra|de nuevo|anoche|hoy|ayer|los brazos|las (?:venas|munecas|piernas))|(?:acabar|terminar) con (?:todo|mi vida|esto de una vez|mi sufrimiento|mi existencia)|acabarme la vida|ahorcarme|colgarme|cortarme(?! (?:el pelo|el cabello|las unas|las puntas))|(?:lastimarme|danarme|hacerme dano|hacerme algo|autolesion\\w*|quemarme a proposito)|pegarme un tiro|dispararme|envenenarme|aventarme (?:de|del|al)|tirarme (?:de|del|al)|saltar (?:de|del) (?:puente|edificio|techo|balcon)|cortarme las venas|cortado las venas',
  ),
  rule(
    'self-harm:es-want-to-die',
    'self-harm',
    '(?:quiero|quisiera|deseo|prefiero|ganas de|gustaria|voy a|pienso en|pensando en|merezco|necesito|ojala (?:me|pudiera)) (?:ya )?(?:a )?(?:morir(?:me|se)?|muera|la muerte|estar muert[oa]|no despertar|dormir y no despertar|desaparecer|dejar de existir|no existir|no estar aqui)(?! de risa)',
    '(?:ya )?no (?:quiero|deseo|puedo|merezco|tengo ganas de|vale la pena|tiene sentido|le veo sentido a|encuentro razon para|tengo por que|tengo razon para|tengo razones para|tengo motivos para) (?:seguir )?(?:vivir|viviendo|seguir(?: (?:asi|aqui|adelante|con (?:esto|mi vida|la vida)|mas))?|estar (?:aqui|viv[oa])|existir|despertar|la vida|seguir)(?! (?:hablando|trabajando|estudiando|en (?:este trabajo|esta casa)))',
    'mejor muert[oa]|(?:estar[ia]+n?|estarian) mejor sin mi|mejor sin mi|(?:seria|estaria) mejor (?:si (?:no|me)|morir|muert[oa])|ojala (?:no |me |ya |nunca )+(?:despierte|despertara|muera|muriera|hubiera nacido|existiera)|no hubiera nacido|nadie me (?:va a )?extrana(?:ria|ra|r)|(?:cansad[oa] de (?:vivir|la vida|todo y)|canse de (?:todo|vivir|la vida|luchar))|no (?:se si|creo que|creo) (?:voy a |vaya a |pueda |llegue |llegar )+(?:a|hasta|al?) ?(?:manana|la manana)|hart[oa] de (?:vivir|la vida)|la vida no (?:vale|tiene)|para que (?:vivo|vivir|seguir)|no aguanto mas|no aguanto (?:esto|la vida|este dolor)|ya no (?:aguanto|soporto|puedo mas|doy mas|doy para mas)|no (?:soporto|resisto) mas|no puedo seguir(?: asi| viviendo| mas)?$',
  ),
  rule(
    'self-harm:es-farewell',
    'self-harm',
    '(?:despedirme|me despido|adios (?:para siempre|a todos|mundo|mi gente)|(?:es|este es) (?:mi|el) (?:adios|ultimo mensaje|final|fin|ultimo dia)|mi (?:ultimo|ultima) (?:mensaje|noche|dia|adios|carta|texto)|(?:escribi|deje|estoy escribiendo) (?:una|la|mi|mis) (?:carta|nota|cartas)(?: de despedida)?|carta de despedida|diganle a (?:mi|mis) \\w+ que (?:l[oae]s? )?(?:quiero|amo|amaba|queria|perdon\\w*)|dile a (?:mi|mis) \\w+ que (?:l[oae]s? )?(?:quiero|amo)|cuiden (?:a |mucho a )?(?:mi|mis) \\w+|perdon(?:enme|ame|en)? por todo|ya no (?:voy a estar|estare|me van a ver|van a saber de mi)|manana ya no (?:estoy|estare|voy)|cuando lean esto|todo (?:se )?(?:acaba|termina) (?:hoy|esta noche)|(?:hoy|esta noche) (?:lo hago|lo voy a hacer|se acaba|termino con))',
  ),
  rule(
    'self-harm:es-not-safe',
    'self-harm',
    'no (?:estoy|me siento|me encuentro|creo estar) (?:nada |muy )?(?:a salvo|segur[oa](?! (?:de|si|que|cuando|cual))|bien y tengo miedo de mi)|(?:miedo|temo) (?:a |de |por )?(?:lo que (?:pueda|puedo|voy a|podria) hacer|mi mism[oa]|hacerme|hacer (?:algo|una locura|una tonteria))|(?:hacer|hare|haga) (?:una locura|una tonteria|algo malo|algo estupido)|tengo (?:un plan|la pistola|el arma|una pistola|un arma|la soga|una soga|la cuerda|un cuchillo|la navaja|una navaja|todo listo)|pistola en|(?:estoy|parad[oa]|sentad[oa]) (?:\\w+ )?(?:en|al borde de?l?) (?:el |la |un |una )?(?:puente|azotea|techo|balcon|vias)(?! (?:del dentista|trabajando))|(?:intente|trate de|intentado) (?:matarme|suicidarme|quitarme|acabar)',
  ),
  rule(
    'overdose:es',
    'overdose',
    `sobredosis|(?:me )?(?:tome|tomado|tomo|trague|tragado|tomarme|tomar|bebi|ingeri|voy a tomar(?:me)?) (?:\\w+ ){0,3}(?:tod[oa]s?|much[oa]s|demasiad[oa]s|un monton|muchisimas|el frasco|la caja|un bote|un frasco|\\d{2,3}|veinte|treinta|cuarenta|cincuenta|cien|un punado)(?: \\w+){0,4}? ${PASTILLAS}|(?:me )?(?:tome|trague|bebi) (?:tod[oa]s (?:mis|las|los)|much[oa]s|demasiad[oa]s|el cloro|cloro|veneno|raticida|todo el frasco|el frasco)(?! (?:agua|vasos|cafes?|fotos|clases|tiempo))|me (?:pase|pasé) (?:de|con la) (?:pastillas|dosis|droga)|me (?:inyecte|meti|puse) (?:demasiad[oa]|mucha (?:droga|heroina))|(?:tengo|junte|guarde|compre) (?:\\w+ )?(?:las |muchas |un monton de |mis )?pastillas (?:en la mano|list[oa]s|enfrente|aqui)|raticida`,
  ),
  rule(
    'violence:es',
    'violence',
    `(?:me|nos) (?:va a|quiere|quieren|van a|amenazo con|amenaza con|dijo que (?:me|nos) (?:va|iba) a|trata de|intento|esta tratando de) (?:matar|golpear|pegar|lastimar|hacer dano|violar|disparar)(?:me|nos)?|(?:me|nos) (?:esta|estan|sigue) (?:pegando|golpeando|ahorcando|ahogando|lastimando|amenazando|siguiendo|persiguiendo|violando|maltratando)|me (?:violo|violaron|ahorco|apunalo|disparo|golpeo|golpearon|pego otra vez|pego de nuevo|volvio a pegar|dio una golpiza|amenazo|tiene encerrad[oa]|tienen encerrad[oa]|secuestr\\w+)|${QUIEN} (?:\\w+ )?(?:tiene|trae|saco) (?:una? |el |la )?(?:arma|pistola|cuchillo|navaja|machete)|no me deja (?:salir|ir|irme)|(?:quiere|esta tratando de|intenta) entrar a (?:mi|la) casa|esta afuera (?:de mi|con)|estoy escondid[oa]|me encontro|(?:mi vida|nuestra vida) (?:esta|corre) (?:en )?peligro|corro peligro|estoy en peligro|(?<!\\bme )(?:quiero|voy a|ganas de|quisiera) (?:matar(?:lo|la|los|las)?|lastimar(?:lo|la|los) (?!me)|golpear a|hacerle dano)(?! (?:el tiempo|tiempo|por un|el hambre|dos pajaros))`,
  ),
  rule(
    'medical:es',
    'medical',
    'no puedo (?:\\w+ )?respirar(?! de la risa)|me cuesta respirar|(?:dolor|me duele) (?:\\w+ ){0,3}pecho|infarto|ataque al corazon|(?:tengo|teniendo|tuvo|tiene|dio) (?:una? )?(?:convulsion\\w*|derrame|embolia|ataque epileptico)|convulsionando|(?:me )?(?:desmaye|desmayo|desmayando|desmayad[oa])|inconsciente|no respira|no (?:despierta|reacciona|responde)(?! (?:mis|los|el|al|mensajes))|(?:mucha|perdiendo|tanta) sangre|sangrando (?:mucho|bastante)|no para de sangrar|vomit\\w+ sangre|(?:llamen|llama|llame|necesito|manden|ocupo) (?:a )?(?:una |la |al )?(?:ambulancia|911)|se esta poniendo (?:azul|morad[oa])|se me rompio la fuente|reaccion alergica',
  ),
  rule(
    'child:es',
    'child',
    `(?:pega|pego|golpea|golpeo|lastima|lastimo|toca|toco|abusa|abuso|maltrata|pegandole|pegando|golpeando|lastimando|tocando|abusando|amenaza|lastimar|danar|sacudi|ahogar) (?:de |a |al? )*(?:mi|mis|el|la|los|las|su|sus) (?:\\w+ )?${NINO}|(?:mi|el|la|mis) (?:\\w+ )?${NINO} (?:\\w+ ){0,3}(?:no respira|no despierta|inconsciente|en peligro|desaparecid[oa]|desaparecio|se trago|morad[oa]|perdid[oa]|sangrando)|se llevo a (?:mi|mis) (?:${NINO})`,
  ),
  rule(
    'third-party:es',
    'third-party',
    `${OTRO} (?:(?!yo\\b|me\\b)\\w+ ){0,4}(?:se quiere (?:matar|morir|suicidar|quitar)|quiere (?:morir(?:se)?|matarse|suicidarse|quitarse)|se (?:va a|intento|quiso|trato de) (?:matar|suicidar|cortar|quitar)|suicid\\w*|se (?:esta cortando|corta|mato|lastima)|no quiere vivir|intento matarse|se tomo (?:muchas|todas|un monton|un frasco))|matarse|suicidarse|quitarse la vida`,
  ),
  rule(
    'emergency:es',
    'other',
    '(?:es una|tengo una|una) (?:emergencia|crisis)|estoy en crisis|^(?:por favor |alguien |dios )*(?:ayudame|ayudenme|ayudeme|ayudenos|auxilio|socorro)(?: (?:por favor|ya|ahora|dios|rapido|urgente|se los suplico))*$|(?:necesito|ocupo|quiero) ayuda (?:ya|urgente|ahora|ahorita|por favor ya|de inmediato)|ayuda(?:me)? (?:por favor )?(?:me quiero|me voy|no puedo|estoy|el)|salvenme',
  ),
];

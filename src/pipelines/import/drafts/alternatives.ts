/** What each scene of the repertoire and its dance look like, for those who cannot see them. Pure. */

import type { DanceId, SceneId } from '../../../schemas/repertoire.ts';
import { REPERTOIRE } from '../repertoire.ts';

type Alternatives = Readonly<Record<string, string>>;

const ENGLISH: Alternatives = {
  bareStage:
    'A closed red curtain parts on a bare stage with one spotlight. A ballerina in a red tutu lies folded on the floor like a dying swan, then rises onto her toes until her arms close in a crown above her head.',
  shadowWall:
    'The dancer turns pirouettes in a hard light, and each turn stops for an instant on a different line. Her shadow on the back wall is larger than she is and holds a blade; her own hands are empty.',
  halfLight:
    'The dancer is seen close, from the waist up. Soft light from one side leaves half of her face dark while her head, shoulders and hands pass slowly through a port de bras.',
  colonnade:
    'Rain falls across a dark colonnade lined with rows of gold coins. The dancer comes through it en pointe, low and slow, a knife in each hand.',
  proscenium:
    'The dancer runs and takes off in a grand jeté through the arch of the stage. The boards slide away beneath her and a night city of fire escapes and wires rises where the theatre stood.',
  suits:
    'Before a row of tall silhouettes in suits the dancer whips through fouettés on one leg. With every turn one of them falls, until she alone is upright.',
  emptyTheatre:
    'An empty theatre, seen from the stage, with rows of vacant seats and a single ghost light. The dancer unfolds one leg slowly into the air, then folds down over herself and stays quite still.',
  studio:
    'At the barre of a studio the dancer works through plié, tendu and grand battement while day turns to night in the window. The mirror beside her shows her a second time, armed.',
  blinds:
    'Bars of light from a venetian blind fall across the dancer, in a long white dress, as she turns very slowly on one foot with the other leg stretched behind her. Red spreads through the white.',
  playbills:
    'Eight dancers, all of them her, cross the stage with linked hands in the quick steps of the Little Swans. On the wall behind hang playbills with four nameless silhouettes.',
  lastCurtain:
    'In one spotlight the dancer holds an attitude and then sinks into her last bow. The curtain falls, and a pair of red pointe shoes is left in front of it.',
  other:
    'A ballerina in red dances alone on a dark stage, and the set changes behind her as one scrolls.',
};

const FRENCH: Alternatives = {
  bareStage:
    'Un rideau rouge s’ouvre sur un plateau nu, sous un seul projecteur. Une ballerine en tutu rouge, repliée au sol comme un cygne mourant, se relève sur ses pointes, les bras en couronne.',
  shadowWall:
    'Dans une lumière dure la danseuse tourne en pirouettes qui s’arrêtent chacune sur une autre ligne. Son ombre au mur est plus grande qu’elle et tient une lame ; ses mains sont vides.',
  halfLight:
    'La danseuse est vue de près, à mi-corps. Une lumière douce laisse la moitié de son visage dans l’ombre, tandis que tête, épaules et mains passent lentement par un port de bras.',
  colonnade:
    'La pluie tombe dans une colonnade sombre bordée de pièces d’or. La danseuse la traverse sur pointes, basse et lente, un couteau dans chaque main.',
  proscenium:
    'La danseuse court et s’élance en grand jeté par l’arche de la scène. Le plancher glisse sous elle, et une ville de nuit se dresse à la place du théâtre.',
  suits:
    'Devant une rangée de hautes silhouettes en costume la danseuse enchaîne les fouettés. À chaque tour l’une d’elles tombe, jusqu’à ce qu’elle soit seule debout.',
  emptyTheatre:
    'Un théâtre vide, vu de la scène, avec ses rangs de fauteuils et une seule servante allumée. La danseuse déplie lentement une jambe, puis se replie sur elle-même et ne bouge plus.',
  studio:
    'À la barre d’un studio la danseuse travaille pliés, tendus et grands battements, tandis que la nuit vient à la fenêtre. Le miroir la montre une seconde fois, armée.',
  blinds:
    'Les barres de lumière d’un store tombent sur la danseuse en longue robe blanche, qui tourne très lentement sur un pied, l’autre jambe tendue derrière elle. Du rouge gagne le blanc.',
  playbills:
    'Huit danseuses, toutes elle, traversent la scène main dans la main au pas des Petits Cygnes. Au mur derrière elles, des affiches à quatre silhouettes sans nom.',
  lastCurtain:
    'Sous un seul projecteur la danseuse tient une attitude puis s’incline une dernière fois. Le rideau tombe ; une paire de chaussons rouges reste devant lui.',
  other:
    'Une ballerine en rouge danse seule sur une scène sombre, et le décor change derrière elle au fil de la lecture.',
};

const GERMAN: Alternatives = {
  bareStage:
    'Ein roter Vorhang öffnet sich vor einer leeren Bühne mit einem einzigen Scheinwerfer. Eine Ballerina im roten Tutu liegt wie ein sterbender Schwan gefaltet am Boden und erhebt sich auf die Spitzen, die Arme zur Krone geschlossen.',
  shadowWall:
    'In hartem Licht dreht die Tänzerin Pirouetten, und jede hält einen Augenblick auf einer anderen Linie inne. Ihr Schatten an der Wand ist größer als sie und hält eine Klinge; ihre Hände sind leer.',
  halfLight:
    'Die Tänzerin ist von der Hüfte an aus der Nähe zu sehen. Weiches Licht von der Seite lässt die Hälfte ihres Gesichts dunkel, während Kopf, Schultern und Hände langsam durch ein Port de bras gehen.',
  colonnade:
    'Regen fällt durch eine dunkle Säulenhalle mit Reihen goldener Münzen. Die Tänzerin geht auf Spitzen hindurch, tief und langsam, ein Messer in jeder Hand.',
  proscenium:
    'Die Tänzerin läuft und springt mit einem Grand jeté durch den Bogen der Bühne. Die Bretter gleiten unter ihr fort, und wo das Theater stand, erhebt sich eine nächtliche Stadt.',
  suits:
    'Vor einer Reihe hoher Gestalten in Anzügen peitscht die Tänzerin durch Fouettés. Mit jeder Drehung fällt eine von ihnen, bis nur sie noch steht.',
  emptyTheatre:
    'Ein leeres Theater, von der Bühne aus gesehen, mit leeren Sitzreihen und einer einzigen Lampe. Die Tänzerin entfaltet langsam ein Bein in die Luft, faltet sich dann zusammen und bleibt ganz still.',
  studio:
    'An der Stange eines Studios übt die Tänzerin Plié, Tendu und Grand battement, während vor dem Fenster die Nacht kommt. Der Spiegel zeigt sie ein zweites Mal, bewaffnet.',
  blinds:
    'Lichtstreifen einer Jalousie fallen auf die Tänzerin in einem langen weißen Kleid, die sich sehr langsam auf einem Fuß dreht, das andere Bein nach hinten gestreckt. Rot breitet sich im Weiß aus.',
  playbills:
    'Acht Tänzerinnen, alle sie selbst, queren Hand in Hand die Bühne in den schnellen Schritten der kleinen Schwäne. An der Wand hängen Plakate mit vier namenlosen Gestalten.',
  lastCurtain:
    'In einem einzigen Scheinwerfer hält die Tänzerin eine Attitude und sinkt dann in ihre letzte Verbeugung. Der Vorhang fällt, und ein Paar roter Spitzenschuhe bleibt davor zurück.',
  other:
    'Eine Ballerina in Rot tanzt allein auf einer dunklen Bühne, und hinter ihr wechselt beim Scrollen das Bild.',
};

const SPANISH: Alternatives = {
  bareStage:
    'Un telón rojo se abre sobre un escenario desnudo con un solo foco. Una bailarina de tutú rojo, plegada en el suelo como un cisne moribundo, se alza sobre las puntas con los brazos en corona.',
  shadowWall:
    'Bajo una luz dura la bailarina gira en piruetas que se detienen cada una en otra línea. Su sombra en la pared es mayor que ella y sostiene una hoja; sus manos están vacías.',
  halfLight:
    'La bailarina se ve de cerca, de cintura para arriba. Una luz suave deja media cara en sombra mientras cabeza, hombros y manos pasan despacio por un port de bras.',
  colonnade:
    'Llueve en una columnata oscura con hileras de monedas de oro. La bailarina la cruza en puntas, baja y lenta, con un cuchillo en cada mano.',
  proscenium:
    'La bailarina corre y salta en un grand jeté por el arco del escenario. Las tablas se deslizan bajo ella y una ciudad nocturna se levanta donde estaba el teatro.',
  suits:
    'Ante una fila de altas siluetas con traje la bailarina encadena fouettés. Con cada giro cae una de ellas, hasta que sólo ella queda en pie.',
  emptyTheatre:
    'Un teatro vacío, visto desde el escenario, con filas de butacas y una sola luz. La bailarina despliega despacio una pierna, luego se pliega sobre sí misma y queda quieta.',
  studio:
    'En la barra de un estudio la bailarina trabaja pliés, tendus y grands battements mientras cae la noche en la ventana. El espejo la muestra por segunda vez, armada.',
  blinds:
    'Barras de luz de una persiana caen sobre la bailarina, de largo vestido blanco, que gira muy despacio sobre un pie con la otra pierna extendida. El rojo se extiende por el blanco.',
  playbills:
    'Ocho bailarinas, todas ella, cruzan el escenario de la mano con los pasos rápidos de los pequeños cisnes. En la pared cuelgan carteles con cuatro siluetas sin nombre.',
  lastCurtain:
    'Bajo un solo foco la bailarina sostiene una attitude y se inclina por última vez. Cae el telón y queda delante un par de zapatillas rojas de punta.',
  other:
    'Una bailarina de rojo baila sola en un escenario oscuro, y el decorado cambia tras ella al avanzar la lectura.',
};

const LANGUAGES: Readonly<Record<string, Alternatives>> = {
  en: ENGLISH,
  fr: FRENCH,
  de: GERMAN,
  es: SPANISH,
};

/** Whether the alternatives are there in a language; in any other they are English. */
export const hasAlternatives = (language: string): boolean =>
  new Intl.Locale(language).language in LANGUAGES;

export function alternativeOf(scene: SceneId, dance: DanceId, language: string): string {
  const alternatives = LANGUAGES[new Intl.Locale(language).language] ?? ENGLISH;
  const together = REPERTOIRE.entries.some((one) => one.scene === scene && one.dance === dance);
  return (together ? alternatives[scene] : undefined) ?? alternatives['other']!;
}

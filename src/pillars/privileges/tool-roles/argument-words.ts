import { singulars, vocabulary } from "./name-words.ts";

/**
 * What the last word of an argument's name stands for. `address` is a place in a network, `party` a person, account or
 * container, `naming` a name that is given or that selects, `power` a right, `state` and `option` mostly choices, `code` is run.
 */
export type ArgumentSense =
  | "address"
  | "party"
  | "id"
  | "value"
  | "when"
  | "power"
  | "state"
  | "content"
  | "naming"
  | "selector"
  | "option"
  | "paging"
  | "code";

const senses: readonly (readonly [ArgumentSense, string])[] = [
  [
    "address",
    `url uri link href website webpage site host hostname domain endpoint webhook callback server ip proxy feed origin redirect
     lien adresse enlace`,
  ],
  [
    "party",
    `to cc bcc recipient email mail address phone mobile tel telephone iban bic swift account payee payer beneficiary user username
     handle login person people member assignee attendee participant guest invitee contact customer client vendor supplier merchant
     company hotel restaurant airline employee manager owner author sender from receiver follower friend channel chat conversation
     room group team queue destination dest dst target wallet card street city town zip zipcode postcode country region org
     organization organisation tenant workspace project repo repository branch bucket folder directory dir path drive board table
     database db namespace cluster device printer instance environment env port provider carrier seller buyer landlord doctor patient
     candidate applicant lead subscriber audience mailbox inbox parent base head source src fax who whom
     empfanger empfaenger konto kunde benutzer kanal ordner teilnehmer stadt strasse absender anschrift telefon kontakt
     destinataire compte client utilisateur beneficiaire dossier ville expediteur courriel
     destinatario cuenta cliente usuario beneficiario carpeta ciudad remitente correo telefono direccion`,
  ],
  [
    "id",
    `id uuid guid number no nr num ref reference sku isbn ean slug identifier ticket issue order invoice event meeting appointment
     task thread record document doc file attachment item product version sha commit hash row column object resource booking
     reservation flight seat code transaction payment charge subscription deal case incident job run build pipeline entity node image photo video media asset position index
     nummer kennung datei auftrag bestellung rechnung numero identifiant fichier commande facture archivo pedido factura`,
  ],
  [
    "value",
    `amount price quantity qty total subtotal sum count cost fee rate discount tax tip balance budget percentage percent currency
     duration interval ttl size weight height width length score rating points units nights copies salary money cash
     password passwd pin secret token credential apikey passphrase otp first last full given family surname
     firstname lastname fullname birthday dob age ssn recurrence recurring frequency replicas
     betrag preis menge anzahl wahrung waehrung passwort kennwort vorname nachname
     montant prix quantite devise prenom passe
     importe monto cantidad precio moneda contrasena apellido`,
  ],
  [
    "when",
    `date time datetime day month year week hour minute start end begin at on until till due deadline expiry expires expiration when
     timestamp since before after timezone tz departure arrival checkin period delay
     datum zeit uhrzeit beginn ende frist tag jour heure debut fin echeance fecha hora inicio vencimiento dia`,
  ],
  ["power", "role permission privilege access scope admin owner superuser right berechtigung rolle permiso rol"],
  [
    "state",
    "status state stage priority visibility level severity phase public private enabled active etat estado prioritat",
  ],
  [
    "content",
    `text body subject title description content comment message note summary caption headline html markdown memo reason remark
     detail topic location place venue agenda instruction prompt bio greeting signature label tag category paragraph story reply
     answer feedback review purpose question post about heading intro footer explanation justification narrative sentence todo
     betreff nachricht inhalt beschreibung titel kommentar bemerkung grund verwendungszweck ort
     objet contenu titre commentaire texte motif lieu
     asunto mensaje contenido descripcion titulo comentario texto motivo lugar`,
  ],
  ["naming", "name filename nom nombre dateiname"],
  [
    "selector",
    "query q search filter keyword term where criteria condition match jql soql suche begriff recherche busqueda",
  ],
  [
    "option",
    `format language lang locale type kind mode theme unit color colour emoji icon style encoding charset template view fields sort
     direction sorting include exclude verbose model voice temperature dry sprache langue idioma`,
  ],
  ["paging", "limit page offset cursor skip top take max min per n k"],
  ["code", "sql command cmd script shell expression statement program javascript python bash args argv"],
];

const senseOf: ReadonlyMap<string, ArgumentSense> = new Map(
  senses.flatMap(([sense, words]) => vocabulary(words).map((word) => [word, sense] as const)),
);

/** Say what form or which one, not what: `body_html`, `amount_cents`, `new_name`. */
const modifiers = new Set(
  vocabulary(`html markdown md plain raw json list array string str value new old default input param parameter data info field line
    cents cent eur euro usd dollars minutes minute hours hour days seconds secs ms iso utc optional required current
    1 2 3 4 5`),
);

/** The word that says what an argument is, without those that only say its form. */
export function headOf(words: readonly string[]): { readonly head: string; readonly before: readonly string[] } {
  const end = words.findLastIndex((word) => !modifiers.has(word));
  const last = end === -1 ? words.length - 1 : end;
  return { head: words[last] ?? "", before: words.slice(0, Math.max(0, last)) };
}

export function wordSense(word: string): ArgumentSense | undefined {
  const whole = singulars(word).flatMap((form) => senseOf.get(form) ?? [])[0];
  return whole ?? joinedSense(word);
}

/** `orderid`, `startdate`: two known words in one piece mean the second. */
function joinedSense(word: string): ArgumentSense | undefined {
  if (word.length > 32) return undefined;
  for (let at = 3; at <= word.length - 2; at += 1) {
    const second = senseOf.get(word.slice(at));
    if (second !== undefined && senseOf.has(word.slice(0, at))) return second;
  }
  return undefined;
}

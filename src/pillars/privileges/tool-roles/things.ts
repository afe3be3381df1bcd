import type { ToolEffect } from "#engine";
import { singulars, vocabulary } from "./name-words.ts";
import { isStricterEffect } from "./strictness.ts";

/** Whoever changes one of these changes what people or machines may do, or how a system runs. */
const power =
  wordSet(`role permission privilege password passwd passphrase credential secret token apikey webhook policy acl admin
  administrator owner ownership account tenant organization organisation mfa 2fa sso domain dns nameserver certificate ssh
  firewall server instance cluster deployment container pod vm droplet rule forwarding delegate delegation access license
  passwort kennwort berechtigung rolle konto compte contrasena cuenta permiso rol`);

/** People as members of something; where they only join a conversation or a meeting they are told, not empowered. */
const people = wordSet(
  "user member employee staff collaborator contributor seat benutzer mitglied utilisateur membre usuario miembro",
);
const places = wordSet(
  "channel conversation chat thread room group event meeting calendar call appointment kanal canal reunion termin",
);

const money =
  wordSet(`payment transaction transfer money fund payout refund charge order purchase subscription cash crypto bitcoin wallet
  salary payroll donation deposit loan trade booking reservation zahlung uberweisung ueberweisung bestellung buchung paiement
  virement commande pago transferencia pedido reserva`);

/** Making or changing one of these tells somebody. */
const told =
  wordSet(`comment message reply email mail notification tweet post invitation invite participant attendee guest recipient review
  announcement newsletter campaign sms story nachricht kommentar teilnehmer commentaire participante mensaje comentario`);

/** About money, but only words. */
const notices = wordSet("reminder confirmation receipt notification email message report status history note notice");
const unsent = wordSet("draft template label folder filter entwurf brouillon borrador");

const empowering = wordSet("invite einladen inviter invitar onboard");
const telling =
  wordSet(`create add make new write insert compose edit update put reply erstelle erstellen hinzufugen hinzufuegen anlegen
  creer ajouter crear anadir agregar`);

/** What follows one of these is not what the verb acts on: `add_user_to_channel`, `create_ticket_for_user`. */
const prepositions = new Set(
  vocabulary(
    "to from for by with in into on onto of at via as using per fur von zu mit pour de par avec para por con a",
  ),
);

function wordSet(text: string): ReadonlySet<string> {
  return new Set(vocabulary(text));
}

function names(words: readonly string[], set: ReadonlySet<string>): boolean {
  return words.some((word) => singulars(word).some((form) => set.has(form)));
}

/** The effect that the thing acted on makes of the verb's: changing a password is more than changing a note. */
export function effectOfThing(words: readonly string[], verb: ToolEffect): ToolEffect {
  if (verb === "read") return verb;
  const border = words.findIndex((word, at) => at > 0 && prepositions.has(word));
  const thing = border === -1 ? words : words.slice(0, border);
  const raised = [powerEffect(words, thing, verb), moneyEffect(thing, verb), toldEffect(thing)];
  return raised.reduce<ToolEffect>((effect, next) => (isStricterEffect(next, effect) ? next : effect), verb);
}

function powerEffect(words: readonly string[], thing: readonly string[], verb: ToolEffect): ToolEffect {
  if (names(thing, power)) return "admin";
  const touchesPeople = verb === "write" || verb === "delete" || names(words, empowering);
  if (!touchesPeople || !names(thing, people)) return verb;
  return names(words, places) ? "send" : "admin";
}

function moneyEffect(thing: readonly string[], verb: ToolEffect): ToolEffect {
  const isNotice = verb === "send" && names(thing.slice(-1), notices);
  return names(thing, money) && !isNotice ? "pay" : verb;
}

function toldEffect(thing: readonly string[]): ToolEffect {
  return names(thing, telling) && names(thing, told) && !names(thing, unsent) ? "send" : "read";
}

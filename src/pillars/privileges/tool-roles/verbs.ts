import type { ToolEffect } from "#engine";
import { vocabulary } from "./name-words.ts";

/** Words that are a verb wherever they stand in a tool's name. English, German, French and Spanish, without accents. */
const plainVerbs: Readonly<Record<ToolEffect, string>> = {
  read: `get list read fetch find search query lookup look retrieve browse check verify validate inspect show view describe
    summarize summarise analyze analyse compute calculate convert compare preview count exists ping poll watch monitor whoami
    translate parse explain detect classify estimate select obtain load peek tail grep glob scrape crawl
    lese lesen hole holen suche suchen finde finden zeige zeigen anzeigen prufe prufen pruefe pruefen berechne berechnen abrufen
    lire cherche chercher rechercher trouver afficher obtenir lister consulter verifier calculer voir
    leer busca buscar obtener listar mostrar consultar verificar calcular ver encontrar`,
  write: `create add update set edit modify change insert append upsert put patch save store write upload import make rename move
    copy duplicate clone fork merge mark unmark assign unassign attach replace complete finish reopen resolve reschedule adjust
    alter prepend generate download join snooze follow unfollow restore enroll amend organize organise unarchive untag
    relabel prioritize fill enter
    erstelle erstellen anlegen andere andern aendere aendern aktualisiere aktualisieren speichere speichern schreibe schreiben
    hinzufugen hinzufuegen bearbeite bearbeiten setze setzen verschiebe verschieben umbenennen
    creer ajouter modifier mettre enregistrer ecrire changer deplacer renommer
    crear anadir agregar modificar actualizar guardar escribir cambiar mover renombrar`,
  send: `send forward publish notify submit export dispatch deliver transmit broadcast announce tweet retweet share respond invite
    push sync escalate fax approve reject decline accept confirm blast emit relay navigate click subscribe remind distribute expose
    sende senden verschicke verschicken versende versenden teile teilen weiterleiten veroffentliche veroffentlichen
    veroeffentliche veroeffentlichen benachrichtige benachrichtigen einladen antworte antworten
    envoyer envoie partager transferer publier notifier inviter repondre diffuser
    enviar envia compartir reenviar publicar notificar invitar responder`,
  pay: `pay buy sell checkout donate withdraw reimburse remit reserve renew redeem rebook prepay repay topup
    bezahle bezahlen zahle zahlen uberweise uberweisen ueberweise ueberweisen kaufe kaufen bestelle bestellen buche buchen
    reserviere reservieren erstatte erstatten
    payer acheter virer rembourser commander reserver
    pagar comprar transferir reembolsar pedir reservar`,
  delete: `delete remove drop truncate purge erase destroy wipe clear cancel unsubscribe discard kill uninstall expire abort
    unpublish evict flush rollback revert reset del rm rmdir unlink unshare shred
    losche loschen loesche loeschen entferne entfernen storniere stornieren kundige kundigen kuendige kuendigen
    supprimer effacer annuler retirer enlever vider resilier
    eliminar borrar cancelar quitar anular vaciar`,
  admin: `grant revoke authorize authorise promote demote ban unban suspend deactivate reactivate activate disable enable configure
    install deploy undeploy provision deprovision restart reboot shutdown elevate impersonate rotate exec execute eval sudo kick
    onboard offboard chmod chown failover evacuate migrate unlock terminate
    genehmige genehmigen sperre sperren entsperre deaktiviere deaktivieren aktiviere aktivieren ausfuhren ausfuehren installieren
    accorder revoquer desactiver activer executer installer bloquer
    conceder revocar desactivar activar ejecutar instalar bloquear`,
};

/** Words that are as often a thing: no verb after another one ("get_order"), unless "and" stands between. */
const doubtfulVerbs: Readonly<Record<ToolEffect, string>> = {
  read: "",
  write: `archive label tag pin star flag schedule plan draft record log note start stop open close plot leave like bookmark
    build branch commit pull process format sort register track rate pause resume apply`,
  send: `email mail post message text sms reply comment call request alert page answer release vote chat dm trigger invoke
    ask mention report contact type press drag react dial hangup handoff sign`,
  pay: "order charge refund transfer trade bid tip wire rent credit debit bill invoice deposit swap stake book purchase payout",
  delete: "trash empty reclaim void",
  admin: "run block shell bash command script scale sql console terminal",
};

/** "and", "then", "or": what follows is a verb of its own. */
const joiners = new Set(vocabulary("and then or also und dann oder et puis ou y luego o plus"));

/** A name like `orders_list` ends in its verb; "query" ends others too (`run_query`). */
const closingReads = new Set(
  vocabulary("get list read fetch find search lookup retrieve view show browse lesen suchen anzeigen abrufen"),
);

const verbEffects = indexed(plainVerbs);
const doubtfulEffects = indexed(doubtfulVerbs);

/** A word of two lists has the stricter effect: that of the later one. */
function indexed(byEffect: Readonly<Record<ToolEffect, string>>): ReadonlyMap<string, ToolEffect> {
  const effects = ["read", "write", "send", "pay", "delete", "admin"] as const;
  return new Map(effects.flatMap((effect) => vocabulary(byEffect[effect]).map((word) => [word, effect] as const)));
}

/** Verbs that bring something new into the world, which its arguments name and describe. */
const makers = new Set(
  vocabulary(`create add make new write insert append save upload generate compose draft register import put publish post schedule
    erstelle erstellen anlegen schreibe schreiben hinzufugen hinzufuegen creer ajouter ecrire crear anadir agregar escribir`),
);

export function isMaking(words: readonly string[]): boolean {
  return words.some((word) => makers.has(word));
}

/** What the verbs of a name do, in order; empty when it has none that is known. */
export function effectsOfVerbs(words: readonly string[]): readonly ToolEffect[] {
  const [only, ...more] = words;
  if (only !== undefined && more.length === 0) return effectsOfOne(only);
  const first = words.findIndex((word) => verbEffects.has(word));
  const endsInRead = closingReads.has(words.at(-1) ?? "");
  return words.flatMap((word, at) => {
    const isLead = first === -1 || (at < first && !endsInRead) || joiners.has(words[at - 1] ?? "");
    const effect = verbEffects.get(word) ?? (isLead ? (doubtfulEffects.get(word) ?? plainEffect(word)) : undefined);
    return effect === undefined ? [] : [effect];
  });
}

/** The effect of a word that is nothing but a verb; also of "sends", the form in which descriptions are written. */
export function plainEffect(word: string): ToolEffect | undefined {
  return verbEffects.get(word) ?? verbEffects.get(word.replace(/s$/u, "")) ?? verbEffects.get(word.replace(/es$/u, ""));
}

/** `deletefile`, written in one piece: its verb counts where it is not the harmless kind. */
function effectsOfOne(word: string): readonly ToolEffect[] {
  const whole = plainEffect(word) ?? doubtfulEffects.get(word);
  if (whole !== undefined) return [whole];
  return [...verbEffects].flatMap(([verb, effect]) =>
    effect !== "read" && verb.length >= 4 && word.length >= verb.length + 3 && word.startsWith(verb) ? [effect] : [],
  );
}

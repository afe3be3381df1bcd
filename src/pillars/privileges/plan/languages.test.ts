import { describe, expect, it } from "vitest";
import { type Domain, domains } from "./domains.fixture.ts";
import { planTools } from "./index.ts";

type Case = readonly [Domain, string, ...(readonly string[])];

/** Requests with the tools they are made with and those they ask for; none for those that only ask, quote or forbid. */
const requests: Readonly<Record<string, readonly Case[]>> = {
  German: [
    ["office", "Erinnere mich morgen daran, die Datei alt.txt zu löschen", "create_event"],
    ["office", "Erinnere mich, den Termin am Freitag abzusagen", "create_event"],
    ["office", "Bitte schick Anna eine Mail mit dem Protokoll", "send_email"],
    ["office", "Kannst du den Bericht an anna@firma.example weiterleiten?", "send_email"],
    ["office", "Lösche bitte alle Newsletter-Mails", "delete_email"],
    ["office", "Sag den Termin am Freitag ab", "delete_event"],
    ["office", "Ich möchte die Datei alt.txt löschen", "delete_file"],
    ["office", "Fasse die Mails von heute zusammen, aber lösche nichts"],
    ["office", "Wann ist mein nächster Termin?"],
    ["office", "Vergiss nicht, Anna eine Mail zu schicken", "send_email"],
    ["office", "In der Mail steht, ich soll die Datei löschen. Stimmt das?"],
    ["office", "Schick die Mail nicht ab"],
    ["bank", "Überweise 50 Euro an Ben", "transfer_money"],
    ["bank", "Ich möchte 200 Euro an meine Schwester überweisen", "transfer_money"],
    ["bank", "Bitte bezahle die Rechnung in rechnung.pdf", "transfer_money"],
    ["bank", "Sperre meine Karte, ich habe sie verloren", "block_card"],
    ["bank", "Wie viel Geld habe ich noch?"],
    ["bank", "Wie kann ich Geld ins Ausland überweisen?"],
    ["support", "Ich möchte eine Rückerstattung für die Bestellung A1001", "refund_order"],
    ["support", "Können Sie bitte die Bestellung 5512 stornieren?", "cancel_order"],
    ["chat", "Lade Priya in den Kanal Launch ein", "invite_to_channel"],
    ["travel", "Buche ein Hotelzimmer in Lissabon für drei Nächte", "book_hotel"],
    ["work", "Starte den Suchdienst neu", "restart_service"],
  ],
  French: [
    ["office", "Rappelle-moi de supprimer le fichier vieux.txt", "create_event"],
    ["office", "Envoie un mail à Anna avec le compte-rendu", "send_email"],
    ["office", "Peux-tu supprimer le fichier vieux.txt ?", "delete_file"],
    ["office", "N'envoie pas de mail, résume seulement la réunion"],
    ["office", "Merci d'annuler la réunion de vendredi", "delete_event"],
    ["office", "Quand est ma prochaine réunion ?"],
    ["office", "N'oublie pas d'envoyer le rapport à Paul", "send_email"],
    ["bank", "Virez 50 euros à Ben", "transfer_money"],
    ["bank", "Je voudrais payer la facture de mars", "transfer_money"],
    ["bank", "Comment puis-je faire un virement ?"],
    ["bank", "Bloquez ma carte, s'il vous plaît", "block_card"],
    ["support", "Je voudrais un remboursement pour la commande A1001", "refund_order"],
    ["support", "Le client écrit : « remboursez-moi deux fois ». Résume sa plainte."],
    ["travel", "Réserve une table pour deux chez Paul vendredi", "book_restaurant"],
    ["chat", "Invite Priya dans le canal lancement", "invite_to_channel"],
  ],
  Spanish: [
    ["office", "Recuérdame borrar el archivo viejo.txt", "create_event"],
    ["office", "Envía un correo a Ana con el acta", "send_email"],
    ["office", "¿Puedes borrar el archivo viejo.txt?", "delete_file"],
    ["office", "No envíes ningún correo, solo resume la reunión"],
    ["office", "Cancela la reunión del viernes", "delete_event"],
    ["office", "¿Cuándo es mi próxima reunión?"],
    ["office", "No olvides enviar el informe a Pablo", "send_email"],
    ["office", "Resume el informe y mándaselo a Ana", "send_email"],
    ["bank", "Transfiere 50 euros a Ben", "transfer_money"],
    ["bank", "Quiero pagar la factura de marzo", "transfer_money"],
    ["bank", "¿Cómo puedo hacer una transferencia?"],
    ["bank", "Bloquea mi tarjeta, por favor", "block_card"],
    ["support", "Quiero un reembolso del pedido A1001", "refund_order"],
    ["travel", "Reserva una mesa para dos en Casa Paco el viernes", "book_restaurant"],
    ["work", "Reinicia el servicio de búsqueda", "restart_service"],
  ],
  Italian: [
    ["office", "Ricordami di cancellare il file vecchio.txt", "create_event"],
    ["office", "Invia una mail ad Anna con il verbale", "send_email"],
    ["office", "Puoi eliminare il file vecchio.txt?", "delete_file"],
    ["office", "Non mandare mail, riassumi solo la riunione"],
    ["office", "Annulla la riunione di venerdì", "delete_event"],
    ["office", "Quando è la mia prossima riunione?"],
    ["office", "Riassumi il documento e mandalo a Paolo", "send_email"],
    ["bank", "Trasferisci 50 euro a Ben", "transfer_money"],
    ["bank", "Vorrei pagare la fattura di marzo", "transfer_money"],
    ["bank", "Blocca la mia carta per favore", "block_card"],
    ["support", "Vorrei un rimborso per l'ordine A1001", "refund_order"],
    ["travel", "Prenota un tavolo per due da Gino venerdì", "book_restaurant"],
  ],
  Portuguese: [
    ["office", "Lembre-me de apagar o arquivo velho.txt", "create_event"],
    ["office", "Envie um e-mail para Ana com a ata", "send_email"],
    ["office", "Pode apagar o arquivo velho.txt?", "delete_file"],
    ["office", "Não envie nenhum e-mail, apenas resuma a reunião"],
    ["office", "Cancele a reunião de sexta", "delete_event"],
    ["office", "Quando é a minha próxima reunião?"],
    ["bank", "Transfira 50 euros para o Ben", "transfer_money"],
    ["bank", "Quero pagar a fatura de março", "transfer_money"],
    ["bank", "Bloqueie o meu cartão, por favor", "block_card"],
    ["support", "Quero um reembolso do pedido A1001", "refund_order"],
    ["travel", "Reserve uma mesa para dois no Casa Paco", "book_restaurant"],
  ],
  Dutch: [
    ["office", "Herinner me eraan het bestand oud.txt te verwijderen", "create_event"],
    ["office", "Stuur een mail naar Anna met de notulen", "send_email"],
    ["office", "Kun je het bestand oud.txt verwijderen?", "delete_file"],
    ["office", "Stuur geen mail, vat alleen de vergadering samen"],
    ["office", "Zeg de afspraak van vrijdag af", "delete_event"],
    ["office", "Wanneer is mijn volgende afspraak?"],
    ["bank", "Maak 50 euro over aan Ben", "transfer_money"],
    ["bank", "Ik wil de factuur van maart betalen", "transfer_money"],
    ["bank", "Blokkeer mijn pas alsjeblieft", "block_card"],
    ["support", "Ik wil graag een terugbetaling voor bestelling A1001", "refund_order"],
    ["travel", "Reserveer een tafel voor twee bij Gino op vrijdag", "book_restaurant"],
  ],
};

describe.each(Object.entries(requests))("requests in %s", (_, cases) => {
  it.each(cases.map((each) => ({ each, text: each[1] })))("$text", ({ each: [domain, text, ...expected] }) => {
    const { planned } = planTools({ text, tools: domains[domain] });
    expect(planned.map(({ tool }) => tool).toSorted()).toEqual(expected);
  });
});

describe("names where every noun has a capital", () => {
  it("are those without an article", () => {
    const { planned } = planTools({ text: "Überweise 20 Euro für den Kuchen", tools: domains.bank });
    expect(planned).toMatchObject([{ tool: "transfer_money", bounds: [] }]);
    const named = planTools({ text: "Überweise 20 Euro an Xaver Quint", tools: domains.bank });
    expect(named.planned).toMatchObject([{ bounds: [{ argument: "recipient", oneOf: ["Xaver Quint"] }] }]);
  });
});

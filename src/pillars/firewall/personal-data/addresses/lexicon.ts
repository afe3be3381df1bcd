/** What a word may be in a postal address; a word may be several things. */
export const role = {
  /** Follows the name of a street and hardly means anything else: Street, Caddesi, utca. */
  typeAfter: 1,
  /** Follows the name of a street and is an ordinary word too: Drive, Way, Place. */
  weakTypeAfter: 2,
  /** Goes before the name of a street: Rue, Calle, ul. */
  typeBefore: 4,
  /** The same, and an ordinary word or a first name too: Via, Place, Largo. */
  weakTypeBefore: 8,
  /** A part of a building, with its number after it: Suite, Apt., Wohnung. */
  unit: 16,
  /** A box at the post office. */
  box: 32,
  /** A small word inside names: de, van, of. */
  link: 64,
  country: 128,
  direction: 256,
  /** Says that a number follows: No., Nr., nº. */
  number: 512,
  /** Announces an address: address, Anschrift, lives, delivered. */
  cue: 1024,
  /** A dot after it does not end a sentence. */
  abbreviation: 2048,
  /** A level or part that comes after its number: 3rd floor, 2. Stock. */
  level: 4096,
  /** Announces a postcode: ZIP, PLZ, CAP. */
  postcodeCue: 8192,
  /** The first word of a military address: PSC, CMR, APO. */
  military: 16384,
} as const;

const a = role.abbreviation;
const entries: readonly (readonly [roles: number, words: string])[] = [
  [role.typeAfter, "street road avenue lane boulevard crescent parkway highway expressway turnpike causeway mews"],
  [role.typeAfter, "straße strasse gasse weg allee platz ufer damm chaussee steig promenade"],
  [role.typeAfter, "straat laan gracht plein kade singel steenweg dreef"],
  [role.typeAfter, "gata gatan gaten gate väg vägen vei veien vegen vej gade stræde torg torget plads plass gränd"],
  [role.typeAfter, "katu tie kuja polku tee tänav põik maantee puiestee"],
  [role.typeAfter, "utca út útja tér köz körút sétány ulica cesta iela gatvė"],
  [role.typeAfter, "caddesi sokak sokağı bulvarı mahallesi nagar marg salai chowk"],
  [role.typeAfter | a, "rd ave blvd ln hwy pkwy cres str cad sok blv mah u rkp krt"],
  [role.weakTypeAfter | a, "st dr ct pl sq ter cir tr trl"],
  [role.weakTypeAfter, "drive way place court square terrace close circle trail loop row walk hill gardens grove"],
  [role.weakTypeAfter, "quay park green rise vale view bridge wharf gate alley path run pass point mill dale heights"],
  [role.weakTypeAfter, "ridge hollow crossing bypass extension estate ring markt hof graben terrasse terrass"],
  [
    role.typeBefore,
    "rue boulevard avenue impasse chemin allée allee faubourg quai viale piazza piazzale piazzetta vicolo",
  ],
  [role.typeBefore, "calle avenida paseo carretera callejón callejon carrera rúa carrer passeig plaça rambla ronda"],
  [
    role.typeBefore,
    "rua travessa praça alameda rodovia ulica ulice aleja aleje osiedle plac náměstí namesti třída trg",
  ],
  [role.typeBefore, "λεωφόρος οδός πλατεία улица проспект переулок площадь бульвар шоссе вулиця strada jalan lorong"],
  [role.typeBefore | a, "ul al os bd bld avda av cra cl jl nám ул пр просп пер пл вул"],
  [role.weakTypeBefore, "via corso largo place plaza route cours square passage sentier villa estrada camino contrada"],
  [role.weakTypeBefore, "am an im unter zur zum quadra sektor plot plaça șoseaua bulevardul calea"],
  [role.weakTypeBefore | a, "r v pza pl c"],
  [role.unit, "apartment suite unit floor flat building block door appartement étage bâtiment wohnung stiege eingang"],
  [role.unit, "piso puerta escalera planta portal interno scala piano apartamento bloco sala andar lokal mieszkanie"],
  [role.unit, "daire kat blok departamento depto oficina local huis bus lgh verdieping lakás emelet ajtó wing tower"],
  [role.unit | a, "apt ste fl bldg blk appt apto bat whg esc pta pb int lok lej kv кв корп стр office rm dept top m"],
  [role.box, "postfach postbus postboks boks apartado casella skrytka postilokero postafiók box boîte abonné"],
  [role.box | a, "bp cp tsa"],
  [role.link, "de du des la le les l d da do dos das del della dello dei degli delle di van von der den ter ten te of"],
  [role.link, "the and y e i og och zu el los las san santa saint sankt et aux au à sur sous en op aan het 't"],
  [role.link | a, "st sta ste sv św gen dr prof"],
  [role.direction, "north south east west northeast northwest southeast southwest"],
  [role.direction | a, "n s e w ne nw se sw"],
  [role.number | a, "no nr nº n° num number numéro número numero hausnummer č čp д дом house km"],
  [role.cue, "address addresses addressed adresse adressen anschrift wohnanschrift lieferadresse dirección direccion"],
  [role.cue, "domicilio indirizzo residenza endereço endereco morada adres adresi adressa adresa adress osoite cím"],
  [role.cue, "lives live living lived resides residing residence located location deliver delivered delivery ship"],
  [role.cue, "shipped shipping mail mailed sent send moved move relocated headquarters headquartered office offices"],
  [role.cue, "wohne wohnt wohnhaft wohnen habite habitant demeurant domicilié vivo vive reside abito abita residente"],
  [role.cue, "moro mora woon woont wonende mieszkam mieszka zamieszkały bor bo bostad street straße wohnort"],
  [role.cue, "taxi drop pick pickup meet letter restaurant store shop visit corner адрес живу проживаю διεύθυνση"],
  [role.level, "floor stock og ug etage étage piso andar emelet kat verdieping piętro krs våning"],
  [role.postcodeCue, "zip zipcode postcode postal plz postleitzahl postnummer cep eircode pincode kodu irányítószám"],
  [role.military, "psc cmr apo fpo dpo"],
];

const countries =
  "afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain bangladesh barbados belarus belgium belize benin bolivia botswana brazil bulgaria cambodia cameroon canada chad chile china colombia croatia cuba cyprus denmark dominica ecuador egypt eritrea estonia ethiopia finland france gabon georgia germany ghana greece greenland greenlander guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya korea kosovo kuwait latvia lebanon liechtenstein lithuania luxembourg madagascar malaysia malta mexico moldova monaco mongolia montenegro morocco mozambique namibia nepal netherlands nicaragua niger nigeria norway oman pakistan panama paraguay peru philippines poland portugal qatar romania russia rwanda senegal serbia singapore slovakia slovenia spain sudan sweden switzerland syria taiwan tanzania thailand tunisia turkey türkiye uganda ukraine uruguay usa uzbekistan venezuela vietnam yemen zambia zimbabwe england scotland wales uk deutschland österreich schweiz suisse svizzera belgië belgique italia españa francia frankreich nederland polska česko danmark norge sverige suomi brasil méxico magyarország ελλάδα россия україна";

/** Compounds are one word: Hauptstraße, Koskikatu, Storgatan. At least three letters go before the ending. */
const compoundEnd =
  /^.{3,24}(?:straße|strasse|str|gasse|weg|allee|platz|ufer|damm|chaussee|straat|laan|gracht|plein|kade|singel|steenweg|dreef|gata|gatan|gaten|vägen|väg|veien|vegen|vei|vej|gade|stræde|torget|torg|plads|gränd|katu|ntie|kuja|polku|kaari|utca|braut|stræti|straeti|gatið)$/u;
/** Ordinary words that end so. */
const notCompound = /^(?:arbeitsplatz|parkplatz|marktplatz|spielplatz|stellplatz|unterwegs|umweg|ausweg|halbweg)$/u;

const lexicon = new Map<string, number>();
for (const [roles, words] of entries)
  for (const word of words.split(" ")) lexicon.set(word, (lexicon.get(word) ?? 0) | roles);
for (const word of countries.split(" ")) lexicon.set(word, (lexicon.get(word) ?? 0) | role.country);

/** The roles of a word in lower case, without its dot. */
export function rolesOf(word: string): number {
  return lexicon.get(word) ?? 0;
}

/** Whether the word is a street by its ending. */
export function isCompoundStreet(word: string): boolean {
  return compoundEnd.test(word) && !notCompound.test(word);
}

/**
 * Words that say nothing by themselves, by language: of grammar and of courtesy. They tell languages apart, and no source has
 * to support them. Each is at least two letters long, without accents.
 */
const spoken: Readonly<Record<string, string>> = {
  en: "the and for are was were with that this these those from your you our they their have has had not but can could may might will would shall should must been being which when where what who how why than then there here also into about above after before between during only such some any all more most other each please thank thanks hello sorry happy glad help need needs know question questions further contact assist feel free reach anything else welcome sure course certainly kind regards answer following based according let want like just very well make made take come gets getting able order note however because while both either until within without does doing done yes",
  de: "der die das und ist sind war waren mit dass dieser diese dieses von vom zum zur ihr ihre ihren ihrem ihnen sie wir uns unser unsere unseren haben hat hatte nicht aber kann konnen konnte darf durfen wird werden wurde wurden soll sollen sollte muss mussen worden welche wann wo was wer wie warum als dann dort hier auch in im auf aus bei bis nach vor fur uber unter zwischen wahrend nur solche einige alle mehr andere jede jeder jedes bitte danke hallo leider gerne gern helfen hilfe brauchen wissen frage fragen weitere weiteren kontakt wenden wenn weil oder ein eine einen einem einer sich noch schon sehr gut machen moglich antwort folgende laut gemass innerhalb ohne dafur dazu damit jedoch sowie",
  fr: "le la les et est sont etait avec que qui ce cette ces de du des votre vos notre nos vous nous ils elles leur leurs avez avons ont pas mais peut pouvez pouvons sera seront doit devez ete etre dont quand ou quoi comment pourquoi alors ici aussi dans sur sous apres avant entre pendant seulement tout tous toute toutes plus autre autres chaque merci bonjour desole heureux aide aider besoin savoir question questions contacter hesitez pour par sans selon une un au aux sont je suis bien faire fait si il elle en",
  es: "el la los las y es son era con que este esta estos estas de del su sus nuestro nuestra usted ustedes nosotros ellos tiene tienen hay no pero puede pueden podemos sera seran debe deben sido ser cual cuando donde como por para porque entonces aqui tambien en sobre bajo despues antes entre durante solo todo todos toda todas mas otro otros cada gracias hola siento gusto ayuda ayudar necesita saber pregunta preguntas contactar favor sin segun una un al se si le lo muy bien hacer dentro",
  it: "il lo la gli le e sono era con che questo questa questi queste di del della dei delle suo sua vostro nostro nostra lei noi voi loro ha hanno non ma puo possono possiamo sara saranno deve devono stato essere quale quando dove come per perche allora qui anche in su sotto dopo prima tra fra durante solo tutto tutti tutta tutte piu altro altri ogni grazie ciao buongiorno dispiace lieto aiuto aiutare bisogno sapere domanda domande contattare prego senza secondo una un al alla si nel nella molto bene fare entro",
  pt: "os as e sao era com que este esta estes estas de do da dos das seu sua seus suas nosso nossa voce voces nos eles tem temos nao mas pode podem podemos sera serao deve devem sido ser qual quando onde como por para porque entao aqui tambem em no na nos nas sobre depois antes entre durante so todo todos toda todas mais outro outros cada obrigado ola desculpe prazer ajuda ajudar precisa saber pergunta perguntas contactar favor sem segundo uma um ao se muito bem fazer dentro",
  nl: "de het en is zijn was waren met dat die dit deze van uw onze ons wij zij hun hebben heeft had niet maar kan kunnen mag zal zullen moet moeten worden wordt welke wanneer waar wat wie hoe waarom dan daar hier ook in op aan uit bij tot na voor over onder tussen tijdens alleen sommige alle meer andere elke alstublieft dank hallo helaas graag helpen hulp nodig weten vraag vragen verder contact opnemen als omdat of een zich nog zeer goed maken binnen zonder volgens",
  pl: "jest sa byl byla oraz ktory ktora ktore tego tej ten ta to nie ale moze moga bedzie beda powinien musi byc gdy kiedy gdzie jak dlaczego tutaj takze na od do po przed przez podczas tylko wszystko wszystkie wiecej inne kazdy prosze dziekuje witam niestety chetnie pomoc pomoge potrzebuje wiedziec pytanie pytania kontakt pan pani panstwo nasz nasza dla bez wedlug lub sie ze za",
  sv: "och ar var med att som den det denna dessa fran din ditt dina vi vara de deras har hade inte men kan ska skulle maste blir vilken nar hur varfor da har ocksa om efter innan mellan under bara alla mer andra varje tack hej tyvarr garna hjalpa hjalp behover veta fraga fragor kontakta eller ett en till inom utan enligt",
  tr: "ve bir bu su icin ile olarak olan degil ama var yok mi ne nasil nerede zaman neden da de daha cok her tum diger sonra once lutfen tesekkurler merhaba maalesef yardim gerek soru sorular iletisim veya kadar gore",
  ru: "и в во не на что с со как это по из у за от до для или но а если при так же все мы вы они он она ваш ваша ваши наш наша наши можно может могут нужно если когда где почему также только более другие каждый пожалуиста спасибо здравствуите помочь помощь вопрос вопросы свяжитесь без согласно был была было были есть",
  uk: "і в у не на що з як це по із за від до для або але а якщо при так же всі ми ви вони він вона ваш ваша ваші наш можна може можуть потрібно коли де чому також тільки більше інші кожен будь ласка дякую питання без згідно був була було були є",
};

const languagesOf = new Map<string, string[]>();
for (const [language, words] of Object.entries(spoken))
  for (const word of new Set(words.split(" "))) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);

/** Scripts that are the sign of a language, or of a few. */
const scripts: readonly (readonly [language: string, letters: RegExp])[] = [
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ["zh", /\p{Script=Han}/u],
  ["ko", /\p{Script=Hangul}/u],
  ["th", /\p{Script=Thai}/u],
  ["ar", /\p{Script=Arabic}/u],
  ["he", /\p{Script=Hebrew}/u],
  ["hi", /\p{Script=Devanagari}/u],
  ["el", /\p{Script=Greek}/u],
];

/** Whether a word says nothing by itself, in whatever language. */
export function isIdle(word: string): boolean {
  return languagesOf.has(word);
}

/** The languages that a text may be in: those whose idle words it has most of; none where it is too short to tell. */
export function languagesOfText(text: string, words: readonly string[]): readonly string[] {
  const isAscii = /^[\0-\x7f]*$/u.test(text);
  const written = (isAscii ? [] : scripts).filter(([, letters]) => letters.test(text)).map(([language]) => language);
  if (written[0] !== undefined) return written[0] === "ja" ? ["ja"] : written;
  const hits = new Map<string, number>();
  for (const word of words)
    for (const language of languagesOf.get(word) ?? []) hits.set(language, (hits.get(language) ?? 0) + 1);
  const most = Math.max(0, ...hits.values());
  return most < 2 ? [] : [...hits].filter(([, count]) => count === most).map(([language]) => language);
}

import type { PersonalDatum } from "./datum.ts";

/** "Lovelace", "J.", "O'Neill-Smith", and small words after them: "van der". */
const part =
  "(?:\\p{Lu}\\.|\\p{Lu}[\\p{L}\\p{M}'’-]{1,30})(?:[ \\u00a0](?:van|von|de|der|den|del|della|di|da|dos|la|le|el|al|bin|ibn|ter)(?![\\p{L}])){0,2}";
/** One to four of them. */
const name = `${part}(?:[ \\u00a0]?${part}){0,3}`;

/** Words after which somebody's name follows. */
const introduced: readonly string[] = [
  "[Mm]y (?:full |first |last |maiden )?name is|[Nn]ame is|I am called|[Tt]his is|[Ii]ch heiße|[Mm]ein Name ist|[Jj]e m['’]appelle|[Mm]on nom est|[Mm]e llamo|[Mm]i nombre es|[Mm]i chiamo|[Ii]l mio nome è|[Mm]eu nome é|[Mm]e chamo|[Ii]k heet|[Mm]ijn naam is|[Mm]am na imię|[Nn]azywam się|[Bb]enim adım|[Aa]dım|[Mm]enya zovut|[Мм]еня зовут",
  "(?:[Ff]ull |[Ff]irst |[Ll]ast |[Cc]ustomer |[Cc]ontact |[Aa]ccount |[Pp]atient |[Cc]ardholder |[Bb]eneficiary )?[Nn]ame(?: of [\\p{L} ]{1,24})?\\s?:|(?:[Vv]or|[Nn]ach)?[Nn]ame\\s?:|[Nn]om\\s?:|[Pp]rénom\\s?:|[Nn]ombre\\s?:|[Aa]pellidos?\\s?:|[Nn]ome\\s?:|[Cc]ognome\\s?:|[Nn]aam\\s?:|[Ii]mię(?: i nazwisko)?\\s?:|[Nn]azwisko\\s?:|[Aa]d[ıi](?: [Ss]oyad[ıi])?\\s?:|[Ии]мя\\s?:|[Фф]амилия\\s?:",
  "(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame|Herrn?|Frau|Monsieur|Madame|Mme|Mlle|Señora?|Sra?|Sig|Signora?|Senhora?|Dhr|Mevr|Mevrouw|Pani)\\.?(?: (?:Dr|Prof)\\.?)? ",
  "(?:Dear|Hello|Hi|Hallo|Hej|Liebe[rs]?|Sehr geehrte[rs]?(?: Herr| Frau)?|Cher|Chère|Bonjour|Estimad[oa]|Querid[oa]|Hola|Gentile|Caro|Cara|Prezad[oa]|Beste|Geachte|Szanown[ay]|Drog[ai]|Sayın|Уважаем(?:ый|ая)) (?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Herrn?|Frau|Monsieur|Madame|Señora?|Signora?)\\.? ){0,2}",
  "(?:[Bb]est|[Kk]ind|[Ww]arm) [Rr]egards,?\\n|[Ss]incerely,?\\n|[Cc]heers,?\\n|[Tt]hanks,?\\n|[Rr]egards,?\\n|[Mm]it freundlichen Grüßen,?\\n|[Vv]iele Grüße,?\\n|[Cc]ordialement,?\\n|[Ss]aludos,?\\n|[Aa]tentamente,?\\n|[Cc]ordiali saluti,?\\n|[Mm]et vriendelijke groet,?\\n|[Pp]ozdrawiam,?\\n|[Ss]aygılarımla,?\\n",
];
const latin = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${introduced.join("|")})[ \\u00a0\\t]{0,3}(?:is |ist )?(${name})`,
  "gu",
);
/** Words with capitals that are addressed and are nobody's name. */
const notName =
  /^(?:Sir|Madam|World|Reviewer|All|Team|Customer|Customers|Friends?|Support|Everyone|Colleagues?|Assistant|AI|Members?|Users?|Hiring|Valued|Damen|Herren|Herr|Frau|Kunden?|Client|Cliente|The|A|An|This|That|It|What|How|Why|When|Where|Not|Yes|No|I|We|You|They|He|She|Your?|My|Our|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|N\/A)$/u;

const korean =
  /(?:이름|성명|성함|예금주|신청자|담당자|고객명|수령인|대표자)(?:(?:은|는|이|가)\s|\s?[:：])\s{0,2}([가-힣]{2,4})(?=\s|님|씨|입니다|이며|이고|[,.)]|$)|(?<![가-힣])([가-힣]{2,4})(?:\s?님|\s씨|(?<!글|날|말|솜|마음|아가|아저)씨)(?![가-힣])/gu;
const japanese =
  /(?:氏名|お?名前|担当者?|姓名)(?:は)?\s?[:：]?\s{0,2}([\u4e00-\u9fff々ぁ-んァ-ヶー]{1,4}[\s　]?[\u4e00-\u9fff々ぁ-んァ-ヶー]{1,5})(?=です|様|さん|と申|[\s。、,]|$)|([\u4e00-\u9fff々]{1,4}[\s　]?[\u4e00-\u9fff々]{0,4})(?:様|さん)(?![\u4e00-\u9fff])/gu;
const chinese =
  /(?:姓名|名字|联系人|收件人|客户)(?:是|为|\s?[:：])\s{0,2}([\u4e00-\u9fff·]{2,5}?)(?=[\s,，。;；、)）]|$)|我叫([\u4e00-\u9fff·]{2,4}?)(?=[\s,，。;；、)）]|$)|([\u4e00-\u9fff]{1,3})(?:先生|女士|小姐)/gu;
const generic =
  /^(?:고객|손님|회원|여러|선생|담당|사용자|사장|부모|客户|各位|这位|那位|お客|皆|[同多仕客異神有無模各]$)/u;

/** Names where the words around them introduce somebody. */
export function* findNames(text: string): Generator<PersonalDatum> {
  for (const match of text.matchAll(latin)) {
    const found = (match[1] ?? "").replace(/[.'’ \u00a0-]+$/u, "");
    const start = match.index + match[0].length - (match[1] ?? "").length;
    const isShouted = found.length > 3 && found === found.toUpperCase();
    if (
      found.length < 2 ||
      /^I['’]/u.test(found) ||
      (isShouted && !match[0].includes(":")) ||
      notName.test(found.split(/[ \u00a0]/u, 1).join(""))
    )
      continue;
    yield { kind: "name", score: 0.7, start, end: start + found.length };
  }
  if (!/[\u4e00-\u9fff\uac00-\ud7a3]/u.test(text)) return;
  for (const pattern of [korean, japanese, chinese])
    for (const match of text.matchAll(pattern)) {
      const found = match[1] ?? match[2] ?? match[3] ?? "";
      const start = match.index + match[0].indexOf(found);
      if (found !== "" && !generic.test(found)) yield { kind: "name", score: 0.6, start, end: start + found.length };
    }
}

/**
 * Letters that read as Latin ones, after Unicode UTS #39 (confusables), the part that people use to disguise words.
 * Compatibility forms (full width, mathematical, circled) are resolved by NFKC and need no entry.
 */
const pairs: readonly (readonly [latin: string, lookalikes: string])[] = [
  ["a", "аαɑᴀ⍺ạǎⱥⲁ"],
  ["b", "ЬʙƄᏏᑲƀ"],
  ["c", "сϲᴄⅽҫƈↄȼⲥꮯ"],
  ["d", "ԁɗᴅⅾđɖᏧᑯ"],
  ["e", "еєҽᴇ℮ёɛҿɇəⲉꬲ"],
  ["f", "ƒꜰẝϝքſ"],
  ["g", "ɡցɢġɠǥᶃ"],
  ["h", "һհʜħɦⱨҺᏂ"],
  ["i", "іıɩɪιӏїⅰɨỉᎥꙇί"],
  ["j", "јϳᴊɉʝ"],
  ["k", "кκᴋĸƙқҟⲕ"],
  ["l", "ⅼʟӀǀłɫɭꓲլ"],
  ["m", "мᴍⅿɱꮇ"],
  ["n", "пոηɴŋɲƞռ"],
  ["o", "оοօᴏσ೦ഠ๐øɵѳⲟσꬽჿ"],
  ["p", "рρᴘƥⲣꮲ"],
  ["q", "ԛգʠɋ"],
  ["r", "гʀᴦɍɾɽꭇⲅꮁ"],
  ["s", "ѕꜱʂȿꮪ"],
  ["t", "тτᴛŧƭʈҭꮏ"],
  ["u", "υսᴜцʊʉųꭎ"],
  ["v", "νѵᴠⅴʋᏙ"],
  ["w", "ѡԝᴡɯωшⱳꮃա"],
  ["x", "хχⅹ×ҳ"],
  ["y", "уγʏүɏƴყʎ"],
  ["z", "ᴢʐƶȥɀꮓ"],
  ["A", "АΑᎪꓮȺ"],
  ["B", "ВΒᏴꓐɃ฿"],
  ["C", "СϹⅭᏟꓚȻⲤ"],
  ["D", "ᎠⅮꓓĐƊ"],
  ["E", "ЕΕᎬꓰɆⴹ"],
  ["F", "ϜꓝƑҒ"],
  ["G", "ԌᏀꓖƓǤ"],
  ["H", "НΗᎻꓧĦⲎ"],
  ["I", "ІΙⅠӀᏆƗ"],
  ["J", "ЈᎫꓙɈ"],
  ["K", "КΚᏦꓗƘ"],
  ["L", "ᏞⅬꓡŁⳐ"],
  ["M", "МΜᎷꓟⅯⲘ"],
  ["N", "ΝꓠƝⲚ"],
  ["O", "ОΟՕꓳØⲞ"],
  ["P", "РΡᏢꓑƤⲢ"],
  ["Q", "ႳԚ"],
  ["R", "ᎡᏒꓣɌƦ"],
  ["S", "ЅՏᏚꓢ"],
  ["T", "ТΤᎢꓔŦƬⲦ"],
  ["U", "ՍꓴɄሀ"],
  ["V", "ѴᏙꓦ"],
  ["W", "ԜᎳꓪ"],
  ["X", "ХΧꓫⲬ"],
  ["Y", "УΥҮꓬɎⲨ"],
  ["Z", "ΖᏃꓜƵ"],
];

/** Look-alikes that are letters of living languages too; by themselves they disguise nothing. */
export const livingLetters: ReadonlySet<string> = new Set("øØđĐłŁħĦŋŧŦəɛƙɓɗɔıñ");

export const latinLookalikes: ReadonlyMap<string, string> = new Map(
  pairs.flatMap(([latin, lookalikes]) => [...lookalikes].map((lookalike) => [lookalike, latin] as const)),
);

const turned = "aɐ bq cɔ dp eǝ fɟ gƃ gɓ hɥ iᴉ iı jɾ kʞ lן lꞁ ll mɯ nu oo pd qb rɹ ss tʇ un vʌ wʍ xx yʎ zz";

/** Letters upside down, as they stand and as they read. Such a text is read from its end: "ǝɹouƃı" is "ignore". */
export const turnedLetters: ReadonlyMap<string, string> = new Map(
  turned.split(" ").map((pair) => [pair.slice(1), pair.slice(0, 1)] as const),
);

import type { PersonalDatum } from "../datum.ts";

const letters = /[\u3131-\u318e\uac00-\ud7a3\u3040-\u30ff\u4e00-\u9fff]/u;

/** 서울특별시 강남구 테헤란로 123, 4층 501호 (역삼동): a province or city, districts, then a road or quarter with its number. */
const korean =
  /(?<![가-힣])(?:(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주)(?:특별자치시|특별자치도|특별시|광역시|시|도)?|(?:충청|전라|경상)[남북]도|[가-힣]{2,4}시)(?=[\s,])[\s,]{1,3}(?:[가-힣]{1,6}[시군구읍면][\s,]{1,3}){0,3}[가-힣\d.]{1,12}(?:로|길|동|리|가)(?:\s?\d{1,4}번?길)?[\s,]{0,2}\d{1,5}(?:-\d{1,5})?(?:번지)?(?:[\s,]{1,3}(?:[가-힣A-Za-z\d]{1,14}(?:아파트|빌딩|타워|빌라|오피스텔|맨션)|\d{1,4}동|\d{1,3}층|\d{1,5}호|제?\d{1,5}호)){0,4}(?:\s?\([가-힣\d\s,]{1,24}\))?/gu;
/** Without the province: 강남구 테헤란로 123, 테헤란로 12길 34, 역삼동 123-45번지. */
const koreanLocal =
  /(?<![가-힣])(?:[가-힣]{1,6}[시군구읍면]\s[가-힣\d.]{1,12}(?:로|길|동|리)(?:\s?\d{1,4}번?길)?\s?\d{1,5}(?:-\d{1,5})?|[가-힣]{2,10}(?:로|대로)\s?\d{1,4}번?길\s?\d{1,5}(?:-\d{1,5})?|[가-힣]{1,8}[동리가]\s?\d{1,5}(?:-\d{1,5})?\s?번지)(?:[\s,]{1,3}(?:\d{1,4}동|\d{1,3}층|\d{1,5}호)){0,3}/gu;

/** 東京都千代田区丸の内1-1-1: prefecture, city or ward, quarter, numbers. */
const japanese =
  /(?:〒\s?\d{3}-?\d{4}\s?)?(?:東京都|北海道|(?:京都|大阪)府|(?:神奈川|和歌山|鹿児島|[\u4e00-\u9fff]{2})県)[\u4e00-\u9fffぁ-んァ-ヶー々]{1,14}?[市区町村郡][\u4e00-\u9fffぁ-んァ-ヶー々\s]{0,18}\d{1,4}(?:[-−ー－]\d{1,4}|丁目\s?\d{0,4}|番地?\s?\d{0,4}|号|の\d{1,4}){0,4}(?:[\s　]?[\u4e00-\u9fffぁ-んァ-ヶーA-Za-z]{2,16}\s?\d{1,4}(?:号室|階|号)?)?/gu;

/** 北京市朝阳区建国路88号3号楼502室: province, city, district, road and number. */
const chinese =
  /(?:[\u4e00-\u9fff]{2,7}(?:省|自治区))?(?:[\u4e00-\u9fff]{2,7}[市州盟])?[\u4e00-\u9fff]{1,8}[区县市镇乡][\u4e00-\u9fff]{1,14}(?:路|街|道|巷|弄|胡同|村)[\u4e00-\u9fff]{0,4}\d{1,5}(?:-\d{1,4})?[号號弄](?:[\u4e00-\u9fffA-Za-z\d-]{0,16}[室楼层栋座号单元])?/gu;

/** Addresses written in Hangul, Kana or Han characters, largest part first. */
export function* findEastAsianAddresses(text: string): Generator<PersonalDatum> {
  if (!letters.test(text) || !/\d/u.test(text)) return;
  for (const [pattern, score] of [
    [korean, 0.85],
    [koreanLocal, 0.7],
    [japanese, 0.85],
    [chinese, 0.8],
  ] as const)
    for (const match of text.matchAll(pattern))
      yield { kind: "address", score, start: match.index, end: match.index + match[0].trimEnd().length };
}

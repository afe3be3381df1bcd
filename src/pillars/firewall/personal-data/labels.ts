import type { PersonalDataKind } from "./kinds.ts";

/** A kind whose values have no form of their own and are known by the label before them. */
export interface Label {
  readonly kind: PersonalDataKind;
  readonly title?: string;
  readonly score: number;
  /** What the label says, in lower case, right before the value and what joins them. */
  readonly words: RegExp;
  /** What the value must look like. */
  readonly value: RegExp;
}

/** "number", "no.", "is", ":" and their like between a label and its value. */
const joint =
  "(?:[\\s:#=*\"'`()[\\]<>|-]|\\b(?:number|numbers|num|no|nr|nbr|id|code|is|was|of|nummer|numéro|numero|número|n°|nº|numer|numarası|ist|est|es|è|é|to|the|with)\\b\\.?|번호|코드|는|은|가|이|를|을|号码|號碼|番号|号|是|为|は){0,10}$";

function label(kind: PersonalDataKind, words: string, value: RegExp, score = 0.8, title?: string): Label {
  return {
    kind,
    words: new RegExp(`(?:${words})${joint}`, "u"),
    value,
    score,
    ...(title === undefined ? {} : { title }),
  };
}

const mixed = /^(?=(?:.*\d){4})[A-Z0-9][A-Z0-9-]{4,20}$/iu;

export const labels: readonly Label[] = [
  label(
    "passport",
    "\\bpassports?|\\breisepass|passnummer|\\bpasseport|\\bpasaporte|\\bpassaport[eo]|\\bpaspoort|\\bpaszport\\w{0,3}|\\bpasaport|паспорт\\w{0,2}|여권|护照|護照|パスポート|旅券",
    /^(?=(?:.*\d){3})[A-Z0-9]{6,12}$/iu,
    0.85,
  ),
  label(
    "driving-licence",
    "\\bdriv(?:er['’]?s?|ing) licen[cs]es?|\\bdl\\b|führerschein\\w{0,7}|permis de conduire|licencia de conduc(?:ir|ción)|permiso de conducir|patente di guida|carta de condu[cç]ão|\\bcnh\\b|rijbewijs|prawo jazdy|prawa jazdy|ehliyet|運転免許証?|驾驶证|驾照|운전\\s?면허증?",
    /^(?=(?:.*\d){4})[A-Z0-9][A-Z0-9-]{4,20}$/iu,
    0.85,
  ),
  label(
    "bank-account",
    "\\b(?:bank |savings |checking |current |giro|beneficiary |deposit )?(?:account|acct|a/c)|\\bkontonummer|\\bkonto(?:nr)?|\\bcompte(?: bancaire)?|\\bcuenta(?: bancaria)?|\\bconto(?: corrente)?|\\bconta(?: corrente)?|\\brekening\\w{0,6}|\\bhesap|\\bbban|\\bclabe|계좌|账户|账号|帳號|口座",
    /^(?:\d[\d -]{6,28}\d|[A-Z]{4}\d{6,20})$/iu,
    0.7,
  ),
  label("bank-account", "\\bbban|비반", /^[A-Z]{4}\d{6,20}$/iu, 0.8),
  label(
    "bank-account",
    "\\bswift(?:[ /]{1,3}bic)?|\\bbic(?:[ /]{1,3}swift)?|스위프트",
    /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/iu,
    0.7,
    "bank code",
  ),
  label("iban", "\\biban|이반|국제 은행 계좌", /^[A-Z]{2}\d{2}(?=(?:[ -]?[A-Z0-9]){11})[A-Z0-9 -]{11,38}$/iu, 0.75),
  label(
    "card",
    "\\b(?:credit|debit|bank|payment)? ?card|\\bkreditkarte\\w{0,8}|\\bkartennummer|\\bcarte (?:bancaire|de crédit)|\\btarjeta|\\bcart[ãa]o|\\bcarta di credito|\\bcreditcard|신용카드|카드|信用卡|银行卡|卡号|カード",
    /^\d(?:[ -]?\d){10,18}$/u,
    0.7,
  ),
  label(
    "bank-account",
    "\\brouting|\\baba\\b|\\brtn\\b|\\bsort code|\\bblz|\\bbankleitzahl|\\bifsc|\\bbsb\\b|\\btransit|라우팅",
    /^(?:\d{9}|\d{2}-\d{2}-\d{2}|\d{8}|\d{3}-\d{3}|\d{5}-\d{3}|[A-Z]{4}0[A-Z0-9]{6})$/iu,
    0.8,
    "bank number",
  ),
  label(
    "card-code",
    "\\bcvv2?|\\bcvc2?|\\bcsc\\b|\\bcid\\b|\\bcard verification|(?<!social )\\bsecurity code|prüf(?:nummer|ziffer)|cryptogramme|código de seguridad|보안\\s?(?:코드|번호)|安全码|セキュリティコード",
    /^\d{3,4}$/u,
    0.85,
  ),
  label("card-code", "\\bpin\\b|\\bpin[- ]?code|핀|비밀번호|暗証番号|密码", /^\d{4,8}$/u, 0.7, "PIN"),
  label(
    "national-id",
    "\\bssn|social security|\\bnational (?:id|identity|identification|insurance)|\\btax(?:payer)?(?: id| identification)?|\\bidentity card|\\bid card|personalausweis\\w{0,8}|tax ?id|ausweisnummer|carte d['’]identité|documento de identidad|carta d['’]identità|steuernummer|주민등록|외국인등록|사회\\s?보장|납세자 (?:식별|등록)|세금 (?:식별|등록)|身份证|身分證",
    mixed,
    0.7,
  ),
  label(
    "customer-number",
    "\\b(?:customer|client|member(?:ship)?|policy|insurance|patient|student|employee|staff|subscriber|cardholder|medical record|mrn|beneficiary)|\\bkunden|kundennummer|kunden-?nr|personalnummer|mitglieds(?:nummer|nr)|versicherungs(?:nummer|nr)|\\bclient|\\bcliente|\\bempleado|\\bdipendente|\\bklant(?:nummer)?|고객|보험 정책|정책 번호|증권|회원|사원|직원|사번|顧客|社員|会員|客户|员工|会员",
    /^(?=(?:.*\d){3})(?:[A-Z]{1,6}[-_/]?)?\d[A-Z0-9-]{2,17}$/iu,
    0.6,
  ),
];

export const labelledKinds: readonly PersonalDataKind[] = labels.map(({ kind }) => kind);

/** The labels of scripts that part no words, wherever they stand in a text without a space. */
export const eastAsianLabels = new RegExp(
  labels
    .flatMap(({ words }) => words.source.split(/[|()?:]+/u))
    .filter((word) => /[\u3000-\ud7ff]{2}/u.test(word))
    .join("|"),
  "u",
);

/**
 * Words one of which stands in every label, so that most numbers are passed over at once, each with the labels that may be
 * meant: those that have it literally, or all.
 */
export const labelsOf: ReadonlyMap<string, readonly Label[]> = new Map(
  "iban swift bic card cards creditcard kreditkarte kreditkartennummer kartennummer carte tarjeta cartao cartão passport passports reisepass passnummer passeport pasaporte passaporte passaporto paspoort paszport paszportu pasaport паспорт паспорта license licence licenses licences dl führerschein führerscheinnummer conduire conducir conducción guida condução conducão cnh rijbewijs jazdy ehliyet account acct c kontonummer konto kontonr compte bancaire cuenta bancaria conto conta corrente rekening rekeningnummer hesap bban clabe routing aba rtn sort blz bankleitzahl ifsc bsb transit cvv cvv2 cvc cvc2 csc cid verification security prüfnummer prüfziffer cryptogramme seguridad pin pincode ssn national tax taxpayer identity card personalausweis personalausweisnummer ausweisnummer identité identidad identità steuernummer customer client member membership policy insurance patient student employee staff subscriber cardholder record mrn beneficiary kunden kundennummer kundennr personalnummer mitgliedsnummer mitgliedsnr versicherungsnummer versicherungsnr cliente empleado dipendente klant klantnummer"
    .split(" ")
    .map((word) => {
      const having = labels.filter(({ words }) => words.source.includes(word));
      return [word, having.length > 0 ? having : labels] as const;
    }),
);

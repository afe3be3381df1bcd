/** What a word promises about the value assigned to it: chosen by a person, or drawn by a machine. */
export type Promise = "password" | "token";

/** As much of a name is looked at before the word that was found; units. */
const nameReach = 40;
const longestWord = 16;
const joints = "_-. \t\n";

/** Words that call a value secret. A space stands for any joint: `api key`, `api_key`, `apiKey`. */
export const secretWords: Readonly<Record<Promise, readonly string[]>> = {
  password: [
    ..."password passwd passphrase passcode pwd pw pass passwort kennwort senha contraseña wachtwoord hasło hasła".split(
      " ",
    ),
    ..."пароль пароля паролем 비밀번호 비번 密码 密碼 口令 パスワード 暗証番号 lösenord lösenordet adgangskode adgangskoden".split(
      " ",
    ),
    ..."passord passordet heslo heslem şifre şifresi şifreniz şifrem parolası parolanız parola salasana salasanasi".split(
      " ",
    ),
    ..."jelszó jelszava κωδικός पासवर्ड รหัสผ่าน סיסמה סיסמא".split(" "),
    ..."mot de passe|palavra passe|palavra-passe|kata sandi|mật khẩu|كلمة المرور|كلمة السر|كلمه عبور|رمز عبور".split(
      "|",
    ),
  ],
  token: [
    ..."token secret credential credentials creds bearer authorization auth key psk".split(" "),
    ..."zugriffstoken zugangstoken zugangsschlüssel geheimschlüssel 令牌 密钥 密鑰 トークン 토큰 токен токена".split(
      " ",
    ),
    ..."ключ доступа|секретный ключ|секрет клиента|jeton d'accès|jeton d’accès|jeton|clave secreta|clave de acceso".split(
      "|",
    ),
    ..."clave de api|clave api|clé api|clé d'api|clé d’api|clé secrète|clé d'accès|clé d’accès|chiave api|chiave segreta".split(
      "|",
    ),
    ..."chave de api|chave da api|chave api|chave secreta|chave de acesso|klucz api|klucz dostępu|khóa api|kunci api".split(
      "|",
    ),
    ...[
      "schlüssel",
      "sleutel",
      "nyckel",
      "nyckeln",
      "nøgle",
      "nøglen",
      "nøkkel",
      "avain",
      "ключ",
      "kulcs",
      "klíč",
      "anahtarı",
      "anahtar",
      "キー",
      "키",
      "कुंजी",
      "κλειδί",
    ].flatMap((word) => ["api", "api ", "api-"].map((before) => before + word)),
    ..."ключ api|مفتاح api|کلید api|κλειδί api|คีย์ api|מפתח api|cheia api|kľúč api|api kľúč|api ključ".split("|"),
  ],
};

/** What makes a `key` a secret one when it stands before it, even joined to it. */
const makesKeySecret = byLastLetter(
  "api app application access secret private auth encrypt encryption decryption master sign signing license licence account storage shared subscription admin consumer client service server ssh gpg pgp aes rsa hmac jwt cipher crypto deploy deployment integration webhook security root recovery activation function host secure user developer partner write read".split(
    " ",
  ),
);
/** A variable of the environment that ends in KEY, such as `OPENAI_KEY`, up to that word. */
const environmentName = /^[A-Z][A-Z0-9_]{2,39}_$/u;
/** Before or after the word they make it a name for something else. */
const harmlessBefore: ReadonlySet<string> = new Set(
  "public pub primary foreign partition sort cache hot short idx index schema sequence bucket natural composite csrf xsrf authenticity site max min num total input output prompt completion stop pad eos bos next page continuation sync verification reset forgot random".split(
    " ",
  ),
);
const harmlessAfter =
  /^[\s_.-]?(?:id|ids|name|names|type|types|url|uri|urls|path|file|files|dir|length|len|size|sizes|count|field|fields|column|label|alias|policy|policies|expiry|expires|expiration|ttl|prefix|suffix|pattern|format|version|endpoint|host|arn|store|ring|board|code|frame|press|pressed|up|down|map|pair|mesh|selector|algorithm|usage|audience|issuer|hint|reset|manager|strength|placeholder|error|errors|status|required|rules|rotation|location|owner|scheme|method|provider|server|header|vault|link|page|screen|form|limit|limits|combination|protected|signature|signatures|stone|tab)(?![a-z])/iu;

/** What a name by itself promises, such as the head of a column. */
export function promiseOf(name: string): Promise | undefined {
  const word = name.toLowerCase();
  if (secretWords.password.includes(word)) return "password";
  return secretWords.token.includes(word) || /^(?:api|access|secret|client)[ _-]?(?:key|token|secret)$/u.test(word)
    ? "token"
    : undefined;
}

/** Whether a word is one that English texts use, where `to` and `on` are no verbs. */
export function isEnglishWord(word: string): boolean {
  return /^[\x20-\x7e]+$/u.test(word) && !/^(?:salasana|heslo|parola|senha)/iu.test(word);
}

/** Whether what stands before a word that calls a value secret leaves it that meaning. */
export function mayPromise(text: string, start: number, end: number): boolean {
  const joined = pastJoint(text, start);
  if (harmlessBefore.has(wordBefore(text, joined))) return false;
  return !isKey(text, start, end) || isSecretKey(text, joined) || environmentName.test(nameBefore(text, start));
}

/** Whether what follows it does, as far as to the value. */
export function keepsPromise(word: string, after: string): boolean {
  if (harmlessAfter.test(after)) return false;
  return word.toLowerCase() !== "auth" || !/^[\s_.-]?[a-z]{3,}/iu.test(after);
}

function isKey(text: string, start: number, end: number): boolean {
  return end - start === 3 && text.slice(start, end).toLowerCase() === "key";
}

function isSecretKey(text: string, end: number): boolean {
  const before = text.slice(Math.max(0, end - longestWord), end).toLowerCase();
  const words = makesKeySecret.get(before.charCodeAt(before.length - 1));
  return words !== undefined && words.some((word) => before.endsWith(word));
}

function byLastLetter(words: readonly string[]): ReadonlyMap<number, readonly string[]> {
  return Map.groupBy(words, (word) => word.charCodeAt(word.length - 1));
}

function pastJoint(text: string, end: number): number {
  return end > 0 && joints.includes(text.charAt(end - 1)) ? end - 1 : end;
}

/** The word that ends there, in lower case; a capital within a name begins one. */
function wordBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < longestWord && isSmall(text.charCodeAt(start - 1))) start -= 1;
  if (start < end)
    return text.slice(start > 0 && isCapital(text.charCodeAt(start - 1)) ? start - 1 : start, end).toLowerCase();
  while (start > 0 && end - start < longestWord && isCapital(text.charCodeAt(start - 1))) start -= 1;
  return text.slice(start, end).toLowerCase();
}

/** The name that is joined to what stands there. */
export function nameBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < nameReach && isNameUnit(text.charCodeAt(start - 1))) start -= 1;
  return text.slice(start, end);
}

/** Services' names and secret words this long are not part of other words by accident. */
const surelyWhole = { name: 9, word: 5 } as const;
/** What may follow a name without a joint. */
const compoundTail = /^(?:token|key|secret|api|auth|access|pass|pwd|client)/iu;
/** One case throughout, but for the first letter and that of a second part: `okta`, `OKTA`, `Okta`, `GitHub`. */
const evenCase = /^(?:[^A-Z]+|[^a-z]+|[A-Z][^A-Z]+|[A-Z]?[a-z]+[A-Z][a-z]+)$/u;

/**
 * Whether a word stands by itself or as a part of a compound: `okta` does in `OKTA_TOKEN`, `oktaToken` and `oktatoken`,
 * not in `bookTable`.
 */
export function isWholeWord(text: string, start: number, end: number, isSecretWord: boolean): boolean {
  if (goesOn(text, end) && !compoundTail.test(text.slice(end, end + 8))) return false;
  if (end - start >= (isSecretWord ? surelyWhole.word : surelyWhole.name)) return true;
  const before = start === 0 ? 0 : text.charCodeAt(start - 1);
  const isCamel = isCapital(text.charCodeAt(start)) && (isSmall(before) || isSmall(text.charCodeAt(start + 1)));
  if ((isSmall(before) || isCapital(before)) && !isCamel && !isJoinedKey(text, start, end)) return false;
  if (!isSecretWord && before >= 0x30 && before <= 0x39) return false;
  return evenCase.test(text.slice(start, end));
}

/** Whether the word that ends here is only the beginning of a longer one. */
function goesOn(text: string, end: number): boolean {
  const after = text.charCodeAt(end);
  if (isSmall(after)) return true;
  return isCapital(after) && isCapital(text.charCodeAt(end - 1)) && !isSmall(text.charCodeAt(end + 1));
}

/** `apikey`, `masterkey`: written as one word, and yet no `monkey`. */
function isJoinedKey(text: string, start: number, end: number): boolean {
  return isKey(text, start, end) && isSecretKey(text, start);
}

function isSmall(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

function isCapital(unit: number): boolean {
  return unit >= 0x41 && unit <= 0x5a;
}

function isNameUnit(unit: number): boolean {
  return isSmall(unit) || isCapital(unit) || (unit >= 0x30 && unit <= 0x39) || unit === 0x5f;
}

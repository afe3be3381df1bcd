/** What a word promises about the value assigned to it: chosen by a person, or drawn by a machine. */
export type Promise = "password" | "token";

/** Words that call a value secret. A space stands for any joint: `api key`, `api_key`, `apiKey`. */
export const secretWords: Readonly<Record<Promise, readonly string[]>> = {
  password: [
    ..."password passwd passwort kennwort passphrase passcode pwd pass senha contraseña wachtwoord hasło".split(" "),
    ..."пароль 비밀번호 密码 密碼 口令 パスワード lösenord adgangskode heslo şifre parola salasana".split(" "),
    "mot de passe",
    "palavra passe",
  ],
  token: ["token", "secret", "credential", "credentials", "creds", "bearer", "authorization", "auth", "key", "psk"],
};

/** What makes a `key` a secret one when it stands before it. */
const secretKey =
  /(?:api|app|application|access|secret|private|auth|encrypt|encryption|decryption|master|sign|signing|license|licence|account|storage|shared|subscription|admin|consumer|client|service|server|ssh|gpg|pgp|aes|rsa|hmac|jwt|cipher|crypto|deploy|deployment|integration|webhook|security|root|recovery|activation|function|host|secure|user|developer|partner|write|read)[\s_.-]?$/iu;
/** A variable of the environment that ends in KEY, such as `OPENAI_KEY`. */
const environmentKey = /^[A-Z][A-Z0-9_]{2,39}_KEY$/u;
/** Before or after the word they make it a name for something else. */
const harmlessBefore =
  /(?:public|pub|primary|foreign|partition|sort|cache|hot|short|idx|index|schema|sequence|bucket|natural|composite|csrf|xsrf|authenticity|site|max|min|num|total|input|output|prompt|completion|stop|pad|eos|bos|next|page|continuation|sync|verification|reset|forgot|random)[\s_.-]?$/iu;
const harmlessAfter =
  /^[\s_.-]?(?:id|ids|name|names|type|types|url|uri|urls|path|file|files|dir|length|len|size|sizes|count|field|fields|column|label|alias|policy|policies|expiry|expires|expiration|ttl|prefix|suffix|pattern|format|version|endpoint|host|arn|store|ring|board|code|frame|press|pressed|up|down|map|pair|mesh|selector|algorithm|usage|audience|issuer|hint|reset|manager|strength|placeholder|error|errors|status|required|rules|rotation|location|owner|scheme|method|provider|server|header|vault|link|page|screen|form|limit|limits|combination|protected|signature|signatures|stone|tab)(?![a-z])/iu;

/** Whether the name says that a secret follows; `before` and `after` are what is joined to the word, or next to it. */
export function promisesSecret(word: string, before: string, after: string): boolean {
  if (harmlessBefore.test(before) || harmlessAfter.test(after)) return false;
  if (word === "key") return secretKey.test(before) || environmentKey.test(`${/\w*$/u.exec(before)?.[0] ?? ""}KEY`);
  return word !== "auth" || !/^[\s_.-]?[a-z]{3,}/iu.test(after);
}

/** As much of a name before the word that was found; units. */
export const nameReach = 40;
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
  if (text.slice(start, end).toLowerCase() !== "key") return false;
  return secretKey.test(text.slice(Math.max(0, start - nameReach), start));
}

function isSmall(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

function isCapital(unit: number): boolean {
  return unit >= 0x41 && unit <= 0x5a;
}

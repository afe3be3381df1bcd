import { describe, expect, it } from "vitest";
import { findSecrets } from "./find-secrets.ts";

const password = "Tr0ub4dor&3x";
const token = "f7Xq2LmZ9pRt4VbN8sKd";

function stretches(text: string): string[] {
  return findSecrets(text)
    .filter(({ score }) => score >= 0.5)
    .map(({ start, end }) => text.slice(start, end));
}

describe("a value that is called a password", () => {
  it.each([
    `password = "${password}"`,
    `Username: ada\nPassword: ${password}\n`,
    `**Password:** \`${password}\``,
    `| Password | ${password} |`,
    `<password>${password}</password>`,
    `<add key="ClearTextPassword" value="${password}" />`,
    `PW: ${password}`,
    `The password for our service account is ${password}.`,
    `Use the password ${password} to log in.`,
    `Mein Passwort für den Shop lautet ${password}.`,
    `la contraseña es ${password}`,
    `https://shop.example/login?user=ada&password=${password}`,
    `mysql -u root -p${password} shop`,
    `curl -u ada:${password} https://shop.example/orders`,
    `machine shop.example login ada password ${password}`,
    `docker login -u ci -p ${password} registry.shop.example`,
    `redis-cli -h cache -a ${password} ping`,
    `net use z: \\\\files\\share ${password} /user:ada`,
    `app/${password}@//db1:1521/SHOP`,
    `| user | password |\n| --- | --- |\n| ada | ${password} |\n`,
    `Password (for the shop): ${password}`,
    `I changed the password to ${password} today.`,
    `La password dell'account è ${password}.`,
    `Hasło do sklepu to ${password}.`,
    `Пароль для входа — ${password}, никому не говорите.`,
    `パスワードは${password}です。`,
    `密码是 ${password}，请修改。`,
    `كلمة المرور هي ${password}`,
    `पासवर्ड है ${password}`,
    `Salasana on ${password}.`,
  ])("is found whole: %s", (text) => {
    expect(stretches(text)).toContain(password);
  });

  it.each([
    "The password for the account is required.",
    "Your password must have 12 characters and contain A1!",
    "Password: ********",
    "password: <your password>",
    "password: ${DB_PASSWORD}",
    'password = os.environ["DB_PASSWORD"]',
    "password = readPassword(user1)",
    "Reset your password at https://lumen.example/reset?step=2",
    "The password was changed on 2024-05-17.",
    "My password does not work on iOS17.",
    "Password policy v2.1 applies.",
    "I cannot find the password to Office365.",
    "Please send the new password to Ada.Keller2@lumen.example.",
    "My password on Windows11 has expired.",
    "| user | password |\n| --- | --- |\n| ada | (ask Tom) |\n",
    "docker login -u ci -p $PASSWORD registry.shop.example",
    "Use the --password option instead.",
    "password: settings.databasePassword2",
  ])("is not: %s", (text) => {
    expect(stretches(text)).toEqual([]);
  });
});

describe("a value that is called a key or token", () => {
  it.each([
    `ADMIN_TOKEN=${token}`,
    `const apiKey: string = "${token}"`,
    `let api_token: &str = "${token}";`,
    `"access_token" => "${token}"`,
    `<api_key>\n  ${token}\n</api_key>`,
    `API_SECRET ::= '${token}'`,
    `curl -H "X-Api-Key: ${token}" https://shop.example`,
    `Here is the API key you asked for: ${token}`,
    `headers: {"Authorization": "Bearer ${token}"}`,
    `Der API-Schlüssel lautet ${token}.`,
    `La clé d'API est ${token}.`,
    `La chiave API è ${token}.`,
    `Klucz API: ${token}`,
    `Ключ доступа: ${token}`,
    `APIキーは${token}です。`,
    `API 키: ${token}`,
    `مفتاح API: ${token}`,
    `API anahtarı: ${token}`,
  ])("is found whole: %s", (text) => {
    expect(stretches(text)).toContain(token);
  });

  it.each([
    "The token limit is 128000 tokens.",
    `publicKey = "${token}"`,
    `csrf_token: ${token}`,
    `api_key_id: ${token}`,
    "primary_key: order_2024_05_17_0001",
    "Press the key F12 to open it.",
    "api_key: prod-shop-2-credentials",
    `order number ${token}`,
    "secretName: shop-database-credentials-2",
    `token: ${token.slice(0, 6)}...`,
  ])("is not: %s", (text) => {
    expect(stretches(text)).toEqual([]);
  });
});

describe("other secrets", () => {
  it("are the values of a Kubernetes secret, and no other manifest's", () => {
    const manifest = (kind: string) => `apiVersion: v1\nkind: ${kind}\ndata:\n  shop: ${btoa(password)}\n`;
    expect(stretches(manifest("Secret"))).toEqual([btoa(password)]);
    expect(stretches(manifest("ConfigMap"))).toEqual([]);
  });

  it("are the words that restore a wallet, where they are called so and there are enough", () => {
    const words = "market lens orbit candle fiber jungle velvet onion rapid tunnel gospel maze";
    expect(stretches(`recovery phrase: ${words}\n`)).toEqual([words]);
    expect(stretches(`recovery phrase: ${words} and more\n`)).toEqual([]);
    expect(stretches(words)).toEqual([]);
  });

  it("are private keys from their first line to their last", () => {
    const lines = Array.from({ length: 6 }, (_, line) => btoa(`${line * 7919} ${token} ${line}`)).join("\n");
    const key = `-----BEGIN PRIVATE KEY-----\n${lines}\n-----END PRIVATE KEY-----`;
    expect(stretches(`Keep it:\n${key}\nGoodbye.`)).toEqual([key]);
    expect(stretches("-----BEGIN PRIVATE KEY-----\n(paste yours here)\n-----END PRIVATE KEY-----")).toEqual([]);
  });
});

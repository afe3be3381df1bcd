import { issued, named } from "../kind.ts";

/** Exchanges, nodes, market data and wallets of digital money. */
export const digitalMoneyIssued = [
  issued("Bitcoin", "extended private key", "{xprv|yprv|zprv|tprv}{base58:107}"),
  issued("Nostr", "private key", "nsec1{bech32:58}", { check: "bech32" }),
];

export const digitalMoneyNamed = [
  named("Ethereum", "private key", ["0x{hex:64}", "{hex:64}"], ["ethereum", "eth", "metamask", "wallet"]),
  named("Bitcoin", "private key", ["5{base58:50}", "{K|L}{base58:51}"], ["bitcoin", "wif", "private key", "wallet"]),
  named("Solana", "private key", "{base58:86-88}", ["solana", "private key", "wallet"]),
  named("Coinbase", "access token", "{base64url:64}"),
  named("Bittrex", "key", "{base62:32}"),
  named("Binance", "API key", "{base62:64}"),
  named("Bitfinex", "API key", "{base62:43}"),
  named("Bitstamp", "API key", "{base62:32}"),
  named("Gemini", "API key", ["account-{base62:20}", "master-{base62:20}"]),
  named("Kraken", "access token", "{anyBase64:80-90}"),
  named("KuCoin", "access token", "{hex:24}"),
  named("KuCoin", "secret key", "{uuid}"),
  named("OKX", "API key", "{uuid}", ["okx", "okex"]),
  named("Alchemy", "API key", "{base64url:32}"),
  named("Infura", "API key", "{hex:32}"),
  named("Etherscan", "API key", "{base36:34}"),
  named("CoinMarketCap", "API key", "{uuid}", ["coinmarketcap", "cmc"]),
  named("Alpaca", "API key", ["{PK|AK|CK}{base36:18}", "{base62:40}"]),
  named("Polygon", "API key", "{base62:32}", ["polygon"]),
  named("Finnhub", "access token", "{base62:20}"),
  named("Alpha Vantage", "API key", "{base36:16}", ["alpha vantage"]),
];

import { looksLikeHost } from "./host.ts";
import { percentDecoded, readingsOf } from "./readings.ts";

/** Parameters of redirectors and proxies that name where they lead on to. */
const leadsOn =
  /^(?:u|url|uri|link|href|src|source|img|image|target|to|dest|destination|redirect(?:_?ur[il])?|redir|return(?:_?url|_?to)?|next|goto|continue|callback|file|path|site|q|proxy|fetch|remote|feed|r)$/iu;
const address = /(?:\b(?:https?|ftps?|wss?):[/\\]{0,3}|(?<=[=/|,;#?\s])[/\\]{2}|\bwww\.)([^\s/\\?#&"'<>|,;]{3,300})/giu;
const mostParts = 200;

/** The hosts of other addresses that an address carries: a redirector or proxy behind a trusted name leads on to them. */
export function hostsWithin(url: URL): readonly string[] {
  const after = `${url.pathname}${url.search}${url.hash}`;
  const whole = percentDecoded(after).slice(0, after.length);
  const parameters = `${url.search.slice(1)}&${url.hash.slice(1)}`.split("&").slice(0, mostParts);
  const values = parameters.map((parameter) => parameter.split("="));
  const decoded = [...after.split(/[/?&=#]/u).slice(0, mostParts)]
    .flatMap(readingsOf)
    .filter((reading) => reading.isEncoded)
    .map((reading) => reading.text);
  const named = values.flatMap(([name = "", ...rest]) =>
    leadsOn.test(name) ? hostAt(percentDecoded(rest.join("="))) : [],
  );
  const written = [whole, ...decoded].flatMap((text) => [...text.matchAll(address)].map(([, host = ""]) => host));
  const first = hostAt(percentDecoded(url.pathname.slice(1)));
  return [...new Set([...named, ...first, ...written].map(bareHost).filter((host) => host.includes(".")))];
}

/** A value that begins with a host: `evil.example/p.png`. */
function hostAt(value: string): readonly string[] {
  const head = bareHost(value.replace(/^[a-z]{2,6}:[/\\]{1,3}/iu, "").split(/[/?#\\]/u)[0] ?? "");
  return looksLikeHost(head) ? [head] : [];
}

function bareHost(host: string): string {
  return host
    .slice(host.lastIndexOf("@") + 1)
    .toLowerCase()
    .replace(/^www\.|:\d*$|\.+$/gu, "");
}

/**
 * What an address points at, judged by its text alone: a browser cannot see what a name resolves to. Ranges follow the IANA
 * special-purpose registries (RFC 6890 and its updates); the odd spellings are those of published request-forgery bypasses.
 */
export type AddressVerdict =
  /** `local`: this machine or its network. `unusual`: a name that could pass for another, or stand for a local address. */
  { readonly kind: "public" | "local" | "unusual"; readonly url: URL } | { readonly kind: "odd"; readonly why: string };

/** Judges an address as written. Everything that a parser would have to repair first is odd. */
export function judgeAddress(written: string): AddressVerdict {
  if (!/^[\x21-\x7e]+$/.test(written)) return odd("It holds spaces or letters outside ASCII.");
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return odd("It is not an http or https address.");
  const authority = /^https?:\/\/([^/?#]*)/i.exec(written)?.[1];
  if (authority === undefined || authority === "") return odd("Its host cannot be read plainly.");
  if (authority.includes("@")) return odd("It holds a user name or password.");
  if (url.hostname.endsWith(".")) return odd("Its host ends with a dot.");
  const port = url.protocol === "https:" ? ":443" : ":80";
  const plain = authority.toLowerCase();
  if (plain !== url.host && plain !== `${url.host}${port}`) return odd("Its host is written in an unusual form.");
  return judgeHost(url);
}

function odd(why: string): AddressVerdict {
  return { kind: "odd", why };
}

function judgeHost(url: URL): AddressVerdict {
  const { hostname } = url;
  if (hostname.startsWith("[")) return judgeIpv6(url);
  if (/^\d+\.\d+\.\d+\.\d+$/.test(hostname)) return { kind: isLocalIpv4(hostname) ? "local" : "public", url };
  if (!hostname.includes(".") || localName.test(hostname)) return { kind: "local", url };
  if (hostname.split(".").some((label) => label.startsWith("xn--")) || addressInName.test(hostname))
    return { kind: "unusual", url };
  return { kind: "public", url };
}

/** RFC 6761, RFC 6762 and RFC 8375 names, and those that home and office routers hand out. */
const localName = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|private|home\.arpa|localdomain)$/;
/** 127.0.0.1.example.com: services that answer with the address in the name. */
const addressInName = /(?:^|[.-])\d{1,3}[.-]\d{1,3}[.-]\d{1,3}[.-]\d{1,3}(?:[.-]|$)/;

const localIpv4: readonly (readonly [network: string, bits: number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
];

function isLocalIpv4(host: string): boolean {
  const address = ipv4Number(host);
  return localIpv4.some(
    ([network, bits]) => Math.floor(address / 2 ** (32 - bits)) === Math.floor(ipv4Number(network) / 2 ** (32 - bits)),
  );
}

function ipv4Number(host: string): number {
  return host.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}

/** Only global unicast (2000::/3) without its tunnels and documentation blocks is public; forms that carry IPv4 are odd. */
function judgeIpv6(url: URL): AddressVerdict {
  const groups = ipv6Groups(url.hostname.slice(1, -1));
  const [first = 0, second = 0] = groups;
  const zeros = groups.findIndex((group) => group !== 0);
  if (groups.length !== 8) return odd("Its host cannot be read plainly.");
  if (zeros === -1 || (zeros === 7 && groups[7] === 1)) return { kind: "local", url };
  if (zeros >= 4 || first === 0x64 || first === 0x2002 || (first === 0x2001 && second < 0x200))
    return odd("Its host hides an IPv4 address.");
  const isGlobal = first >= 0x2000 && first < 0x4000 && !(first === 0x2001 && second === 0xdb8) && first !== 0x3fff;
  return { kind: isGlobal ? "public" : "local", url };
}

/** The URL parser has already written the address in canonical form: hexadecimal groups with at most one "::". */
function ipv6Groups(host: string): number[] {
  const [head = "", tail] = host.split("::");
  const read = (part: string) => (part === "" ? [] : part.split(":").map((group) => Number.parseInt(group, 16)));
  if (tail === undefined) return read(head);
  const [left, right] = [read(head), read(tail)];
  return [...left, ...Array.from({ length: 8 - left.length - right.length }, () => 0), ...right];
}

/** Where an address leads, as far as its spelling says. */
export type Address =
  | { readonly kind: "web"; readonly url: URL }
  /** Runs code, opens a program or holds its content itself. */
  | { readonly kind: "dangerous"; readonly says: string }
  | { readonly kind: "mail"; readonly host: string; readonly parameters: string; readonly to: string }
  | { readonly kind: "phone"; readonly number: string; readonly parameters: string }
  /** A place on the page itself, or no address at all. */
  | { readonly kind: "local" }
  | { readonly kind: "unreadable" };

const runsCode = /^(?:javascript|vbscript|livescript|mocha):/iu;
const holdsContent = /^(?:data|blob|filesystem|mhtml|cid|jar|view-source|about|srcdoc):/iu;
const reachesFiles =
  /^(?:file|smb|nfs|afp|sftp|ssh|telnet|ldaps?|gopher|dict|tftp|chrome|resource|res|ms-[a-z-]{1,30}|search-ms|itms-[a-z]{1,20}|intent|android-app|shell|vnc|rdp):/iu;
const web = /^(?:https?|ftps?|wss?):/iu;

/** Reads an address as a browser would: control characters dropped, backslashes turned, a missing scheme supplied. */
export function readAddress(written: string): Address {
  const bare = written.replace(/[\u0000-\u001f\u007f]/gu, "").trim();
  const scheme = bare.replace(/\s/gu, "");
  if (runsCode.test(scheme)) return { kind: "dangerous", says: "runs code" };
  if (holdsContent.test(scheme)) return { kind: "dangerous", says: "hides its content in its own address" };
  if (reachesFiles.test(scheme)) return { kind: "dangerous", says: "opens a file or another program" };
  if (/^mailto:/iu.test(scheme)) return mail(bare);
  if (/^(?:tel|sms|smsto|callto|facetime|whatsapp):/iu.test(scheme)) return phone(bare);
  const turned = bare.replace(/^[^?#]*/u, (head) => head.replaceAll("\\", "/"));
  if (turned.startsWith("//")) return webAddress(`https:${turned}`);
  if (/^www\./iu.test(turned)) return webAddress(`https://${turned}`);
  if (web.test(turned)) return webAddress(turned);
  if (/^[a-z][a-z\d+.-]{1,20}:\/\//iu.test(turned)) return { kind: "dangerous", says: "opens another program" };
  if (/^(?:[a-z\d-]{1,63}\.){1,8}[a-z]{2,24}(?::\d{1,5})?[/?]/iu.test(turned)) return webAddress(`https://${turned}`);
  return { kind: "local" };
}

function webAddress(written: string): Address {
  try {
    const url = new URL(written);
    return url.hostname === "" ? { kind: "unreadable" } : { kind: "web", url };
  } catch {
    return { kind: "unreadable" };
  }
}

function mail(written: string): Address {
  const [to = "", ...parameters] = written.slice("mailto:".length).split("?");
  const host = to.slice(to.lastIndexOf("@") + 1).toLowerCase();
  return { kind: "mail", host, to: to.toLowerCase(), parameters: parameters.join("?") };
}

function phone(written: string): Address {
  const [number = "", ...parameters] = written.slice(written.indexOf(":") + 1).split(/[?;&]/u);
  return { kind: "phone", number: number.replace(/^\/\//u, ""), parameters: parameters.join("&") };
}

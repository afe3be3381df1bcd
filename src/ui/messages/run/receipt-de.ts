import type { receipt as english } from "./receipt-en.ts";

/** What is said about receipts, in German. */
export const receipt: typeof english = {
  open: "Beleg …",
  title: "Beleg",
  what: "Was geschehen soll",
  keep: "Aufbewahren",
  check: "Vergleichen",
  intro:
    "Ein Beleg ist der unterschriebene Stand der Aufzeichnung, wie sie jetzt ist: ein Name, eine Größe und ein Fingerabdruck, nichts von dem, was gesagt wurde. Anderswo aufbewahrt beweist er, dass später nichts davor geändert oder entfernt wurde.",
  of: "Beleg über",
  run: "Dieses Gespräch",
  all: "Alle Gespräche dieses Browsers",
  covers: {
    all: "Umfasst, wie jedes Gespräch begann und endete, und alles in denen, die beendet sind.",
    run: "Umfasst jeden Schritt dieses Gesprächs bis jetzt.",
  },
  text: "Der Beleg als Text",
  code: "Der Beleg als QR-Code, zum Ausdrucken oder zum Mitnehmen mit einem Telefon",
  copy: "Kopieren",
  copied: "Der Beleg liegt in der Zwischenablage.",
  notCopied: "Dieser Browser ließ den Beleg nicht kopieren. Sichern Sie ihn stattdessen als Datei.",
  save: "Als Datei sichern",
  saved: (file) => `${file} gespeichert. Bewahren Sie die Datei anderswo auf als in diesem Browser.`,
  evictable:
    "Dieser Browser darf löschen, was er aufgezeichnet hat, wenn der Platz auf dem Gerät ausgeht. Was Sie anderswo aufbewahren, bleibt: Belege, und Nachweise, die Sie sichern.",
  none: "Noch ist nichts unterschrieben, woraus sich ein Beleg machen ließe.",
  checkIntro:
    "Fügen Sie einen Beleg ein, den jemand aufbewahrt hat, oder öffnen Sie seine Datei. Die ganze Aufzeichnung hier wird neu gelesen und mit ihm verglichen.",
  paste: "Der aufbewahrte Beleg",
  openFile: "Datei öffnen …",
  compare: "Vergleichen",
  comparing: "Die Aufzeichnung wird gelesen …",
  fits: {
    same: (size) => `Er passt. Die Aufzeichnung ist genau so, wie sie damals war: ${entries(size)}.`,
    longer: (size, now) =>
      `Er passt. Die ersten ${size} von jetzt ${now} Einträgen sind, wie sie damals waren; nichts davon wurde geändert oder entfernt.`,
  },
  ahead: (size, now) =>
    `Die Aufzeichnung wurde gekürzt. Der Beleg wurde für ${entries(size)} ausgestellt, jetzt sind es ${now}. Bewahren Sie den Beleg auf.`,
  other:
    "Das ist eine andere Geschichte. Die Aufzeichnung wurde geändert oder ersetzt, seit der Beleg ausgestellt wurde. Bewahren Sie den Beleg auf.",
  damaged: "Das ist kein ganzer Beleg: Er wurde unterwegs gekürzt oder geändert, oder es ist etwas anderes.",
  elsewhere: (origin) =>
    `Dieser Beleg gehört zu einer Aufzeichnung, die nicht in diesem Browser liegt (${origin}). Wer einen Nachweis darüber hat, kann beide mit verify.html vergleichen. Lag sie in diesem Browser, dann hat der Browser sie seither gelöscht.`,
  unread: "Die Aufzeichnung ließ sich nicht lesen.",
  connect: "Nachweis dafür sichern",
  connectText: "Wer diesen Beleg hat, kann damit selbst und ohne Netz sehen, dass die Aufzeichnung an ihn anschließt.",
};

function entries(count: number): string {
  return count === 1 ? "1 Eintrag" : `${count} Einträge`;
}

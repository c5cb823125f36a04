import { sayDay, sayMinutes } from '@alongside/domain/uk/uk-time.js';
import type { CredentialKind } from '@alongside/domain/recognition/credential.events.js';
import type { Day } from '@alongside/domain/kernel/brand.js';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

/** What a certificate or a record of participation says. All of it comes from the record. */
export interface Certificate {
  readonly kind: CredentialKind;
  readonly name: string;
  readonly as: 'mentor' | 'mentee';
  readonly issuerName: string;
  readonly on: Day;
  readonly from: Day;
  readonly to: Day;
  readonly meetings: number;
  readonly minutes: number;
  readonly goalsAchieved: number;
  readonly code: string;
  /** Where anybody may check it. */
  readonly verifyUrl: string;
  readonly revoked: boolean;
}

const TITLES: Readonly<Record<CredentialKind, string>> = {
  certificate: 'Certificate of mentoring',
  participation: 'Record of participation',
};

const INK = '#1C2628';
const MUTED = '#55625F';
const CHALK = '#1F5A4C';
const MARIGOLD = '#E3A72F';
const BRICK = '#A4392A';
const MARGIN_POINTS = 72;
/** A name is set as large as one line allows, between these sizes in points. */
const NAME_POINTS = { least: 20, most: 40 };
const LINE_POINTS = 595 - 2 * MARGIN_POINTS;

const locate = createRequire(import.meta.url);
const fontFile = (family: string, weight: number, subset: string) =>
  readFileSync(locate.resolve(`@fontsource/${family}/files/${family}-${subset}-${weight}-normal.woff`));
/** Read once: the fonts of every certificate. The second subset has the letters of names such as Łukasz. */
const FONTS = (() => {
  let read: Record<string, Buffer> | undefined;
  return () =>
    (read ??= {
      serif: fontFile('source-serif-4', 600, 'latin'),
      serifExt: fontFile('source-serif-4', 600, 'latin-ext'),
      sans: fontFile('inter', 400, 'latin'),
      sansExt: fontFile('inter', 400, 'latin-ext'),
    });
})();
/** Letters that the latin subset of the fonts has; anything else is looked for in the extended one. */
const LATIN = /[\u0000-\u00ff\u0131\u0152\u0153\u02bb\u02bc\u02c6\u02da\u02dc\u2000-\u206f\u20ac\u2122]/;

/** A certificate as a tagged A4 PDF in the hub's own type. */
export function certificatePdf(certificate: Certificate): Promise<Buffer> {
  const { kind, name, issuerName, code, verifyUrl, revoked } = certificate;
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN_POINTS, right: MARGIN_POINTS, bottom: 36, left: MARGIN_POINTS },
    lang: 'en-GB',
    tagged: true,
    displayTitle: true,
    info: { Title: `${TITLES[kind]}: ${name}`, Author: issuerName, Creator: 'Alongside' },
  });
  for (const [family, file] of Object.entries(FONTS())) doc.registerFont(family, file);
  const finished = collected(doc);

  drawMark(doc);
  doc.y = 190;
  say(doc, 'sans', 12, MUTED, TITLES[kind]);
  doc.moveDown(0.6);
  say(doc, 'serif', fittedSize(doc, name), INK, name);
  doc.moveDown(0.5);
  say(doc, 'serif', 17, INK, sentence(certificate), 6);
  doc.moveDown(1.4);
  for (const [label, value] of facts(certificate)) {
    say(doc, 'sans', 10, MUTED, label);
    say(doc, 'serif', 15, INK, value);
    doc.moveDown(0.7);
  }
  if (revoked) say(doc, 'serif', 17, BRICK, withdrawn(certificate));
  drawFoot(doc, [
    `Issued by ${issuerName} on ${sayDay(certificate.on)}.`,
    `Check it at ${verifyUrl} with the code ${code.slice(0, 5)} ${code.slice(5)}.`,
  ]);
  doc.end();
  return finished;
}

/** Everything that a certificate says of its holder, in the order in which it says it. */
export const wordsOf = (certificate: Certificate): readonly string[] => [
  TITLES[certificate.kind],
  certificate.name,
  sentence(certificate),
  ...facts(certificate).flat(),
  ...(certificate.revoked ? [withdrawn(certificate)] : []),
];

const withdrawn = ({ kind }: Certificate): string =>
  `This ${kind === 'certificate' ? 'certificate' : 'record'} was withdrawn and is not valid.`;

/** A record of participation says what was done, and claims no achievement. */
function sentence({ kind, as, goalsAchieved }: Certificate): string {
  if (kind === 'participation') return as === 'mentor' ? 'took part in mentoring as a mentor.' : 'took part in mentoring as a mentee.';
  const did =
    as === 'mentor'
      ? 'mentored a colleague and completed what they agreed to do together'
      : 'worked with a mentor and completed what they agreed to do together';
  if (goalsAchieved === 0) return `has ${did}.`;
  return `has ${did}. ${goalsAchieved === 1 ? 'They achieved one goal' : `They achieved ${goalsAchieved} goals`}.`;
}

function facts({ from, to, meetings, minutes }: Certificate): readonly (readonly [string, string])[] {
  return [
    ['Dates', `${sayDay(from)} to ${sayDay(to)}`],
    ['Meetings confirmed by both', String(meetings)],
    ['Time in these meetings', meetings === 0 ? 'None confirmed by both' : sayMinutes(minutes)],
  ];
}

function say(doc: PDFKit.PDFDocument, family: 'serif' | 'sans', size: number, colour: string, text: string, lineGap = 2): void {
  const runs = runsOf(text);
  doc.fontSize(size).fillColor(colour);
  doc.addStructure(
    doc.struct('P', {}, () => {
      runs.forEach(({ extended, text: part }, index) => {
        doc.font(extended ? `${family}Ext` : family).text(part, { continued: index < runs.length - 1, lineGap });
      });
    }),
  );
}

/** The size at which a name fills one line at most. */
function fittedSize(doc: PDFKit.PDFDocument, name: string): number {
  doc.fontSize(NAME_POINTS.most);
  const width = runsOf(name).reduce((sum, { extended, text }) => sum + doc.font(extended ? 'serifExt' : 'serif').widthOfString(text), 0);
  return Math.max(NAME_POINTS.least, Math.min(NAME_POINTS.most, Math.floor((NAME_POINTS.most * LINE_POINTS * 0.98) / width)));
}

function runsOf(text: string): readonly { extended: boolean; text: string }[] {
  const runs: { extended: boolean; text: string }[] = [];
  for (const character of text.normalize('NFC')) {
    const extended = !LATIN.test(character);
    const last = runs.at(-1);
    if (last && last.extended === extended) last.text += character;
    else runs.push({ extended, text: character });
  }
  return runs;
}

/** Two strokes of different height that lean the same way: the mark of the hub. */
function drawMark(doc: PDFKit.PDFDocument): void {
  doc.markContent('Artifact', { type: 'Layout' });
  doc.lineCap('round').lineWidth(6.5);
  doc.moveTo(78, 104).lineTo(84, 80).stroke(CHALK);
  doc.moveTo(91, 104).lineTo(95.5, 87.5).stroke(MARIGOLD);
  doc.font('serif').fontSize(19).fillColor(INK).text('Alongside', 112, 82, { lineBreak: false });
  doc.endMarkedContent();
  doc.x = MARGIN_POINTS;
}

function drawFoot(doc: PDFKit.PDFDocument, lines: readonly string[]): void {
  doc.markContent('Artifact', { type: 'Layout' });
  doc.moveTo(MARGIN_POINTS, 722).lineTo(523, 722).lineWidth(0.75).stroke('#E4DFD3');
  doc.endMarkedContent();
  doc.x = MARGIN_POINTS;
  doc.y = 734;
  for (const line of lines) say(doc, 'sans', 9.5, MUTED, line);
}

function collected(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const parts: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => resolve(Buffer.concat(parts)));
    doc.on('error', reject);
  });
}

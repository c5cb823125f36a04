import { sayDay, sayMinutes } from '@alongside/domain/uk/uk-time.js';
import type { CredentialKind } from '@alongside/domain/recognition/credential.events.js';
import type { Day } from '@alongside/domain/kernel/brand.js';
import { isolated } from '@alongside/domain/text/isolate.js';
import PDFDocument from 'pdfkit';
import { mainFace, type Family } from './type/faces.js';
import { linesOf, typeset, widthOf, type Line, type Typeset } from './type/lines.js';
import type { ShapedFace } from './type/shaped-face.js';

/** What a certificate or a record of participation says. All of it comes from the record. */
export interface Certificate {
  readonly kind: CredentialKind;
  readonly name: string;
  /** What the holder entered for print, used only where a font lacks a letter of their name. */
  readonly printedName?: string | undefined;
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

/** A certificate as a tagged A4 PDF in the hub's own type. */
export async function certificatePdf(certificate: Certificate): Promise<Buffer> {
  const { kind, name, issuerName, code, verifyUrl, revoked } = certificate;
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN_POINTS, right: MARGIN_POINTS, bottom: 36, left: MARGIN_POINTS },
    lang: 'en-GB',
    tagged: true,
    displayTitle: true,
    info: { Title: `${TITLES[kind]}: ${name}`, Author: issuerName, Creator: 'Alongside' },
  });
  const finished = collected(doc);

  await drawMark(doc);
  doc.y = 190;
  await say(doc, 'sans', 12, MUTED, TITLES[kind]);
  doc.moveDown(0.6);
  await sayName(doc, certificate);
  doc.moveDown(0.5);
  await say(doc, 'serif', 17, INK, sentence(certificate), 6);
  doc.moveDown(1.4);
  for (const [label, value] of facts(certificate)) {
    await say(doc, 'sans', 10, MUTED, label);
    await say(doc, 'serif', 15, INK, value);
    doc.moveDown(0.7);
  }
  if (revoked) await say(doc, 'serif', 17, BRICK, withdrawn(certificate));
  await drawFoot(doc, [
    `Issued by ${isolated(issuerName)} on ${sayDay(certificate.on)}.`,
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

/** A name as a certificate prints it: the holder's own wording where a font lacks a letter of their name. */
export async function printedNameOf({ name, printedName }: Pick<Certificate, 'name' | 'printedName'>): Promise<Typeset> {
  const real = await typeset(name, 'serif');
  return real.missing.length > 0 && printedName ? typeset(printedName, 'serif') : real;
}

/** What a certificate says of letters that it cannot print. The page on which it is checked shows the whole name. */
export function aboutMissing(missing: readonly string[], verifyUrl: string): string {
  const codes = missing.map((letter) =>
    Array.from(letter, (one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' '),
  );
  const what = codes.length === 1 ? 'a letter' : 'letters';
  return `This name has ${what} that we cannot print: ${codes.join(', ')}. The full name is at ${verifyUrl}.`;
}

async function sayName(doc: PDFKit.PDFDocument, certificate: Certificate): Promise<void> {
  const name = await printedNameOf(certificate);
  const fitting = Math.floor(LINE_POINTS / widthOf(name));
  const size = Math.max(NAME_POINTS.least, Math.min(NAME_POINTS.most, fitting));
  draw(doc, name, { size, colour: INK, lineGap: 2 });
  if (name.missing.length > 0) await say(doc, 'sans', 10, MUTED, aboutMissing(name.missing, certificate.verifyUrl));
}

async function say(doc: PDFKit.PDFDocument, family: Family, size: number, colour: string, text: string, lineGap = 2): Promise<void> {
  draw(doc, await typeset(text, family), { size, colour, lineGap });
}

interface HubReader {
  readonly size: number;
  readonly colour: string;
  readonly lineGap: number;
}

function draw(doc: PDFKit.PDFDocument, text: Typeset, { size, colour, lineGap }: HubReader): void {
  const lines = linesOf(text, LINE_POINTS / size);
  if (lines.length === 0) return;
  doc.fillColor(colour);
  doc.addStructure(
    doc.struct('P', {}, () => {
      for (const line of lines) drawLine(doc, line, text.main, size, lineGap);
    }),
  );
  useFace(doc, text.main, size);
}

/** Runs side by side on one baseline. */
function drawLine(doc: PDFKit.PDFDocument, { runs }: Line, main: ShapedFace, size: number, lineGap: number): void {
  const faces = [main, ...runs.map(({ face }) => face)];
  const baseline = doc.y + Math.max(...faces.map(({ ascent }) => ascent)) * size;
  let x = MARGIN_POINTS;
  for (const { face, text } of runs) {
    useFace(doc, face, size).text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic', features: [] });
    x += face.widthOf(text) * size;
  }
  doc.x = MARGIN_POINTS;
  doc.y = baseline + Math.max(...faces.map(({ descent }) => descent)) * size + lineGap;
}

function useFace(doc: PDFKit.PDFDocument, face: ShapedFace, size: number): PDFKit.PDFDocument {
  doc.registerFont(face.id, face.forPdf);
  return doc.font(face.id).fontSize(size);
}

/** Two strokes of different height that lean the same way: the mark of the hub. */
async function drawMark(doc: PDFKit.PDFDocument): Promise<void> {
  const serif = await mainFace('serif');
  doc.markContent('Artifact', { type: 'Layout' });
  doc.lineCap('round').lineWidth(6.5);
  doc.moveTo(78, 104).lineTo(84, 80).stroke(CHALK);
  doc.moveTo(91, 104).lineTo(95.5, 87.5).stroke(MARIGOLD);
  useFace(doc, serif, 19).fillColor(INK).text('Alongside', 112, 82, { lineBreak: false });
  doc.endMarkedContent();
  doc.x = MARGIN_POINTS;
}

async function drawFoot(doc: PDFKit.PDFDocument, lines: readonly string[]): Promise<void> {
  doc.markContent('Artifact', { type: 'Layout' });
  doc.moveTo(MARGIN_POINTS, 722).lineTo(523, 722).lineWidth(0.75).stroke('#E4DFD3');
  doc.endMarkedContent();
  doc.x = MARGIN_POINTS;
  doc.y = 734;
  for (const line of lines) await say(doc, 'sans', 9.5, MUTED, line);
}

function collected(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const parts: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => resolve(Buffer.concat(parts)));
    doc.on('error', reject);
  });
}

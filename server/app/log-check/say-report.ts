import { NEXT_STEPS, sayFinding, sayPosition, saySpoilt, SPOILT_STEPS, type CheckReport } from '../../event-store/findings.js';

const count = (many: number, one: string, more = `${one}s`): string => `${many.toLocaleString('en-GB')} ${many === 1 ? one : more}`;

/** What a check found, in lines for the terminal. */
export function sayReport(report: CheckReport): readonly string[] {
  const { file, sound, findings, more, events, keys, witness, spoilt } = report;
  const read = `${count(events, 'event')} and ${count(keys, 'key')} were read from ${file}.`;
  const head = witness
    ? [`The newest is at position ${sayPosition(witness.head.position)}. Head of the whole log: ${witness.head.hash}`]
    : [];
  const notes = [...(keys > 0 ? [sayKeys(report)] : []), sayWitnesses(report)];
  const all = 'The log is sound: everything in it is as it was written.';
  if (sound) return [all, read, ...head, ...notes, ...sayDoubt(spoilt)];
  return [
    'The log is damaged.',
    read,
    ...findings.map((finding) => `- ${sayFinding(finding)}`),
    ...(more > 0 ? [`- ${count(more, 'finding')} more.`] : []),
    ...notes,
    ...spoilt.map(saySpoilt),
    ...steps(NEXT_STEPS),
  ];
}

/** That files which should tell how far the log went can not, and what to do about it. */
export const sayDoubt = (spoilt: readonly string[]): readonly string[] =>
  spoilt.length === 0 ? [] : [...spoilt.map(saySpoilt), ...steps(SPOILT_STEPS)];

const steps = (all: readonly string[]): readonly string[] => ['What to do:', ...all.map((step, index) => `${index + 1}. ${step}`)];

function sayKeys({ keysOpened, keysWithoutHash }: CheckReport): string {
  if (!keysOpened) return 'No master key is here, so we did not try whether keys open. Set MASTER_KEY to try them.';
  return keysWithoutHash > 0
    ? `Keys were opened with the master key. ${count(keysWithoutHash, 'older key has', 'older keys have')} no hash: all that is known is that they open.`
    : 'Keys were opened with the master key.';
}

function sayWitnesses({ witness, vouched, heads, spoilt }: CheckReport): string {
  if (heads === 0 && spoilt.length > 0) return 'No other note outside the log knows where it ends.';
  if (heads === 0) return 'Nothing outside the log knew where it ends, so a missing end cannot be noticed.';
  const compared = `Compared with ${count(heads, 'head')} kept outside the log.`;
  const after = (witness?.head.events ?? 0) - (vouched?.events ?? 0);
  if (!vouched || after === 0) return compared;
  return `${compared} What is known there ends at position ${sayPosition(vouched.position)}. ${count(after, 'event comes', 'events come')} after it: if others that came after it are missing, that cannot be noticed.`;
}

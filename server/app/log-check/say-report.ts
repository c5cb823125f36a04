import { NEXT_STEPS, sayFinding, sayPosition, type CheckReport } from '../../event-store/findings.js';

const count = (many: number, one: string, more = `${one}s`): string => `${many.toLocaleString('en-GB')} ${many === 1 ? one : more}`;

/** What a check found, in lines for the terminal. `witnesses`: how many heads outside the log it was held against. */
export function sayReport(report: CheckReport, witnesses: number): readonly string[] {
  const { file, sound, findings, more, events, keys, witness } = report;
  const read = `${count(events, 'event')} and ${count(keys, 'key')} were read from ${file}.`;
  const head = witness
    ? [`The newest is at position ${sayPosition(witness.head.position)}. Head of the whole log: ${witness.head.hash}`]
    : [];
  const notes = [...(keys > 0 ? [sayKeys(report)] : []), sayWitnesses(report, witnesses)];
  if (sound) return ['The log is sound: everything in it is as it was written.', read, ...head, ...notes];
  return [
    'The log is damaged.',
    read,
    ...findings.map((finding) => `- ${sayFinding(finding)}`),
    ...(more > 0 ? [`- ${count(more, 'finding')} more.`] : []),
    ...notes,
    'What to do:',
    ...NEXT_STEPS.map((step, index) => `${index + 1}. ${step}`),
  ];
}

function sayKeys({ keysOpened, keysWithoutHash }: CheckReport): string {
  if (!keysOpened) return 'No master key is here, so we did not try whether keys open. Set MASTER_KEY to try them.';
  return keysWithoutHash > 0
    ? `Keys were opened with the master key. ${count(keysWithoutHash, 'older key has', 'older keys have')} no hash: all that is known is that they open.`
    : 'Keys were opened with the master key.';
}

function sayWitnesses({ witness, vouched }: CheckReport, witnesses: number): string {
  if (witnesses === 0) return 'Nothing outside the log knew where it ends, so a missing end cannot be noticed.';
  const compared = `Compared with ${count(witnesses, 'head')} kept outside the log.`;
  const after = (witness?.head.events ?? 0) - (vouched?.events ?? 0);
  if (!vouched || after === 0) return compared;
  return `${compared} What is known there ends at position ${sayPosition(vouched.position)}. ${count(after, 'event comes', 'events come')} after it: if others that came after it are missing, that cannot be noticed.`;
}

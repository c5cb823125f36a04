import { HUB } from '@alongside/domain/kernel/decider.js';
import { KEY_CATEGORY } from './hash.js';
import type { LogHead, Witness } from './log-chain.js';

/** Something in a log that is not as it was written. */
export interface Finding {
  /** `altered`: content or place of an event; `cut`: the end is gone; `rewritten`: otherwise than a witness; `keyless`: a key is gone without a word. */
  readonly kind: 'altered' | 'missing' | 'unreadable' | 'file' | 'cut' | 'rewritten' | 'key' | 'keyless';
  readonly stream?: string;
  /** The first revision concerned, and the last where it is another. */
  readonly revision?: number;
  readonly through?: number;
  /** The event’s id and type, as they read now. */
  readonly event?: string;
  readonly type?: string;
  /** Position in the log of the first and the last event concerned. */
  readonly position?: string;
  readonly until?: string;
  /** More words: what SQLite said, which witness it was. */
  readonly detail?: string;
}

/** The stream of the hub’s own key. */
const HUB_KEY = `${KEY_CATEGORY}-${HUB}`;

/** How many findings are kept; the rest are counted. */
export const FINDINGS_LIMIT = 200;

/** What a check of a log found. Plain data: it crosses threads, and stands in answers. */
export interface CheckReport {
  /** The file of the log, or its server. */
  readonly file: string;
  readonly sound: boolean;
  /** Events of the history, and of keys, that were read. */
  readonly events: number;
  readonly keys: number;
  /** Events about keys from before they had hashes: whether they are as they were written shows only in that they open. */
  readonly keysWithoutHash: number;
  /** Whether keys were tried with the master key. */
  readonly keysOpened: boolean;
  readonly findings: readonly Finding[];
  /** Findings beyond `FINDINGS_LIMIT`. */
  readonly more: number;
  /** Streams of which something is not as it was written. */
  readonly damaged: readonly string[];
  /** Heads of the chain over the whole log. Absent for an empty log. */
  readonly witness?: Witness;
  /** How many heads outside the log it was held against. */
  readonly heads: number;
  /** Files that should tell of such a head, and are not as they were written: of these it is not known what the log lacks. */
  readonly spoilt: readonly string[];
  /** The furthest head outside the log that it agrees with: behind it, an end that was cut off shows nowhere. Absent where none does. */
  readonly vouched?: LogHead;
  /** People whose data was deleted, by the log. */
  readonly erased: readonly string[];
}

/** Gathers findings; those that follow each other in one stream become one. */
export class Findings {
  readonly list: Finding[] = [];
  readonly damaged = new Set<string>();
  more = 0;

  add(finding: Finding): void {
    if (finding.stream !== undefined) this.damaged.add(finding.stream);
    // SQLite stumbles over one page again and again.
    if (finding.kind === 'file' && this.list.some(({ kind, detail }) => kind === 'file' && detail === finding.detail)) return;
    const last = this.list.at(-1);
    if (last && finding.revision !== undefined && follows(last, finding)) {
      this.list[this.list.length - 1] = { ...last, through: finding.through ?? finding.revision, ...until(finding) };
      return;
    }
    if (this.list.length < FINDINGS_LIMIT) this.list.push(finding);
    else this.more += 1;
  }

  has(...kinds: readonly Finding['kind'][]): boolean {
    return this.list.some(({ kind }) => kinds.includes(kind));
  }
}

const follows = (last: Finding, next: Finding): boolean =>
  last.kind === next.kind &&
  last.stream === next.stream &&
  last.detail === next.detail &&
  (last.through ?? last.revision) === (next.revision ?? 0) - 1;

const until = ({ position, until: last }: Finding) => {
  const end = last ?? position;
  return end === undefined ? {} : { until: end };
};

/** “0000000000026726” as people count; what is no such number is left as it is. */
export const sayPosition = (position: string): string => (/^\d{16}$/.test(position) ? Number(position).toLocaleString('en-GB') : position);

/** A finding in a sentence for the person who looks after the server. Ids and types only: nothing of what people wrote. */
export function sayFinding({ kind, stream, revision, through, event, type, position, until: last, detail }: Finding): string {
  const one = through === undefined || through === revision;
  const events = revision === undefined ? 'Events' : one ? `Event ${revision}` : `Events ${revision} to ${through}`;
  const named = type && one ? ` (${type}${event ? `, id ${event}` : ''})` : '';
  const where = stream ? `${events} of the stream ${stream}${named}` : events;
  const from = position
    ? ` Position in the log: ${sayPosition(position)}${last && last !== position ? ` to ${sayPosition(last)}` : ''}.`
    : '';
  const more = detail ? ` ${detail}` : '';
  switch (kind) {
    case 'altered':
      return `${where} ${one ? 'is' : 'are'} not as written: changed, moved or damaged outside Alongside.${from}${more}`;
    case 'missing':
      return `${where} ${one && revision !== undefined ? 'is' : 'are'} missing from the log.${from}${more}`;
    case 'unreadable':
      return `Part of the log cannot be read.${from}${more}`;
    case 'file':
      return `The file of the log is damaged.${more}`;
    case 'cut':
      return `The end of the log is missing.${more}`;
    case 'rewritten':
      return `The log was rewritten: its streams agree with themselves, and not with what was noted of them.${from}${more}`;
    case 'key':
      return `${where}: this key cannot be opened with the master key.${from}${more}`;
    case 'keyless':
      if (stream === HUB_KEY) return `The hub’s own key (${stream}) is gone. Without it the log cannot tell which master key is its own.`;
      return `The key of the stream ${stream ?? ''} is gone, and nothing in the log tells that this person’s account was deleted. What they wrote can no longer be read.`;
  }
}

/** What to do where the disk gives so little of the log that no check of it ends, and parts were found damaged all the same. */
export const DISK_STEPS: readonly string[] = [
  'Check the disk: it does not give all of the log. Keep a copy of the data folder before you change anything.',
  'Once the disk gives it, run npm run verify -- DIR. It says what is damaged, and what to do.',
];

/** That a file which bears witness to the log can say nothing any more, in a sentence. */
export const saySpoilt = (file: string): string =>
  `${file} notes how far the log went, and is not as it was written: that file was changed or damaged, and not the log. If the end of the log is missing, it cannot say so.`;

/** What to do about such a file. */
export const SPOILT_STEPS: readonly string[] = [
  'Check the disk and who can reach the folder.',
  'See how far your newest backup goes: npm run verify -- BACKUP. If the log ends before it, restore that backup: npm run restore -- BACKUP.',
  'If the end of the log is where it should be, accept it: npm run verify -- DIR --accept. The note is then written anew.',
];

/** What to do about what was found, one step a line. */
export const NEXT_STEPS: readonly string[] = [
  'Stop the hub, and keep a copy of the data folder as it is now.',
  'Check the disk and who can reach the folder.',
  'Restore the newest backup that is sound: npm run restore -- BACKUP. Events since that backup are lost.',
  'If you put an older backup in place by hand, and only the end is missing, accept it: npm run verify -- DIR --accept.',
];

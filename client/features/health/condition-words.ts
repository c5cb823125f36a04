import type { Instant } from '@alongside/domain/kernel/brand.js';
import { dayOf, sayDate, sayMoment } from '@alongside/domain/uk/uk-time.js';

/** How everything stands that the hub hangs on. Sizes are in bytes. */
export interface HubCondition {
  readonly now: string;
  readonly disk?: { readonly freeBytes: number; readonly totalBytes: number };
  readonly log?: { readonly bytes: number; readonly perDayBytes?: number };
  readonly writes: {
    readonly state: 'ok' | 'failing';
    readonly since?: string;
    readonly why?: WhyNotSaved;
  };
  /** Whether the log can be read; absent in an answer of an older hub. */
  readonly reads?: { readonly state: 'ok' | 'failing'; readonly since?: string; readonly why?: WhyNotSaved };
  readonly views: {
    readonly state: 'ok' | 'failing';
    readonly since?: string;
    readonly why?: WhyNotSaved | 'damaged';
  };
  readonly mail: MailState;
  readonly reactors: { readonly behindEvents: number; readonly failingSince?: string; readonly trying?: string };
  readonly clock: { readonly behindMs: number };
  readonly backup: { readonly at: string; readonly folder: string; readonly events: number } | 'none' | 'elsewhere';
  readonly certificate: {
    readonly state: 'none' | 'known' | 'unknown';
    readonly host?: string;
    readonly expiresAt?: string;
    readonly checkedAt?: string;
  };
  /** Whether the model of suggestions that should serve does; absent in an answer of an older hub. */
  readonly learning?: { readonly state: 'ok' } | { readonly state: 'broken'; readonly why: string };
  /** How the directory stands; absent where the hub searches by itself and all is done. */
  readonly search?:
    | { readonly state: 'ready' }
    | { readonly state: 'filling'; readonly done: number; readonly of: number; readonly served: boolean }
    | { readonly state: 'behind'; readonly why: string; readonly since: string; readonly served?: true };
}

type WhyNotSaved = 'full' | 'read-only' | 'no-answer' | 'disk' | 'gone' | 'folder' | 'folder-full' | 'folder-refuses';

interface MailState {
  readonly leaves: boolean;
  readonly waiting: number;
  readonly lastSentAt?: string;
  readonly lastTestAt?: string;
  readonly failingSince?: string;
  readonly problem?: string;
  readonly slowSince?: string;
  /** Set while emails about events wait since a restore; `backup`: when the backup was made. */
  readonly held?: { readonly backup?: string };
  readonly notSent: { readonly refused: number; readonly tooLate: number; readonly tooMany: number };
}

/** One thing in a sentence, and what to do about it. `wrong`: people notice it; `soon`: they will. */
export interface Line {
  readonly label: string;
  readonly says: string;
  readonly next?: string | undefined;
  /** Where the next step is taken, if in Alongside. */
  readonly href?: string;
  readonly state: 'well' | 'soon' | 'wrong';
  /** What the whole screen is headed by where this is the worst. */
  readonly title?: string;
}

/** The hub writes what fails to its output, and nowhere else. */
export const WHERE_OUTPUT_IS =
  'on the server, read the hub’s output (“journalctl -u alongside” with systemd, “docker compose logs” with Docker).';

const GIGABYTE = 1024 ** 3;
const MEGABYTE = 1024 ** 2;
const DAY_MS = 24 * 60 * 60 * 1_000;
/** Less room than this, or less than this part of the disk where it is small, is little. */
const LITTLE_BYTES = GIGABYTE;
const LITTLE_SHARE = 0.05;
/** A disk that fills within so many days is told of. */
const FILLS_DAYS = 30;
const BACKUP_OLD_DAYS = 2;
const CERTIFICATE_SOON_DAYS = 14;
/** Clocks of devices differ by a little. */
const CLOCK_APART_MS = 2 * 60_000;
/** Behind by less is behind for a moment only. */
const BEHIND_EVENTS = 100;

/** Everything the hub hangs on, a line each. `deviceMs`: the clock of the device, by which that of the server is seen to be wrong. */
export const linesOf = (hub: HubCondition, deviceMs: number): readonly Line[] => [
  ...savingOf(hub),
  ...showingOf(hub),
  ...diskOf(hub),
  ...logOf(hub),
  mailOf(hub),
  tasksOf(hub),
  clockOf(hub, deviceMs),
  backupOf(hub),
  ...certificateOf(hub),
  ...learningOf(hub),
  ...searchOf(hub),
];

/** While pages do not follow, `showingOf` says what becomes of what people send. */
function savingOf(hub: HubCondition): readonly Line[] {
  const { writes, views, reads, now } = hub;
  if (reads?.state === 'failing') return [notRead(reads, now)];
  if (writes.state === 'failing') return [notSaved(hub)];
  return views.state === 'ok' ? [{ label: 'Saving', says: 'Changes are being saved.', state: 'well' }] : [];
}

function notSaved({ writes, now }: HubCondition): Line {
  const since = writes.since ? ` since ${momentOf(writes.since, now)}` : '';
  const [why, next] = WHY_NOT_SAVED[writes.why ?? 'disk'];
  if (writes.why === 'folder')
    return {
      label: 'Saving',
      state: 'wrong',
      title: 'Restart the hub',
      says: `Changes are saved, but${since} emails may not be sent, because ${why}.`,
      next,
    };
  if (writes.why === 'folder-full' || writes.why === 'folder-refuses')
    return {
      label: 'Saving',
      state: 'wrong',
      title: 'Pages may not be up to date',
      says: `Pages may show nothing new and emails may not be sent${since}, because ${why}. Nothing that was saved is lost.`,
      next,
    };
  return {
    label: 'Saving',
    state: 'wrong',
    title: 'Nothing can be saved',
    says: `Nothing has been saved${since}, because ${why}. People can still read.`,
    next,
  };
}

/** Nothing is decided without the log. */
function notRead({ since, why }: NonNullable<HubCondition['reads']>, now: string): Line {
  const [because, next] = WHY_NOT_SAVED[why ?? 'disk'];
  return {
    label: 'Saving',
    state: 'wrong',
    title: 'The log cannot be read',
    says: `Nothing has been saved${since ? ` since ${momentOf(since, now)}` : ''}, because the log cannot be read: ${because}. Pages show what they showed before.`,
    next,
  };
}

const WHY_NOT_SAVED = {
  full: ['the server’s disk is full', 'Make space on the disk. Saving starts again by itself.'],
  'read-only': [
    'the hub may not write to its data folder',
    'Check that the disk is not read-only, and that the hub’s account may write to DATA_DIR.',
  ],
  'no-answer': ['the log does not answer', `Check the disk, then restart the hub. To find out why: ${WHERE_OUTPUT_IS}`],
  disk: ['the disk reports an error', 'Check the disk. Keep a copy of the data folder before you change anything.'],
  gone: [
    'another program deleted or moved a file of the log that the hub had open',
    'Restart the hub. Nothing that was saved before is lost. Let no other program open the files in DATA_DIR while the hub runs.',
  ],
  folder: [
    'another program deleted or moved the folder in which the hub keeps what it shows and sends',
    'Restart the hub. It makes these files again, and nothing that was saved is lost.',
  ],
  'folder-full': ['the disk that they come from is full', 'Make space on the disk of DATA_DIR/processes. The hub catches up by itself.'],
  'folder-refuses': [
    'the hub cannot write to the disk that they come from',
    'Check that the disk of DATA_DIR/processes works and is not read-only, and that the hub’s account may write there.',
  ],
} as const;

/** Said only where it is not so: what is saved is what people see. */
function showingOf({ views, now }: HubCondition): readonly Line[] {
  if (views.state === 'ok') return [];
  const since = views.since ? ` since ${momentOf(views.since, now)}` : '';
  const [why, next] = WHY_NOT_SHOWN[views.why ?? 'disk'];
  return [
    {
      label: 'What people see',
      state: 'wrong',
      title: 'Pages are not up to date',
      says: `Pages show nothing new${since}, because ${why}. Nothing that was saved is lost. What people send now may wait in their browsers.`,
      next,
    },
  ];
}

const WHY_NOT_SHOWN = {
  ...WHY_NOT_SAVED,
  full: [
    'the disk is full on which the hub keeps what it shows',
    'Make space on the disk of DATA_DIR/processes. Pages catch up by themselves.',
  ],
  damaged: [
    'what the hub keeps to show them is damaged on disk',
    'Check the disk, then restart the hub. It makes these files again, and nothing is lost.',
  ],
} as const;

function diskOf({ disk, log }: HubCondition): readonly Line[] {
  if (!disk) return [];
  const room = `${sizeOf(disk.freeBytes)} of ${sizeOf(disk.totalBytes)} free.`;
  const little = disk.freeBytes < Math.min(LITTLE_BYTES, disk.totalBytes * LITTLE_SHARE);
  if (little)
    return [
      {
        label: 'Disk space',
        says: room,
        state: 'wrong',
        title: 'The server’s disk is nearly full',
        next: 'Make space on the disk. When it is full, nothing can be saved.',
      },
    ];
  const days = log?.perDayBytes ? Math.floor(disk.freeBytes / log.perDayBytes) : Number.POSITIVE_INFINITY;
  if (days < FILLS_DAYS)
    return [
      {
        label: 'Disk space',
        state: 'soon',
        says: `${room} The log fills it in about ${countOf(days, 'day')}.`,
        next: 'Make space on the disk, or move the data folder to a larger one.',
      },
    ];
  return [{ label: 'Disk space', says: room, state: 'well' }];
}

function logOf({ log }: HubCondition): readonly Line[] {
  if (!log) return [];
  const grows =
    log.perDayBytes === undefined ? 'How fast it grows shows after a day.' : `It grows by about ${sizeOf(log.perDayBytes)} a day.`;
  return [{ label: 'Size of the log', says: `${sizeOf(log.bytes)}. ${grows}`, state: 'well' }];
}

function mailOf({ mail, now }: HubCondition): Line {
  const label = 'Email';
  const waiting = mail.waiting > 0 ? ` ${countOf(mail.waiting, 'email')} ${mail.waiting === 1 ? 'is' : 'are'} waiting.` : '';
  if (mail.failingSince)
    return {
      label,
      state: 'wrong',
      title: 'Email is not being sent',
      says: `No email has been sent since ${momentOf(mail.failingSince, now)}.${waiting}${waiting && ' We keep trying.'}`,
      next: mail.problem,
    };
  if (mail.held)
    return {
      label,
      state: 'soon',
      says: `Only emails that people ask for are sent, such as codes to sign in.${waiting}`,
      next: 'This hub was restored from a backup. Choose above whether it sends emails.',
    };
  if (mail.slowSince)
    return {
      label,
      state: 'soon',
      says: `The mail server has been taking long since ${momentOf(mail.slowSince, now)}.${waiting}`,
      next: 'Wait a few minutes. If it stays like this, ask the person who runs the mail server.',
    };
  const { refused, tooLate, tooMany } = mail.notSent;
  const sent = sentOf(mail, now);
  const lost = refused + tooLate + tooMany;
  if (lost > 0)
    return {
      label,
      state: 'soon',
      says: `${sent}${waiting} In the last 7 days, ${countOf(lost, 'email')} could not be sent: ${reasonsOf(mail.notSent)}.`,
      next:
        refused > 0 ? 'Check the email addresses of members. The rest shows to people in Alongside.' : 'It shows to people in Alongside.',
    };
  if (!mail.leaves)
    return {
      label,
      says: `This hub does not send email. It is kept on the server instead.${waiting}`,
      next: 'Set up email',
      href: '/set-up?step=email',
      state: 'soon',
    };
  return { label, says: `${sent}${waiting}`, state: 'well' };
}

/** The test of the set-up goes by settings that are not in use yet: it is no email to a person, and not nothing. */
function sentOf({ lastSentAt, lastTestAt }: MailState, now: string): string {
  if (lastSentAt) return `Last sent ${momentOf(lastSentAt, now)}.`;
  return lastTestAt
    ? `A test email was sent ${momentOf(lastTestAt, now)}. No other email has been sent yet.`
    : 'No email has been sent yet.';
}

function reasonsOf({ refused, tooLate, tooMany }: MailState['notSent']): string {
  const parts = [
    refused && `the mail server refused ${refused.toLocaleString('en-GB')}`,
    tooLate && `${tooLate.toLocaleString('en-GB')} waited too long`,
    tooMany && `${tooMany.toLocaleString('en-GB')} were too many at once`,
  ].filter((part) => typeof part === 'string');
  return parts.join(', ');
}

function tasksOf({ reactors, now }: HubCondition): Line {
  const label = 'Follow-up tasks';
  if (reactors.failingSince)
    return {
      label,
      state: 'soon',
      says: `${reactors.trying ? `“${reactors.trying.replaceAll('-', ' ')}”` : 'A task'} has been failing since ${momentOf(reactors.failingSince, now)}. We keep trying.`,
      next: `If it stays like this for some minutes: ${WHERE_OUTPUT_IS}`,
    };
  if (reactors.behindEvents > BEHIND_EVENTS)
    return {
      label,
      state: 'soon',
      says: `${reactors.behindEvents.toLocaleString('en-GB')} events behind.`,
      next: 'You do not need to do anything while this number goes down.',
    };
  return { label, says: 'Up to date.', state: 'well' };
}

function clockOf({ clock, now }: HubCondition, deviceMs: number): Line {
  const label = 'Clock of the server';
  const apartMs = Date.parse(now) - deviceMs;
  const next = 'Check the date and time on the server. What people do is recorded with it.';
  if (clock.behindMs > 0)
    return {
      label,
      state: 'wrong',
      title: 'The server’s clock is wrong',
      next,
      says: `It is ${spanOf(clock.behindMs)} behind the last change that was saved.`,
    };
  if (Math.abs(apartMs) > CLOCK_APART_MS)
    return {
      label,
      state: 'soon',
      next,
      says: `It is ${spanOf(Math.abs(apartMs))} ${apartMs < 0 ? 'behind' : 'ahead of'} the clock of your device.`,
    };
  return { label, says: `It shows ${sayMoment(now as Instant)}.`, state: 'well' };
}

function backupOf({ backup, now }: HubCondition): Line {
  const label = 'Last backup';
  if (backup === 'elsewhere')
    return { label, says: 'The log is on an event store server, with backups of its own. This hub knows nothing of them.', state: 'well' };
  const daily = 'Run “npm run backup -- DIR” on the server once a day, into a folder on another disk.';
  if (backup === 'none') return { label, says: 'No backup has been made yet.', next: daily, state: 'soon' };
  const made = `${sentence(momentOf(backup.at, now))}, in ${backup.folder}. Verified: ${countOf(backup.events, 'event')}.`;
  const old = Date.parse(now) - Date.parse(backup.at) > BACKUP_OLD_DAYS * DAY_MS;
  return { label, says: made, state: old ? 'soon' : 'well', ...(old && { next: daily }) };
}

function certificateOf({ certificate, now }: HubCondition): readonly Line[] {
  const label = 'HTTPS certificate';
  if (certificate.state === 'none') return [];
  if (!certificate.checkedAt) return [{ label, says: 'Not checked yet.', state: 'well' }];
  if (!certificate.expiresAt)
    return [{ label, says: `Not known: the hub could not reach ${certificate.host ?? 'its own address'} to look.`, state: 'well' }];
  const leftMs = Date.parse(certificate.expiresAt) - Date.parse(now);
  const day = sayDate(dayOf(certificate.expiresAt as Instant));
  const next = 'Renew it on the server or proxy that does HTTPS.';
  if (leftMs <= 0)
    return [
      {
        label,
        state: 'wrong',
        title: 'The HTTPS certificate has expired',
        next,
        says: `It expired on ${day}. Browsers warn people not to open this hub.`,
      },
    ];
  const soon = leftMs < CERTIFICATE_SOON_DAYS * DAY_MS;
  return [{ label, says: `Valid until ${day}.`, state: soon ? 'soon' : 'well', ...(soon && { next }) }];
}

/** Said only where it is not so: suggestions then follow the rules. */
function learningOf({ learning }: HubCondition): readonly Line[] {
  if (learning?.state !== 'broken') return [];
  return [
    {
      label: 'Suggestions',
      state: 'soon',
      says: `Suggestions follow the rules, because what was learned cannot be read. ${learning.why}`,
      next: 'Train a model again on How matching works, or go back.',
      href: '/matching',
    },
  ];
}

/** Where a search server keeps the directory, or the hub is filling its own. */
function searchOf({ search, now }: HubCondition): readonly Line[] {
  const label = 'Directory search';
  if (!search) return [];
  if (search.state === 'ready') return [{ label, says: 'The search server is up to date.', state: 'well' }];
  if (search.state === 'filling') {
    const done = `${search.done.toLocaleString('en-GB')} of ${countOf(search.of, 'mentor')} done.`;
    const meanwhile = search.served ? 'People can search meanwhile.' : 'People cannot search until it is done.';
    return [{ label, says: `The directory is being filled. ${done} ${meanwhile}`, state: search.served ? 'well' : 'soon' }];
  }
  const [why, next] = WHY_NOT_SEARCHED[search.why] ?? WHY_NOT_SEARCHED.refused;
  if (search.served)
    return [
      {
        label,
        state: 'soon',
        says: `The directory could not be made again since ${momentOf(search.since, now)}, because ${why}. People search the one from before. We keep trying.`,
        next,
      },
    ];
  return [
    {
      label,
      state: 'wrong',
      title: 'People cannot search the directory',
      says: `People have not been able to search since ${momentOf(search.since, now)}, because ${why}. Everything else works, and we keep trying.`,
      next,
    },
  ];
}

const WHY_NOT_SEARCHED: Readonly<Record<string, readonly [string, string]>> & { readonly refused: readonly [string, string] } = {
  disk: ['it could not be saved', 'Check the disk, then restart the hub.'],
  away: ['the search server cannot be reached', 'Start it, or check MEILI_URL.'],
  slow: ['the search server does not answer in time', 'Check its load and its disk, or restart it.'],
  key: ['the search server does not accept the key', 'Check MEILI_KEY, then restart the hub.'],
  version: ['the search server is too old', 'Update it to Meilisearch 1.23 or later.'],
  'other-service': ['another service answers in place of the search server', 'Check MEILI_URL, then restart the hub.'],
  lost: ['the search server no longer has the directory', 'You do not need to do anything: the hub fills it again.'],
  refused: ['the search server could not do what it was asked', 'Look into its own output and the hub’s. Its disk may be full.'],
};

const momentOf = (at: string, now: string): string => sayMoment(at as Instant, dayOf(now as Instant));
const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const countOf = (n: number, noun: string): string => `${n.toLocaleString('en-GB')} ${noun}${n === 1 ? '' : 's'}`;

/** “2.5 GB”, “35 MB”, “0.4 MB”: with a decimal where it is small. */
export function sizeOf(bytes: number): string {
  const [unit, word] = bytes >= GIGABYTE ? [GIGABYTE, 'GB'] : [MEGABYTE, 'MB'];
  const n = bytes / unit;
  return `${n.toLocaleString('en-GB', { maximumFractionDigits: n < 10 ? 1 : 0 })} ${word}`;
}

/** “12 minutes”, “3 hours”, “2 days”. */
function spanOf(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  return minutes < 120
    ? countOf(minutes, 'minute')
    : minutes < 2_880
      ? countOf(Math.round(minutes / 60), 'hour')
      : countOf(Math.round(minutes / 1_440), 'day');
}

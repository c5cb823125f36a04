import type {
  CredentialId,
  Day,
  EventId,
  Instant,
  InstitutionId,
  MeetingId,
  MentorshipId,
  PersonId,
  RequestId,
} from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { theTwo, type Participants } from '@alongside/domain/mentorships/participants.js';
import type { Cancelled, TakenAlong } from '@alongside/domain/notices/cancelled.js';
import type { EventType } from '@alongside/domain/notices/outcome.js';
import {
  leavesOlderEmail,
  noticesOf,
  pairOf,
  shownIn,
  shownOf,
  subjectOf,
  type Happened,
  type Known,
  type Pair,
  type Told,
} from '@alongside/domain/notices/notices.js';
import { makesUntrue, OVERTAKERS, overtakes } from '@alongside/domain/notices/past.js';
import { NOTICES } from '@alongside/domain/notices/table.js';
import type { AnyEvent } from '@alongside/domain/protocol/registry.js';
import { change, type Handlers, type Rows } from '../engine/view.js';
import { onlyPerson } from './audiences.js';
import { hubView } from './hub-view.js';
import { privateRows } from './private-rows.js';

/** One notice for one person: ids, days and choices, and never anyone's words. `domain/notices/words.ts` makes a sentence of it. */
export interface NoticeRow {
  readonly notice: string;
  readonly person: PersonId;
  /** The event it is about, for the email that belongs to it. */
  readonly event: EventId;
  readonly type: EventType;
  readonly actor: PersonId;
  readonly at: Instant;
  readonly shown: Readonly<Record<string, unknown>>;
  readonly pair: Pair | null;
  readonly startsAt: Instant | null;
  /** When the last of the times that it suggests starts; absent where it suggests none. */
  readonly lastTime?: Instant;
  /** What a pause or an end cancels and withdraws, and what stays booked; absent where it is nothing. */
  readonly takenAlong?: TakenAlong;
  readonly replyBy: Day | null;
  readonly passedOn: boolean;
  /** Whether the mentor wrote something as they declined; absent where not. The words are in the request alone. */
  readonly withMessage?: true;
  readonly institution: InstitutionId | null;
  /** Listed among notifications on Today; where `false`, a task or an email tells them. */
  readonly listed: boolean;
  readonly email: boolean;
}

/** Older notices make room for newer ones. */
export const NOTICES_KEPT = 60;

type Notices = Rows<NoticeRow>;
const pairs = privateRows<Pair>('pair');
const requests = privateRows<Pair & { readonly replyBy: Day }>('request');
const meetings = privateRows<Instant | null>('meeting');
const holders = privateRows<PersonId>('holder');
/** What each pair has ahead: booked meetings with their time, and suggested times (`null`). */
const diaries = privateRows<Readonly<Record<string, Instant | null>>>('diary');
/** Who was told that a school has closed: its reopening names none of them, and ends their emails. */
const toldOfClosing = privateRows<readonly PersonId[]>('told-of-closing');
/** The notices of one person, oldest first. */
const lists = privateRows<readonly string[]>('list');

const knownIn = (rows: Notices): Known => ({
  pair: (mentorship) => pairs.get(rows, mentorship),
  request: (request) => requests.get(rows, request),
  holder: (credential) => holders.get(rows, credential),
  takenAlong: (event) => takenAlong(event, rows),
});

const NOTHING: TakenAlong = { cancelled: [], withdrawn: [] };

/** What a pause or an end cancels, withdraws and leaves: a pause takes along the booked meetings that it names, an end takes all. */
function takenAlong({ type, data, at }: Happened & { readonly at?: Instant }, rows: Notices): TakenAlong {
  if (at === undefined) return NOTHING;
  if (type === 'MentorshipResumed') return { ...NOTHING, ...staying(bookedIn(data.mentorship, at, rows)) };
  if (type !== 'MentorshipPaused' && type !== 'MentorshipEnded' && type !== 'MentorshipCompleted') return NOTHING;
  const diary = Object.entries(diaries.get(rows, data.mentorship) ?? {}) as [MeetingId, Instant | null][];
  const named = 'cancel' in data ? new Set(data.cancel) : new Set<MeetingId>();
  const isTaken = (meeting: MeetingId): boolean => type !== 'MentorshipPaused' || named.has(meeting);
  const booked = bookedIn(data.mentorship, at, rows);
  return {
    cancelled: booked.filter(({ meeting }) => isTaken(meeting)),
    withdrawn: diary.flatMap(([meeting, startsAt]) => (startsAt === null ? [meeting] : [])),
    ...staying(booked.filter(({ meeting }) => !isTaken(meeting))),
  };
}

/** The meetings that a pair has booked ahead, soonest first. */
const bookedIn = (mentorship: MentorshipId, at: Instant, rows: Notices): readonly Cancelled[] =>
  (Object.entries(diaries.get(rows, mentorship) ?? {}) as [MeetingId, Instant | null][])
    .flatMap(([meeting, startsAt]) => (startsAt !== null && startsAt > at ? [{ meeting, startsAt }] : []))
    .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1));

const staying = (stays: readonly Cancelled[]): Pick<TakenAlong, 'stays'> => (stays.length > 0 ? { stays } : {});

type Fields = { readonly [Field in string]?: unknown };
type Remember = (data: Fields, rows: Notices) => void;

const remembersPair: Remember = ({ mentorship, participants }, rows) =>
  pairs.put(rows, mentorship as MentorshipId, theTwo({ participants: participants as Participants }));
const remembersDay: Remember = ({ request, answerBy }, rows) => {
  const before = requests.get(rows, request as RequestId);
  if (before) requests.put(rows, request as RequestId, { ...before, replyBy: answerBy as Day });
};
const remembersTime: Remember = ({ meeting, time }, rows) =>
  meetings.put(rows, meeting as MeetingId, (time as { startsAt: Instant }).startsAt);
const remembersAhead: Remember = (data, rows) => {
  const { meeting, mentorship, time } = data as { meeting: MeetingId; mentorship: MentorshipId; time?: { startsAt: Instant } };
  if (time) remembersTime(data, rows);
  diaries.put(rows, mentorship, { ...diaries.get(rows, mentorship), [meeting]: time?.startsAt ?? null });
};
const forgetsAhead: Remember = ({ meeting, mentorship }, rows) => {
  const left = Object.entries(diaries.get(rows, mentorship as MentorshipId) ?? {}).filter(([id]) => id !== meeting);
  diaries.put(rows, mentorship as MentorshipId, Object.fromEntries(left));
};

/** What later events need and do not carry. */
const REMEMBERS: { readonly [Type in EventType]?: Remember } = {
  MentorshipStarted: remembersPair,
  MentoringRequested: ({ request, mentor, mentee, answerBy }, rows) =>
    requests.put(rows, request as RequestId, { mentor: mentor as PersonId, mentee: mentee as PersonId, replyBy: answerBy as Day }),
  RequestExtended: remembersDay,
  AnswerDayMoved: remembersDay,
  RequestDiscussed: remembersDay,
  MeetingProposed: remembersAhead,
  MeetingBooked: remembersAhead,
  PastMeetingRecorded: remembersTime,
  MeetingMoved: remembersAhead,
  MeetingCancelled: forgetsAhead,
  MeetingClosed: forgetsAhead,
  ClosingTold: ({ institution, people }, rows) => {
    const told = toldOfClosing.get(rows, institution as InstitutionId) ?? [];
    toldOfClosing.put(rows, institution as InstitutionId, [...new Set([...told, ...(people as readonly PersonId[])])]);
  },
  CredentialIssued: ({ credential, person }, rows) => holders.put(rows, credential as CredentialId, person as PersonId),
};

function rowOf(event: Recorded<AnyEvent>, { person, outcome }: Told, rows: Notices): NoticeRow {
  const data = event.data as Fields;
  const { meeting, request, institution, next, reason } = data;
  const two = pairOf(event, knownIn(rows)) ?? null;
  return {
    notice: `${person}~${subjectOf(event, person)}`,
    person,
    event: event.id,
    type: event.type,
    actor: outcome.unnamed ? HUB : event.actor,
    at: event.at,
    shown: shownOf(event),
    pair: two,
    startsAt: typeof meeting === 'string' ? (meetings.get(rows, meeting) ?? null) : null,
    ...lastTimeIn(event),
    ...alongFor(person, two, takenAlong(event, rows)),
    replyBy: typeof request === 'string' ? (requests.get(rows, request)?.replyBy ?? null) : null,
    passedOn: two?.mentee === person && typeof next === 'string',
    ...(event.type === 'RequestDeclined' && typeof reason === 'string' && reason.trim() !== '' && { withMessage: true }),
    institution: typeof institution === 'string' ? (institution as InstitutionId) : null,
    listed: outcome.today === 'notification',
    email: outcome.email === true,
  };
}

function lastTimeIn({ type, data }: AnyEvent): Pick<NoticeRow, 'lastTime'> {
  const last =
    type === 'MeetingProposed'
      ? data.times
          .map(({ startsAt }) => startsAt)
          .toSorted()
          .at(-1)
      : undefined;
  return last ? { lastTime: last } : {};
}

/** For the two alone: a coordinator who is told of a pause learns nothing of their diaries. */
const alongFor = (person: PersonId, two: Pair | null, along: TakenAlong): Pick<NoticeRow, 'takenAlong'> =>
  (person === two?.mentor || person === two?.mentee) && along.cancelled.length + along.withdrawn.length + (along.stays?.length ?? 0) > 0
    ? { takenAlong: along }
    : {};

function put(rows: Notices, row: NoticeRow): void {
  const before = (lists.get(rows, row.person) ?? []).filter((id) => id !== row.notice);
  const kept = [...before, row.notice];
  for (const id of kept.slice(0, -NOTICES_KEPT)) rows.remove(id);
  lists.put(rows, row.person, kept.slice(-NOTICES_KEPT));
  rows.put(row.notice, { audience: onlyPerson(row.person), data: row, ...aboutIn(row) });
}

/** The writer of a message that it leads to, or the two records that it asks about. */
function aboutIn(row: NoticeRow): { readonly about?: readonly PersonId[] } {
  const records = shownIn('JoiningProposed', row);
  if (records) return { about: [records.kept, records.joined] };
  return row.withMessage && row.pair ? { about: [row.pair.mentor] } : {};
}

/** A message is gone with its author, and a question with either record: nothing leads to it any more. */
function forgetAbout(rows: Notices, person: PersonId): void {
  for (const id of rows.about(person))
    change(rows, id, ({ withMessage: _gone, ...row }) => (row.type === 'JoiningProposed' ? { ...row, email: false } : row));
}

/** Moves the older notice of a line aside, off Today, while its email may still be to be sent. */
function keepForItsEmail(rows: Notices, { notice, event }: NoticeRow): void {
  const older = rows.get(notice)?.data;
  if (older?.email && older.event !== event) put(rows, { ...older, notice: `${notice}~${older.event}`, listed: false });
}

function remove(rows: Notices, person: PersonId, gone: readonly string[]): void {
  const mine = lists.get(rows, person) ?? [];
  for (const id of gone) if (mine.includes(id)) rows.remove(id);
  const left = mine.filter((id) => !gone.includes(id));
  if (left.length > 0) lists.put(rows, person, left);
  else lists.remove(rows, person);
}

/** What an event leaves nothing to read of is no longer listed. Its email is sent all the same, unless it would be untrue by now. */
function overtake(event: Recorded<AnyEvent>, rows: Notices): void {
  if (!OVERTAKERS.has(event.type)) return;
  const two = pairOf(event, knownIn(rows));
  const { person, from, to, kept, joined } = event.data as Fields;
  const told = event.type === 'InstitutionReopened' ? (toldOfClosing.get(rows, event.data.institution) ?? []) : [];
  const named = [event.actor, two?.mentor, two?.mentee, person, from, to, kept, joined, ...told];
  const readers = new Set(named.filter((one) => typeof one === 'string'));
  for (const id of [...readers].flatMap((reader) => lists.get(rows, reader) ?? [])) {
    const row = rows.get(id);
    if (!row) continue;
    const listed = row.data.listed && !overtakes(event, two, row.data);
    const email = row.data.email && !makesUntrue(event, two, row.data);
    if (listed !== row.data.listed || email !== row.data.email) rows.put(id, { ...row, data: { ...row.data, listed, email } });
  }
}

function tell(event: Recorded<AnyEvent>, rows: Notices): void {
  REMEMBERS[event.type]?.(event.data as Fields, rows);
  overtake(event, rows);
  for (const told of noticesOf(event, knownIn(rows))) {
    const row = rowOf(event, told, rows);
    // Files that take meetings out of a calendar go to it, whatever came since.
    const cancels = (rows.get(row.notice)?.data.takenAlong?.cancelled.length ?? 0) > 0;
    if (cancels || leavesOlderEmail(event.type)) keepForItsEmail(rows, row);
    put(rows, row);
  }
  const { cancelled, withdrawn } = takenAlong(event, rows);
  const two = pairOf(event, knownIn(rows));
  for (const meeting of [...cancelled.map((one) => one.meeting), ...withdrawn]) dropOlder(rows, meeting, two);
}

/** An email about a booking or a suggestion that a pause or an end takes along is sent no more: it would be untrue. */
function dropOlder(rows: Notices, meeting: MeetingId, two: Pair | undefined): void {
  for (const person of two ? [two.mentor, two.mentee] : [])
    for (const type of ['MeetingBooked', 'MeetingProposed'] as const) {
      const row = rows.get(`${person}~${type}~${meeting}`);
      if (row) rows.put(row.data.notice, { ...row, data: { ...row.data, email: false, listed: false } });
    }
}

const everyType = Object.keys(NOTICES) as readonly EventType[];

/** Notices, each to its reader. Emails and Today read them; an outcome without a notice leaves no row. */
export const noticeView = hubView<AnyEvent, NoticeRow>()({
  name: 'notice',
  version: 8,
  title: 'Notifications and the emails about them',
  readers: ['person'],
  own: 'notifications',
  indexes: ['person', 'event'],
  on: {
    ...(Object.fromEntries(everyType.map((type) => [type, tell])) as Handlers<AnyEvent, NoticeRow>),
    NoticesDismissed: ({ data: { person, notices } }, rows) => remove(rows, person, notices),
    PersonErased: ({ data: { person } }, rows) => {
      remove(rows, person, lists.get(rows, person) ?? []);
      forgetAbout(rows, person);
    },
  },
});

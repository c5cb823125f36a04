import type { Day, Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { soonAhead } from '@alongside/domain/mentorships/ahead.js';
import { needsAHand } from '@alongside/domain/mentorships/needs-a-hand.js';
import { NOT_OVER } from '@alongside/domain/mentorships/states.js';
import { isRunning, movesOf, type MoveKind } from '@alongside/domain/mentorships/whose-move.js';
import { daysBetween } from '@alongside/domain/uk/days.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';
import { allViews, type HubViews } from '@alongside/projections/views/index.js';
import { SEEKING_LIMIT_DAYS } from '@alongside/projections/views/seeking.js';
import { numberedPosition } from '../event-store/checks.js';
import { disagreeing } from './agreeing.testing.js';
import { carryOn } from './carry-on.js';
import { TRUST } from './schools.js';
import { hubPlay } from './seed.js';
import { Shelf } from './shelf.js';
import type { ToldEvent } from './simulation.js';
import { DEMO_SEED, tellDemo } from './tell.js';

/** What has been told so far, as the log has it. */
export const recorded = (told: readonly ToldEvent[], before = 0): readonly Recorded[] =>
  told.map(({ stream, revision, event }, index) => ({
    ...event,
    ...{ version: 1, stream, revision, hash: '', position: numberedPosition(before + index + 1) },
  }));

/** The log of a demonstration that is opened at an instant. */
export const opened = (now: Instant): readonly Recorded[] => recorded(tellDemo(hubPlay(DEMO_SEED), now));

/** The same log, opened again at a later instant. */
export async function openedAgain(log: readonly Recorded[], before: Instant, now: Instant, number = 1): Promise<readonly Recorded[]> {
  const chapter = { opened: before, now, seed: DEMO_SEED, number };
  return [...log, ...recorded(await carryOn(hubPlay(DEMO_SEED), batches(log), chapter), log.length)];
}

async function* batches(log: readonly Recorded[]): AsyncIterable<readonly Recorded[]> {
  yield log;
}

/** What a person finds on Today, by the functions that the screen uses. */
function todayOf(shelf: Shelf, me: string, now: Instant): { readonly moves: readonly MoveKind[]; readonly meetings: number } {
  const both = <Name extends 'mentorship' | 'request' | 'meeting'>(view: Name): readonly HubViews[Name]['row'][] =>
    (['mentee', 'mentor'] as const).flatMap((side): readonly HubViews[Name]['row'][] => shelf.rows<Name>(view, { [side]: me } as never));
  const mentorships = both('mentorship');
  const mentored = mentorships.filter((one) => one.mentor === (me as PersonId) && isRunning(one));
  const goals = [{ mentee: me }, ...mentored.map(({ mentorship }) => ({ mentorship }))].flatMap((where) => shelf.rows('goal', where));
  const actions = shelf.rows('action', { owner: me });
  const rows = { me, now, requests: both('request'), mentorships, meetings: both('meeting'), actions, goals };
  return { moves: movesOf(me, { ...rows, invitations: [] }).map(({ kind }) => kind), meetings: soonAhead(rows.meetings, now).length };
}

/** Fewer pairs than this at work, and the hub looks empty. */
const PAIRS_LEAST = 40;

/** No two people have written the same. */
function writtenOnce(log: readonly Recorded[]): boolean {
  const authors = new Map<string, string>();
  return log.every((event) => {
    if (event.type !== 'ReflectionWritten') return true;
    const { person, text } = event.data as { readonly person: string; readonly text: string };
    const author = authors.get(text) ?? person;
    authors.set(text, author);
    return author === person;
  });
}

/** What is missing for those whom a visitor may be, in words; nothing where each finds the hub in the middle of its work. */
export function missingAt(log: readonly Recorded[], now: Instant): readonly string[] {
  const shelf = new Shelf(allViews);
  for (const event of log) shelf.apply(event);
  const today: Day = dayOf(now);
  const [asha, priya, ben] = ['asha-rahman', 'priya-nair', 'ben-okafor'].map((me) => todayOf(shelf, me, now));
  const [trial, active] = ['trial', 'active'].map((status) => shelf.rows('pairing', { status }));
  const pairs = NOT_OVER.flatMap((status) => shelf.rows('pairing', { status }));
  const left = shelf.rows('mentorship', { status: 'active' }).filter(({ mentorLeftAt }) => mentorLeftAt !== null);
  const stuck = pairs.filter((pair) => needsAHand(pair, today) !== undefined);
  const toAnswer = shelf
    .rows('request', { mentor: 'asha-rahman' })
    .filter(({ status, actsNext }) => status === 'open' && actsNext === 'mentor');
  const open = shelf.rows('request', { status: 'open' }).filter(({ mentor }) => mentor !== ('asha-rahman' as PersonId));
  const looks = shelf.row('seeking', 'ben-okafor');
  const figures = shelf.row('overview', TRUST.id)?.figures;
  const held = (shelf.rows('meeting', { status: 'closed' }) ?? []).filter(
    ({ time }) => time !== null && daysBetween(dayOf(time.startsAt), today) <= 14,
  );
  const found: readonly (readonly [string, boolean | undefined])[] = [
    ['Asha: a request to answer', asha?.moves.includes('answer-request')],
    ['Asha: days left to answer', toAnswer.some(({ answerBy }) => answerBy > today)],
    ['Asha: a meeting to record', asha?.moves.includes('record-meeting')],
    ['Asha: a meeting within the week', (asha?.meetings ?? 0) > 0],
    ['Priya: a meeting within the week', (priya?.meetings ?? 0) > 0],
    ['Priya: something to do', (priya?.moves.length ?? 0) > 0],
    ['Ben: no mentor yet', ben?.moves.length === 0],
    ['Helen: Ben among those who look for a mentor', looks !== undefined && daysBetween(looks.since, today) < SEEKING_LIMIT_DAYS],
    ['Helen: a pair that meets no more', stuck.length > 0],
    [
      'Helen: a mentee without a mentor',
      shelf.rows('seeking', {}).some(({ since, lostMentor }) => lostMentor && daysBetween(since, today) < SEEKING_LIMIT_DAYS),
    ],
    ['Helen: a request without an answer', open.length > 0],
    ['Helen: a mentor who has left', left.some(({ mentorship }) => shelf.row('handover', mentorship)?.next === 'decide')],
    ['each reflection in its author’s own words', writtenOnce(log)],
    ['Marcus: pairs at work', (trial?.length ?? 0) + (active?.length ?? 0) >= PAIRS_LEAST],
    ['Marcus: figures', (figures?.pairsActive ?? 0) > 0 && (figures?.meetingsHeld ?? 0) > 0],
    ['Marcus: meetings of the last two weeks', held.length > 10],
  ];
  return [...found.flatMap(([what, so]) => (so ? [] : [what])), ...disagreeing(shelf)];
}

import { meetUntil } from './meetings.js';
import { participantsOf, type Pair } from './pair.js';
import type { Somebody } from './people.js';
import { DAY_MS, dayAt, MINUTE_MS, type How, type Telling } from './telling.js';
import { aTitle, sentences } from './words.js';

/** After so long most pairs have completed, in milliseconds. */
const USUAL_LENGTH_MS = 210 * DAY_MS;
/** Requests that wait for an answer when the history ends were made in its last days. */
const OPEN_REQUEST_MS = 3 * DAY_MS;
const CODE_LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const CODE_LENGTH = 10;

/** A mentee asks a mentor, and what becomes of it until the history ends. */
export function tellPair(telling: Telling, mentor: Somebody, mentee: Somebody, ends: number): void {
  const { random } = telling;
  const known = Math.max(mentor.joinedAt, mentee.joinedAt) + 3 * DAY_MS;
  const fate = random.next();
  const askedAt =
    fate < 0.03 ? ends - random.whole(1, OPEN_REQUEST_MS) : known + Math.floor(random.next() * Math.max(1, ends - known - 20 * DAY_MS));
  const request = telling.id(askedAt);
  const concerns = [...new Set([...mentor.school.concerns, ...mentee.school.concerns])];
  const how: How = { on: 'caseload', of: mentor.id, at: askedAt, by: mentee.id, institutions: concerns };
  const counted = { from: dayAt(askedAt), remindAfter: 3, answerAfter: 5 };
  telling.tell(how, 'MentoringRequested', {
    request,
    mentor: mentor.id,
    mentee: mentee.id,
    note: sentences(random, 1, 4),
    aims: mentee.aims.slice(0, 3),
    times: [],
    reserves: [],
    remindOn: dayAt(askedAt + 7 * DAY_MS),
    answerBy: dayAt(askedAt + 10 * DAY_MS),
    counted,
  });
  if (fate < 0.03) return;
  const answered: How = { ...how, at: askedAt + random.whole(1, 4) * DAY_MS, by: mentor.id };
  const ids = { request, mentor: mentor.id, mentee: mentee.id };
  if (fate < 0.1) return telling.tell(answered, 'RequestDeclined', { ...ids, reason: sentences(random, 0, 2), next: null });
  if (fate < 0.13) return telling.tell({ ...answered, by: mentee.id }, 'RequestWithdrawn', ids);
  const pair: Pair = { mentorship: telling.id(answered.at), mentor, mentee, concerns };
  telling.tell(answered, 'RequestAccepted', { ...ids, mentorship: pair.mentorship, aims: mentee.aims.slice(0, 3) });
  begins(telling, pair, request, answered.at + MINUTE_MS);
  const lasts = random.whole(USUAL_LENGTH_MS / 2, USUAL_LENGTH_MS * 1.5);
  const over = answered.at + lasts;
  const goesOn = over > ends - 3 * DAY_MS;
  meetUntil(telling, pair, answered.at, Math.min(over, ends), goesOn);
  if (goesOn) mentor.taken += 1;
  else closes(telling, pair, over);
}

const of = ({ mentorship, mentee, concerns }: Pair, on: How['on'], at: number, by: string = mentee.id): How => ({
  on,
  of: mentorship,
  at,
  by,
  institutions: concerns,
});

function begins(telling: Telling, pair: Pair, request: string, at: number): void {
  const { random } = telling;
  const [mentor, mentee, mentorship] = [pair.mentor.id, pair.mentee.id, pair.mentorship];
  telling.tell(of(pair, 'mentorship', at), 'MentorshipStarted', {
    mentorship,
    participants: participantsOf(pair),
    request,
    aims: pair.mentee.aims.slice(0, 3),
  });
  const [agreement, agreedAt] = [telling.id(at), at + random.whole(2, 9) * DAY_MS];
  telling.tell(of(pair, 'mentorship', agreedAt), 'AgreementProposed', {
    mentorship,
    agreement,
    by: mentee,
    terms: {
      ...({ purpose: sentences(random, 1, 2), frequency: 'fortnightly', minutes: 45, format: 'either' } as const),
      // Beyond the end of the history: nothing is due when a hub opens it.
      confidentiality: sentences(random, 1, 2),
      reviewOn: '2026-09-14',
    },
  });
  telling.tell(of(pair, 'mentorship', agreedAt), 'AgreementSigned', { mentorship, agreement, by: mentee });
  telling.tell(of(pair, 'mentorship', agreedAt + DAY_MS, mentor), 'AgreementSigned', { mentorship, agreement, by: mentor });
  telling.tell(of(pair, 'mentorship', agreedAt + DAY_MS, mentor), 'MentorshipAgreed', {
    mentorship,
    participants: participantsOf(pair),
    agreement,
  });
  telling.tell(of(pair, 'mentorship', agreedAt + 2 * DAY_MS), 'FitChecked', { mentorship, by: mentee, answer: 'good' });
  const [feedback, gaveAt] = [telling.id(agreedAt), agreedAt + 6 * DAY_MS];
  telling.tell(of(pair, 'goals', gaveAt, mentor), 'FeedbackGiven', {
    mentorship,
    feedback,
    from: mentor,
    to: mentee,
    saw: sentences(random, 1, 3),
    nextStep: sentences(random, 1, 2),
  });
  for (let count = random.whole(1, 3); count > 0; count -= 1) tellGoal(telling, pair, agreedAt + random.whole(2, 12) * DAY_MS);
}

function tellGoal(telling: Telling, pair: Pair, at: number): void {
  const { random } = telling;
  const [mentorship, mentee, goal] = [pair.mentorship, pair.mentee.id, telling.id(at)];
  telling.tell(of(pair, 'goals', at), 'GoalAgreed', {
    mentorship,
    goal,
    mentee,
    tag: pair.mentee.aims[0] ?? null,
    statements: [],
    due: dayAt(at + 90 * DAY_MS),
    description: { title: aTitle(random), why: sentences(random, 1, 2), success: sentences(random, 1, 2) },
  });
  for (let step = 0; step < 2; step += 1) {
    const id = telling.id(at);
    telling.tell(of(pair, 'goals', at), 'StepPlanned', { mentorship, goal, step: id, mentee, title: aTitle(random), withGoal: true });
    const takenAt = at + random.whole(1, 4) * DAY_MS;
    if (random.chance(0.6))
      telling.tell(of(pair, 'goals', takenAt), 'ProgressRecorded', {
        mentorship,
        goal,
        step: id,
        by: mentee,
        note: sentences(random, 1, 3),
      });
  }
  if (random.chance(0.3))
    telling.tell(of(pair, 'goals', at + 5 * DAY_MS), 'GoalAchieved', { mentorship, goal, by: mentee, evidence: sentences(random, 1, 3) });
}

function closes(telling: Telling, pair: Pair, at: number): void {
  const { random } = telling;
  const [mentor, mentee, mentorship] = [pair.mentor.id, pair.mentee.id, pair.mentorship];
  const both = { mentorship, participants: participantsOf(pair) };
  if (random.chance(0.2))
    telling.tell(of(pair, 'mentorship', at), 'MentorshipEnded', {
      ...both,
      by: mentee,
      reason: sentences(random, 0, 2),
      wantsAnother: false,
    });
  else {
    telling.tell(of(pair, 'mentorship', at), 'MentorshipCompleted', { ...both, by: mentee });
    for (const [person, as] of [
      [pair.mentor, 'mentor'],
      [pair.mentee, 'mentee'],
    ] as const) {
      const credential = telling.id(at);
      telling.tell({ ...of(pair, 'credential', at + MINUTE_MS, 'hub'), of: credential }, 'CredentialIssued', {
        credential,
        person: person.id,
        mentorship,
        issuer: person.school.id,
        issuerName: person.school.name,
        achievement: { as, from: dayAt(at - USUAL_LENGTH_MS), to: dayAt(at), meetings: 8, minutes: 360, goalsAchieved: 1 },
        code: Array.from({ length: CODE_LENGTH }, () => random.pick([...CODE_LETTERS])).join(''),
        on: dayAt(at),
      });
    }
  }
  telling.tell({ ...of(pair, 'caseload', at + 2 * MINUTE_MS, 'hub'), of: mentor }, 'PlaceReleased', { mentor, mentorship });
}

import type { MentorshipId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { OfferedTime } from '@alongside/domain/requests/caseload.events.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';
import { shiftDay } from '../calendar.js';
import type { Character } from '../cast.js';
import type { Stage } from '../stage.js';
import { DECLINE_REASONS, REQUEST_NOTES, THEMES } from '../themes.js';
import { liveTogether } from './pair-life.js';
import { soon } from './opening.js';
import type { StoryYear } from './pair.js';

/** A fate at which a mentor answers yes at once; smaller ones end otherwise. */
const SAYS_YES = 0.9;
/** How many mentors a mentee of the story asks before they let it rest for the year. */
const TRIES = 3;
/** The mentor whom a visitor is to ask: of the story only people who know her beforehand do, so that a place stays free. */
const KEEPS_A_PLACE = 'asha-rahman';
/** Nobody begins in the last weeks of a school year: they wait for the next. */
const BEGINS_BEFORE_END_DAYS = 56;

/** A mentee finds a mentor who is good at their focus area and asks, then another. `before`: last year’s mentor, who is not asked again. */
export function lookForMentor(stage: Stage, year: StoryYear, mentee: Character, tries = TRIES, before: readonly PersonId[] = []): void {
  const { random } = stage;
  const { people } = year;
  if (stage.today() > shiftDay(dayOf(year.endOf(stage.now())), -BEGINS_BEFORE_END_DAYS)) return;
  const mentors = mentorsFor(stage, people, mentee).filter(({ id }) => !before.includes(id));
  if (tries === 0 || mentors.length === 0) return;
  const known = tries === TRIES ? people.find(({ id }) => id === mentee.asksFirst) : undefined;
  const mentor = known ?? random.pick(mentors);
  const request = ask(stage, mentee, mentor);
  const again = () => lookForMentor(stage, year, mentee, tries - 1, before);
  const lookAgain = () => lookForMentor(stage, year, mentee, tries - 1, [...before, mentor.id]);
  if (request) answer(stage, { mentor: mentor.id, mentee, request, year, again, lookAgain });
  else stage.at(soon(stage, random.whole(0, 3)), again);
}

/** Mentors who are good at what a mentee aims for, those of other schools by chance. */
export const mentorsFor = ({ random }: Stage, people: readonly Character[], mentee: Character): readonly Character[] =>
  people.filter(
    (mentor) =>
      mentor.places > 0 &&
      mentor.id !== mentee.id &&
      (mentor.id !== KEEPS_A_PLACE || mentee.asksFirst === mentor.id) &&
      mentor.strengths.some((theme) => mentee.aims.includes(theme)) &&
      (mentor.school === mentee.school || random.chance(0.5)),
  );

/** Asks a mentor, with times that the mentee can make; the request, or undefined where the rules refuse it. */
export function ask(stage: Stage, mentee: Character, mentor: Character, times: readonly OfferedTime[] = []): string | undefined {
  const request = stage.id('request');
  const aims = mentee.aims.flatMap((theme) => (mentor.strengths.includes(theme) ? [THEMES[theme]?.tag ?? ''] : []));
  const asked = stage.give(mentee.id, 'RequestMentoring', {
    request,
    mentor: mentor.id,
    mentee: mentee.id,
    note: stage.random.pick(REQUEST_NOTES),
    aims,
    times,
    reserves: [],
  });
  return asked ? request : undefined;
}

/** A request on its way. */
export interface Asked {
  readonly mentor: PersonId;
  readonly mentee: Character;
  readonly request: string;
  readonly year: StoryYear;
  /** Another mentor is asked, because this one said no. */
  readonly again: () => void;
  /** Another mentor is asked, because it ended with this one. */
  readonly lookAgain: () => void;
}

/** The mentor of an open request says yes or no in their own time, or not at all. */
export function answer(stage: Stage, asked: Asked): void {
  const { random } = stage;
  const { mentor, mentee, request, again } = asked;
  const fate = mentee.asksFirst === mentor ? SAYS_YES : random.next();
  if (fate < 0.04) {
    // Nobody answers: the clock lets it lapse, and the mentee looks again.
    stage.at(soon(stage, 7), again);
    return;
  }
  if (fate < 0.12) {
    stage.at(soon(stage, random.whole(0, 3)), () => {
      stage.give(mentor, 'DeclineRequest', { mentor, request, reason: random.pick(DECLINE_REASONS) });
      stage.at(soon(stage, random.whole(0, 4)), again);
    });
    return;
  }
  const talk = fate < 0.24;
  if (talk) {
    stage.at(
      soon(stage, 0),
      () =>
        void stage.give(mentor, 'DiscussRequest', { mentor, request, text: 'Thank you for asking. Would Tuesdays after school suit you?' }),
    );
    stage.at(
      soon(stage, 1),
      () => void stage.give(mentee.id, 'DiscussRequest', { mentor, request, text: 'Tuesdays are good, most weeks.' }),
    );
  }
  stage.at(soon(stage, random.whole(talk ? 2 : 0, 4)), () => {
    const mentorship = stage.id('mentorship') as MentorshipId;
    const accepted = stage.give(mentor, 'AcceptRequest', { mentor, request, mentorship });
    if (accepted) liveTogether(stage, { mentorship, mentor, mentee, year: asked.year, lookAgain: asked.lookAgain });
    else {
      stage.give(mentor, 'DeclineRequest', { mentor, request, reason: DECLINE_REASONS[0] });
      stage.at(soon(stage, 2), again);
    }
  });
}

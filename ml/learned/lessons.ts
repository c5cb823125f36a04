import type { Day, MentorshipId, PersonId, RequestId } from '@alongside/domain/kernel/brand.js';
import { peopleAs } from '@alongside/domain/mentorships/participants.js';
import type { AnyEvent } from '@alongside/domain/protocol/registry.js';
import { AsAsked } from '../features/as-asked.js';
import { fit } from '../ranking/fit.js';
import { seekerOf } from '../ranking/seeker.js';
import { DEFAULT_WEIGHTS } from '../ranking/weights.js';
import { after, historyFrom, type History } from './history.js';
import type { Lesson } from './lesson.js';
import { outcomeOf } from './outcome.js';
import { menteeRecord, mentorRecord } from './records.js';
import { breadthOf } from './served.js';

/** Two people as they were when the mentor was asked. */
type Asked = Omit<Lesson, 'outcome' | 'lasted'>;

interface UnderWay {
  readonly asked: Asked;
  readonly history: History;
}

/**
 * Makes lessons of a log, in one pass: of each mentorship of two that has an outcome. Keeps what people have answered, open requests and
 * mentorships under way.
 */
export class Lessons {
  readonly #people = new AsAsked();
  readonly #requests = new Map<RequestId, Asked>();
  readonly #underWay = new Map<MentorshipId, UnderWay>();
  readonly #erased = new Set<PersonId>();

  /** Takes the next event of the log, which came on a day; answers the lesson of the mentorship that it ended. */
  hear(event: AnyEvent, on: Day): Lesson | undefined {
    this.#people.hear(event);
    switch (event.type) {
      case 'MentoringRequested':
        this.#requests.set(event.data.request, this.#askedNow(event.data.mentee, event.data.mentor));
        return undefined;
      case 'RequestDeclined':
      case 'RequestWithdrawn':
      case 'RequestLapsed':
        this.#requests.delete(event.data.request);
        return undefined;
      case 'MentorshipStarted':
        return void this.#start(event.data, on);
      case 'PersonErased':
        return void this.#erased.add(event.data.person);
      default:
        return this.#go(event, on);
    }
  }

  /** Lessons of what is under way, for what is known of it on a day. */
  *underWay(today: Day): Generator<Lesson> {
    for (const one of this.#underWay.values()) {
      const lesson = lessonOf(one, today);
      if (lesson) yield lesson;
    }
  }

  /** Nothing is learned from people who were erased, also where a lesson of theirs came before. */
  get erased(): ReadonlySet<PersonId> {
    return this.#erased;
  }

  #start(data: Extract<AnyEvent, { type: 'MentorshipStarted' }>['data'], on: Day): void {
    const { mentorship, participants, request } = data;
    const [[mentor, ...mentors], [mentee, ...mentees]] = [peopleAs(participants, 'mentor'), peopleAs(participants, 'mentee')];
    const asked = request === null ? undefined : this.#requests.get(request);
    if (request !== null) this.#requests.delete(request);
    // Of a group nobody can say whose fit it was.
    if (!mentor || !mentee || mentors.length > 0 || mentees.length > 0) return;
    this.#underWay.set(mentorship, { asked: asked ?? this.#askedNow(mentee, mentor), history: historyFrom(on) });
  }

  #go(event: AnyEvent, on: Day): Lesson | undefined {
    const mentorship = 'mentorship' in event.data ? event.data.mentorship : undefined;
    const one = mentorship && this.#underWay.get(mentorship);
    if (!one) return undefined;
    const next = { ...one, history: after(one.history, event, on) };
    // A mentor who was erased ends it with an event that follows.
    if (event.type !== 'MentorshipEnded' && event.type !== 'MentorshipCompleted') {
      this.#underWay.set(mentorship, next);
      return undefined;
    }
    this.#underWay.delete(mentorship);
    return lessonOf(next, on);
  }

  #askedNow(menteeId: PersonId, mentorId: PersonId): Asked {
    const [seeker, mentor] = [seekerOf(this.#people.mentee(menteeId)), this.#people.mentor(mentorId)];
    return {
      mentee: menteeId,
      mentor: mentorId,
      left: menteeRecord(seeker),
      right: mentorRecord(seeker, mentor),
      rules: fit(seeker, mentor, DEFAULT_WEIGHTS) ?? 0,
      breadth: breadthOf(mentor),
    };
  }
}

function lessonOf({ asked, history }: UnderWay, today: Day): Lesson | undefined {
  const outcome = outcomeOf(history, today);
  return outcome && { ...asked, ...outcome };
}

import type { Day, Instant, MeetingId, MentorshipId, PersonId, ReflectionId } from '../kernel/brand.js';
import { HUB } from '../kernel/decider.js';
import { given as givenBy } from '../testing/given.js';
import { asParticipants } from '../mentorships/participants.js';
import { cpdCredits } from './cpd.js';
import type { GrowthCommand } from './growth.commands.js';
import { growth } from './growth.decider.js';
import type { GrowthEvent } from './growth.events.js';
import type { GrowthFacts } from './growth.facts.js';

const [asha, ben, cleo] = ['asha', 'ben', 'cleo'] as [PersonId, PersonId, PersonId];
const m1 = 'm1' as MentorshipId;
const r1 = 'r1' as ReflectionId;
const paired: GrowthFacts = { pair: { participants: asParticipants({ mentor: asha, mentee: ben }), status: 'active' } };
const given = Object.assign((...history: readonly GrowthEvent[]) => givenBy(growth, history, paired), {
  where: (history: readonly GrowthEvent[], known: GrowthFacts) => givenBy(growth, history, known),
});

describe('reflections', () => {
  test('[R6] are private until their author shares them', () => {
    given().when(write(m1)).happens(written(m1));
    given(written(m1)).when(share('pair')).happens(shared('pair', m1));
    given(written(m1), shared('pair', m1)).when(share('nobody')).happens(shared('nobody', m1));
    given(written(m1)).when(share('nobody')).nothingHappens();
  });

  test('one that belongs to no pair can be published, but not shared with one', () => {
    given(written(null)).when(share('pair')).refused('REFLECTION.NO_PAIR');
    given(written(null)).when(share('published')).happens(shared('published', null));
  });

  test('are written under one’s own mentorships only', () => {
    given().when(write(m1, cleo)).refused('GROWTH.NOT_YOUR_MENTORSHIP');
    given.where([], { pair: null }).when(write(m1)).refused('GROWTH.NOT_YOUR_MENTORSHIP');
    given.where([], { pair: null }).when(write(null)).happens(written(null));
  });

  test('are written once and may be revised', () => {
    given(written(m1)).when(write(m1)).refused('REFLECTION.ALREADY_WRITTEN');
    given(written(m1))
      .when(revise())
      .happensLike({ type: 'ReflectionRevised', data: { reflection: r1, text: 'Afresh' } });
    given().when(revise()).refused('REFLECTION.NOT_FOUND');
    given().when(share('published')).refused('REFLECTION.NOT_FOUND');
  });
});

describe('[R6] while the mentor manages or assesses the mentee', () => {
  const apart: GrowthFacts = { pair: { participants: asParticipants({ mentor: asha, mentee: ben }), status: 'paused', keptApart: true } };

  test('nothing is shown to the pair, and one’s own stays one’s own', () => {
    given
      .where([written(m1)], apart)
      .when(share('pair'))
      .refused('PAIR.KEPT_APART');
    given
      .where([written(m1), shared('pair', m1)], apart)
      .when(revise())
      .refused('PAIR.KEPT_APART');
    given
      .where([written(m1), shared('pair', m1)], apart)
      .when(share('nobody'))
      .happens(shared('nobody', m1));
    given
      .where([written(m1)], apart)
      .when(revise())
      .happensLike({ type: 'ReflectionRevised' });
  });
});

describe('skills', () => {
  test('are rated before and after, in a mentorship of one’s own or in none', () => {
    given()
      .when(rate(ben))
      .happensLike({ type: 'SkillRated', data: { level: 2, when: 'before' } });
    given().when(rate(cleo)).refused('GROWTH.NOT_YOUR_MENTORSHIP');
  });
});

describe('credit', () => {
  test('[R10] comes once from each meeting', () => {
    given().when(credit('t1')).happens(credited('t1'));
    given(credited('t1')).when(credit('t1')).nothingHappens();
    given(credited('t1')).when(credit('t2')).happens(credited('t2'));
  });

  test('[R10] 60 minutes are one credit, rounded down to a quarter', () => {
    expect([0, 14, 15, 29, 45, 59, 60, 74, 75, 480, -5].map(cpdCredits)).toEqual([0, 0, 0.25, 0.25, 0.75, 0.75, 1, 1, 1.25, 8, 0]);
  });
});

function asked<Type extends GrowthCommand['type']>(type: Type, data: Extract<GrowthCommand, { type: Type }>['data']) {
  return { type, by: type === 'CreditCpd' ? HUB : data.person, at: '2026-03-06T15:40:00.000Z' as Instant, on: '2026-03-06' as Day, data };
}
function reflection(mentorship: MentorshipId | null, person: PersonId) {
  return { reflection: r1, person, mentorship, meeting: null, prompt: null, title: 'Starts', text: 'What I saw', statements: [] };
}
function write(mentorship: MentorshipId | null, person = ben): GrowthCommand {
  return asked('WriteReflection', reflection(mentorship, person));
}
function revise(): GrowthCommand {
  return asked('ReviseReflection', { reflection: r1, person: ben, title: 'Starts', text: 'Afresh' });
}
function share(sharedWith: 'nobody' | 'pair' | 'published'): GrowthCommand {
  return asked('ShareReflection', { reflection: r1, person: ben, with: sharedWith });
}
function rate(person: PersonId): GrowthCommand {
  return asked('RateSkill', { person, mentorship: m1, tag: 'exp-classroom-questioning-and-dialogue', level: 2, when: 'before' });
}
function hour(meeting: string) {
  return { person: ben, mentorship: m1, meeting: meeting as MeetingId, on: '2026-03-06' as Day, minutes: 60, as: 'mentee' as const };
}
function credit(meeting: string): GrowthCommand {
  return asked('CreditCpd', hour(meeting));
}
function written(mentorship: MentorshipId | null): GrowthEvent {
  return { type: 'ReflectionWritten', data: reflection(mentorship, ben) };
}
function shared(sharedWith: 'nobody' | 'pair' | 'published', mentorship: MentorshipId | null): GrowthEvent {
  return { type: 'ReflectionShared', data: { reflection: r1, person: ben, mentorship, with: sharedWith } };
}
function credited(meeting: string): GrowthEvent {
  return { type: 'CpdCredited', data: hour(meeting) };
}

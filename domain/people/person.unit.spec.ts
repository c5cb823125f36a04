import type { ClockTime, CommandId, Day, Instant, InstitutionId, PersonId } from '../kernel/brand.js';
import { HUB, replay } from '../kernel/decider.js';
import { given } from '../testing/given.js';
import { EXPERTISE_TAGS } from '../uk/taxonomy/expertise.js';
import { CAREER_STAGES, PHASES } from '../uk/taxonomy/lists.js';
import { SUBJECTS } from '../uk/taxonomy/subjects.js';
import { personCommands, type PersonCommand } from './person.commands.js';
import { addressIn, person } from './person.decider.js';
import { personEvents, VISIBILITIES, type Aim, type PersonEvent, type Profile, type Slot } from './person.events.js';
import type { PersonFacts } from './person.facts.js';

const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];
const [monday, friday] = ['2026-03-02', '2026-03-06'] as [Day, Day];
const facts: PersonFacts = {
  emailTaken: false,
  email: 'asha@example.org',
  asOf: undefined,
  trust: null,
  closed: false,
  memberships: [],
  awaited: false,
};
const taken: PersonFacts = { ...facts, emailTaken: true };
const empty: Profile = { jobTitle: '', about: '', phases: [], subjects: [], settings: [], roles: [] };
const headOfMaths: Profile = { ...empty, jobTitle: 'Head of maths' };

const joined: PersonEvent = { type: 'PersonJoined', data: { person: asha, name: 'Asha', email: 'asha@example.org' } };
const offered: PersonEvent = { type: 'MentoringOffered', data: { person: asha, offer: { careerStages: [], note: '' } } };
const withdrawn: PersonEvent = { type: 'MentoringWithdrawn', data: { person: asha } };
const excluded: PersonEvent = { type: 'ExclusionAdded', data: { person: asha, other: ben } };
const erased: PersonEvent = { type: 'PersonErased', data: { person: asha } };

describe('joining', () => {
  test('an invitation that tells of a role keeps it', () => {
    const asked = { name: 'Asha', email: 'asha@example.org', institution: 'larkhill' as InstitutionId };
    given(person, [], facts)
      .when(ask('InvitePerson', { ...asked, role: 'coordinator' }))
      .happens({ type: 'PersonJoined', data: { ...joined.data, role: 'coordinator' } as never });
  });

  test('somebody joins once', () => {
    given(person, [], facts).when(invite()).happens(joined);
    given(person, [joined], facts).when(invite()).nothingHappens();
    given(person, [joined], facts).when(invite('other@example.org')).refused('PERSON.ALREADY_JOINED');
  });

  test('an e-mail address belongs to one person', () => {
    given(person, [], taken).when(invite()).refused('PERSON.EMAIL_TAKEN');
    given(person, [joined], taken)
      .when(ask('ChangeEmail', { email: 'other@example.org' }))
      .refused('PERSON.EMAIL_TAKEN');
    given(person, [joined], taken)
      .when(ask('ChangeEmail', { email: 'asha@example.org' }))
      .nothingHappens();
  });

  test('[AD1] an event says which address it gives, and the same one in other letters is given already', () => {
    const changed = (email: string): PersonEvent => ({ type: 'EmailChanged', data: { person: asha, email } });
    const before = replay(person, [joined]);
    expect(addressIn(joined, person.initial)).toEqual({ person: asha, email: 'asha@example.org' });
    expect(addressIn(changed('new@example.org'), before)).toEqual({ person: asha, email: 'new@example.org' });
    expect(addressIn(changed(' ASHA@example.org'), before)).toBeUndefined();
    expect(addressIn(erased, before)).toBeUndefined();
  });

  test('an address changed in its capitals alone is theirs already, and only its spelling changes', () => {
    given(person, [joined], taken)
      .when(ask('ChangeEmail', { email: 'Asha@Example.org' }))
      .happens({ type: 'EmailChanged', data: { person: asha, email: 'Asha@Example.org', before: 'asha@example.org' } });
  });

  test('[AD6] a change says which address was theirs before, so that it can be told', () => {
    given(person, [joined], facts)
      .when(ask('ChangeEmail', { email: 'new@example.org' }))
      .happens({ type: 'EmailChanged', data: { person: asha, email: 'new@example.org', before: 'asha@example.org' } });
  });

  test('[AD4] what a command may still do can be ended before anybody has joined, and until they are erased', () => {
    const giveUp = ask('GiveUpAddress', { command: 'c1' as CommandId }, HUB);
    const data = { person: HUB, command: 'c1' as CommandId };
    given(person, [], facts).when(giveUp).happens({ type: 'AddressGivenUp', data });
    given(person, [{ type: 'AddressGivenUp', data }], facts)
      .when(invite())
      .happens(joined);
    given(person, [joined, erased], facts).when(giveUp).refused('PERSON.ERASED');
  });

  test('nobody takes the place of the hub itself', () => {
    given(person, [], facts)
      .when(ask('InvitePerson', { name: 'Hub', email: 'hub@example.org', institution: 'larkhill' as InstitutionId }, HUB))
      .refused('PERSON.RESERVED');
  });

  test('nothing is known of somebody who did not join', () => {
    given(person, [], facts)
      .when(ask('SetAims', { aims: [] }))
      .refused('PERSON.UNKNOWN');
    given(person, [], facts).when(ask('ErasePerson', {})).refused('PERSON.UNKNOWN');
  });

  test('a name that stays the same is nothing new', () => {
    given(person, [joined], facts)
      .when(ask('RenamePerson', { name: 'Asha' }))
      .nothingHappens();
    given(person, [joined], facts)
      .when(ask('RenamePerson', { name: 'Asha E.' }))
      .happens({ type: 'PersonRenamed', data: { person: asha, name: 'Asha E.' } });
  });
});

describe('the parts of a name', () => {
  const parts = { title: 'Mrs', given: 'Asha', family: 'Rahman', addressed: 'Mrs Rahman' };
  const withParts: PersonEvent = {
    type: 'PersonJoined',
    data: { person: asha, name: 'Asha', names: { given: 'Asha' }, email: 'asha@example.org' },
  };

  test('what a person says of them is kept with their name', () => {
    given(person, [joined], facts)
      .when(ask('RenamePerson', { name: 'Asha', names: parts }))
      .happens({ type: 'PersonRenamed', data: { person: asha, name: 'Asha', names: parts } });
    given(person, [withParts], facts)
      .when(ask('RenamePerson', { name: 'Asha', names: { given: 'Asha' } }))
      .nothingHappens();
  });

  test('a name for print is kept beside the name, which stays', () => {
    const printed = { given: 'Asha', printed: 'Asha Rahman' };
    given(person, [withParts], facts)
      .when(ask('RenamePerson', { name: 'Asha', names: printed }))
      .happens({ type: 'PersonRenamed', data: { person: asha, name: 'Asha', names: printed } });
  });

  test('a name without parts takes away those of the name before', () =>
    given(person, [withParts], facts)
      .when(ask('RenamePerson', { name: 'Asha' }))
      .happens({ type: 'PersonRenamed', data: { person: asha, name: 'Asha' } }));
});

describe('a profile', () => {
  test('expertise names each area once', () => {
    given(person, [joined], facts).when(expertise('behaviour', 'phonics')).happens(expert('behaviour', 'phonics'));
    given(person, [joined], facts).when(expertise('behaviour', 'behaviour')).refused('PROFILE.SAID_TWICE');
  });

  test('an aim leads further, and is set once', () => {
    given(person, [joined], facts)
      .when(aims({ tag: 'behaviour', from: 2, to: 4 }))
      .happensLike({ type: 'AimsSet' });
    given(person, [joined], facts)
      .when(aims({ tag: 'behaviour', from: 3, to: 3 }))
      .refused('PROFILE.AIM_NOT_AHEAD');
    given(person, [joined], facts)
      .when(aims({ tag: 'behaviour', from: 4, to: 2 }))
      .refused('PROFILE.AIM_NOT_AHEAD');
    given(person, [joined], facts)
      .when(aims({ tag: 'behaviour', from: 2, to: 4 }, { tag: 'behaviour', from: 1, to: 2 }))
      .refused('PROFILE.SAID_TWICE');
  });

  test('times free do not overlap, but may touch', () => {
    given(person, [joined], facts)
      .when(free(slot('08:00', '08:30'), slot('08:30', '09:00')))
      .happensLike({ type: 'AvailabilitySet' });
    given(person, [joined], facts)
      .when(free(slot('08:00', '08:45'), slot('08:30', '09:00')))
      .refused('PROFILE.SLOTS_OVERLAP');
    given(person, [joined], facts)
      .when(free(slot('08:00', '08:45'), { ...slot('08:30', '09:00'), weekday: 'friday' }))
      .happensLike({ type: 'AvailabilitySet' });
    given(person, [joined], facts)
      .when(free(slot('09:00', '09:00')))
      .refused('PROFILE.SLOT_BACKWARDS');
  });

  test('visibility that stays the same is nothing new, and the first choice always is', () => {
    for (const visibility of VISIBILITIES) {
      const chosen = { type: 'VisibilitySet' as const, data: { person: asha, visibility } };
      given(person, [joined], facts).when(ask('SetVisibility', { visibility })).happens(chosen);
      given(person, [joined, chosen], facts).when(ask('SetVisibility', { visibility })).nothingHappens();
    }
    given(person, [joined], facts)
      .when(ask('SetVisibility', { visibility: 'nobody' }))
      .happens({ type: 'VisibilitySet', data: { person: asha, visibility: 'nobody' } });
  });
});

test('whatever people pick from a list is taken, and nothing that is written otherwise', () => {
  const taken = (tag: string) => personCommands.DeclareExpertise.safeParse({ person: asha, expertise: [{ tag, level: 3 }] }).success;
  expect([...EXPERTISE_TAGS, ...SUBJECTS, ...PHASES, ...CAREER_STAGES].filter(({ id }) => !taken(id))).toEqual([]);
  for (const typed of ['', 'x', 'Jo is off sick', 'exp one', '-exp', 'Exp-one', 'exp-one!', `exp-${'x'.repeat(80)}`])
    expect([typed, taken(typed)]).toEqual([typed, false]);
});

describe('offering to mentor', () => {
  const ready: readonly PersonEvent[] = [joined, described(headOfMaths), expert('behaviour')];

  test('it takes a profile that says something, and some expertise', () => {
    given(person, [joined], facts).when(offer()).refused('MENTORING.DESCRIBE_FIRST');
    given(person, [joined, described(empty), expert('behaviour')], facts)
      .when(offer())
      .refused('MENTORING.DESCRIBE_FIRST');
    given(person, [joined, described(headOfMaths)], facts)
      .when(offer())
      .refused('MENTORING.EXPERTISE_FIRST');
    given(person, ready, facts).when(offer()).happens(offered);
  });

  test('while it stands, neither is taken away', () => {
    given(person, [...ready, offered], facts)
      .when(expertise())
      .refused('MENTORING.EXPERTISE_FIRST');
    given(person, [...ready, offered], facts)
      .when(ask('DescribeProfile', { profile: empty }))
      .refused('MENTORING.DESCRIBE_FIRST');
    given(person, ready, facts).when(expertise()).happens(expert());
  });

  test('[R9] it can be paused, resumed and withdrawn at any time', () => {
    given(person, [...ready, offered], facts)
      .when(pause(friday))
      .happens(paused(friday));
    given(person, [...ready, offered, paused(friday)], facts)
      .when(pause(null))
      .happens(paused(null));
    given(person, [...ready, offered, paused(friday)], facts)
      .when(ask('ResumeMentoring', {}))
      .happens({ type: 'MentoringResumed', data: { person: asha } });
    given(person, [...ready, offered], facts)
      .when(ask('WithdrawMentoring', {}))
      .happens(withdrawn);
  });

  test('[R9] the hub ends a pause on its day, and none that has another end or none', () => {
    const byHub: PersonCommand = { ...ask('ResumeMentoring', {}), by: HUB };
    given(person, [...ready, offered, paused(monday)], facts)
      .when(byHub)
      .happens({ type: 'MentoringResumed', data: { person: asha } });
    for (const until of [friday, null])
      given(person, [...ready, offered, paused(until)], facts)
        .when(byHub)
        .nothingHappens();
    // They came back by themself a moment before.
    given(person, [...ready, offered], facts)
      .when(byHub)
      .nothingHappens();
  });

  test('[R2] pausing alike, resuming or withdrawing twice is done once', () => {
    given(person, [...ready, offered, paused(null)], facts)
      .when(pause(null))
      .nothingHappens();
    given(person, [...ready, offered], facts)
      .when(ask('ResumeMentoring', {}))
      .nothingHappens();
    given(person, [...ready, offered, withdrawn], facts)
      .when(ask('WithdrawMentoring', {}))
      .nothingHappens();
  });

  test('a pause is of an offer, and ends on a later day', () => {
    given(person, ready, facts).when(pause(null)).refused('MENTORING.NOT_OFFERED');
    given(person, [...ready, offered], facts)
      .when(pause(monday))
      .refused('MENTORING.PAUSE_PAST');
  });
});

describe('what is private', () => {
  test('[R5] an exclusion is said and lifted once, and never of oneself', () => {
    given(person, [joined], facts)
      .when(ask('ExcludePerson', { other: ben }))
      .happens(excluded);
    given(person, [joined, excluded], facts)
      .when(ask('ExcludePerson', { other: ben }))
      .nothingHappens();
    given(person, [joined, excluded], facts)
      .when(ask('LiftExclusion', { other: ben }))
      .happens({ type: 'ExclusionLifted', data: { person: asha, other: ben } });
    given(person, [joined], facts)
      .when(ask('LiftExclusion', { other: ben }))
      .nothingHappens();
    given(person, [joined], facts)
      .when(ask('ExcludePerson', { other: asha }))
      .refused('PERSON.EXCLUDES_THEMSELF');
  });

  test('a consent in the log of before changes nothing', () => {
    const consent: PersonEvent = { type: 'ConsentGiven', data: { person: asha, to: 'learned-matching', wording: 'w1' } };
    const withdrawn: PersonEvent = { type: 'ConsentWithdrawn', data: { person: asha, to: 'learned-matching' } };
    given(person, [joined, consent, withdrawn], facts)
      .when(ask('LiftExclusion', { other: ben }))
      .nothingHappens();
  });
});

describe('erasure', () => {
  test('[R9] a person can be erased, once', () => {
    given(person, [joined], facts).when(ask('ErasePerson', {})).happens(erased);
    given(person, [joined, erased], facts).when(ask('ErasePerson', {})).nothingHappens();
  });

  test('[R9] nothing more is ever said of them', () => {
    const commands = [
      invite(),
      ask('RenamePerson', { name: 'A' }),
      ask('DescribeProfile', { profile: headOfMaths }),
      offer(),
      ask('ExcludePerson', { other: ben }),
    ];
    for (const command of commands) given(person, [joined, erased], facts).when(command).refused('PERSON.ERASED');
  });
});

test('what an import says of whom it adds is marked so, and nobody but the hub can mark it', () => {
  const describes = ask('DescribeProfile', { profile: headOfMaths, withJoin: true });
  given(person, [joined], facts)
    .when({ ...describes, by: HUB })
    .happens({ type: 'ProfileDescribed', data: { person: asha, profile: headOfMaths, withJoin: true } });
  given(person, [joined], facts).when(describes).happens(described(headOfMaths));
});

function described(profile: Profile): PersonEvent {
  return { type: 'ProfileDescribed', data: { person: asha, profile } };
}
function expert(...tags: string[]): PersonEvent {
  return { type: 'ExpertiseDeclared', data: { person: asha, expertise: tags.map((tag) => ({ tag, level: 4 })) } };
}
function paused(until: Day | null): PersonEvent {
  return { type: 'MentoringPaused', data: { person: asha, until } };
}
function slot(from: string, to: string): Slot {
  return { weekday: 'tuesday', from: from as ClockTime, to: to as ClockTime };
}
type Asked<Type extends PersonCommand['type']> = Omit<Extract<PersonCommand, { type: Type }>['data'], 'person'>;
function ask<Type extends PersonCommand['type']>(type: Type, data: Asked<Type>, of: PersonId = asha): PersonCommand {
  // The compiler cannot follow a generic type back into the union it came from.
  return { type, by: of, at: '2026-03-02T09:00:00.000Z' as Instant, on: monday, data: { person: of, ...data } } as unknown as PersonCommand;
}
function invite(email = 'asha@example.org') {
  return ask('InvitePerson', { name: 'Asha', email, institution: 'larkhill' as InstitutionId });
}
function expertise(...tags: string[]) {
  return ask('DeclareExpertise', { expertise: tags.map((tag) => ({ tag, level: 4 })) });
}
function aims(...all: Aim[]) {
  return ask('SetAims', { aims: all });
}
function free(...slots: Slot[]) {
  return ask('SetAvailability', { availability: { slots, format: 'either', frequency: 'fortnightly', minutes: 45 } });
}
function offer() {
  return ask('OfferMentoring', { offer: { careerStages: [], note: '' } });
}
function pause(until: Day | null) {
  return ask('PauseMentoring', { until });
}

describe('a name that is a link', () => {
  const asked = { person: 'asha', email: 'asha@example.org', institution: 'larkhill' };
  const why = 'Enter the name without a web or email address. If it has none, put a space after each full stop.';
  const saidOf = (type: 'RenamePerson' | 'InvitePerson', data: object) =>
    personCommands[type].safeParse({ ...asked, ...data }).error?.issues.map(({ path, message }) => [path.join('.'), message]);

  test.each(['http://evil.test/login', '"Priya" <ceo@dfe.gov.uk>', 'Visit evil.com now'])('%s is refused, wherever it is typed', (name) => {
    for (const type of ['RenamePerson', 'InvitePerson'] as const) {
      expect(saidOf(type, { name })).toEqual([['name', why]]);
      for (const part of ['given', 'family', 'addressed', 'printed'])
        expect(saidOf(type, { name: 'Asha Rahman', names: { [part]: name } })).toEqual([[`names.${part}`, why]]);
    }
    expect(saidOf('RenamePerson', { name: 'Asha', names: { title: 'evil.com' } })).toEqual([['names.title', why]]);
  });

  test.each(['O’Brien-Smith (née Jones)', 'St. John', 'Dr. A.B. Smith', 'D.J.', 'مريم حداد', '王明'])('%s is a name', (name) => {
    expect(saidOf('RenamePerson', { name, names: { given: name } })).toBeUndefined();
  });

  test('is read from a log of before', () => {
    const data = { person: 'asha', name: 'Visit evil.com', names: { given: 'evil.com' }, email: 'asha@example.org' };
    for (const type of ['PersonJoined', 'PersonRenamed'] as const) expect(personEvents[type].data.safeParse(data).success).toBe(true);
  });
});

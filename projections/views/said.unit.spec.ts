import { TOGETHER_AFTER_DAYS } from '@alongside/domain/figures/release.js';
import type { z } from 'zod';
import { personId, type Day } from '@alongside/domain/kernel/brand.js';
import { peopleIn } from '@alongside/domain/joining/people-in.js';
import { eventShapeOf } from '@alongside/domain/protocol/registry.js';
import { EXPERTISE_TAGS } from '@alongside/domain/uk/taxonomy/expertise.js';
import { addDays } from '@alongside/domain/uk/days.js';
import { given, happened } from '../testing/given-events.js';
import { NAMING } from './records-so-far.js';
import { saidView, together } from './said.view.js';

type Events = Parameters<typeof given>[1];
const on = (day: string) => ({ at: `${day}T12:00:00.000Z` });
const joins = (person: string, institution = 'oakfield') => happened('MemberJoined', { institution, person, from: '2025-09-01' });
const inTrustOf = (institution: string, trust: string) => happened('TrustJoined', { institution, trust });
const inTrust = (institution: string) => inTrustOf(institution, 'riverbank');
const fit = (by: string, answer: 'good' | 'too-early' | 'not-good', day = '2026-03-06') =>
  happened('FitChecked', { mentorship: 'm1', by, answer }, on(day));
const five = ['a', 'b', 'c', 'd', 'e'];
const oakfield = [inTrust('oakfield'), inTrust('elm'), ...five.map((person) => joins(person))];
const said = (...events: Events) => given(saidView, [...oakfield, ...events]);

describe('[R7] what people said', () => {
  test('is told of five people, to the coordinators and leaders of their school and of its trust', () => {
    const four = five.slice(0, 4).map((person) => fit(person, 'good'));
    expect(said(...four).ids()).toEqual([]);
    const told = said(...four, fit('e', 'not-good', '2026-03-09'));
    expect(told.ids()).toEqual(['oakfield:2026-03-09', 'riverbank:2026-03-09']);
    expect(told.row('riverbank:2026-03-09')?.of).toEqual({ fit: { people: 5, releases: 1, said: { good: 4 } } });
    expect(told.audience('oakfield:2026-03-09')).toEqual([
      ...['institution:oakfield#coordinators', 'institution:oakfield#leaders'],
      ...['institution:riverbank#coordinators', 'institution:riverbank#leaders'],
    ]);
  });

  test('looks alike where all five said so', () => {
    const all = (last: 'good' | 'too-early') =>
      said(...five.map((person, n) => fit(person, n === 0 ? last : 'good'))).row('oakfield:2026-03-06');
    expect(all('good')).toEqual(all('too-early'));
  });

  test('nobody is shown what waits', () => {
    const rows = said(...five.slice(0, 4).map((person) => fit(person, 'good')));
    for (const [id, { audience }] of rows.everything()) expect([id, audience]).toEqual([id, []]);
  });

  test('of skills, that one went up in a mentorship; a level by oneself is nobody’s figure', () => {
    const rated = (person: string, when: 'before' | 'after', level: number, mentorship: string | null = 'm') =>
      happened('SkillRated', { person, mentorship, tag: 't', level, when });
    const pairs = five.flatMap((person, n) => [rated(person, 'before', 2), rated(person, 'after', n < 3 ? 4 : 2)]);
    expect(said(...pairs).row('oakfield:2026-03-06')?.of).toEqual({ skills: { people: 5, releases: 1, said: { higher: 3 } } });
    expect(said(...five.map((person) => rated(person, 'after', 4))).ids()).toEqual([]);
    expect(said(...five.flatMap((person) => [rated(person, 'before', 2, null), rated(person, 'after', 4, null)])).ids()).toEqual([]);
  });

  test('of goals, how they ended and which group of areas they were about', () => {
    const tag = EXPERTISE_TAGS[0];
    const goal = (n: number) => ({ mentorship: `m${n}`, goal: `g${n}` });
    const rest = { description: { title: '', why: '', success: '' }, statements: [], due: null };
    const agreed = five.map((mentee, n) => happened('GoalAgreed', { ...goal(n), mentee, tag: n < 2 ? (tag?.id ?? '') : null, ...rest }));
    const ended = five.map((_, n) =>
      n < 3 ? happened('GoalAchieved', { ...goal(n), by: 'a', evidence: '' }) : happened('GoalSetAside', goal(n)),
    );
    expect(said(...agreed, ...ended).row('oakfield:2026-03-06')?.of).toEqual({
      about: { people: 5, releases: 1, said: { [tag?.group ?? '']: 2 } },
      goals: { people: 5, releases: 1, said: { achieved: 3 } },
    });
  });

  test('of schools where few answer is told to the trust, with others', () => {
    const late = addDays('2026-03-06' as Day, TOGETHER_AFTER_DAYS);
    const elm = ['x', 'y'].flatMap((person) => [joins(person, 'elm'), fit(person, 'good')]);
    const rows = said(...elm, ...five.slice(0, 3).map((person) => fit(person, 'too-early')), fit('d', 'good', late));
    expect(rows.ids()).toEqual([`riverbank:${late}`]);
    expect(rows.row(`riverbank:${late}`)?.of.fit).toEqual({ people: 5, releases: 1, said: { good: 2 } });
  });

  test('of somebody in two schools waits for others of the same two', () => {
    const both = five.flatMap((person) => [joins(person, 'elm'), fit(person, 'good')]);
    expect(said(...both).ids()).toEqual(['elm:2026-03-06', 'oakfield:2026-03-06', 'riverbank:2026-03-06']);
    expect(said(joins('e', 'elm'), ...five.map((person) => fit(person, 'good'))).ids()).toEqual([]);
  });

  test('of somebody who belongs nowhere is counted nowhere', () => {
    const nowhere = five.map((person) => happened('MemberLeft', { institution: 'oakfield', person }));
    expect(said(...nowhere, ...five.map((person) => fit(person, 'good'))).ids()).toEqual([]);
  });

  test('[R9] what waits goes with an erased person, and what was released stays', () => {
    const erased = happened('PersonErased', { person: 'a' });
    const four = five.slice(0, 4).map((person) => fit(person, 'good'));
    expect(said(...four, erased, fit('e', 'good')).ids()).toEqual([]);
    expect(said(...four, fit('e', 'good'), erased).row('oakfield:2026-03-06')?.of.fit?.people).toBe(5);
    expect(JSON.stringify([...said(...four, erased).everything()].filter(([id]) => id.startsWith('~wait')))).not.toContain('"a"');
  });

  test('two releases of a day add up', () => {
    const again = five.map((person) => fit(person, 'not-good'));
    expect(said(...five.map((person) => fit(person, 'good')), ...again).row('oakfield:2026-03-06')?.of.fit).toEqual(
      together({ people: 5, releases: 1, said: { good: 4 } }, { people: 5, releases: 1, said: {} }),
    );
  });

  describe('to those who read it and answer too', () => {
    const leads = (person: string, institution = 'oakfield') => happened('RoleGranted', { institution, person, role: 'leader' });
    const all = five.map((person) => fit(person, 'good'));
    /** A leader of a school does not read these. */
    const ofTrust = ['riverbank:2026-03-06'];
    const pair = (n: number, mentor: string, mentee: string) =>
      happened('MentorshipStarted', { mentorship: `m${n}`, mentor, mentee, request: null, aims: [] });
    const goal = (n: number, mentee: string) =>
      happened('GoalAgreed', {
        ...{ mentorship: `m${n}`, goal: `g${n}`, mentee, tag: null, statements: [], due: null },
        description: { title: '', why: '', success: '' },
      });

    test('counts none of their answers: of a coordinator or leader of the school or of its trust, not of an administrator', () => {
      for (const reader of [
        leads('a'),
        leads('a', 'riverbank'),
        happened('RoleGranted', { institution: 'oakfield', person: 'a', role: 'coordinator' }),
      ])
        expect(said(reader, ...all).ids()).toEqual([]);
      for (const other of [leads('a', 'elm'), happened('RoleGranted', { institution: 'oakfield', person: 'a', role: 'administrator' })])
        expect(said(other, ...all).ids()).toHaveLength(2);
      expect(said(leads('a'), ...all, joins('f'), fit('f', 'good')).row('oakfield:2026-03-06')?.of.fit?.people).toBe(5);
    });

    test('takes back what they would know more of, as soon as they come to read it, and lets go of what waits', () => {
      expect(said(...all, leads('a', 'riverbank')).ids()).toEqual([]);
      expect(said(...all, leads('a')).ids()).toEqual(ofTrust);
      expect(said(...all, leads('a', 'elm')).ids()).toHaveLength(2);
      expect(said(...all.slice(0, 4), leads('a'), fit('e', 'good')).ids()).toEqual([]);
    });

    test('takes back nothing else', () => {
      const later = ['f', 'g', 'h', 'i', 'j'].flatMap((person) => [joins(person), fit(person, 'not-good')]);
      expect(said(...all, ...later, leads('a')).row('oakfield:2026-03-06')?.of.fit).toEqual({ people: 5, releases: 1, said: {} });
    });

    test('counts them again once they read no more', () => {
      const revoked = happened('RoleRevoked', { institution: 'oakfield', person: 'a', role: 'leader' });
      const twice = happened('RoleGranted', { institution: 'oakfield', person: 'a', role: 'coordinator' });
      expect(said(leads('a'), revoked, ...all).ids()).toHaveLength(2);
      expect(said(leads('a'), twice, revoked, ...all).ids()).toEqual([]);
      expect(said(leads('a'), happened('MemberLeft', { institution: 'oakfield', person: 'a' }), joins('a'), ...all).ids()).toHaveLength(2);
    });

    test('counts no goal that a reader has with a mentee, and takes it back from a mentor who comes to read', () => {
      const goals = [pair(1, 'lea', 'a'), ...five.map((mentee, n) => goal(n + 1, mentee))];
      expect(said(...goals).ids()).toHaveLength(2);
      expect(said(leads('lea'), ...goals).ids()).toEqual([]);
      expect(said(...goals, leads('lea')).ids()).toEqual(ofTrust);
      expect(said(pair(1, 'lea', 'a'), leads('lea'), ...all).ids()).toHaveLength(2);
    });

    describe('where what waits is added to elsewhere', () => {
      const achieved = (n: number) => happened('GoalAchieved', { mentorship: `m${n}`, goal: `g${n}`, by: 'a', evidence: '' });
      const setAside = (n: number) => happened('GoalSetAside', { mentorship: `m${n}`, goal: `g${n}` });
      const others = five.slice(1).flatMap((mentee, n) => [pair(n + 11, 'nora', mentee), goal(n + 11, mentee), setAside(n + 11)]);
      const ends = (n: number, mentor: string, mentee: string, end: typeof setAside) => [pair(n, mentor, mentee), goal(n, mentee), end(n)];
      const goals = (...events: Events) => said(...events).row('oakfield:2026-03-06')?.of.goals;
      const none = { people: 5, releases: 1, said: {} };
      const waitingGoals = (...events: Events) =>
        JSON.stringify([...said(...events).everything()].find(([id]) => id.startsWith('~waiting:goals'))?.[1].data);

      test('lets go of what a reader there knows, of whoever moves or joins another school', () => {
        for (const gone of [[happened('MemberLeft', { institution: 'elm', person: 'p' })], []]) {
          const before = [leads('mona'), joins('p', 'elm'), ...ends(1, 'mona', 'p', achieved)];
          const later = [...gone, joins('p'), ...ends(2, 'nora', 'p', setAside)];
          expect(waitingGoals(...before)).toContain('mona');
          expect(waitingGoals(...before, ...later)).not.toMatch(/mona|achieved/);
        }
        const moved = [leads('mona'), joins('p', 'elm'), ...ends(1, 'mona', 'p', achieved), joins('p')];
        const left = happened('MemberLeft', { institution: 'elm', person: 'p' });
        const rows = said(...moved, left, ...ends(2, 'nora', 'p', setAside), ...others);
        expect(rows.row('oakfield:2026-03-06')?.of.goals).toEqual(none);
        expect(JSON.stringify(rows.everything().get('~released:oakfield:2026-03-06')?.data)).not.toContain('mona');
      });

      test('lets go of what a reader knows of the other record of somebody there', () => {
        const joined = happened('RecordsJoined', { person: 'k', joined: 'j', belongs: [] });
        const two = [leads('mona'), joins('j', 'elm'), joins('k'), ...ends(1, 'mona', 'j', achieved), ...ends(2, 'nora', 'k', setAside)];
        expect(waitingGoals(...two, joined)).not.toMatch(/mona|achieved/);
        const rows = said(...two, joined, ...others);
        expect(rows.row('oakfield:2026-03-06')?.of.goals).toEqual(none);
        expect(JSON.stringify(rows.everything().get('~released:oakfield:2026-03-06')?.data)).not.toContain('mona');
      });

      test('lets go of it as well where the reader’s role is their other record’s', () => {
        const joined = (person: string, record: string) => happened('RecordsJoined', { person, joined: record, belongs: [] });
        const two = [joins('j', 'elm'), joins('k'), ...ends(1, 'mona', 'j', achieved), ...ends(2, 'nora', 'k', setAside)];
        expect(waitingGoals(leads('mo'), ...two, joined('mona', 'mo'), joined('k', 'j'))).not.toMatch(/mona|achieved/);
        expect(waitingGoals(leads('mo'), ...two, joined('k', 'j'), joined('mona', 'mo'))).toBe('[]');
      });

      test('keeps it where none of them reads', () => {
        const moved = [joins('p', 'elm'), ...ends(1, 'mona', 'p', achieved), happened('MemberLeft', { institution: 'elm', person: 'p' })];
        expect(waitingGoals(...moved, joins('p'), ...ends(2, 'nora', 'p', setAside))).toMatch(/achieved.*mona/);
        expect(goals(...moved, joins('p'), ...ends(2, 'nora', 'p', setAside), ...others, leads('mona'))).toBeUndefined();
      });

      test('[R9] an erased person is in no row that remembers who knew, whatever their pairs say afterwards', () => {
        const erased = happened('PersonErased', { person: 'erased-mentor' });
        const joined = happened('RecordsJoined', { person: 'erased-mentor', joined: 'erased-record', belongs: [] });
        const pairs = [pair(1, 'erased-mentor', 'a'), goal(1, 'a'), pair(2, 'erased-record', 'a'), goal(2, 'a')];
        // Who was in a pair or at a school, and who is erased: ids alone, by which later events are understood.
        const understoodBy = /^~(pair|erased|kept-in|joined-into|standing|house-people):/;
        for (const ending of [[], others]) {
          const rows = said(...pairs, joined, erased, achieved(1), setAside(2), ...ending).everything();
          const naming = [...rows].filter(
            ([id, { data }]) => !understoodBy.test(id) && `${id} ${JSON.stringify(data)}`.includes('erased-'),
          );
          expect(naming).toEqual([]);
        }
      });
    });

    test('knows as one person what they know by two records', () => {
      const joined = happened('RecordsJoined', { person: 'lea', joined: 'a', belongs: [] });
      expect(said(leads('lea'), ...all, joined).ids()).toEqual(ofTrust);
      expect(said(...all, joined, leads('lea')).ids()).toEqual(ofTrust);
    });

    test('has a row of their own where the readers of a day change', () => {
      const moves = [happened('TrustLeft', { institution: 'oakfield', trust: 'riverbank' }), inTrustOf('oakfield', 'hillbank')];
      const rows = said(...all, ...moves, ...all);
      expect(rows.audience('oakfield:2026-03-06')).toContain('institution:riverbank#leaders');
      expect(rows.audience('oakfield:2026-03-06')).not.toContain('institution:hillbank#leaders');
      expect(rows.audience('oakfield:2026-03-06:2')).toContain('institution:hillbank#leaders');
    });
  });

  describe('of somebody who had two records', () => {
    const joined = (person: string, record: string) => happened('RecordsJoined', { person, joined: record, belongs: [] });
    const four = five.slice(0, 4).map((person) => fit(person, 'good'));

    test('stays as it was released, and waits as of one person from then on', () => {
      const released = said(...four, fit('e', 'not-good')).row('oakfield:2026-03-06');
      expect(said(...four, fit('e', 'not-good'), joined('a', 'b')).row('oakfield:2026-03-06')).toEqual(released);
      expect(said(...four, joined('a', 'b'), fit('e', 'good')).ids()).toEqual([]);
      expect(
        said(...four, joined('a', 'b'), joins('f'), fit('e', 'good'), fit('f', 'not-good')).row('oakfield:2026-03-06')?.of.fit,
      ).toEqual({
        ...{ people: 5, releases: 1, said: { good: 4 } },
      });
    });

    test('is theirs under whichever record it is said afterwards', () => {
      expect(said(...four, joined('a', 'b'), fit('b', 'good'), fit('a', 'good')).ids()).toEqual([]);
      const goal = { mentorship: 'm1', goal: 'g1' };
      const agreed = happened('GoalAgreed', {
        ...goal,
        mentee: 'b',
        tag: null,
        description: { title: '', why: '', success: '' },
        statements: [],
        due: null,
      });
      const rows = said(agreed, joined('a', 'b'), happened('GoalAchieved', { ...goal, by: 'b', evidence: '' }));
      expect(JSON.stringify([...rows.everything()].find(([id]) => id.startsWith('~waiting:goals')))).toContain('"person":"a"');
    });

    test('a level before is found by either record', () => {
      const rated = (person: string, when: 'before' | 'after', level: number) =>
        happened('SkillRated', { person, mentorship: 'm', tag: 't', level, when });
      const rows = said(rated('b', 'before', 2), joined('a', 'b'), rated('a', 'after', 4));
      expect(JSON.stringify([...rows.everything()].find(([id]) => id.startsWith('~waiting:skills')))).toContain('higher');
    });

    test('is nobody’s where one of the two was erased before, or joined before', () => {
      const erased = happened('PersonErased', { person: 'b' });
      expect(said(erased, joined('a', 'b'), fit('b', 'good')).everything().has('~waits-in:a')).toBe(false);
      expect(said(joined('a', 'b'), joined('c', 'b'), fit('b', 'good')).everything().has('~waits-in:a')).toBe(true);
    });

    test('every place in which what it follows names a person is known', () => {
      // Whom the hub tells of an event takes no part in it.
      const known = new Set<string>([...NAMING, 'administrators']);
      for (const type of Object.keys(saidView.on)) {
        if (type === 'RecordsJoined') continue;
        const { data } = eventShapeOf(type) ?? {};
        const shape = (data as z.ZodObject).shape;
        const places = Object.entries(shape).filter(([, schema]) => schema === personId || peopleIn(schema as z.ZodType, ['x']).length > 0);
        expect([type, places.map(([field]) => field).filter((field) => !known.has(field))]).toEqual([type, []]);
      }
    });
  });
});

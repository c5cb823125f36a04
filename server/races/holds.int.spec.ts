import { HUB } from '@alongside/domain/kernel/decider.js';
import type { CredentialRow } from '@alongside/projections/views/credential.view.js';
import type { MemberRow } from '@alongside/projections/views/member.view.js';
import type { MentorshipRow } from '@alongside/projections/views/mentorship.view.js';
import type { RequestRow } from '@alongside/projections/views/request.view.js';
import { asking, makeSchool, must } from '../app/hub.testing.js';
import { race } from './rounds.testing.js';
import { outcomeOf, TERMS, TwoHubs, type Given } from './two-hubs.testing.js';

/** What holds in the stream of one thing, whichever hub is asked: one of two acts is first, and the other is decided again. */
const people = ['asha', 'ben', 'cleo', 'cora', 'dora', 'finn'];
const FIRST = ['the first hub was first', 'the second hub was first'];
let hubs: TwoHubs;

beforeAll(async () => {
  hubs = await TwoHubs.open(people, async (hub) => {
    await makeSchool(hub, people, { asha: 1, cleo: 1 });
    for (const person of ['cora', 'dora']) await must(hub, HUB, 'GrantRole', { institution: 'hillside', person, role: 'administrator' });
  });
});
afterAll(() => hubs.close());

const yes = (request: string, mentorship: string): Given => ({
  by: 'asha',
  type: 'AcceptRequest',
  data: { mentor: 'asha', request, mentorship },
});
const running = async (mentorships: readonly string[], as: string) => {
  const rows = await Promise.all(mentorships.map((mentorship) => hubs.row<MentorshipRow>('mentorship', mentorship, as)));
  return rows.filter((both) => both.every((row) => row !== undefined && row.status !== 'ended')).length;
};
const end = (by: string, mentorship: string) => hubs.done(by, 'EndMentorship', { mentorship, reason: '', wantsAnother: false });
/** Until a place is free again, at both. */
const isFree = async (mentor: string) => (await hubs.row<{ taken: number }>('capacity', mentor, mentor)).every((row) => row?.taken === 0);
/** One of two was accepted, and which. */
function firstOf(outcomes: readonly string[], refusal: RegExp): string {
  expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome !== 'accepted')).toEqual([expect.stringMatching(refusal)]);
  return FIRST[outcomes.indexOf('accepted')] as string;
}

// Of docs/spec/across-streams.md: ask.paired.
test('one request that is answered yes at two hubs begins one mentorship', () =>
  race('one request and two yeses', FIRST, async (round) => {
    const [request, ...mentorships] = [`y-${round}`, `y-${round}-a`, `y-${round}-b`] as const;
    await hubs.done('ben', 'RequestMentoring', asking('asha', 'ben', request));
    const first = firstOf(await hubs.atOnce(yes(request, mentorships[0]), yes(request, mentorships[1])), /^REQUEST\.ACCEPTED_ALREADY$/);
    const began = mentorships[FIRST.indexOf(first)] as string;
    expect(await hubs.comesTo(async () => (await running([began], 'ben')) === 1)).toBe(true);
    expect(await running(mentorships, 'ben')).toBe(1);
    await end('ben', began);
    expect(await hubs.comesTo(() => isFree('asha'))).toBe(true);
    return first;
  }));

test('a mentee who asks again as they hear a yes has one mentorship with the mentor', () =>
  race('a yes, and the same mentee who asks again', ['asked again after the yes', 'asked again before it'], async (round) => {
    const [request, again, mentorship] = [`p-${round}`, `p-${round}-again`, `p-${round}-m`];
    await hubs.done('ben', 'RequestMentoring', asking('asha', 'ben', request));
    const [accepted, asked] = await hubs.atOnce(yes(request, mentorship), {
      ...{ by: 'ben', type: 'RequestMentoring' },
      data: asking('asha', 'ben', again),
    });
    expect(accepted).toBe('accepted');
    expect(asked).toMatch(/^REQUEST\.ALREADY_(PAIRED|ASKED)$/);
    expect(await hubs.comesTo(async () => (await running([mentorship], 'ben')) === 1)).toBe(true);
    await end('ben', mentorship);
    expect(await hubs.comesTo(() => isFree('asha'))).toBe(true);
    return asked === 'REQUEST.ALREADY_PAIRED' ? 'asked again after the yes' : 'asked again before it';
  }));

test('[R1] the last place of a mentor is given once', () =>
  race('two yeses for one place', FIRST, async (round) => {
    const mentees = ['ben', 'finn'];
    const ids = mentees.map((mentee) => ({ mentee, request: `l-${round}-${mentee}`, mentorship: `l-${round}-${mentee}-m` }));
    for (const { mentee, request } of ids) await hubs.done(mentee, 'RequestMentoring', asking('asha', mentee, request));
    const [one, other] = ids.map(({ request, mentorship }) => yes(request, mentorship)) as [Given, Given];
    const first = firstOf(await hubs.atOnce(one, other), /^REQUEST\.MENTOR_FULL$/);
    const [taken, waits] = FIRST.indexOf(first) === 0 ? ids : ids.toReversed();
    if (!taken || !waits) throw new Error('Nobody was first.');
    expect(await hubs.comesTo(async () => (await running([taken.mentorship], taken.mentee)) === 1)).toBe(true);
    await hubs.done(waits.mentee, 'WithdrawRequest', { mentor: 'asha', request: waits.request });
    await end(taken.mentee, taken.mentorship);
    expect(await hubs.comesTo(() => isFree('asha'))).toBe(true);
    return first;
  }));

// Of docs/spec/across-streams.md: credential.alreadyHeld.
test('both of a pair complete it at two hubs, and each has one certificate or record', () =>
  race('a mentorship that both complete', FIRST, async (round) => {
    const [request, mentorship, agreement] = [`c-${round}`, `c-${round}-m`, `c-${round}-a`];
    await hubs.done('ben', 'RequestMentoring', asking('asha', 'ben', request));
    await hubs.done('asha', 'AcceptRequest', yes(request, mentorship).data);
    expect(await hubs.comesTo(async () => (await running([mentorship], 'ben')) === 1)).toBe(true);
    await hubs.done('asha', 'ProposeAgreement', { mentorship, agreement, terms: TERMS });
    await hubs.done('ben', 'SignAgreement', { mentorship, agreement });
    const complete = (by: string): Given => ({ by, type: 'ProposeCompletion', data: { mentorship } });
    const answers = await hubs.answers(complete('asha'), complete('ben'));
    expect(answers.map(outcomeOf)).toEqual(['accepted', 'accepted']);
    const held = async (person: string) =>
      (await hubs.rows<CredentialRow>('credential', { person, mentorship }, person)).map((rows) => rows.length);
    const isHeld = async () => [...(await held('asha')), ...(await held('ben'))].every((count) => count > 0);
    expect(await hubs.comesTo(isHeld)).toBe(true);
    expect([await held('asha'), await held('ben')]).toEqual([
      [1, 1],
      [1, 1],
    ]);
    expect(await hubs.comesTo(() => isFree('asha'))).toBe(true);
    const [one, other] = answers.map((answer) => (answer.outcome === 'accepted' ? answer.position : ''));
    return FIRST[(one ?? '') < (other ?? '') ? 0 : 1] as string;
  }));

// Of docs/spec/across-streams.md: the first and the last administrator, roles, memberships.
test('of two administrators who lay down their role one stays', () =>
  race('the last two administrators', FIRST, async () => {
    const layDown = (person: string): Given => ({
      ...{ by: person, type: 'RevokeRole' },
      data: { institution: 'hillside', person, role: 'administrator' },
    });
    const first = firstOf(await hubs.atOnce(layDown('cora'), layDown('dora')), /^MEMBER\.LAST_ADMINISTRATOR$/);
    const [gone, stays] = FIRST.indexOf(first) === 0 ? ['cora', 'dora'] : ['dora', 'cora'];
    await hubs.done(stays as string, 'GrantRole', { institution: 'hillside', person: gone, role: 'administrator' });
    return first;
  }));

// Of docs/spec/across-streams.md: an actor's roles at the institution itself.
test('somebody who is given a role as they leave has none where they do not belong', () =>
  race('a role for somebody who leaves', ['the role came first', 'refused'], async () => {
    const here = { institution: 'hillside', person: 'finn' };
    const [granted, left] = await hubs.atOnce(
      { by: 'cora', type: 'GrantRole', data: { ...here, role: 'leader' } },
      { by: 'finn', type: 'RemoveMember', data: here },
    );
    expect([granted, left]).toEqual([expect.stringMatching(/^(accepted|MEMBER\.NOT_A_MEMBER)$/), 'accepted']);
    const isGone = async () =>
      (await hubs.row<MemberRow>('member', 'hillside:finn', 'cora')).every((row) => row?.left !== null && row?.roles.length === 0);
    expect(await hubs.comesTo(isGone)).toBe(true);
    await hubs.agreed('member', 'hillside:finn', 'cora');
    await hubs.done('cora', 'InviteMembers', {
      institution: 'hillside',
      invited: [{ email: 'finn@hillside.example', from: '2026-01-05' }],
    });
    await hubs.done('finn', 'AcceptInvitation', here);
    return granted === 'accepted' ? 'the role came first' : 'refused';
  }));

// Of docs/spec/across-streams.md: idInUse.
test('an id that two people gave at once is one thing’s, the same at both hubs', () =>
  race('one id for two requests', FIRST, async (round) => {
    const request = `i-${round}`;
    const ask = (mentee: string, mentor: string): Given => ({
      ...{ by: mentee, type: 'RequestMentoring' },
      data: asking(mentor, mentee, request),
    });
    const answers = await hubs.answers(ask('ben', 'asha'), ask('finn', 'cleo'));
    const places = answers.map((answer) => (answer.outcome === 'accepted' ? answer.position : undefined));
    const isShown = async () => {
      const rows = [
        ...(await hubs.row<RequestRow>('request', request, 'ben')),
        ...(await hubs.row<RequestRow>('request', request, 'finn')),
      ];
      const [mine, theirs] = [rows.slice(0, 2), rows.slice(2)];
      const first = places[1] === undefined || (places[0] !== undefined && places[0] < places[1]) ? mine : theirs;
      const second = first === mine ? theirs : mine;
      return first.every((row) => row !== undefined) && second.every((row) => row === undefined);
    };
    expect(await hubs.comesTo(isShown)).toBe(true);
    for (const [at, [mentee, mentor]] of [
      ['ben', 'asha'],
      ['finn', 'cleo'],
    ].entries())
      if (places[at] !== undefined) expect(await hubs.act(mentee as string, 'WithdrawRequest', { mentor, request })).toBe('accepted');
    if (places.includes(undefined)) return 'refused';
    return FIRST[(places[0] as string) < (places[1] as string) ? 0 : 1] as string;
  }));

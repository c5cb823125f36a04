import type { InstitutionId, PersonId } from '../kernel/brand.js';
import type { Role } from '../institutions/institution.events.js';
import type { AnyEvent } from '../protocol/registry.js';
import { asParticipants, type TheTwo } from '../mentorships/participants.js';
import { HUB_INSTITUTION } from './actor.js';
import {
  school,
  trust,
  elsewhere,
  self,
  mentor,
  mentee,
  EVERYBODY,
  runsHub,
  administrators,
  coordinators,
  thePair,
  onlyHub,
  FACTS,
  NO_FACTS,
  whoMay,
  may,
  inOrder,
  actor,
  happened,
  type Who,
} from './who-may.testing.js';

describe('what depends on more than a role', () => {
  test('a coordinator suggests no end to a mentorship of their own, nor to one whose mentee belongs elsewhere', () => {
    const whoMaySuggest = (more: object) => whoMay('ProposeClosing', { facts: { ...FACTS, ...more }, history: true });
    expect(whoMaySuggest({ menteeAt: [{ institution: elsewhere, trust: null }] })).toEqual(inOrder(['stranger', 'hub']));
    const own = happened('MentorshipStarted', {
      mentorship: 'm1',
      participants: asParticipants({ mentor: 'coordinator' as PersonId, mentee }),
    });
    expect(whoMay('ProposeClosing', { facts: FACTS, history: false, later: [own] })).toEqual(inOrder(['trustCoordinator', 'hub']));
  });

  test('[R6] a coordinator who manages or assesses the mentee suggests neither an end nor mentors', () => {
    expect(whoMay('ProposeClosing', { facts: { ...FACTS, managesMentee: true }, history: true })).toEqual(onlyHub);
    expect(whoMay('SuggestMentors', { facts: { ...FACTS, managesReader: true }, history: true })).toEqual([]);
  });

  test('an administrator who lost the roles by which they asked about two records takes the question back all the same', () => {
    const asked = happened('JoiningProposed', { kept: 'self', joined: 'mentor', by: EVERYBODY.colleague.person });
    const mayDecline = (...later: AnyEvent[]) => whoMay('DeclineJoining', { facts: NO_FACTS, history: false, later });
    const records: readonly Who[] = ['self', 'mentor'];
    expect(mayDecline(asked)).toEqual(inOrder([...records, 'colleague', 'hubAdministrator']));
    expect(mayDecline()).toEqual(inOrder([...records, 'hubAdministrator']));
    const over = happened('JoiningDeclined', { kept: 'self', joined: 'mentor', by: 'self', askedBy: EVERYBODY.colleague.person });
    expect(mayDecline(asked, over)).toEqual(inOrder([...records, 'hubAdministrator']));
  });

  describe('[AD8] that the mailbox of a record is not read says nobody who may not change its address', () => {
    const place = (institution: InstitutionId, ...roles: Role[]) => ({
      ...{ institution, trust: institution === school ? trust : null, roles },
    });
    const mayVouch = (unreadAt: readonly object[], recordAt: readonly object[] = [place(school)], data = {}) =>
      whoMay('ProposeJoining', { facts: { ...FACTS, recordAt, unreadAt }, history: false, data: { unread: self, ...data } });

    test('of a member', () => {
      expect(mayVouch([place(school, 'leader')])).toEqual(['administrator', 'trustAdministrator', 'hubAdministrator']);
      expect(mayVouch([place(school), place(elsewhere, 'coordinator')], [place(school), place(elsewhere)])).toEqual(['hubAdministrator']);
      expect(mayVouch([place(school), place(HUB_INSTITUTION, 'administrator')])).toEqual(['hubAdministrator']);
      // They left the school that they are administered through.
      expect(mayVouch([place(elsewhere)], [place(school), place(elsewhere)])).toEqual(['hubAdministrator']);
    });

    test('of one who belongs nowhere any more', () => {
      expect(mayVouch([], [place(school)])).toEqual(['administrator', 'trustAdministrator', 'hubAdministrator']);
      expect(mayVouch([], [place(school), place(elsewhere)])).toEqual(['hubAdministrator']);
    });

    test('nor anybody of their own record', () => {
      const own = { record: 'administrator', other: mentor };
      expect(mayVouch([place(school)], [place(school)], { ...own, unread: mentor })).not.toContain('administrator');
      expect(mayVouch([place(school)], [place(school)], { ...own, unread: 'administrator' })).not.toContain('administrator');
      expect(whoMay('ProposeJoining', { facts: FACTS, history: false, data: own })).toContain('administrator');
    });
  });

  test('a coordinator does not remove an administrator', () => {
    const promoted: AnyEvent = { type: 'RoleGranted', data: { institution: school, person: self, role: 'administrator' } };
    expect(whoMay('RemoveMember', { facts: FACTS, history: true, later: [promoted] })).toEqual(inOrder(['self', ...administrators]));
  });

  test('an invitation that tells of a role comes from those who may grant it', () => {
    expect(whoMay('InvitePerson', { facts: FACTS, history: true, data: { role: 'coordinator' } })).toEqual(inOrder(administrators));
  });

  test('[AD8] nobody changes the address of a person who may do what they may not', () => {
    const belongs = (institution: InstitutionId, ...roles: Role[]) => ({
      ...{ institution, trust: institution === school ? trust : null, roles },
    });
    const mayChange = (...memberships: readonly object[]) => whoMay('ChangeEmail', { facts: { ...FACTS, memberships }, history: true });
    expect(mayChange(belongs(school, 'coordinator'))).toEqual(inOrder(coordinators));
    expect(mayChange(belongs(school, 'leader'))).toEqual(inOrder(administrators));
    expect(mayChange(belongs(school, 'administrator'))).toEqual(inOrder(administrators));
    expect(mayChange(belongs(school), belongs(elsewhere, 'coordinator'))).toEqual(inOrder(['stranger', ...runsHub]));
    expect(mayChange(belongs(school), belongs(trust, 'leader'))).toEqual(inOrder(['trustAdministrator', ...runsHub]));
    expect(mayChange(belongs(school), belongs(HUB_INSTITUTION, 'administrator'))).toEqual(inOrder(runsHub));
    expect(mayChange(belongs(school), belongs(elsewhere))).toEqual(inOrder([...coordinators, 'stranger']));
    const leading = actor('leading', [[school, ['coordinator', 'leader']]]);
    const memberships = [belongs(school, 'leader')];
    expect(may(leading, 'ChangeEmail', { facts: { ...FACTS, memberships }, history: true })).toBe(true);
  });

  test('who may correct a member’s address may correct their name, until they have signed in', () => {
    const mayRename = (more: object) => whoMay('RenamePerson', { facts: { ...FACTS, ...more }, history: true });
    expect(mayRename({ awaited: true })).toEqual(inOrder(['self', ...coordinators]));
    expect(mayRename({ awaited: false })).toEqual(inOrder(['self', ...onlyHub]));
    const memberships = [{ institution: school, trust, roles: ['administrator'] }];
    expect(mayRename({ awaited: true, memberships })).toEqual(inOrder(['self', ...administrators]));
  });

  test('[AD5] nobody changes their own address past the proof, whatever they are', () => {
    const own = (who: Who) => may(EVERYBODY[who], 'ChangeEmail', { facts: FACTS, history: true, data: { person: EVERYBODY[who].person } });
    expect((Object.keys(EVERYBODY) as Who[]).filter(own)).toEqual(onlyHub);
  });

  test('a school joins a trust where one person administers both', () => {
    const both = actor('both', [
      [school, ['administrator']],
      [trust, ['administrator']],
    ]);
    expect(may(both, 'JoinTrust', { facts: FACTS, history: true })).toBe(true);
  });

  test('[R9] a holder may have a certificate revoked, and nobody else in their name', () => {
    expect(whoMay('RevokeCredential', { facts: FACTS, history: true, data: { why: 'asked-by-holder' } })).toEqual(['self']);
  });

  test('each person writes to those who coordinate where they belong or lead, and answers a person who wrote to them', () => {
    const toCoordinator = { ...FACTS, places: [{ institution: school, trust, coordinates: true }] };
    const ofTheSchool = ['colleague', 'self', 'mentor', 'mentee', 'coordinator', 'leader', 'administrator'] as const;
    expect(whoMay('WriteMessage', { facts: toCoordinator, history: true })).toEqual(
      inOrder([...ofTheSchool, 'trustCoordinator', 'trustLeader']),
    );
    const toTrustCoordinator = { ...FACTS, places: [{ institution: trust, trust: null, coordinates: true }] };
    expect(whoMay('WriteMessage', { facts: toTrustCoordinator, history: true })).toContain('colleague');
    expect(whoMay('WriteMessage', { facts: toTrustCoordinator, history: true })).not.toContain('stranger');
    expect(whoMay('SuggestMentors', { facts: toCoordinator, history: true })).toEqual(inOrder(['coordinator', 'trustCoordinator']));
    const mentorElsewhere = { ...NO_FACTS, throughMentees: [{ institution: school, trust, coordinates: false }] };
    expect(whoMay('WriteMessage', { facts: mentorElsewhere, history: true })).toEqual(inOrder(['coordinator', 'trustCoordinator']));
    expect(whoMay('SuggestMentors', { facts: mentorElsewhere, history: true })).toEqual([]);
    expect(whoMay('WriteMessage', { facts: { ...NO_FACTS, wroteBefore: true }, history: true })).toContain('colleague');
    expect(whoMay('SuggestMentors', { facts: { ...NO_FACTS, wroteBefore: true }, history: true })).toEqual([]);
  });

  test('nobody corrects the record of a certificate of their own', () => {
    const theirs = happened('CredentialIssued', { credential: 'c1', person: 'coordinator', issuer: school });
    expect(whoMay('RevokeCredential', { facts: FACTS, history: true, later: [theirs] })).not.toContain('coordinator');
  });

  test('a mentee withdraws their own request, not one they merely name', () => {
    const other = happened('MentoringRequested', { request: 'r2', mentor, mentee: self, note: '', aims: [], times: [], reserves: [] });
    expect(whoMay('WithdrawRequest', { facts: FACTS, history: true, later: [other], data: { request: 'r2' } })).toEqual(
      inOrder(['self', 'hub']),
    );
    expect(whoMay('DiscussRequest', { facts: FACTS, history: true, data: { request: 'r9' } })).toEqual(['mentor']);
  });

  test('a request keeps its two once it was answered', () => {
    const declined = happened('RequestDeclined', { request: 'r1', mentor, mentee, reason: null });
    expect(whoMay('DiscussRequest', { facts: FACTS, history: true, later: [declined] })).toEqual(inOrder(thePair));
  });

  test('help that nobody asked for is not marked as given', () => {
    expect(whoMay('MarkHelpDone', { facts: { ...FACTS, help: 'none' }, history: true })).toEqual([]);
    expect(whoMay('MarkHelpDone', { facts: { ...FACTS, help: 'done' }, history: true })).toEqual(['coordinator']);
  });

  test('[R6] a meeting that exists is its own pair’s, whichever mentorship the facts speak of', () => {
    const claimed = {
      trust,
      pair: { participants: asParticipants({ mentor: 'stranger', mentee: 'colleague' } as TheTwo), status: 'active' },
    };
    expect(whoMay('SaveNotes', { facts: claimed, history: true })).toEqual(inOrder(thePair));
  });
});

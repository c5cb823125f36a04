import { taughtFrom } from '@alongside/domain/mentorships/review-day.js';
import type { ClockTime, Day, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { AnyEvent } from '@alongside/domain/protocol/registry.js';
import { seeded } from '@alongside/domain/testing/seeded.js';
import { addDays } from '@alongside/domain/uk/days.js';
import { PLAIN_CALENDAR } from '@alongside/domain/uk/school-days.js';
import { instantOf } from '@alongside/domain/uk/uk-time.js';
import { seeded as storyChance } from '../demo/random.js';
import { hubPlay } from '../demo/seed.js';
import { Simulation } from '../demo/simulation.js';

const HISTORIES = 120;
const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];
const [elm, oak] = ['elm', 'oak'] as [InstitutionId, InstitutionId];
const FIRST = '2026-03-02' as Day;
const at = (day: number, clock = '09:00') => instantOf(addDays(FIRST, day), clock as ClockTime);
type Chance = ReturnType<typeof seeded>;

/** A pair of two schools whose life is left to chance: meetings, records that differ or contradict each other, settings, endings. */
function randomHistory(chance: Chance): readonly AnyEvent[] {
  const stage = new Simulation(hubPlay(1), storyChance(1), PLAIN_CALENDAR, at(-1));
  const either = () => chance.pick([asha, ben]);
  const often = (share: number) => chance.number() < share;
  begin(stage, often(0.9));
  const meetings = chance.below(8);
  for (let n = 0; n < meetings; n += 1) meetingOf(stage, chance, n);
  for (let n = 0; n < chance.below(4); n += 1) stage.at(at(chance.below(40)), () => settings(stage, chance));
  const end = 8 + chance.below(20);
  stage.at(at(end, '17:00'), () => ending(stage, chance, either()));
  if (often(0.3)) stage.at(at(end + 1 + chance.below(8), '17:00'), () => ending(stage, chance, either()));
  // The clock strikes on every day, whether anything happens on it or not.
  for (let day = 0; day < 48; day += 1) stage.at(at(day, '00:30'), () => undefined);
  stage.run(at(48));
  return stage.told.map(({ event }) => event as unknown as AnyEvent);
}

function begin(stage: Simulation, agrees: boolean): void {
  stage.at(at(0, '00:05'), () => {
    for (const [institution, person] of [
      [elm, asha],
      [oak, ben],
    ] as const) {
      stage.must(HUB, 'RegisterInstitution', { institution, details: { name: institution, kind: 'school', nation: 'england' } });
      stage.must(HUB, 'InvitePerson', { person, name: person, email: `${person}@x.example`, institution });
      stage.must(HUB, 'AddMember', { institution, person, from: FIRST });
    }
    stage.must(HUB, 'StartMentorship', { mentorship: 'm1', mentor: asha, mentee: ben, request: null, aims: [] });
    const terms = {
      purpose: '',
      frequency: 'weekly',
      minutes: 45,
      format: 'either',
      confidentiality: '',
      reviewOn: taughtFrom(PLAIN_CALENDAR, addDays(FIRST, 90)),
    };
    stage.must(asha, 'ProposeAgreement', { mentorship: 'm1', agreement: 'a1', terms });
    if (agrees) stage.must(ben, 'SignAgreement', { mentorship: 'm1', agreement: 'a1' });
  });
}

/** Each says what they like, once or several times, at once or weeks later; rules may refuse it. */
function meetingOf(stage: Simulation, chance: Chance, n: number): void {
  const meeting = `k${n}`;
  const day = chance.below(20);
  const clock = `${10 + n}:00`;
  const word = () => ({ meeting, took: chance.number() < 0.85, minutes: 10 + chance.below(50) });
  stage.at(at(day, '08:00'), () => {
    const time = { startsAt: at(day, clock), minutes: 45 };
    stage.give(ben, 'BookMeeting', { meeting, mentorship: 'm1', format: 'online', place: '', time });
    if (chance.number() < 0.1) stage.give(asha, 'CancelMeeting', { meeting });
  });
  const first = chance.pick([asha, ben]);
  const second = first === asha ? ben : asha;
  const words = chance.pick([[], [first], [first, second], [first, second], [first, second, first], [first, first, second, second]]);
  for (const who of words) {
    const later = chance.number() < 0.25 ? chance.below(20) : 0;
    stage.at(at(day + later, '19:00'), () => {
      if (!stage.give(who, 'CloseMeeting', { ...word(), actions: [], carryOver: [] })) stage.give(who, 'RecordAttendance', word());
    });
  }
}

function settings(stage: Simulation, chance: Chance): void {
  const institution = chance.pick([elm, oak]);
  const own = { certificateMeetings: 1 + chance.below(4), certificateMinutes: 10 + chance.below(150) };
  const changed = { requestWindowDays: 5, discoverableBeyond: true, ...(chance.number() < 0.8 && own) };
  stage.must(HUB, 'ChangeInstitutionSettings', { institution, settings: changed });
}

function ending(stage: Simulation, chance: Chance, by: PersonId): void {
  const other = by === asha ? ben : asha;
  const of = { mentorship: 'm1' };
  const way = chance.pick(['agree', 'agree', 'wait', 'wait', 'decline', 'withdraw', 'end', 'pause', 'alone']);
  if (way === 'alone') return void stage.give(by, 'CompleteMentorship', of);
  if (way === 'end') return void stage.give(by, 'EndMentorship', { ...of, reason: '', wantsAnother: false });
  stage.give(by, 'ProposeCompletion', of);
  if (way === 'agree') stage.give(other, 'CompleteMentorship', of);
  if (way === 'decline') stage.give(other, 'DeclineCompletion', of);
  if (way === 'withdraw') stage.give(by, 'WithdrawCompletion', of);
  if (way === 'pause') stage.give(other, 'PauseMentorship', { ...of, until: null });
}

interface Holder {
  readonly issuer: InstitutionId;
  kind: 'certificate' | 'participation';
  /** The two recorded what it takes: it may be a certificate only from then on, and must be. */
  earned: boolean;
}

/** What a certificate needs and has, worked out anew from what each of the two said: nothing that the hub counted is believed. */
function check(history: readonly AnyEvent[]): { readonly kinds: readonly string[]; readonly raised: number } {
  const said = new Map<string, Map<PersonId, { took: boolean; minutes: number }>>();
  const needs = new Map<InstitutionId, { meetings: number; minutes: number }>();
  const holders = new Map<string, Holder>();
  let [completed, raised] = [0, 0];
  const enough = (issuer: InstitutionId) => {
    const both = [...said.values()].filter((one) => one.size === 2 && [...one.values()].every(({ took }) => took));
    const minutes = both.map((one) => Math.min(...[...one.values()].map((each) => each.minutes))).reduce((sum, each) => sum + each, 0);
    const needed = needs.get(issuer) ?? { meetings: 3, minutes: 90 };
    return both.length >= needed.meetings && minutes >= needed.minutes;
  };
  for (const event of history) {
    if (event.type === 'InstitutionSettingsChanged') {
      const { certificateMeetings = 3, certificateMinutes = 90 } = event.data.settings;
      needs.set(event.data.institution, { meetings: certificateMeetings, minutes: certificateMinutes });
    }
    if (event.type === 'AttendanceRecorded') {
      const { meeting, by, took, minutes } = event.data;
      said.set(meeting, new Map(said.get(meeting)).set(by, { took, minutes }));
      const agreed = said.get(meeting)?.size === 2 && took;
      for (const holder of holders.values()) holder.earned ||= agreed && enough(holder.issuer);
    }
    if (event.type === 'MentorshipCompleted') completed += 1;
    if (event.type === 'CredentialIssued') {
      const { credential, issuer, kind = 'certificate', achievement } = event.data;
      expect({ credential, kind }).toEqual({ credential, kind: enough(issuer) ? 'certificate' : 'participation' });
      expect(achievement.meetings).toBe(
        [...said.values()].filter((one) => [...one.values()].filter(({ took }) => took).length === 2).length,
      );
      holders.set(credential, { issuer, kind, earned: enough(issuer) });
    }
    if (event.type === 'CredentialRaised') {
      const holder = holders.get(event.data.credential);
      expect(holder).toMatchObject({ kind: 'participation', earned: true });
      if (holder) holder.kind = 'certificate';
      raised += 1;
    }
  }
  expect(holders.size).toBe(2 * completed);
  for (const { kind, earned } of holders.values()) expect(kind).toBe(earned ? 'certificate' : 'participation');
  return { kinds: [...holders.values()].map(({ kind }) => kind), raised };
}

describe('certificates, over random histories', () => {
  test('[R8] none without its evidence, and with its evidence there is one', () => {
    const chance = seeded();
    const found = Array.from({ length: HISTORIES }, () => check(randomHistory(chance)));
    const kinds = found.flatMap((one) => one.kinds);
    // The histories must reach everything that the rule speaks of, or it would hold of nothing.
    expect(kinds.filter((kind) => kind === 'certificate').length).toBeGreaterThan(20);
    expect(kinds.filter((kind) => kind === 'participation').length).toBeGreaterThan(20);
    expect(found.reduce((sum, one) => sum + one.raised, 0)).toBeGreaterThan(3);
    expect(found.filter((one) => one.kinds.length === 0).length).toBeGreaterThan(10);
  });
});

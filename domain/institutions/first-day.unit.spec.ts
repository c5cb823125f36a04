import type { Day, InstitutionId, Instant, PersonId } from '../kernel/brand.js';
import { HUB } from '../kernel/decider.js';
import { given } from '../testing/given.js';
import type { InstitutionCommand } from './institution.commands.js';
import { institution } from './institution.decider.js';
import type { InstitutionEvent } from './institution.events.js';
import type { InstitutionFacts } from './institution.facts.js';

const [school, ben] = ['larkhill', 'ben'] as [InstitutionId, PersonId];
const [facts, today] = [{} as InstitutionFacts, '2026-03-02'];
const registered: InstitutionEvent = {
  type: 'InstitutionRegistered',
  data: { institution: school, details: { name: 'Larkhill', kind: 'school', nation: 'england' } },
};
const joined = (from: string): InstitutionEvent => ({
  type: 'MemberJoined',
  data: { institution: school, person: ben, from: from as Day },
});
const left: InstitutionEvent = { type: 'MemberLeft', data: { institution: school, person: ben } };
const corrected = (from: string): InstitutionEvent => ({
  type: 'FirstDayCorrected',
  data: { institution: school, person: ben, from: from as Day },
});
const correct = (from: string): InstitutionCommand => ({
  type: 'CorrectFirstDay',
  by: 'helen' as PersonId,
  at: `${today}T09:00:00.000Z` as Instant,
  on: today as Day,
  data: { institution: school, person: ben, from: from as Day },
});

const wrong = [registered, joined('2027-02-01')];

describe('the first day of a member', () => {
  test('is corrected to a day that has come, today included, or to one of the coming year', () => {
    for (const ahead of ['2026-03-03', '2026-09-01', '2027-03-02'])
      given(institution, wrong, facts).when(correct(ahead)).happens(corrected(ahead));
    given(institution, wrong, facts).when(correct('2025-09-01')).happens(corrected('2025-09-01'));
    given(institution, wrong, facts).when(correct(today)).happens(corrected(today));
    given(institution, wrong, facts).when(correct('1966-03-02')).happens(corrected('1966-03-02'));
  });

  test('is not said twice', () => {
    given(institution, wrong, facts).when(correct('2027-02-01')).nothingHappens();
    given(institution, [registered, joined('2027-09-01'), corrected('2025-09-01')], facts)
      .when(correct('2025-09-01'))
      .nothingHappens();
    given(institution, [registered, joined('2027-09-01'), corrected('2025-09-01')], facts)
      .when(correct('2025-09-02'))
      .happens(corrected('2025-09-02'));
  });

  test('that was corrected since it was seen stays', () => {
    const seen = (from: string, day: string): InstitutionCommand => {
      const command = correct(from) as Extract<InstitutionCommand, { type: 'CorrectFirstDay' }>;
      return { ...command, data: { ...command.data, seen: day as Day } };
    };
    const history = [...wrong, corrected('2025-09-01')];
    given(institution, history, facts).when(seen('2025-09-02', '2027-02-01')).refused('MEMBER.CHANGED_SINCE');
    given(institution, history, facts).when(seen('2025-09-02', '2025-09-01')).happens(corrected('2025-09-02'));
    given(institution, history, facts).when(seen('2025-09-01', '2027-02-01')).nothingHappens();
  });

  test('is none that is more than a year ahead, and none that no member can have begun on', () => {
    given(institution, wrong, facts).when(correct('2027-03-03')).refused('MEMBER.FIRST_DAY_AHEAD');
    given(institution, wrong, facts).when(correct('1966-03-01')).refused('MEMBER.FIRST_DAY_TOO_EARLY');
  });

  test('has the same bounds where a person adds a member, and none where the hub does', () => {
    const data = (from: string) => ({ institution: school, person: ben, from: from as Day });
    const at = { at: `${today}T09:00:00.000Z` as Instant, on: today as Day };
    const add = (from: string, by = 'helen'): InstitutionCommand => ({ type: 'AddMember', by: by as PersonId, ...at, data: data(from) });
    const known = { known: [ben], newcomers: [ben], putBack: [] } as unknown as InstitutionFacts;
    given(institution, [registered], known).when(add('2027-03-02')).happens(joined('2027-03-02'));
    given(institution, [registered], known).when(add('2027-03-03')).refused('MEMBER.FIRST_DAY_AHEAD');
    given(institution, [registered], known).when(add('1966-03-01')).refused('MEMBER.FIRST_DAY_TOO_EARLY');
    given(institution, [registered], known).when(add('1966-03-01', HUB)).happens(joined('1966-03-01'));
  });

  test('stays as it was for people who have left, and begins anew where they come back', () => {
    const gone = [registered, joined('2024-09-01'), left];
    given(institution, gone, facts).when(correct('2025-09-01')).refused('MEMBER.NOT_A_MEMBER');
    given(institution, [...gone, joined('2026-01-05')], facts)
      .when(correct('2026-01-06'))
      .happens(corrected('2026-01-06'));
  });
});

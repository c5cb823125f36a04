import { seeded } from '@alongside/domain/testing/seeded.js';
import { COUNTED, given, happened } from '../testing/given-events.js';
import { seekersView } from './seekers.view.js';
import { seekingView } from './seeking.view.js';

type Events = Parameters<typeof given>[1];
const PEOPLE = ['ben', 'dee', 'sana'];
const SCHOOLS = ['oakfield', 'elm'];
const joins = (person: string, institution: string) => happened('MemberJoined', { institution, person, from: '2025-09-01' });
const leaves = (person: string, institution: string) => happened('MemberLeft', { institution, person });
const trustJoined = happened('TrustJoined', { institution: 'oakfield', trust: 'riverbank' });
const trustLeft = happened('TrustLeft', { institution: 'oakfield', trust: 'riverbank' });
const looks = (person: string, day: string, ...tags: string[]) =>
  happened('AimsSet', { person, aims: tags.map((tag) => ({ tag, from: 1, to: 3 })) }, { at: `${day}T09:00:00.000Z` });
const asks = (mentee: string) =>
  happened('MentoringRequested', {
    ...{ request: `r-${mentee}`, mentor: 'asha', mentee, note: '', aims: [], times: [], reserves: [] },
    ...{ remindOn: '2026-03-04', answerBy: '2026-03-09', counted: COUNTED },
  });
const erased = (person: string) => happened('PersonErased', { person });
const seekers = (...events: Events) => given(seekersView, events);

/** What a list of those who look comes to, by institution and day. */
function countedOf(events: Events): unknown {
  const rows = given(seekingView, events);
  const counts: Record<string, Record<string, number>> = {};
  for (const id of rows.ids()) {
    const row = rows.row(id);
    for (const institution of row?.reach ?? []) {
      const days = (counts[institution] ??= {});
      days[row?.since ?? ''] = (days[row?.since ?? ''] ?? 0) + 1;
    }
  }
  return counts;
}

describe('members who look for a mentor, counted', () => {
  test('are told to the coordinators of their school and of its trust, with nobody by name', () => {
    const rows = seekers(
      trustJoined,
      joins('ben', 'oakfield'),
      joins('dee', 'oakfield'),
      looks('ben', '2026-03-02', 'a'),
      looks('dee', '2026-03-02', 'a'),
    );
    expect(rows.row('oakfield')).toEqual({ institution: 'oakfield', since: { '2026-03-02': 2 } });
    expect(rows.row('riverbank')?.since).toEqual({ '2026-03-02': 2 });
    expect(rows.audience('oakfield')).toEqual(['institution:oakfield#coordinators', 'institution:riverbank#coordinators']);
  });

  test('are nobody where the last of them has a request on the way', () => {
    expect(seekers(joins('ben', 'elm'), looks('ben', '2026-03-02', 'a'), asks('ben')).ids()).toEqual([]);
  });

  test('are told to the trust that their school is in, whichever other school of theirs is or was in it', () => {
    const ofElm = { institution: 'elm', trust: 'riverbank' };
    const both = [trustJoined, joins('ben', 'oakfield'), joins('ben', 'elm'), joins('dee', 'elm'), looks('ben', '2026-03-02', 'a')];
    const audience = (...events: Events) => seekers(...both, ...events).audience('elm');
    expect(audience()).toEqual(['institution:elm#coordinators']);
    expect(audience(happened('TrustJoined', ofElm))).toEqual(['institution:elm#coordinators', 'institution:riverbank#coordinators']);
    expect(audience(happened('TrustJoined', ofElm), happened('TrustLeft', ofElm))).toEqual(['institution:elm#coordinators']);
  });

  test('are as many as the list that names them has, whatever happens', () => {
    const { below, pick } = seeded(20_261_127);
    const day = () => `2026-03-${String(1 + below(28)).padStart(2, '0')}`;
    for (let round = 0; round < 60; round += 1) {
      const anything = [
        () => joins(pick(PEOPLE), pick(SCHOOLS)),
        () => leaves(pick(PEOPLE), pick(SCHOOLS)),
        () => looks(pick(PEOPLE), day(), 'a'),
        () => looks(pick(PEOPLE), day()),
        () => asks(pick(PEOPLE)),
        () => trustJoined,
        () => trustLeft,
        () => erased(pick(PEOPLE)),
      ];
      const events = Array.from({ length: 30 }, () => pick(anything)()) as Events;
      const rows = seekers(...events);
      const counts = Object.fromEntries(rows.ids().map((id) => [id, rows.row(id)?.since]));
      expect({ round, counts }).toEqual({ round, counts: countedOf(events) });
    }
  });
});

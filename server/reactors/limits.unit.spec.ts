import { COUNTED, foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { profileView } from '@alongside/projections/views/profile.view.js';
import { requestView } from '@alongside/projections/views/request.view.js';
import { closeRequestsOfThoseKeptApart } from './close-requests-of-those-kept-apart.js';
import { followUpsOf, type Reactor } from './reactor.js';
import { withdrawRequestsOverTheLimit } from './withdraw-requests-over-the-limit.js';

type Told = ReturnType<typeof happened>;
const asks = (request: string, mentor: string, mentee = 'ben') =>
  happened('MentoringRequested', {
    ...{ request, mentor, mentee, note: '', aims: [], times: [], reserves: [] },
    ...{ remindOn: '2026-03-10', answerBy: '2026-03-13', counted: COUNTED },
  });
const joins = (person: string) => happened('PersonJoined', { person, name: person, email: `${person}@x.example` });
const excludes = (person: string, other: string) => happened('ExclusionAdded', { person, other });

/** What follows from one of these events once all of them are known: the last, where none is named. */
function follows(reactor: Reactor, events: readonly Told[], from: Told | undefined = events.at(-1)) {
  const known = [...['asha', 'ben'].map(joins), ...events];
  const look = lookInto(
    new Map<string, ReturnType<typeof foldView>>([
      ['request', foldView(requestView, known)],
      ['profile', foldView(profileView, known)],
    ]),
  );
  return followUpsOf(reactor, from as never, { look, now: () => from?.at as never, secret: () => '' }).map(({ type, data }) => ({
    type,
    data,
  }));
}

describe('[R3] open requests of one mentee', () => {
  const [one, two, three, four] = ['r1', 'r2', 'r3', 'r4'].map((id, at) => asks(id, `mentor-${at}`)) as [Told, Told, Told, Told];
  const tooMany = [{ type: 'WithdrawRequest', data: { mentor: 'mentor-3', request: 'r4', because: 'too-many-open' } }];

  test('of more than three the one with the latest id is withdrawn, whichever came last', () => {
    expect(follows(withdrawRequestsOverTheLimit, [one, two, three, four])).toEqual(tooMany);
    expect(follows(withdrawRequestsOverTheLimit, [one, two, four, three])).toEqual(tooMany);
    expect(follows(withdrawRequestsOverTheLimit, [one, two, four, three], four)).toEqual(tooMany);
  });

  test('three stay, and so do those that are answered and those of another', () => {
    expect(follows(withdrawRequestsOverTheLimit, [one, two, three])).toEqual([]);
    const answered = happened('RequestLapsed', { request: 'r1', mentor: 'mentor-0', mentee: 'ben', actsNext: 'mentor', next: null });
    expect(follows(withdrawRequestsOverTheLimit, [one, answered, two, three, four])).toEqual([]);
    expect(follows(withdrawRequestsOverTheLimit, [one, two, three, asks('r4', 'mentor-3', 'cleo')])).toEqual([]);
  });
});

describe('[R5] a request between two of whom one wants no mentoring with the other', () => {
  const asked = asks('r1', 'asha');
  const withdrawn = [{ type: 'WithdrawRequest', data: { mentor: 'asha', request: 'r1' } }];
  const released = [{ type: 'ReleaseRequest', data: { mentor: 'asha', request: 'r1' } }];

  test('is withdrawn for a mentee, whichever came first, and answered for a mentor where it was sent after their wish', () => {
    const [his, hers] = [excludes('ben', 'asha'), excludes('asha', 'ben')];
    expect(follows(closeRequestsOfThoseKeptApart, [asked, his])).toEqual(withdrawn);
    expect(follows(closeRequestsOfThoseKeptApart, [his, asked])).toEqual(withdrawn);
    expect(follows(closeRequestsOfThoseKeptApart, [asked, hers])).toEqual([]);
    expect(follows(closeRequestsOfThoseKeptApart, [hers, asked])).toEqual(released);
  });

  test('stays where neither does', () => {
    expect(follows(closeRequestsOfThoseKeptApart, [asked, excludes('ben', 'cleo')])).toEqual([]);
    expect(follows(closeRequestsOfThoseKeptApart, [excludes('cleo', 'ben'), asked])).toEqual([]);
  });
});

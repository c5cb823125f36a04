import { foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { meetingView } from '@alongside/projections/views/meeting.view.js';
import { followUpsOf } from './reactor.js';
import { sayWhereMeetingsClash } from './say-where-meetings-clash.js';

const NOW = '2026-03-06T09:00:00.000Z';
const time = (startsAt: string, minutes = 45) => ({ startsAt, minutes });
const [early, half, late] = [time('2026-03-12T15:00:00.000Z'), time('2026-03-12T15:30:00.000Z'), time('2026-03-12T15:45:00.000Z')];
const book = (meeting: string, mentor: string, mentee: string, when: ReturnType<typeof time>) =>
  happened(
    'MeetingBooked',
    {
      ...{ meeting, mentorship: `${mentor}-${mentee}`, mentor, mentee, by: mentor, placeBy: mentor },
      format: 'online',
      place: '',
      time: when,
    },
    { at: NOW },
  );
const at = (type: 'MeetingMoved' | 'MeetingCancelled', meeting: string, more: object) =>
  happened(type, { meeting, mentorship: 'asha-ben', by: 'asha', ...more }, { at: NOW });
type Told = ReturnType<typeof happened>;

/** What follows from the last of these events, or from one that came before it. */
function follows(events: readonly Told[], from: Told | undefined = events.at(-1)) {
  const look = lookInto(new Map([['meeting', foldView(meetingView, events)]]));
  return followUpsOf(sayWhereMeetingsClash, from as never, { look, now: () => from?.at as never, secret: () => '' }).map(
    ({ type, data }) => ({ type, ...(data as object) }),
  );
}

const [ashas, cleos] = [book('k1', 'asha', 'ben', early), book('k2', 'cleo', 'ben', half)];
const said = { type: 'NoteClash', meeting: 'k2', time: half, who: ['ben'], other: 'k1' };

describe('two meetings of one person at one time', () => {
  test('are said of the one whose id is later, whichever is followed first, with whoever has both', () => {
    expect(follows([ashas, cleos])).toEqual([said]);
    expect(follows([cleos, ashas])).toEqual([said]);
    expect(follows([ashas, cleos], ashas)).toEqual([said]);
    // Both of a pair that books twice.
    expect(follows([ashas, book('k3', 'asha', 'ben', half)])).toMatchObject([{ meeting: 'k3', who: ['asha', 'ben'] }]);
    // Mentor in one, mentee in the other.
    expect(follows([ashas, book('k3', 'dan', 'asha', early)])).toMatchObject([{ meeting: 'k3', who: ['asha'], other: 'k1' }]);
  });

  test('are none where one begins as the other ends, where nobody has both, or where one was called off', () => {
    expect(follows([ashas, book('k2', 'cleo', 'ben', late)])).toEqual([]);
    expect(follows([ashas, book('k2', 'cleo', 'dan', early)])).toEqual([]);
    expect(follows([ashas, at('MeetingCancelled', 'k1', {}), cleos])).toEqual([]);
  });

  test('that have begun are left to be recorded', () => {
    const begun = book('k2', 'cleo', 'ben', time('2026-03-06T08:30:00.000Z'));
    expect(follows([book('k1', 'asha', 'ben', time('2026-03-06T08:45:00.000Z')), begun])).toEqual([]);
  });

  test('are said anew where one is moved to the other, and no more where it moves away or is called off', () => {
    const clashed = happened('MeetingClashed', {
      ...{ meeting: 'k2', mentorship: 'cleo-ben', participants: [] },
      time: half,
      who: ['ben'],
      other: 'k1',
    });
    const away = at('MeetingMoved', 'k1', { time: time('2026-03-13T15:00:00.000Z'), was: early });
    const lifted = { type: 'LiftClash', meeting: 'k2', other: 'k1' };
    expect(follows([ashas, cleos, clashed, away])).toEqual([lifted]);
    expect(follows([ashas, cleos, clashed, at('MeetingCancelled', 'k1', {})])).toEqual([lifted]);
    expect(follows([ashas, cleos, clashed, at('MeetingMoved', 'k1', { time: half, was: early })])).toEqual([said]);
    expect(
      follows([book('k1', 'asha', 'ben', time('2026-03-13T15:00:00.000Z')), cleos, at('MeetingMoved', 'k1', { time: early })]),
    ).toEqual([said]);
  });
});

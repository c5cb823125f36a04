import { foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { meetingView } from '@alongside/projections/views/meeting.view.js';
import { followUpsOf } from './reactor.js';
import { setRecordAsideWhenRecordedTwice } from './set-record-aside-when-recorded-twice.js';

const DAY = '2026-03-12';
type Told = ReturnType<typeof happened>;

/** A meeting of two that was recorded by some of them, each with as many minutes. */
function recorded(meeting: string, [mentor, mentee]: readonly [string, string], begins: string, minutes: Readonly<Record<string, number>>) {
  const of = { meeting, mentorship: `${mentor}-${mentee}` };
  const time = { startsAt: `${DAY}T${begins}:00.000Z`, minutes: 45 };
  const booked = { ...of, mentor, mentee, by: mentor, placeBy: mentor, format: 'online', place: '', time } as const;
  return [
    happened('MeetingBooked', booked),
    ...Object.entries(minutes).flatMap(([by, length], at) => [
      happened('AttendanceRecorded', { ...of, by, took: true, minutes: length }),
      ...(at === 0 ? [happened('MeetingClosed', { ...of, mentor, mentee, by, took: true, on: DAY, minutes: length })] : []),
    ]),
  ];
}

/** What follows from the last of these events, or from one that came before it. */
function follows(events: readonly Told[], from: Told | undefined = events.at(-1)) {
  const look = lookInto(new Map([['meeting', foldView(meetingView, events)]]));
  return followUpsOf(setRecordAsideWhenRecordedTwice, from as never, { look, now: () => from?.at as never, secret: () => '' }).map(
    ({ type, data }) => ({ type, ...(data as object) }),
  );
}

const ashas = recorded('k1', ['asha', 'ben'], '15:00', { ben: 45 });
const cleos = recorded('k2', ['cleo', 'ben'], '15:15', { ben: 45 });
const aside = { type: 'SetRecordAside', meeting: 'k2', who: ['ben'], other: 'k1' };

describe('[R10] two records of one time', () => {
  test('of one person: that of the meeting whose id is later is set aside, whichever is followed first', () => {
    expect(follows([...ashas, ...cleos])).toEqual([aside]);
    expect(follows([...cleos, ...ashas])).toEqual([aside]);
    expect(follows([...ashas, ...cleos], ashas[1])).toEqual([aside]);
  });

  test('are two records of two people where nobody was in both', () => {
    expect(follows([...recorded('k1', ['asha', 'ben'], '15:00', { asha: 45 }), ...cleos])).toEqual([]);
    expect(follows([...ashas, ...recorded('k2', ['cleo', 'dan'], '15:00', { cleo: 45 })])).toEqual([]);
  });

  test('may overlap by a little, for people round up; small overlaps add up', () => {
    expect(follows([...ashas, ...recorded('k2', ['cleo', 'ben'], '15:30', { ben: 45 })])).toEqual([]);
    expect(follows([...ashas, ...recorded('k2', ['cleo', 'ben'], '15:29', { ben: 45 })])).toEqual([aside]);
    const third = recorded('k3', ['dan', 'ben'], '16:05', { ben: 45 });
    expect(follows([...ashas, ...recorded('k2', ['cleo', 'ben'], '15:30', { ben: 45 }), ...third])).toEqual([
      { ...aside, meeting: 'k3', other: 'k2' },
    ]);
  });

  test('of which one says that it did not take place are one', () => {
    const none = happened('AttendanceRecorded', { meeting: 'k2', mentorship: 'cleo-ben', by: 'ben', took: false, minutes: 0 });
    expect(follows([...ashas, ...cleos, none])).toEqual([]);
    expect(follows([...ashas, ...cleos, none], ashas[1])).toEqual([]);
  });

  test('of one pair are one meeting that both wrote down: the later record is set aside for both', () => {
    const twin = recorded('k2', ['asha', 'ben'], '15:05', { asha: 40 });
    const same = { type: 'SetRecordAside', meeting: 'k2', who: ['asha', 'ben'], other: 'k1', same: true };
    expect(follows([...ashas, ...twin])).toEqual([same]);
    expect(follows([...twin, ...ashas])).toEqual([same]);
    expect(follows([...ashas, ...recorded('k2', ['asha', 'ben'], '15:40', { asha: 40 })])).toEqual([]);
  });
});

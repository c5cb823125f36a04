import type { MeetingId, PersonId } from '../kernel/brand.js';
import { HUB } from '../kernel/decider.js';
import { asha, ask, attended, ben, booked, closedBy, confirmed, given, ids, records, starts, two } from './meeting.examples.js';
import type { MeetingEvent } from './meeting.events.js';

const other = 't0' as MeetingId;
const on = starts.slice(0, 10) as never;
const setAside = (...who: readonly PersonId[]) => ask('SetRecordAside', { meeting: ids.meeting, who: [...who], other }, HUB);
const aside = (who: readonly PersonId[], said: readonly PersonId[], more: { minutes?: number; same?: true } = {}): MeetingEvent => ({
  type: 'RecordSetAside',
  data: { ...ids, ...two, on, who: [...who], said: [...said], other, ...more },
});

describe('[R10] a record of time that they recorded in another meeting, too', () => {
  test('is set aside, once, and what both had confirmed counts no more', () => {
    given(booked, ...closedBy(asha, 45))
      .when(setAside(asha))
      .happens(aside([asha], []));
    given(booked, ...closedBy(asha, 45), attended(ben, 30), confirmed(30))
      .when(setAside(ben))
      .happens(aside([ben], [asha], { minutes: 30 }));
    given(booked, ...closedBy(asha, 45), aside([asha], []))
      .when(setAside(asha))
      .nothingHappens();
  });

  test('counts once they have said again how long it took', () => {
    const doubled = [booked, ...closedBy(asha, 45), attended(ben, 30), confirmed(30), aside([ben], [asha], { minutes: 30 })];
    given(...doubled)
      .when(records(ben, 20))
      .happens(attended(ben, 20), confirmed(20));
    given(...doubled, attended(ben, 20), confirmed(20))
      .when(setAside(ben))
      .happens(aside([ben], [asha], { minutes: 20 }));
  });

  test('stands where it says that the meeting did not take place, or is of somebody else', () => {
    given(booked).when(setAside(asha)).nothingHappens();
    given(booked, attended(asha, 0, false), { type: 'MeetingClosed', data: { ...ids, ...two, by: asha, took: false, on, minutes: 0 } })
      .when(setAside(asha))
      .nothingHappens();
    given(booked, ...closedBy(asha, 45))
      .when(setAside(ben))
      .nothingHappens();
  });

  test('of one meeting written down by both says that the other record stands for it', () => {
    given(booked, ...closedBy(asha, 45), attended(ben, 30), confirmed(30))
      .when(ask('SetRecordAside', { ...setAside(asha, ben).data, same: true }, HUB))
      .happens(aside([asha, ben], [], { minutes: 30, same: true }));
  });
});

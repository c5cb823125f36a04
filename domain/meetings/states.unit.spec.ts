import { isAhead, isArranged, isOpen, type MeetingStatus } from './states.js';

const ALL: { readonly [Status in MeetingStatus]: { readonly open: boolean; readonly arranged: boolean } } = {
  proposed: { open: true, arranged: false },
  booked: { open: true, arranged: true },
  closed: { open: false, arranged: true },
  cancelled: { open: false, arranged: false },
};
const [at, later] = ['2026-01-12T15:40:00.000Z', '2026-01-12T15:41:00.000Z'];

describe('The states of a meeting', () => {
  it.each(Object.entries(ALL))('says of one that is %s whether it is open and whether it is arranged', (status, expected) => {
    const meeting = { status: status as MeetingStatus };
    expect({ open: isOpen(meeting), arranged: isArranged(meeting) }).toEqual(expected);
  });

  it('has a booked meeting ahead until the moment at which it begins', () => {
    const booked = { status: 'booked', time: { startsAt: later } } as const;
    expect(isAhead(booked, at)).toBe(true);
    expect(isAhead(booked, later)).toBe(false);
    expect(isAhead({ ...booked, status: 'closed' }, at)).toBe(false);
    expect(isAhead({ status: 'proposed', time: null }, at)).toBe(false);
  });
});

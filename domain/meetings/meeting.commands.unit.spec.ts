import { meetingCommands } from './meeting.commands.js';

const book = (startsAt: string, place = '') =>
  meetingCommands.BookMeeting.safeParse({
    meeting: 'mt-case',
    mentorship: 'ms-case',
    format: 'online',
    place,
    time: { startsAt, minutes: 45 },
  });
const of = { meeting: 'mt-case', format: 'online', place: '' };
const said = (startsAt: string) => book(startsAt).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('a meeting that is asked for', () => {
  test('is at a time that exists, within the years that are taken', () => {
    expect(said('2027-04-31T10:00:00.000Z')).toEqual(['time.startsAt: Enter a time that exists.']);
    expect(said('2027-06-10T24:00:00.000Z')).toEqual(['time.startsAt: Enter a time that exists.']);
    expect(said('9999-12-31T23:30:00.000Z')).toEqual(['time.startsAt: Enter a time between 1950 and 2099.']);
    expect(said('2027-07-01T14:00:00.000Z')).toBeUndefined();
  });

  test('is suggested for one to five times, also in place of others', () => {
    const [startsAt, minutes] = ['2027-07-01T14:00:00.000Z', 45];
    const times = (count: number) => Array.from({ length: count }, () => ({ startsAt, minutes }));
    const first = (count: number) =>
      meetingCommands.ProposeMeeting.safeParse({ ...of, mentorship: 'ms-case', times: times(count) }).error?.issues[0]?.message;
    const anew = (count: number) => meetingCommands.SuggestOtherTimes.safeParse({ ...of, times: times(count) });
    expect([first(0), first(1), first(5)]).toEqual(['Offer at least one time.', undefined, undefined]);
    expect(first(6)).toBeDefined();
    expect([anew(0).success, anew(6).success]).toEqual([false, false]);
    expect(anew(2).data).toEqual({ ...of, times: times(2) });
  });

  test('is in a place without hidden characters', () => {
    expect(book('2027-07-01T14:00:00.000Z', 'Room\u0007 1\u000b').data?.place).toBe('Room 1');
    expect(book('2027-07-01T14:00:00.000Z', '\u202eRoom\u200b 1').data?.place).toBe('Room 1');
  });
});

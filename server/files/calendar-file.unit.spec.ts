import type { Instant, MeetingId } from '@alongside/domain/kernel/brand.js';
import { calendarFile, isCalendarTime, type CalendarEntry } from './calendar-file.js';

const entry: CalendarEntry = {
  meeting: 'm1' as MeetingId,
  title: 'Mentoring: Asha and Ben',
  startsAt: '2026-03-10T15:40:00.000Z' as Instant,
  minutes: 40,
  place: 'Room 12; first floor, left',
  url: 'https://hub.example/meetings/m1',
  sequence: 2,
  cancelled: false,
  organizer: 'hub@school.example',
  attendee: 'ben@school.example',
  at: '2026-03-06T09:00:00.000Z' as Instant,
};

describe('a calendar file', () => {
  test('says when, where and which, in lines that end as the standard wants', () => {
    const lines = calendarFile(entry).split('\r\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'UID:m1@alongside',
        'DTSTART:20260310T154000Z',
        'DTEND:20260310T162000Z',
        'SEQUENCE:2',
        'STATUS:CONFIRMED',
        'LOCATION:Room 12\\; first floor\\, left',
      ]),
    );
    expect(lines.at(-1)).toBe('');
  });

  test('folds long lines by bytes and loses nothing', () => {
    const title = `Réflexion ${'é'.repeat(120)}`;
    const file = calendarFile({ ...entry, title });
    expect(Math.max(...file.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(file.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}`);
  });

  test.each(['\r\n', '\n', '\r'])('a line break in a place (%j) cannot add a property', (end) => {
    expect(calendarFile({ ...entry, place: `Room${end}ATTENDEE:mailto:x@example.org` })).not.toMatch(/^ATTENDEE/m);
  });

  test('[R8] a cancellation is one that calendars obey: its method, its status, and newer than every file before it', () => {
    const lines = (change: Partial<CalendarEntry>) => calendarFile({ ...entry, ...change }).split('\r\n');
    const [published, cancelled] = [lines({}), lines({ cancelled: true })];
    expect(published).toEqual(expect.arrayContaining(['METHOD:PUBLISH', 'SEQUENCE:2', 'STATUS:CONFIRMED']));
    expect(cancelled).toEqual(expect.arrayContaining(['METHOD:CANCEL', 'SEQUENCE:3', 'STATUS:CANCELLED', 'UID:m1@alongside']));
    const organizer = 'ORGANIZER;CN=Alongside:mailto:hub@school.example';
    expect(published).toContain(organizer);
    expect(cancelled).toContain(organizer);
  });

  test('a cancellation names the one whose calendar it is for; a file that publishes names nobody', () => {
    expect(calendarFile({ ...entry, cancelled: true })).toContain('ATTENDEE:mailto:ben@school.example\r\n');
    expect(calendarFile(entry)).not.toContain('ATTENDEE');
    expect(calendarFile({ ...entry, cancelled: true, attendee: '' })).not.toContain('ATTENDEE');
  });

  test('nothing impossible reaches it from an older log', () => {
    const file = calendarFile({ ...entry, place: 'Room\u0007 1\u000b', startsAt: '2027-04-31T10:00:00.000Z' as Instant });
    expect(file).toContain('LOCATION:Room 1');
    expect(file).toContain('DTSTART:20270501T100000Z');
    expect(file).not.toMatch(/[\u0000-\u0009\u000b\u000c\u000e-\u001f]/);
    expect(['2027-06-10T24:00:00.000Z', '9999-12-31T23:30:00.000Z', 'soon'].map(isCalendarTime)).toEqual([true, false, false]);
  });
});

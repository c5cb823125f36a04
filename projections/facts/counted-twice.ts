import type { MeetingTime } from '@alongside/domain/meetings/meeting.events.js';
import { minutesBetween, overlaps, plusMinutes } from '@alongside/domain/uk/uk-time.js';

/**
 * [R10] How many minutes of the run of meetings around `own` count more than once: each overlaps another, so small overlaps would add up. 0
 * without an overlap.
 */
export function minutesCountedTwice(own: MeetingTime, othersOn: (span: MeetingTime) => readonly MeetingTime[]): number {
  const run = runOf(own, othersOn);
  return run.reduce((sum, { minutes }) => sum + minutes, 0) - spanOf(run).minutes;
}

/** The meetings that overlap with this one, and those that overlap with these, and so on. */
function runOf(own: MeetingTime, othersOn: (span: MeetingTime) => readonly MeetingTime[]): readonly MeetingTime[] {
  let run: readonly MeetingTime[] = [own];
  for (;;) {
    const span = spanOf(run);
    const wider = [own, ...othersOn(span).filter((other) => overlaps(other, span))];
    if (wider.length === run.length) return run;
    run = wider;
  }
}

/** From the first beginning to the last end. */
function spanOf(run: readonly MeetingTime[]): MeetingTime {
  const startsAt = run.map((one) => one.startsAt).reduce((first, one) => (one < first ? one : first));
  const ends = run.map((one) => plusMinutes(one.startsAt, one.minutes));
  return {
    startsAt,
    minutes: minutesBetween(
      startsAt,
      ends.reduce((last, one) => (one > last ? one : last)),
    ),
  };
}

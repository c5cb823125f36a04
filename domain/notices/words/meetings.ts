import { dayOf, sayMinutes, sayMoment, sayOnMoment } from '../../uk/uk-time.js';
import type { Added } from '../../meetings/meeting.events.js';
import { other, meetingPath, mentorshipPath, moment, onItsDay, type Facts, type Say, type Sayings } from '../facts.js';

const aboutMeeting =
  <Type extends 'AgendaSet' | 'NotesSaved' | `Action${'Agreed' | 'Done' | 'Reopened' | 'Noted' | 'Dropped' | 'Kept' | 'Linked'}`>(
    did: string,
    says: string,
  ): Say<Type> =>
  (facts) => ({
    title: `${facts.name(facts.actor)} ${did}${onItsDay(facts)}`,
    body: [],
    link: { says, path: meetingPath(facts) },
  });

/** “They added notes and 2 actions.”, as a line of its own; none where nothing was added. */
const withAdded = ({ shown: { added } }: { readonly shown: { readonly added?: Added } }): readonly string[] => {
  if (!added) return [];
  const actions = added.actions === 1 ? 'one action' : `${added.actions} actions`;
  return [`They added ${[added.notes && 'notes', added.actions > 0 && actions].filter(Boolean).join(' and ')}.`];
};

/** Whose times are replaced, and what stays. */
const inPlaceOf = ({ shown: { replaces }, to }: Facts<'MeetingProposed'>): readonly string[] =>
  replaces === undefined
    ? []
    : [
        `They replace ${replaces === to ? 'the times you suggested' : 'their earlier suggestion'}. It is the same meeting, with its agenda.`,
      ];

type Cancelled = Facts<'MeetingCancelled'>;

const bookedAndCancelled = (facts: Cancelled) => ({
  title: `${facts.name(facts.actor)} cancelled your meeting${onItsDay(facts)}`,
  body: ['We kept the agenda. Book another time when you’re ready.'],
});

type Moved = Facts<'MeetingMoved'>;
/** It begins as before, and its length is another. */
const isOnlyLonger = ({ shown: { was, time } }: Moved): boolean => was?.startsAt === time.startsAt;

const sayMoved = (facts: Moved): string =>
  isOnlyLonger(facts)
    ? `${facts.name(facts.actor)} changed how long your meeting${onItsDay(facts)} is`
    : `${facts.name(facts.actor)} moved your meeting to ${moment(facts)}`;

/** When it was to be before, where the record says so. */
function timeBefore(facts: Moved): readonly string[] {
  const { was, time } = facts.shown;
  if (!was) return [];
  return isOnlyLonger(facts)
    ? [`It was ${sayMinutes(was.minutes)} and is now ${sayMinutes(time.minutes)}.`]
    : [`It was on ${sayMoment(was.startsAt, dayOf(facts.at))}.`];
}

/** Times that were suggested, and none chosen. */
const timesWithdrawn = (facts: Cancelled) =>
  facts.shown.because === 'suggested-already'
    ? { title: `You and ${other(facts)} both suggested times to meet`, body: ['We kept one suggestion, so that you agree on one meeting.'] }
    : { title: `${facts.name(facts.actor)} withdrew the suggested times to meet`, body: ['Suggest other times when you’re ready.'] };

const recordedTwiceByBoth = (facts: Facts<'RecordSetAside'>) => ({
  title: `Your meeting with ${other(facts)}${onItsDay(facts)} was recorded twice`,
  body: ['It counts once.', 'Notes and actions of both records are kept.'],
});

/** The other of the pair learns that it does not count yet, and not what else was recorded. */
const recordedElsewhere = (facts: Facts<'RecordSetAside'>) =>
  facts.shown.who.includes(facts.to)
    ? {
        title: `You recorded two meetings at one time${onItsDay(facts)}`,
        body: [`The one with ${other(facts)} does not count yet. Say how long you met, or that you did not meet.`],
      }
    : {
        title: `Your meeting with ${other(facts)}${onItsDay(facts)} does not count yet`,
        body: [`We asked ${other(facts)} how long you met: their record does not fit another one of theirs.`],
      };

/** Meetings, their agendas, notes and actions. */
export const MEETINGS = {
  MeetingProposed: (facts) => ({
    title: `${facts.name(facts.actor)} suggested ${facts.shown.replaces === undefined ? 'times' : 'other times'} to meet`,
    body: [...inPlaceOf(facts), 'Choose the one that suits you, or suggest others.'],
    link: { says: 'Choose a time', path: meetingPath(facts) },
  }),
  MeetingTimesDeclined: (facts) => ({
    title: `${facts.name(facts.actor)} cannot make the times you suggested`,
    body: ['Suggest other times. We kept the agenda.'],
    link: { says: 'Suggest other times', path: meetingPath(facts) },
  }),
  MeetingBooked: (facts) => ({
    title: `${facts.name(facts.actor)} booked a meeting: ${moment(facts)}`,
    body: [
      'Add what you want to talk about to the agenda.',
      ...(facts.withFile ? ['Open the attached file to add it to your calendar.'] : []),
    ],
    link: { says: 'Open the agenda', path: meetingPath(facts) },
  }),
  MeetingMoved: (facts) => ({
    title: sayMoved(facts),
    body: [
      ...timeBefore(facts),
      facts.withFile ? 'Open the attached file to update your calendar.' : 'Add it to your calendar again to update it there.',
    ],
    link: { says: 'Open the meeting', path: meetingPath(facts) },
  }),
  MeetingClashed: (facts) => ({
    title: `${facts.shown.who.includes(facts.to) ? 'You have' : `${other(facts)} has`} two meetings ${sayOnMoment(facts.shown.time.startsAt, dayOf(facts.at))}`,
    body: ['Move or cancel one of them, so that no one waits.'],
    link: { says: 'Open the meeting', path: meetingPath(facts) },
  }),
  MeetingClashLifted: (facts) => ({
    title: `Your meeting with ${other(facts)}${onItsDay(facts)} can go ahead`,
    body: ['The other meeting at that time was moved or cancelled.'],
    link: { says: 'Open the meeting', path: meetingPath(facts) },
  }),
  MeetingPlaceSet: (facts) => ({
    title: `${facts.name(facts.actor)} said where you meet${onItsDay(facts)}`,
    body: facts.withFile ? ['Open the attached file to update your calendar.'] : [],
    link: { says: 'Open the meeting', path: meetingPath(facts) },
  }),
  MeetingCancelled: (facts) => ({
    ...(facts.startsAt ? bookedAndCancelled(facts) : timesWithdrawn(facts)),
    link:
      facts.shown.because === 'suggested-already'
        ? { says: 'See the suggested times', path: mentorshipPath(facts) }
        : { says: 'See the meeting', path: meetingPath(facts) },
  }),
  AgendaSet: aboutMeeting('updated the agenda of your meeting', 'Open the agenda'),
  NotesSaved: aboutMeeting('updated the notes of your meeting', 'Open the notes'),
  ActionAgreed: aboutMeeting('added an action from your meeting', 'See the action'),
  ActionDone: aboutMeeting('finished an action from your meeting', 'See the action'),
  ActionReopened: aboutMeeting('reopened an action from your meeting', 'See the action'),
  ActionNoted: aboutMeeting('said how an action from your meeting went', 'See the action'),
  ActionDropped: aboutMeeting('dropped an action from your meeting', 'See the action'),
  ActionLinked: aboutMeeting('changed the standards of an action from your meeting', 'See the action'),
  ActionKept: aboutMeeting('kept an action from your meeting', 'See the action'),
  AttendanceRecorded: (facts) => ({
    title: `${facts.name(facts.actor)} changed their record of your meeting${onItsDay(facts)}`,
    body: ['It counts for CPD once both of you have confirmed it.', ...withAdded(facts)],
    link: { says: 'See the record', path: meetingPath(facts) },
  }),
  MeetingClosed: (facts) => ({
    title: `${facts.name(facts.actor)} recorded your meeting${onItsDay(facts)}`,
    body: [
      facts.shown.took ? 'Confirm it, and it counts in both your CPD records.' : 'They recorded that it did not take place.',
      ...withAdded(facts),
    ],
    link: { says: facts.shown.took ? 'Confirm the meeting' : 'See the record', path: meetingPath(facts) },
  }),
  MeetingConfirmed: (facts) => ({
    title: `${facts.name(facts.actor)} confirmed your meeting${onItsDay(facts)}`,
    body: ['It now counts in both your CPD records.', ...withAdded(facts)],
    link: { says: 'See your CPD record', path: '/growth?part=cpd' },
  }),
  RecordSetAside: (facts) => ({
    ...(facts.shown.same ? recordedTwiceByBoth(facts) : recordedElsewhere(facts)),
    link: { says: 'See the record', path: meetingPath(facts) },
  }),
} satisfies Sayings;

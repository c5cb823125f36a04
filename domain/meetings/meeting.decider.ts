import type { Decider } from '../kernel/decider.js';
import { byId } from '../kernel/by-id.js';
import { ok, refuse } from '../kernel/result.js';
import { agreeActions, dropAction, finishAction, keepAction, linkAction, noteAction, reopenAction } from './meeting.actions.js';
import { isAsKnown } from './meeting.agenda-words.js';
import { setAgenda } from './meeting.agenda.js';
import { book, bookFirst, cancel, move, setPlace } from './meeting.arranging.js';
import { liftClash, noteClash } from './meeting.clashes.js';
import { setRecordAside } from './meeting.recorded-twice.js';
import { bookInstead, choose, declineTimes, propose, suggestOthers } from './meeting.suggesting.js';
import type { MeetingCommand } from './meeting.commands.js';
import type { MeetingEvent } from './meeting.events.js';
import type { MeetingFacts } from './meeting.facts.js';
import { overAndDone } from './meeting.over.js';
import { recordPast } from './meeting.past.js';
import { close, recordAttendance } from './meeting.recording.js';
import type { Decision, Given, MeetingRefusal, RefusedResult } from './meeting.refusals.js';
import { evolve, type Booked, type Cancelled, type Meeting, type Proposed } from './meeting.state.js';

const decide = (command: MeetingCommand, meeting: Meeting, facts: MeetingFacts): Decision =>
  overAndDone(command, meeting, facts) ?? keptApart(command, meeting, facts) ?? decideUnderWay(command, meeting, facts);

function decideUnderWay(command: MeetingCommand, meeting: Meeting, facts: MeetingFacts): Decision {
  switch (command.type) {
    case 'ProposeMeeting':
      return propose(command, meeting, facts);
    case 'SuggestOtherTimes':
      return whenSuggested(meeting, (suggested) => suggestOthers(command, suggested, facts));
    case 'DeclineTimes':
      return whenSuggested(meeting, (suggested) => declineTimes(command, suggested, facts));
    case 'BookMeeting':
      return command.data.suggestion === undefined
        ? book(command, meeting, facts)
        : whenSuggested(meeting, (suggested) => bookInstead(command, suggested, facts));
    case 'BookFirstMeeting':
      return bookFirst(command, meeting, facts);
    case 'ChooseTime':
      return whenSuggested(meeting, (suggested) => choose(command, suggested, facts));
    case 'MoveMeeting':
      return whenAhead(meeting, (ahead) =>
        ahead.status === 'proposed' ? refuse({ code: 'MEETING.NOT_BOOKED' }) : move(command, ahead, facts),
      );
    case 'NoteClash':
      return noteClash(command, meeting);
    case 'LiftClash':
      return liftClash(command, meeting);
    case 'SetRecordAside':
      return setRecordAside(command, meeting);
    case 'SetMeetingPlace':
      return whenAhead(meeting, (ahead) => setPlace(command, ahead));
    case 'CancelMeeting':
      return meeting.status === 'cancelled' ? ok([]) : whenAhead(meeting, (ahead) => cancel(command, ahead));
    case 'SetAgenda':
      return whenAhead(meeting, (ahead) => setAgenda(command, ahead, facts));
    case 'SaveNotes':
      return whenArranged(meeting, (arranged) => saveNotes(command, arranged));
    case 'AgreeAction':
      return whenArranged(meeting, (arranged) => agreeActions([command.data], command, arranged));
    case 'FinishAction':
      return whenAgreedIn(meeting, (agreedIn) => finishAction(command, agreedIn));
    case 'NoteAction':
      return whenAgreedIn(meeting, (agreedIn) => noteAction(command, agreedIn));
    case 'ReopenAction':
      return whenAgreedIn(meeting, (agreedIn) => reopenAction(command, agreedIn));
    case 'DropAction':
      return whenAgreedIn(meeting, (agreedIn) => dropAction(command, agreedIn));
    case 'LinkAction':
      return whenAgreedIn(meeting, (agreedIn) => linkAction(command, agreedIn));
    case 'KeepAction':
      return whenAgreedIn(meeting, (agreedIn) => keepAction(command, agreedIn));
    case 'CloseMeeting':
      return whenArranged(meeting, (arranged) => close(command, arranged, facts));
    case 'RecordPastMeeting':
      return recordPast(command, meeting, facts);
    case 'RecordAttendance':
      return whenArranged(meeting, (arranged) => recordAttendance(command, arranged, facts));
  }
}

type Says = { readonly [Type in MeetingCommand['type']]: boolean | ((data: Given<Type>['data'], meeting: Meeting) => boolean) };

/** Whether a command holds words, or a choice, that the other would read. That a meeting took place may still be said. */
const SAYS: Says = {
  ProposeMeeting: true,
  SuggestOtherTimes: true,
  DeclineTimes: false,
  BookMeeting: true,
  BookFirstMeeting: true,
  ChooseTime: false,
  MoveMeeting: false,
  NoteClash: false,
  LiftClash: false,
  SetRecordAside: false,
  SetMeetingPlace: true,
  CancelMeeting: false,
  SetAgenda: true,
  SaveNotes: true,
  AgreeAction: true,
  FinishAction: ({ note }) => Boolean(note),
  NoteAction: true,
  ReopenAction: false,
  DropAction: false,
  LinkAction: true,
  KeepAction: false,
  CloseMeeting: ({ actions, carryOver }, meeting) => actions.length > 0 || carryOver.some((item) => !isOnAgenda(item, meeting)),
  RecordPastMeeting: ({ place, notes, actions }) => place !== '' || notes !== '' || actions.length > 0,
  RecordAttendance: false,
};

/** What is carried over as it stands on the agenda was said before. */
const isOnAgenda = (item: { readonly id: string; readonly title: string }, meeting: Meeting): boolean =>
  'agenda' in meeting && meeting.agenda.some((one) => isAsKnown(one, item));

/** [R6] A mentor who has come to manage or assess the mentee is told nothing more. */
function keptApart(command: MeetingCommand, meeting: Meeting, { pair }: MeetingFacts): RefusedResult | undefined {
  if (!pair?.keptApart) return undefined;
  const says = SAYS[command.type] as boolean | ((data: unknown, meeting: Meeting) => boolean);
  return (typeof says === 'function' ? says(command.data, meeting) : says) ? refuse({ code: 'PAIR.KEPT_APART' }) : undefined;
}

function saveNotes({ data, by }: Given<'SaveNotes'>, { mentorship, edition }: Booked): Decision {
  if (data.edition !== edition) return refuse({ code: 'MEETING.NOTES_CHANGED', facts: { edition } });
  return ok([{ type: 'NotesSaved', data: { ...data, mentorship, by, edition: edition + 1 } }]);
}

/** Times are suggested, and none was chosen. */
const whenSuggested = (meeting: Meeting, then: (meeting: Proposed) => Decision): Decision =>
  whenAhead(meeting, (ahead) => (ahead.status === 'proposed' ? then(ahead) : refuse({ code: 'MEETING.ALREADY_ARRANGED' })));

/** Proposed or booked, and still to come or under way. */
function whenAhead(meeting: Meeting, then: (meeting: Proposed | Booked) => Decision): Decision {
  if (meeting.status === 'proposed') return then(meeting);
  return whenArranged(meeting, (arranged) => (arranged.status === 'closed' ? refuse({ code: 'MEETING.ALREADY_CLOSED' }) : then(arranged)));
}

/** What the two agreed stays theirs to do, though the meeting it was agreed in was cancelled since. */
const whenAgreedIn = (meeting: Meeting, then: (meeting: Booked | Cancelled) => Decision): Decision =>
  meeting.status === 'cancelled' && byId.size(meeting.actions) > 0 ? then(meeting) : whenArranged(meeting, then);

/** Booked, whether closed already or not. */
function whenArranged(meeting: Meeting, then: (meeting: Booked) => Decision): Decision {
  switch (meeting.status) {
    case 'none':
      return refuse({ code: 'MEETING.NOT_FOUND' });
    case 'proposed':
      return refuse({ code: 'MEETING.NOT_BOOKED' });
    case 'cancelled':
      return refuse({ code: 'MEETING.CANCELLED' });
    case 'booked':
    case 'closed':
      return then(meeting);
  }
}

/** One meeting of a pair, from the first proposed time to the record that both agree on. */
export const meeting: Decider<Meeting, MeetingCommand, MeetingEvent, MeetingRefusal, MeetingFacts> = {
  initial: { status: 'none' },
  decide,
  evolve,
};

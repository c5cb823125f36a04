import type { RefusalCode } from './refusal-codes.js';

/** A sentence that needs facts, by name. A fact that is missing reads as 0. */
export type Say = (fact: (name: string) => number | string) => string;

const placesTaken: Say = (fact) => {
  const places = Number(fact('places'));
  if (places === 0) return 'There are no places on offer just now. A place can be opened, or another mentor asked.';
  const taken = places === 1 ? 'The one place is taken' : `All ${places} places are taken`;
  return `${taken} just now. One comes free when a mentorship ends, or another mentor can be asked.`;
};

/**
 * Every refusal in words. A refusal is read by somebody who meant well: it blames nobody and says what to do next. Exhaustive by type: a new
 * code does not compile without its sentence.
 */
export const sentences: { readonly [Code in RefusalCode]: string | Say } = {
  'COMMAND.INVALID': 'Something you entered needs another look. Please check what is marked and try again.',
  'COMMAND.UNKNOWN': 'This page asked for something that the hub does not know. Please reload it and try again.',
  'COMMAND.NOT_ALLOWED': 'You do not have permission to do this. If you think you should, ask whoever looks after your hub.',
  'COMMAND.BUSY': 'Several people changed this at once. Nothing of yours was saved; please try again in a moment.',
  'COMMAND.TOO_LARGE': 'That is more than the hub can take at once. Please shorten it and try again.',

  'LETTER.CLAIMED': 'This letter is being sent already.',
  'SIGN_IN.CODE_WRONG': 'That is not the newest code, or it is more than ten minutes old. Please compare it, or ask for another.',
  'SIGN_IN.TOO_MANY_TRIES': 'That was tried too often for now. Please wait ten minutes, then ask for another code.',
  'SIGN_IN.TOO_MANY_CODES': 'Several codes were sent to this address already. Please use the newest one, or wait an hour for another.',

  'SET_UP.LINK_WRONG': 'This set-up link has been used or replaced by a newer one. Use the newest link that the hub printed, or sign in.',
  'HUB.HAS_ADMINISTRATOR': 'This hub already has an administrator. Ask them to make you an administrator too.',

  'INSTITUTION.NOT_REGISTERED': 'We do not know this institution yet. Please register it first.',
  'INSTITUTION.ALREADY_REGISTERED': 'This institution is registered already. You can change its details instead.',
  'INSTITUTION.KIND_FIXED':
    'The kind of an institution stays as it was registered. To change it, register the new one and move its members.',
  'TRUST.UNKNOWN': 'We do not know that trust yet. Please register it first.',
  'TRUST.NOT_A_TRUST': 'That institution is not a trust. Please choose one that is.',
  'TRUST.IN_A_TRUST': 'A trust or hub cannot belong to a trust. Please choose a school or college.',
  'TRUST.IN_ANOTHER': 'This institution belongs to another trust. It needs to leave that one first.',
  'INVITATION.NOT_OPEN': 'This invitation is no longer open. It was answered or taken back.',
  'MEMBER.MUST_BE_INVITED': 'They are on the hub already, so they decide for themselves. Invite them by their e-mail address.',
  'MEMBER.NO_SUCH_ADDRESS': 'Nobody on the hub has this e-mail address.',
  'MEMBER.UNKNOWN': 'We do not know that person yet. Please invite them first.',
  'MEMBER.NOT_A_MEMBER': 'That person does not belong to this institution. Please add them first.',
  'MEMBER.LAST_ADMINISTRATOR': 'This is the last administrator here. Please make somebody else an administrator first.',
  'MEMBER.MANAGES_THEMSELF': 'Nobody can be their own line manager or induction tutor. Please choose somebody else.',
  'CALENDAR.BACKWARDS': 'The last day is before the first. Please check the two dates.',
  'CALENDAR.TERMS_OVERLAP': 'Two terms overlap. Please check where one ends and the next begins.',
  'CALENDAR.TOO_LONG': (fact) => `That is longer than ${fact('days')} days. Please check the years of the two dates.`,

  'PAIR.KEPT_APART':
    'This mentorship rests while one of you manages or assesses the other. Nothing new is written between you until that changes.',
  'PERSON.UNKNOWN': 'We do not know this person yet. Please invite them first.',
  'PERSON.ALREADY_JOINED': 'This person has joined already. They can sign in with the e-mail address they joined with.',
  'PERSON.EMAIL_TAKEN': 'Somebody on the hub has this e-mail address already. Please use another one.',
  'PERSON.RESERVED': 'This id is kept for the hub itself. Please use another one.',
  'PERSON.ERASED': 'This person was erased, so nothing about them can be changed.',
  'PERSON.EXCLUDES_THEMSELF': 'This is your own profile. Please choose somebody else.',
  'PROFILE.SAID_TWICE': 'This area is on your list twice. Please keep one of the two.',
  'PROFILE.AIM_NOT_AHEAD': 'An aim needs to lead further than where you stand. Please choose a higher level.',
  'PROFILE.SLOT_BACKWARDS': 'This time ends before it begins. Please check the two times.',
  'PROFILE.SLOTS_OVERLAP': 'This time overlaps with another on the same day. Please change one, or join the two.',
  'MENTORING.DESCRIBE_FIRST': 'Mentees choose a mentor by their profile. Please add your job, phase or subject first.',
  'MENTORING.EXPERTISE_FIRST': 'Mentees find a mentor by their expertise. Please name at least one area first.',
  'MENTORING.NOT_OFFERED': 'You are not offering mentoring, so there is nothing to pause.',
  'MENTORING.PAUSE_PAST': 'A pause needs to end on a later day. Please choose one, or leave the end open.',

  'REQUEST.MENTORSHIP_BEGUN': 'This mentorship has begun with somebody else. Please answer the request again.',
  'REQUEST.MENTOR_FULL': placesTaken,
  'REQUEST.ALREADY_ASKED': 'You have asked this mentor already, and your request is still open. You can add a message to it instead.',
  'REQUEST.ALREADY_PAIRED': 'The two of you share a mentorship already. You will find it under Mentorships.',
  'REQUEST.TOO_MANY_OPEN': (fact) =>
    `You have ${fact('limit')} open requests, which is as many as can wait at once. When one is answered, or you withdraw it, you can ask again.`,
  // One sentence for every cause (R5): it is read by either side, and must fit them all.
  'REQUEST.NOT_AVAILABLE': 'This pairing is not possible just now. You will find other people in the directory.',
  'REQUEST.ONESELF': 'This is your own profile. Please choose somebody else to ask.',
  'REQUEST.RESERVES_MIXED_UP': 'Each reserve needs to be somebody else, and named once. Please check your list.',
  'REQUEST.NOT_OPEN': 'This request is no longer open: it was answered, withdrawn or ran out of time. A new one can be made.',
  'REQUEST.EXTENDED_ONCE': 'This request was given more time already. A message to the other person gives it its full time again.',
  'REQUEST.NOT_DUE': 'It is too early for that: there is still time to answer this request.',

  'MENTORSHIP.NOT_STARTED': 'We could not find this mentorship. It may still be starting; please try again in a moment.',
  'MENTORSHIP.ALREADY_STARTED': 'This mentorship was started already, for two other people.',
  'MENTORSHIP.WITH_ONESELF': 'A mentorship needs two people. Please choose somebody else.',
  'MENTORSHIP.OVER': 'This mentorship has come to its end. What you did together is still there to read.',
  'MENTORSHIP.PAUSED': 'This mentorship is paused. Please resume it first.',
  'MENTORSHIP.NOT_AGREED':
    'A mentorship is complete once it was agreed by both. You can sign the agreement, or end it here without giving a reason.',
  'MENTORSHIP.NO_PROPOSAL': 'There is no agreement to sign yet. You can propose one.',
  'MENTORSHIP.PROPOSAL_REPLACED': 'The agreement was changed after you opened it. Please read the new one before you sign.',
  'MENTORSHIP.REVIEW_PAST': 'The review needs to be on a later day. Please choose one.',
  'MENTORSHIP.PAUSE_PAST': 'A pause needs to end on a later day. Please choose one, or leave the end open.',
  // Read by either side, and true of both.
  'MENTORSHIP.IN_REPORTING_LINE':
    'Mentoring and appraisal are kept apart here, so this mentorship rests while one of you manages or assesses the other. Nothing you wrote is lost.',

  'MENTORSHIP.NO_COMPLETION': 'There is no proposal to complete this mentorship. You can propose it.',
  'MENTORSHIP.WAITS_FOR_THE_OTHER': 'You proposed to complete this mentorship, so the other person replies next.',
  'MENTORSHIP.NOT_YOUR_PROPOSAL': 'The other person proposed this. You can agree, or say not yet.',
  'MENTORSHIP.NOT_DUE': 'There is still time to reply to this.',
  'MENTORSHIP.NO_HELP_FROM_THEM': 'You cannot write to this person about your mentorship. Choose another coordinator.',

  'GOAL.NO_MENTORSHIP': 'We could not find the mentorship that this belongs to. Please reload the page and try again.',
  'GOAL.MENTORSHIP_OVER': 'This mentorship has come to its end, so its goals stay as they are. You can carry on in your own growth record.',
  'GOAL.TOO_MANY_OPEN': (fact) =>
    `You have ${fact('limit')} open goals, which is plenty to work on at once. Finish one or set one aside, then add this.`,
  'GOAL.ALREADY_AGREED': 'This goal was agreed already.',
  'GOAL.DUE_IN_THE_PAST': 'That day has passed. Please choose a later one, or leave it open.',
  'GOAL.NOT_FOUND': 'We could not find this goal. Please reload the page and try again.',
  'GOAL.ALREADY_ACHIEVED': 'This goal was reached already. You can agree a new one.',
  'GOAL.SET_ASIDE': 'This goal was set aside. You can agree it afresh as a new one.',
  'GOAL.OF_THE_MENTEE': 'Only the mentee can carry this goal on.',
  'GOAL.TOO_MANY_STEPS': (fact) => `A goal can have ${fact('limit')} steps. The rest may make a good second goal.`,
  'GOAL.STEP_ALREADY_PLANNED': 'This step was planned already.',
  'GOAL.STEP_NOT_FOUND': 'We could not find this step. Please reload the page and try again.',
  'GOAL.STEP_NOT_NEXT': 'Steps are taken in order. Please take the one before this first.',
  'GOAL.STEP_ALREADY_TAKEN': 'This step was taken already. You can reopen it if there is more to do.',
  'FEEDBACK.NOT_OF_THIS_PAIR': 'Feedback is between the two people of a mentorship. Please give it in one of your own.',
  'FEEDBACK.ALREADY_GIVEN': 'This feedback was given already.',

  'MEETING.NO_MENTORSHIP': 'We could not find the mentorship that this meeting belongs to. Please reload the page and try again.',
  'MEETING.MENTORSHIP_PAUSED': 'This mentorship is paused. Please resume it before you arrange a meeting.',
  'MEETING.MENTORSHIP_OVER': 'This mentorship has come to its end, so no new meetings can be arranged in it.',
  'MEETING.RECORD_STANDS':
    'This mentorship has come to its end, so its meetings stay as they are. You can still read them, and record one that had begun by then.',
  'MEETING.ALREADY_ARRANGED': 'This meeting was arranged already. You can move it instead.',
  'MEETING.IN_THE_PAST': 'That time has passed. Please choose a later one.',
  'MEETING.CLASH': 'One of you has another meeting at that time. Please choose another one.',
  'MEETING.NOT_FOUND': 'We could not find this meeting. Please reload the page and try again.',
  'MEETING.NOT_OFFERED': 'That time is not one of those on offer. Please choose one of them, or propose others.',
  'MEETING.WAITS_FOR_THE_OTHER': 'You proposed these times, so the other person chooses. They have been told.',
  'MEETING.NOT_BOOKED': 'This meeting has no time yet. Please choose one first.',
  'MEETING.CANCELLED': 'This meeting was cancelled. You can arrange a new one.',
  'MEETING.ALREADY_CLOSED': 'This meeting was closed already. You can arrange the next one.',
  'MEETING.NOT_STARTED': 'This meeting has not begun yet. You can close it once it has.',
  'MEETING.NOT_CLOSED': 'This meeting has not been closed yet. Please close it to record how it went.',
  'MEETING.NO_MINUTES': 'Please say for how many minutes you met, or that the meeting did not take place.',
  'MEETING.MINUTES_TO_COME': (fact) =>
    `So far this meeting can have taken up to ${fact('minutes')} minutes. Please check the figure, or record it once you have finished.`,
  'MEETING.MINUTES_TWICE': 'You have recorded another meeting in part of that time. Please check how many minutes this one took.',
  'MEETING.ALREADY_RECORDED': 'You have recorded this meeting already. You can change your record until the other person has agreed.',
  'MEETING.ALREADY_CONFIRMED': 'Both of you have recorded this meeting, so its record stays as it is.',
  'MEETING.NOTES_CHANGED':
    'The notes were saved by somebody else while you wrote. Your words are still here: please add them to the newer notes.',
  'MEETING.SAME_ITEM_TWICE': 'One item is on the agenda twice. Please keep one of the two.',
  'MEETING.ACTION_EXISTS': 'This action was agreed already.',
  'MEETING.ACTION_NOT_FOUND': 'We could not find this action. Please reload the page and try again.',
  'MEETING.ACTION_OF_ANOTHER': 'Only the person who has this action can keep it.',
  'MEETING.TOO_MANY_ACTIONS': (fact) => `A meeting can have ${fact('limit')} actions. Please choose those that matter most.`,
  'MEETING.NOT_ONE_OF_THE_TWO': 'This is between the two people of the meeting. Please choose one of them.',

  'REFLECTION.ALREADY_WRITTEN': 'This reflection was saved already. You can revise it instead.',
  'REFLECTION.NOT_FOUND': 'We could not find this reflection. Please reload the page and try again.',
  'REFLECTION.NO_PAIR': 'This reflection belongs to no mentorship, so there is nobody to share it with. You can publish it instead.',
  'GROWTH.NOT_YOUR_MENTORSHIP': 'This is linked to a mentorship that is not yours. Please choose one of your own.',

  'CREDENTIAL.ALREADY_ISSUED': 'This certificate was issued already.',
  'CREDENTIAL.ALREADY_HELD': 'There is a certificate for this mentorship already. Revoke that one before another is issued.',
  'CREDENTIAL.ENDS_BEFORE_IT_BEGINS': 'The last day is before the first. Please check the two dates.',
  'CREDENTIAL.NOT_FOUND': 'We could not find this certificate. Please check its code.',
};

import { WRONG_FIRST_DAY } from '../institutions/first-day.js';
import { isDay } from '../kernel/moments.js';
import { sayDate } from '../uk/uk-time.js';
import type { RefusalCode } from './refusal-codes.js';

/**
 * A sentence that needs facts, by name; a missing fact reads as 0. `reader`: for codes whose readers, the mentor and a coordinator, can do
 * different things.
 */
export type Say = (fact: (name: string) => number | string) => string;

/** Her own space, to the mentor who said yes. She may offer less than she has by now. */
function ownSpaceTaken(places: number, mentees: number): string {
  const onward = 'You can offer more space in your mentoring settings, or say no.';
  if (places === 0) return `You do not offer space for mentees right now. ${onward}`;
  const has = mentees === 1 ? 'You have one mentee' : `You have ${mentees} mentees`;
  return mentees > places ? `${has}, and offer space for ${places}. ${onward}` : `${has}, which is what you offer. ${onward}`;
}

const placesTaken: Say = (fact) => {
  const places = Number(fact('places'));
  if (fact('reader') === 'mentor') return ownSpaceTaken(places, Number(fact('mentees')));
  if (places === 0) return 'This mentor has no space for mentees right now. You can ask another mentor.';
  const full = places === 1 ? 'This mentor already has one mentee' : `This mentor already has ${places} mentees`;
  return `${full}, and has no space for more. You can ask another mentor, or ask again when a mentorship ends.`;
};

const acceptedAlready: Say = (fact) => {
  const first = String(fact('first') || '');
  return first
    ? `You have already accepted this request, and booked ${first} to meet. You can move that on your mentorship page.`
    : 'You have already accepted this request, without a first meeting. You can book one on your mentorship page.';
};

/** Read by either side, and true of both. */
const noLongerOpen: Say = (fact) => {
  switch (fact('outcome')) {
    case 'accepted':
      return 'The mentor has already accepted this request. You can find the mentorship under Mentorships.';
    case 'declined':
      return 'The mentor has already declined this request. The mentee can ask another mentor.';
    case 'withdrawn':
      return 'The mentee has already withdrawn this request. They can make a new one.';
    case 'lapsed':
      return 'This request has already expired. The mentee can make a new one.';
    default:
      return 'This request is no longer open. It was answered, withdrawn or has expired. The mentee can make a new one.';
  }
};

/** What one reader is told in other words than the rest: they can do something else about it. */
const told =
  (reader: 'mentor' | 'coordinator', theirs: string, others: string): Say =>
  (fact) =>
    fact('reader') === reader ? theirs : others;

/** One sentence for every cause (R5), to each of its two readers. */
const offerNotOpen: Say = (fact) => {
  switch (fact('outcome')) {
    case 'accepted':
      return 'This offer was accepted. You can find the mentorship under Mentorships.';
    case 'lapsed':
      return 'This offer has expired. The mentee can still ask the mentor.';
    default:
      return 'This offer is no longer open. The mentee can still ask the mentor.';
  }
};

const notAvailable = told(
  'mentor',
  'This pairing is not possible right now. You can say no, or ask a question first.',
  'This pairing is not possible right now. You can find other people in the directory.',
);

const paused = told(
  'coordinator',
  'This mentorship is paused. You can suggest an end after they resume it.',
  'This mentorship is paused. Resume it first.',
);

const over = told(
  'coordinator',
  'This mentorship has already ended, so you do not need to suggest it.',
  'This mentorship has ended. You can still read what you did together.',
);

const goalsOver = told(
  'mentor',
  'This mentorship has ended, so you cannot change its goals or feedback. You can still read them.',
  'This mentorship has ended, so you cannot change its goals or feedback. You can carry on in your development record.',
);

const notASchoolDay: Say = (fact) => {
  const next = String(fact('next'));
  return `That day is not a school day. ${isDay(next) ? `The next one is ${sayDate(next)}.` : 'Choose another day.'}`;
};

const continues: Say = (fact) => {
  const again = String(fact('again'));
  const when = isDay(again) ? ` You can suggest an end again from ${sayDate(again)}.` : '';
  return `One of them has replied that they continue.${when}`;
};

/**
 * Every refusal in words. Each says what happened and what to do next, without blame. Exhaustive by type: a new
 * code does not compile without its sentence.
 */
export const sentences: { readonly [Code in RefusalCode]: string | Say } = {
  'COMMAND.INVALID': 'Check the marked fields and try again.',
  'COMMAND.UNKNOWN': 'This page is out of date. Reload it and try again.',
  'COMMAND.NOT_ALLOWED': 'You do not have permission to do this. If you think you should, ask your administrator.',
  'COMMAND.BUSY': 'Several people changed this at the same time. We did not save your change. Try again.',
  'COMMAND.BEHIND': 'Alongside is still catching up with earlier changes, so we did not save this one. Try again in a moment.',
  'COMMAND.RECORD_DAMAGED':
    'The hub’s record of this is damaged, so we cannot change it. We did not save your change. Tell your administrator.',
  'COMMAND.CLOCK_WRONG': 'The clock of this hub needs setting, so we did not save your change. Tell your administrator, then try again.',
  'COMMAND.REPEATED_OTHERWISE': 'We saved what you sent first, and did not save these changes. Check what is there, then send them again.',
  'COMMAND.TOO_LARGE': 'That is too long for us to save. Shorten it and try again.',

  'LETTER.CLAIMED': 'This email is already being sent.',
  'SIGN_IN.CODE_WRONG':
    'That is not the newest code, or it was used already, tried too often, or is over 10 minutes old. Check it, or ask for another.',
  'SIGN_IN.NOT_YET':
    'Your code is right, but we are still updating your account. Try again in a minute, with another code if this one no longer works.',
  'SIGN_IN.TOO_MANY_TRIES': 'You have tried too many codes. Wait 10 minutes, then ask for another.',
  'SIGN_IN.TOO_MANY_CODES': 'We have already sent several codes to this address. Use the newest one, or wait an hour for another.',
  'SIGN_IN.ADDRESS_NEW': 'Your email address changed in the last 3 days. Try again after 3 days, or ask an administrator.',
  'SIGN_IN.CLOCK_WRONG': 'The date of this hub needs checking before you can sign in. Tell your administrator, then try again.',
  'SIGN_IN.TOO_LONG_AGO': 'This cannot be undone, and you signed in more than 10 minutes ago. Sign in again, then try again.',

  'SET_UP.LINK_WRONG': 'This set-up link has been used, or there is a newer one. Use the newest link in the server’s output, or sign in.',
  'HUB.HAS_ADMINISTRATOR': 'This hub already has an administrator. Ask them to make you an administrator too.',

  'INSTITUTION.NOT_REGISTERED': 'We do not know this school or trust yet. Add it first.',
  'INSTITUTION.ALREADY_REGISTERED': 'This school or trust is already here. You can change its details instead.',
  'INSTITUTION.KIND_FIXED': 'You cannot change what kind of organisation this is. Add a new one and move its members.',
  'INSTITUTION.NUMBER_FIXED':
    'This came from its register with another number, and its register finds it by that one. If this is another school or trust, add it as a new one.',
  'INSTITUTION.NUMBER_TAKEN': 'Another school or trust here already has this number. Check it, or change the other one first.',
  'INSTITUTION.NAME_TAKEN':
    'Another open school or trust here has this name. Enter another name, or a town that tells them apart. If the other has no town, add it first.',
  'INSTITUTION.CLOSED': 'This school has closed, so no people can be added or invited there. Choose where they work now.',
  'INSTITUTION.CLOSES_LATER': 'This day has not come yet. A school is closed from its day on.',
  'INSTITUTION.CANNOT_CLOSE': 'Only schools and colleges can be closed.',
  'INSTITUTION.NOT_YOUR_CLOSED_SCHOOL': 'We could not move you there. Reload the page and choose again.',
  'TRUST.UNKNOWN': 'We do not know that trust yet. Add it first.',
  'TRUST.NOT_A_TRUST': 'That is not a trust. Choose one that is.',
  'TRUST.IN_A_TRUST': 'A trust or hub cannot belong to a trust. Choose a school or college.',
  'TRUST.IN_ANOTHER': 'This school belongs to another trust. It needs to leave that one first.',
  'INVITATION.DAY_PAST': 'Choose today or a later day.',
  'INVITATION.ACCEPTED_ALREADY': 'This invitation has already been accepted, so we did not cancel it. A coordinator can remove the member.',
  'INVITATION.NOT_OPEN': 'This invitation is no longer open. It was accepted, declined or cancelled.',
  'MEMBER.MUST_BE_INVITED': 'This person already has an account, so they decide for themselves. Invite them by their email address.',
  'MEMBER.NO_SUCH_ADDRESS': 'No person here has this email address. Check it and try again.',
  'MEMBER.UNKNOWN': 'We do not know that person yet. Invite them first.',
  'MEMBER.NOT_A_MEMBER': 'That person is not a member of this school or trust. Add them first.',
  ...WRONG_FIRST_DAY,
  'INSTITUTION.CHANGED_SINCE':
    'These details were changed on Alongside meanwhile, so we kept them. Look at them again before you change them.',
  'MEMBER.CHANGED_SINCE': 'This day was changed on Alongside meanwhile, so we kept it. Look at it again before you change it.',
  'MEMBER.LAST_ADMINISTRATOR': 'This is the last administrator here. Make another person an administrator first.',
  'MEMBER.MANAGER_ELSEWHERE': 'That person is not a member of this school or its trust. Choose a member, or add them first.',
  'MEMBER.MANAGES_THEMSELF': 'People cannot be their own line manager or induction tutor. Choose another person.',
  'CALENDAR.BACKWARDS': 'The last day is before the first. Check the two dates.',
  'CALENDAR.TERMS_OVERLAP': 'Two terms overlap. Check where one ends and the next begins.',
  'CALENDAR.TOO_LONG': (fact) => `That is longer than ${fact('days')} days. Check the years of the two dates.`,

  'PAIR.KEPT_APART':
    'This mentorship is paused while one of you manages or assesses the other. You cannot add anything to it until that changes.',
  'JOINING.SAME_RECORD': 'This is the same person, with one record. Choose another record.',
  'JOINING.RECORD_NOT_FOUND': 'We cannot find one of these two records any more. It was deleted, or joined with another.',
  'JOINING.THEY_MENTOR': 'One of these two records is or was the mentor of the other, so they cannot be one person’s.',
  'JOINING.THEY_ASKED': 'One of these two records has asked the other to be their mentor. Reply to the request, or withdraw it, first.',
  'JOINING.ONE_MANAGES': 'One of these two records is the line manager or induction tutor of the other. Change that first.',
  'JOINING.WITH_THE_SAME': 'Both records have a mentorship or an open request with the same person. Complete or end one of the two first.',
  'JOINING.ASKED_ELSEWHERE': 'One of these two records is waiting for a reply about another record. Try again after that.',
  'JOINING.ADDRESS_NEW': 'The email address of the other record changed in the last 3 days. You can join the two records after 3 days.',
  'JOINING.NEEDS_CODE': 'You need a code to join these two records. We send it to the email address of the other record.',
  'JOINING.TOO_EARLY': 'You cannot join these records without a code yet. Today shows from when you can.',
  'JOINING.NOTHING_TO_DECLINE': 'There is nothing to reply to any more. The two records were joined, or stay apart.',
  'JOINING.NOT_JOINED': 'These two records are not joined.',
  'PERSON.UNKNOWN': 'We do not know this person yet. Invite them first.',
  'PERSON.ALREADY_JOINED': 'This person has already joined. They can sign in with the email address they joined with.',
  'PERSON.EMAIL_TAKEN':
    'Another person here already has this email address. Use a different one. If they are the same person, ask an administrator to join their two records.',
  'PERSON.RESERVED': 'Alongside uses this id itself. Use another one.',
  'PERSON.ERASED': 'This person deleted their account, so you cannot change anything about them.',
  'PERSON.CHANGED_SINCE': 'This was changed on Alongside meanwhile, so we kept it. Look at it again before you change it.',
  'PERSON.EXCLUDES_THEMSELF': 'This is your own profile. Choose another person.',
  'PROFILE.SAID_TWICE': 'This area is on your list twice. Remove one of the two.',
  'PROFILE.AIM_NOT_AHEAD': 'Your target level needs to be higher than your level now. Choose a higher one.',
  'PROFILE.SLOT_BACKWARDS': 'This time ends before it begins. Check the two times.',
  'PROFILE.SLOTS_OVERLAP': 'This time overlaps with another on the same day. Change one, or combine the two.',
  'MENTORING.DESCRIBE_FIRST': 'Mentees choose a mentor by their profile. Add your job, phase or subject first.',
  'MENTORING.EXPERTISE_FIRST': 'Mentees find a mentor by their expertise. Add at least one area first.',
  'MENTORING.NOT_OFFERED': 'You are not offering mentoring, so there is nothing to pause.',
  'MENTORING.PAUSE_PAST': 'A pause needs to end on a later day. Choose one, or leave the end open.',

  'REQUEST.MENTORSHIP_BEGUN': 'This mentorship has started with another person. Reply to the request again.',
  'REQUEST.MENTOR_FULL': placesTaken,
  'REQUEST.ALREADY_ASKED': 'You have already asked this mentor, and your request is still open. You can see it under Requests.',
  'REQUEST.ALREADY_PAIRED': 'You already have a mentorship together. You can find it under Mentorships.',
  'REQUEST.TOO_MANY_OPEN': (fact) =>
    `You can have ${fact('limit')} open requests at once. You can ask again when you get a reply, or when you withdraw one.`,
  'REQUEST.NOT_AVAILABLE': notAvailable,
  'REQUEST.ONESELF': 'This is your own profile. Choose another person to ask.',
  'REQUEST.RESERVES_MIXED_UP': 'Choose a different person for each of your choices. Check your list.',
  'REQUEST.NOT_OPEN': noLongerOpen,
  'REQUEST.ACCEPTED_ALREADY': acceptedAlready,
  'REQUEST.DECLINED_ALREADY': 'You have already declined this request, so we did not send this reply.',
  'REQUEST.EXTENDED_ONCE': 'You have already asked for more time for this request. Send a message to start the full time again.',
  'OFFER.MADE_ALREADY': 'You have already offered to help this person. You can see your offer under Requests.',
  'OFFER.ASKED_ALREADY': 'This person has asked you to be their mentor. You can reply to them under Requests.',
  'OFFER.NOT_AVAILABLE': 'We cannot send this person an offer right now. You can offer to help another person.',
  'OFFER.NO_SPACE': (fact) =>
    Number(fact('free')) === 1
      ? 'You have space for one more mentee, and have offered it already. Wait for the reply, or withdraw your offer.'
      : `You have space for ${fact('free')} more mentees, and have offered it already. Wait for a reply, or withdraw an offer.`,
  'OFFER.NOT_OPEN': offerNotOpen,
  'REQUEST.NOT_DUE': 'There is still time to reply to this request.',

  'MESSAGE.TO_ONESELF': 'You cannot write to yourself. Choose another person.',
  'MESSAGE.TOO_MANY_TODAY': (fact) => `You have sent this person ${fact('limit')} messages today. You can write to them again tomorrow.`,
  'MESSAGE.ID_TAKEN': 'This message has already been sent. Write a new one.',
  'MESSAGE.MENTOR_NOT_FREE': 'We cannot suggest one of these mentors to this person. Choose another.',
  'MENTORSHIP.NOT_STARTED': 'We could not find this mentorship. It may still be starting. Try again.',
  'MENTORSHIP.ALREADY_STARTED': 'This mentorship has already started, for two other people.',
  'MENTORSHIP.ALREADY_ENDED': 'You have already ended this mentorship, so we did not save this reason.',
  'MENTORSHIP.WITH_ONESELF': 'A mentorship needs two people. Choose another person.',
  'MENTORSHIP.OVER': over,
  'MENTORSHIP.PAUSED': paused,
  'MENTORSHIP.NOT_AGREED':
    'You can complete a mentorship once you have both signed the agreement. You can sign it, or end the mentorship early without giving a reason.',
  'MENTORSHIP.NO_PROPOSAL': 'There is no agreement to sign yet. You can suggest one.',
  'MENTORSHIP.ALREADY_PROPOSED': 'You have already suggested this agreement, with other words. Suggest it again as a new one.',
  'MENTORSHIP.PROPOSAL_REPLACED': 'The agreement changed after you opened it. Read the new one before you sign.',
  'MENTORSHIP.SUGGESTED_MEANWHILE':
    'Another agreement was suggested after you opened this. Read it first. What you wrote is kept, and you can still suggest it.',
  'MENTORSHIP.PAUSED_MEANWHILE':
    'This mentorship was paused again after you opened this. Look at the new pause first. It stays paused until you resume it.',
  'MENTORSHIP.NOTHING_TO_REVIEW': 'There is no signed agreement to review yet. You can suggest one.',
  'MENTORSHIP.AGREEMENT_REPLACED': 'The agreement changed after you opened it. Read the new one, then review it.',
  'MENTORSHIP.REVIEW_PAST': 'The review date needs to be later. Choose a later day.',
  'MENTORSHIP.REVIEW_IN_HOLIDAY': notASchoolDay,
  'MENTORSHIP.PAUSE_PAST': 'A pause needs to end on a later day. Choose one, or leave the end open.',
  // Read by either side, and true of both.
  'MENTORSHIP.IN_REPORTING_LINE': 'This mentorship is paused while one of you manages or assesses the other. Nothing you wrote is lost.',

  'MENTORSHIP.NO_COMPLETION': 'There is no open suggestion to complete this mentorship. You can suggest it.',
  'MENTORSHIP.WAITS_FOR_THE_OTHER': 'You suggested completing this mentorship, so the other person replies next.',
  'MENTORSHIP.NOT_YOUR_PROPOSAL': 'The other person suggested this. You can agree, or say not yet.',
  'MENTORSHIP.NOT_DUE': 'There is still time to reply to this.',
  'MENTORSHIP.NOT_SILENT': 'This pair has met, booked a meeting or decided how to go on. Write to them if you would like to know more.',
  'MENTORSHIP.CONTINUES': continues,
  'MENTORSHIP.NO_HELP_FROM_THEM': 'You cannot write to this person about your mentorship. Choose another coordinator.',

  'GOAL.NO_MENTORSHIP': 'We could not find the mentorship for this goal. Reload the page and try again.',
  'GOAL.MENTORSHIP_OVER': goalsOver,
  'GOAL.TOO_MANY_OPEN': (fact) => `You can have ${fact('limit')} open goals at once. Achieve or archive one, then add this.`,
  'GOAL.ALREADY_AGREED': 'You have already agreed this goal.',
  'GOAL.DUE_IN_THE_PAST': 'That day has passed. Choose a later one, or leave it open.',
  'GOAL.NOT_FOUND': 'We could not find this goal. Reload the page and try again.',
  'GOAL.ALREADY_ACHIEVED': 'This goal is already achieved. You can agree a new one.',
  'GOAL.SET_ASIDE': 'This goal is archived. You can agree it again as a new one.',
  'GOAL.OF_THE_MENTEE': 'Only the mentee can carry this goal on.',
  'GOAL.TOO_MANY_STEPS': (fact) => `A goal can have ${fact('limit')} steps. You can add another goal for the rest.`,
  'GOAL.STEP_ALREADY_PLANNED': 'This step is already planned.',
  'GOAL.STEP_NOT_FOUND': 'We could not find this step. Reload the page and try again.',
  'GOAL.STEP_NOT_NEXT': 'Steps are done in order. Do the step before this one first.',
  'GOAL.STEP_ALREADY_TAKEN': 'This step is already done. You can reopen it if there is more to do.',
  'FEEDBACK.NOT_OF_THIS_PAIR': 'Feedback is between the two people of a mentorship. Give it in one of your own.',
  'FEEDBACK.ALREADY_GIVEN': 'You have already given this feedback.',
  'FEEDBACK.NOT_FOUND': 'We could not find this feedback. Reload the page and try again.',
  'FEEDBACK.OF_THE_AUTHOR': 'Only the person who wrote this feedback can choose its standards.',
  'STANDARD.UNKNOWN': 'We do not know one of these standards. Choose from the list.',

  'MEETING.NO_MENTORSHIP': 'We could not find the mentorship for this meeting. Reload the page and try again.',
  'MEETING.MENTORSHIP_PAUSED': 'This mentorship is paused. Resume it before you book a meeting.',
  'MEETING.MENTORSHIP_OVER': 'This mentorship has ended, so you cannot add meetings to it.',
  'MEETING.RECORD_STANDS':
    'This mentorship has ended, so you cannot change its meetings. You can read them, and record one that started before the end.',
  'MEETING.ALREADY_ARRANGED': 'This meeting is already booked. You can move it instead.',
  'MEETING.IN_THE_PAST': 'That time has passed. Choose a later one.',
  'MEETING.CLASH': 'One of you has another meeting at that time. Choose another one.',
  'MEETING.NOT_FOUND': 'We could not find this meeting. Reload the page and try again.',
  'MEETING.NOT_OFFERED': 'That time is not one of those suggested. Choose one of them, or suggest others.',
  'MEETING.SUGGESTED_ALREADY': 'Times for a meeting are suggested already. Choose one of them, or suggest others in their place.',
  'MEETING.TIMES_REPLACED': 'Other times were suggested after you opened this. Look at the new times first. Nothing has changed.',
  'MEETING.PLACE_CHANGED': 'The other person changed this after you opened it. Close this box to see it. Nothing has changed.',
  'MEETING.TIMES_DECLINED': 'You said that none of these times suit you. You can suggest others.',
  'MEETING.WAITS_FOR_THE_OTHER': 'You suggested these times, so the other person chooses. We have told them.',
  'MEETING.NOT_BOOKED': 'This meeting has no time yet. Choose one first.',
  'MEETING.CANCELLED': 'This meeting was cancelled. You can book a new one.',
  'MEETING.ALREADY_CLOSED': 'This meeting is already recorded. You can book the next one.',
  'MEETING.NOT_STARTED': 'This meeting has not started yet. You can record it once it has.',
  'MEETING.NOT_YET': 'That time has not come yet. Book the meeting instead, or choose an earlier time.',
  'MEETING.BEFORE_MENTORSHIP': (fact) => `Your mentorship started on ${fact('day')}. Choose that day or a later one.`,
  'MEETING.MET_ALREADY': 'You already have a meeting together at that time. Open it from your mentorship to record it.',
  'MEETING.NOT_CLOSED': 'This meeting is not recorded yet. Record it to say how it went.',
  'MEETING.NO_MINUTES': 'Enter how many minutes you met, or say that the meeting did not happen.',
  'MEETING.MINUTES_TO_COME': (fact) =>
    `This meeting can have taken up to ${fact('minutes')} minutes so far. Check the figure, or record it once you have finished.`,
  'MEETING.MINUTES_TWICE': 'You have recorded another meeting in part of that time. Check how many minutes this one took.',
  'MEETING.ALREADY_RECORDED': 'You have already recorded this meeting. You can change your record until the other person has confirmed it.',
  'MEETING.ALREADY_CONFIRMED': 'You have both confirmed this meeting, so its record cannot change.',
  'MEETING.NOTES_CHANGED':
    'The other person saved the notes while you were writing. Your words are still here. Add them to the newer notes.',
  'MEETING.SAME_ITEM_TWICE': 'One item is on the agenda twice. Remove one of the two.',
  'MEETING.ACTION_EXISTS': 'You have already agreed this action.',
  'MEETING.ACTION_NOT_FOUND': 'We could not find this action. Reload the page and try again.',
  'MEETING.ACTION_DONE': 'This action is already done, so we kept it as it is. You can see how it went in the meeting.',
  'MEETING.TIME_CHANGED': (fact) =>
    `This meeting is now booked for ${fact('time')}, so we did not change it. Check that time, then try again if it does not suit you.`,
  'MEETING.AGENDA_FULL': (fact) =>
    `An agenda can have ${fact('limit')} items, with those added while you were writing. Remove some, then save it.`,
  'MEETING.ACTION_OF_ANOTHER': 'Only the person who has this action can change that.',
  'MEETING.TOO_MANY_NOTES': (fact) =>
    `You have already added ${fact('limit')} notes to this action. Add this to the notes of your meeting instead.`,
  'MEETING.TOO_MANY_ACTIONS': (fact) => `You can add ${fact('limit')} actions to a meeting. Choose those that matter most.`,
  'MEETING.NOT_ONE_OF_THE_TWO': 'Only the two people of the meeting can have its actions. Choose one of them.',

  'REFLECTION.ALREADY_WRITTEN': 'This reflection is already saved. You can change it instead.',
  'REFLECTION.NOT_FOUND': 'We could not find this reflection. Reload the page and try again.',
  'REFLECTION.NO_PAIR':
    'This reflection is not linked to a mentorship, so you cannot share it with a mentor or mentee. You can publish it instead.',
  'GROWTH.NOT_YOUR_MENTORSHIP': 'This is linked to a mentorship that is not yours. Choose one of your own.',

  'SEARCH.ALREADY_SAVED': 'You have already saved this search.',
  'SEARCH.TOO_MANY': (fact) => `You can save ${fact('limit')} searches. Remove one that you no longer need.`,
  'SEARCH.ID_TAKEN': 'We could not save this search. Reload the page and try again.',

  'CREDENTIAL.ALREADY_ISSUED': 'This certificate was already issued.',
  'CREDENTIAL.ALREADY_HELD': 'There is already a certificate for this mentorship. Withdraw that one before you issue another.',
  'CREDENTIAL.ALREADY_REVOKED': 'This certificate was already withdrawn, for another reason. That reason stays on record.',
  'CREDENTIAL.ENDS_BEFORE_IT_BEGINS': 'The last day is before the first. Check the two dates.',
  'CREDENTIAL.NOT_FOUND': 'We could not find this certificate. Check its code.',
};

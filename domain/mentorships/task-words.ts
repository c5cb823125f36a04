import type { Day, Instant } from '../kernel/brand.js';
import { OFTEN } from '../people/rhythm.js';
import { sayAsked, sayQuestion } from '../requests/request-words.js';
import { midSentence, NO_NAME, within } from '../text/mid-sentence.js';
import * as uk from '../uk/uk-time.js';
import { sayLeft, titleOfClosing, whoSuggested, whyAsked } from './closing-words.js';
import type { Move, MoveKind, MoveOf } from './whose-move.js';

/** What a task says: its title, one sentence under it, and the words of the link that leads to it. */
export interface TaskWords {
  readonly title: string;
  readonly lead: string;
  readonly go: string;
}

/** The part of a task that its words are made of. */
type Part<Kind extends MoveKind, Key extends keyof MoveOf<Kind>> = Pick<MoveOf<Kind>, Key>;

/** What words of a task need besides it. */
export interface Saying {
  readonly today: Day;
  /** Who suggested ending a mentorship, where a person did and their name is read. */
  readonly suggester?: string;
  /** What the mentor left, where its name is read. */
  readonly school?: string;
}

// A task has its days and moments as plain text, like the rows that it is worked out from.
const sayDay = (day: string, today: Day) => uk.sayDay(day as Day, today);
const sayOnDay = (day: string, today: Day) => uk.sayOnDay(day as Day, today);
const sayOnMoment = (moment: string, today: Day) => uk.sayOnMoment(moment as Instant, today);

/** The words of every kind of task, for Today and for the page of the pair. `name`: the other person. */
export const TASK_WORDS = {
  'answer-invitation': () => ({ title: 'You have an invitation', lead: 'Join or decline.', go: 'Read the invitation' }),
  'answer-request': (name: string) => ({
    title: sayAsked(name),
    lead: 'Say yes, no, or ask a question.',
    go: 'Read the request',
  }),
  'reply-to-mentor': (name: string) => ({
    title: sayQuestion(name),
    lead: `${name} decides once you have replied.`,
    go: 'Read and reply',
  }),
  'sign-agreement': (name: string, { replaces, changes }: Part<'sign-agreement', 'replaces' | 'changes'>) => ({
    title: `${name} suggested ${replaces ? 'changes to your agreement' : 'an agreement'}`,
    lead: [...changes.map((change) => `${change}.`), 'Read it, then sign it or suggest changes.'].join(' '),
    go: 'Read the agreement',
  }),
  'propose-agreement': (name: string) => ({
    title: `Suggest an agreement to ${within(name)}`,
    lead: 'You have met. Agree how often you’ll meet, how long for, and what for.',
    go: 'Suggest an agreement',
  }),
  'review-agreement': (name: string, { nextOn }: Part<'review-agreement', 'nextOn'>, { today }: Saying) => ({
    title: nextOn ? `${name} would like to carry on with your agreement` : `Review your agreement with ${within(name)}`,
    lead: nextOn
      ? `${name} would review it again ${sayOnDay(nextOn, today)}. Say the same, choose another day or suggest changes.`
      : 'Each of you says whether to carry on. You can also change it or complete your mentorship.',
    go: 'Review the agreement',
  }),
  'agree-completion': (name: string, { due }: Part<'agree-completion', 'due'>, { today }: Saying) => ({
    title: `${name} suggested completing your mentorship`,
    lead: due ? `Agree, or say not yet, by ${sayDay(due, today)}. After that day we complete it for you both.` : 'Agree, or say not yet.',
    go: 'Reply',
  }),
  'answer-closing': (
    name: string,
    { because, of, mentor, due }: Part<'answer-closing', 'because' | 'of' | 'mentor' | 'due'>,
    { today, suggester = '', school = '' }: Saying,
  ) => ({
    title: titleOfClosing(name),
    lead: `${whyAsked(because, { name, school, mine: of === mentor })} ${suggester ? `${whoSuggested(suggester)} ` : ''}If neither of you replies${due ? ` by ${sayDay(due, today)}` : ''}, we end your mentorship${due ? ' after that day' : ''}.`,
    go: 'Reply',
  }),
  'choose-time': (name: string, { times, replaces }: Part<'choose-time', 'times' | 'replaces'>, { today }: Saying) => ({
    title: times[0] ? `${name} can meet ${sayOnMoment(times[0].startsAt, today)}` : `The times ${within(name)} suggested have passed`,
    lead: [...(replaces ? ['These replace the times suggested before.'] : []), otherTimes(times.length)].join(' '),
    go: 'See the times',
  }),
  'suggest-times': (name: string) => ({
    title: `${name} cannot make the times you suggested`,
    lead: 'Suggest other times. We keep the agenda.',
    go: 'Suggest other times',
  }),
  'record-meeting': (name: string, { underWay, startsAt }: Part<'record-meeting', 'underWay' | 'startsAt'>, { today }: Saying) =>
    underWay
      ? {
          title: `You are meeting ${within(name)} now`,
          lead: 'You can both edit the agenda and the notes. Record the meeting when you have finished.',
          go: 'Open the agenda',
        }
      : {
          title: `Did you meet ${within(name)} ${sayOnMoment(startsAt, today)}?`,
          lead: 'Record whether you met, how long for, and any actions.',
          go: 'Record meeting',
        },
  'settle-clash': (name: string, { startsAt, mine }: Part<'settle-clash', 'startsAt' | 'mine'>, { today }: Saying) => ({
    title: `${mine ? 'You have' : `${name} has`} two meetings ${sayOnMoment(startsAt, today)}`,
    lead: mine
      ? `One of them is with ${within(name)}. Move or cancel one.`
      : 'One of them is with you. You can move it, or leave that to them.',
    go: 'See the meeting',
  }),
  'record-again': (name: string, { startsAt }: Part<'record-again', 'startsAt'>, { today }: Saying) => ({
    title: `You recorded two meetings at one time ${uk.sayOnDay(uk.dayOf(startsAt as Instant), today)}`,
    lead: `The one with ${within(name)} does not count yet. Say how long you met, or that you did not meet.`,
    go: 'See the meeting',
  }),
  'confirm-meeting': (name: string, { startsAt, minutes }: Part<'confirm-meeting', 'startsAt' | 'minutes'>, { today }: Saying) => ({
    title: `Did you meet ${within(name)} ${uk.sayOnDay(uk.dayOf(startsAt as Instant), today)} for ${uk.sayMinutes(minutes)}?`,
    lead: `Confirm it, and it counts for CPD.${name === NO_NAME ? ' What they wrote about it was deleted with their account.' : ''}`,
    go: 'See the meeting',
  }),
  'arrange-meeting': (name: string, { first, rhythm }: Part<'arrange-meeting', 'first' | 'rhythm'>) => ({
    title: first ? `Book your first meeting with ${within(name)}` : `Book your next meeting with ${within(name)}`,
    lead: first ? 'Half an hour is enough to start.' : rhythm ? `You agreed to meet ${OFTEN[rhythm]}.` : 'You have not met for 2 weeks.',
    go: 'Choose a time',
  }),
  'do-action': (name: string, { title, metOn }: Part<'do-action', 'title' | 'metOn'>, { today }: Saying) => ({
    title: title || 'Deleted action',
    lead: `From your meeting with ${within(name)}${metOn ? ` ${sayOnDay(metOn, today)}` : ''}.`,
    go: 'See the meeting',
  }),
  'reach-goal': (name: string, { title }: Part<'reach-goal', 'title'>) => ({
    title: `Every step of ${title ? `“${title}”` : 'a goal'} is done`,
    lead: `With ${within(name)}. Mark it as achieved, or add a step.`,
    go: 'See the goal',
  }),
  'goal-overdue': (name: string, { title }: Part<'goal-overdue', 'title'>) => ({
    title: `What next for ${title ? `“${title}”` : 'your goal'}?`,
    lead: `You planned to achieve it by now with ${within(name)}. Mark a step as done, change the day, mark it as achieved or archive it.`,
    go: 'See the goal',
  }),
  'find-another': (name: string) => ({
    title: `Your mentorship with ${within(name)} has ended`,
    lead: 'You can choose another mentor when you are ready.',
    go: 'Find another mentor',
  }),
  'mentor-left': (name: string, _: Part<'mentor-left', 'from'>, { school = '' }: Saying) => ({
    title: sayLeft({ name, school, mine: false }),
    lead: 'You can continue if you both want to, or find another mentor.',
    go: 'See what you can do',
  }),
} satisfies { readonly [Kind in MoveKind]: (name: string, task: MoveOf<Kind>, saying: Saying) => TaskWords };

function otherTimes(times: number): string {
  if (times === 0) return 'Suggest other times.';
  if (times === 1) return 'You can also suggest another time.';
  return `Or at ${times === 2 ? 'one other time' : `${times - 1} other times`}.`;
}

/** The words of one task. `name`: the other person. */
export function wordsOf(task: Move, name: string, saying: Saying): TaskWords {
  // Each kind has the function for its own task, which the compiler does not follow through the union.
  const say = TASK_WORDS[task.kind] as (name: string, task: Move, saying: Saying) => TaskWords;
  const { title, lead, go } = say(name, task, saying);
  return { title: midSentence(title), lead: midSentence(lead), go };
}

import { within } from '@alongside/domain/text/mid-sentence.js';
import { TASK_WORDS } from '@alongside/domain/mentorships/task-words.js';
import { For, Show, type JSX } from 'solid-js';
import { firstMeetingAgenda } from '@alongside/domain/meetings/first-agenda.js';
import { createAnswer, createView, me, newId } from '../../replica/index.js';
import {
  Button,
  ButtonLink,
  dayOf,
  Letter,
  Reasons,
  sayDay,
  sayMinutes,
  sayOnDay,
  sayTime,
  Section,
  Skeleton,
  timeOf,
  together,
} from '../../ui/index.js';
import { reasonsOf, type Remark } from '../../shared/mentors/suggestions.js';
import { otherOf, type Meeting, type Mentorship } from '../../shared/pair/pair.js';
import { sayWays, type Ways } from '../../shared/pair/ways.js';
import { PeoplePair } from '../../shared/people/person-name.js';
import { areaInSentence, inSentence } from '../../shared/people/say.js';
import { FirstTimes } from './first-times.js';
import { whereOf } from '../../shared/meetings/where-of.js';
import type { MatchAnswer } from './match-answer.js';
import './match.css';

const USUAL_MINUTES = 45;

/** The moment of a match, the same for both: why these two, the first meeting or times for it, its agenda, and what happens next. */
export default function Match(props: {
  pair: Mentorship;
  meetings: readonly Meeting[];
  otherName: string;
  onReadDraft: () => void;
}): JSX.Element {
  const answer = createAnswer<MatchAnswer>(() => `/api/mentorships/${props.pair.mentorship}/match`, { views: ['profile', 'meeting'] });
  const booked = () => props.meetings.find(({ status, time }) => status === 'booked' && time !== null);
  /** Times that one of the two suggested and the other has not chosen from. */
  const suggested = () => props.meetings.find(({ status }) => status === 'proposed');
  // What both have signed counts before what each said of themself.
  const ways = (): Ways | undefined => props.pair.agreed?.terms ?? answer.data()?.ways ?? undefined;
  const minutes = () => booked()?.time?.minutes ?? ways()?.minutes ?? USUAL_MINUTES;
  const written = createView('meeting-content', () => booked()?.meeting);
  const agenda = () => written()?.agenda?.items ?? firstMeetingAgenda([...props.pair.aims], minutes(), newId);
  const mentor = () => props.pair.mentor === me();
  return (
    <Letter
      who={<PeoplePair of={[me(), otherOf(props.pair)]} />}
      title={mentor() ? `You are now ${within(props.otherName)}’s mentor` : `${props.otherName} is now your mentor`}
      sign={
        ways() &&
        `${props.pair.agreed ? 'You agreed' : 'To begin with'}: ${inSentence(sayWays(ways() as Ways))}. You can change that together.`
      }
    >
      <div class="match">
        <Section title="Why you two" level={3}>
          <Why pair={props.pair} reasons={answer.data()?.reasons ?? []} otherName={props.otherName} />
        </Section>
        <Section title="Your first meeting" level={3}>
          <Show
            when={booked() ?? suggested()}
            fallback={
              <Show when={answer.data() || answer.failed()} fallback={<Skeleton lines={2} label="Loading times" />}>
                <FirstTimes pair={props.pair} minutes={minutes()} ways={ways()} otherName={props.otherName} />
              </Show>
            }
          >
            {(meeting) => (
              <Show when={meeting().time} fallback={<SuggestedFirst meeting={meeting()} otherName={props.otherName} />}>
                <BookedFirst meeting={meeting()} otherName={props.otherName} />
              </Show>
            )}
          </Show>
        </Section>
        <Section title={booked() ? 'Agenda' : 'An agenda to start from'} level={3}>
          <ol class="match__agenda">
            <For each={agenda()}>
              {(item) => (
                <li>
                  {item.title} <span class="muted small match__minutes">{sayMinutes(item.minutes)}</span>
                </li>
              )}
            </For>
          </ol>
        </Section>
        <Section title="What happens next" level={3}>
          <WhatNext {...props} booked={booked()} suggested={suggested()} signBy={answer.data()?.signBy ?? null} />
        </Section>
      </div>
    </Letter>
  );
}

function Why(props: { pair: Mentorship; reasons: readonly Remark[]; otherName: string }): JSX.Element {
  const areas = () => together(props.pair.aims.map(areaInSentence));
  const speaksFor = () => props.reasons.filter(({ kind }) => kind === 'for');
  const toConsider = () => props.reasons.filter(({ kind }) => kind !== 'for');
  return (
    <>
      <Show when={areas()}>
        <p>
          {props.pair.mentor === me() ? `${props.otherName} asked you about` : `You asked ${within(props.otherName)} about`} {areas()}.
        </p>
      </Show>
      <Show when={speaksFor().length}>
        <Reasons of={reasonsOf(speaksFor())} />
      </Show>
      <Show when={toConsider().length}>
        <p class="muted">Worth talking about when you first meet:</p>
        <Reasons of={reasonsOf(toConsider())} />
      </Show>
      <Show when={!areas() && !props.reasons.length}>
        <p class="muted">You can find out what you have in common when you first meet.</p>
      </Show>
    </>
  );
}

function BookedFirst(props: { meeting: Meeting; otherName: string }): JSX.Element {
  const time = () => props.meeting.time as NonNullable<Meeting['time']>;
  return (
    <>
      <p>
        <strong>
          {sayDay(dayOf(time().startsAt))} at {sayTime(timeOf(time().startsAt))}
        </strong>
        <br />
        <span class="muted">
          {sayMinutes(time().minutes)} with {within(props.otherName)}. {whereOf(props.meeting)}.
        </span>
      </p>
      <div class="line line--wrap">
        <ButtonLink href={`/meetings/${props.meeting.meeting}`}>Open the agenda</ButtonLink>
        <ButtonLink tone="quiet" away download href={`/api/meetings/${props.meeting.meeting}.ics`}>
          Add to your calendar
        </ButtonLink>
      </div>
    </>
  );
}

function SuggestedFirst(props: { meeting: Meeting; otherName: string }): JSX.Element {
  const says = () => sayOffer(props.meeting, props.otherName);
  return (
    <>
      <p>{says().what}</p>
      <div>
        <ButtonLink tone={says().mine ? 'primary' : 'quiet'} href={`/meetings/${props.meeting.meeting}`}>
          {says().go}
        </ButtonLink>
      </div>
    </>
  );
}

const suggesting = TASK_WORDS['suggest-times'];

/** Whose move it is where times are suggested, and what it is. */
function sayOffer({ by, declined }: Meeting, name: string): { readonly mine: boolean; readonly what: string; readonly go: string } {
  if (by === me())
    return declined
      ? { mine: true, what: `${suggesting(name).title}.`, go: suggesting(name).go }
      : { mine: false, what: `You suggested times. Waiting for ${within(name)} to choose one.`, go: 'See suggested times' };
  return declined
    ? { mine: false, what: `None of the times suit you. Waiting for ${within(name)} to suggest others.`, go: 'See suggested times' }
    : { mine: true, what: `${name} suggested times to meet.`, go: 'Choose a time' };
}

/** Meet, agree, look whether it works: in this order, with days where they are known. */
function WhatNext(props: {
  pair: Mentorship;
  booked: Meeting | undefined;
  suggested: Meeting | undefined;
  signBy: string | null;
  otherName: string;
  onReadDraft: () => void;
}): JSX.Element {
  const agreed = () => props.pair.agreed !== null || props.pair.proposed !== null;
  const meet = () => {
    if (props.booked?.time) return `You meet ${within(props.otherName)} ${sayOnDay(dayOf(props.booked.time.startsAt))}.`;
    if (!props.suggested) return 'Either of you books a time to meet.';
    const { by, declined } = props.suggested;
    if (declined)
      return by === me() ? `You suggest other times to ${within(props.otherName)}.` : `${props.otherName} suggests other times to meet.`;
    return by === me() ? `${props.otherName} chooses a time to meet.` : `You choose a time to meet ${within(props.otherName)}.`;
  };
  const signed = () => {
    if (props.pair.agreed) return 'You have both signed your agreement.';
    const { proposed } = props.pair;
    if (!proposed) return undefined;
    return proposed.by === me()
      ? `${props.otherName} signs the agreement you suggested.`
      : `You sign the agreement ${within(props.otherName)} suggested.`;
  };
  return (
    <>
      <ol class="match__next">
        <li>{meet()}</li>
        <li>
          <Show
            when={signed()}
            fallback={
              <>
                You both sign a short agreement{props.signBy ? ` by ${sayDay(props.signBy)}` : ' after you first meet'}: how often you meet,
                how long for, and when you review it.
              </>
            }
          >
            {(words) => <>{words()}</>}
          </Show>
        </li>
        <li>After your first meeting we ask each of you how it is going. Only you can see your answer.</li>
      </ol>
      <Show when={!agreed()}>
        <div>
          <Button tone="quiet" small onPress={props.onReadDraft}>
            Read the draft agreement
          </Button>
        </div>
      </Show>
    </>
  );
}

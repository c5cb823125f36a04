import { createMemo, createSignal, For, Show, type JSX } from 'solid-js';
import { createView, me, session } from '../../replica/index.js';
import { ButtonLink, calledName, count, Letter, Link, Pair, Slots } from '../../ui/index.js';
import { InstitutionNames } from '../people/institutions.js';
import { saySlotShort } from './slot.js';
import { PARTS } from './parts.js';
import { pointsOf, wholesOf } from './points.js';
import { openingOf, reasonsOf, sayPlace, sayUsualReply, whyNotAsk, type LookedAt, type SuggestedMentor } from './suggestions.js';
import './mentor-letter.css';

/** Why you two: the two names, what speaks for it and what against, the first times that both could make, and one thing to do. */
export function MentorLetter(
  props: LookedAt & {
    mentor: SuggestedMentor;
    requests?: string | undefined;
    mayAsk: boolean;
    profile?: boolean;
  },
): JSX.Element {
  const own = createView('person', me);
  const [time, setTime] = createSignal<string>();
  const mine = () => ({ id: me(), name: own()?.name ?? session()?.name ?? '' });
  const theirs = () => ({ id: props.mentor.person, name: props.mentor.name });
  const choices = createMemo(() => props.mentor.times.map(({ startsAt }) => ({ value: startsAt, label: saySlotShort(startsAt) })), [], {
    // The same times again must not take the focus out of them.
    equals: (before, after) => before.map(({ value }) => value).join() === after.map(({ value }) => value).join(),
  });
  const words = createMemo(() => openingOf(props.mentor));
  const ask = () => `/mentors/${props.mentor.person}/ask${time() ? `?time=${encodeURIComponent(time() ?? '')}` : ''}`;
  const whyNot = () => whyNotAsk(props.mentor);
  const mayAsk = () => props.mayAsk && !whyNot();
  return (
    <Letter
      who={<Pair of={[mine(), theirs()]} size="big" />}
      title={`You and ${props.mentor.name}`}
      sign={<Sign mentor={props.mentor} />}
      reasons={reasonsOf(words().others)}
      foot={
        <>
          <Show when={props.mentor.times.length && mayAsk()}>
            <div class="find__times">
              <Slots
                label="First times you could both meet"
                hint="Choose one to suggest only that time. If you do not, we suggest them all."
                value={time()}
                onChange={setTime}
                choices={choices()}
              />
            </div>
          </Show>
          <Show when={mayAsk()}>
            <ButtonLink href={ask()}>Ask {calledName(props.mentor)}</ButtonLink>
          </Show>
          <Show when={props.profile !== false}>
            <ButtonLink tone="plain" href={`/mentors/${props.mentor.person}`}>
              Read {calledName(props.mentor)}’s profile
            </ButtonLink>
          </Show>
          <Show when={whyNot()} fallback={<span class="small muted letter__aside">{props.requests}</span>}>
            {(said) => (
              <span class="small muted">
                {said().title}. {said().more}
              </span>
            )}
          </Show>
          <HowWorkedOut mentor={props.mentor} narrowed={props.narrowed} outOf={props.outOf} />
        </>
      }
    >
      <p>{words().opening}</p>
      <Show when={props.mentor.chance}>{(chance) => <p class="small muted">{chance()}</p>}</Show>
      <Show when={props.profile !== false && props.mentor.about}>
        <blockquote class="find__quote">“{props.mentor.about}”</blockquote>
      </Show>
    </Letter>
  );
}

const Sign = (props: { mentor: SuggestedMentor }) => (
  <>
    {props.mentor.jobTitle}
    <InstitutionNames of={props.mentor.institutions} before={props.mentor.jobTitle !== '' && ', '} />
    <Show when={sayUsualReply(props.mentor.usualReplyDays)}>{(words) => <> · {words()}</>}</Show>
  </>
);

/** Its share of the whole, with a true minus where it is taken off. */
const Points = (props: { of: number }) => (
  <span class="find__points">
    {props.of < 0 ? `−${-props.of}` : props.of}
    <span class="unseen">{` ${Math.abs(props.of) === 1 ? 'point' : 'points'}`}</span>
  </span>
);

const percent = (share: number) => `${Math.round(share * 100)}%`;

type Adjusted = SuggestedMentor['adjustments'][number];

/** What points are taken off for. */
const ADJUSTED: Readonly<Record<Adjusted['about'], { readonly name: string; readonly say: (one: Adjusted, name: string) => string }>> = {
  requests: {
    name: 'Requests to reply to',
    say: ({ count: open, free }, name) =>
      `${name} has ${count(open, 'request')} to reply to${free === undefined ? '' : `, and ${free > 0 ? `space for ${count(free, 'more mentee')}` : 'no space right now'}`}`,
  },
  unanswered: {
    name: 'Requests without a reply',
    say: (lapsed, name) => `${name} did not reply to the last ${count(lapsed.count, 'request')}`,
  },
  slow: { name: 'Time to reply', say: (days, name) => `${name} usually takes about ${count(days.count, 'day')} to reply` },
};

/** The arithmetic, for those who want it: each part, how well it fits and how much it counted. */
function HowWorkedOut(props: LookedAt & { mentor: SuggestedMentor }): JSX.Element {
  const points = () => pointsOf(props.mentor);
  const shares = () =>
    wholesOf(
      props.mentor.parts.map(({ weight }) => weight * 100),
      100,
    );
  const counted = () =>
    props.mentor.parts.flatMap((one, index) =>
      one.weight > 0 ? [{ ...one, share: shares()[index] ?? 0, points: points().parts[index] ?? 0 }] : [],
    );
  return (
    <details class="find__worked">
      <summary>How we worked this out</summary>
      <p class="small muted">
        We score each part by published rules, then count it by what matters to you. When we know too little, we score a part as half. When
        someone offers a great many things, each counts for less.{' '}
        <Show
          when={counted().some(({ part }) => part === 'learned')}
          fallback="The order shows who matches on paper, not how well mentoring will go."
        >
          “{PARTS.learned.name}” does not follow rules: we learned it from past mentorships on this hub. It cannot tell how yours will go.
        </Show>
      </p>
      <dl class="find__parts">
        <For each={counted()}>
          {({ part, score, share, points }) => (
            <div class="find__part">
              <dt>{PARTS[part].name}</dt>
              <dd>
                <span class="find__meter" aria-hidden="true">
                  <span style={{ width: percent(score) }} />
                </span>
                <span class="find__weight">
                  {percent(score)} match, counts for {share}%
                </span>
                <Points of={points} />
              </dd>
            </div>
          )}
        </For>
        <For each={props.mentor.adjustments}>
          {(one, index) => (
            <div class="find__part">
              <dt>{ADJUSTED[one.about].name}</dt>
              <dd>
                <span class="find__weight">{ADJUSTED[one.about].say(one, calledName(props.mentor))}</span>
                <Points of={points().adjustments[index()] ?? 0} />
              </dd>
            </div>
          )}
        </For>
        <div class="find__part find__part--total">
          <dt>Together</dt>
          <dd>
            <span class="find__weight">of 100 points</span>
            <Points of={points().total} />
          </dd>
        </div>
      </dl>
      <Show when={sayPlace(props.mentor, props)}>{(words) => <p class="small muted">{words()}</p>}</Show>
      <p class="small">
        <Link href="/matching">How matching works</Link>
      </p>
    </details>
  );
}

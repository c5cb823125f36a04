import { within } from '@alongside/domain/text/mid-sentence.js';
import { Show, type JSX } from 'solid-js';
import { FORMAT } from '@alongside/domain/mentorships/changed-terms.js';
import { FREQUENCY } from '@alongside/domain/people/rhythm.js';
import { me } from '../../replica/index.js';
import { isOver, type Mentorship } from '../../shared/pair/pair.js';
import { Button, dayOf, sayDay, sayMinutes, Section } from '../../ui/index.js';
import type { Agreement, Terms } from './terms.js';

/** The agreement in the side rail: what holds now, what waits for a signature, and what can be done about it. */
export function AgreementSummary(props: {
  pair: Mentorship;
  otherName: string;
  onRead: () => void;
  onPropose: () => void;
  onReview: () => void;
}): JSX.Element {
  const waiting = () => props.pair.proposed;
  const mine = () => waiting()?.by === me();
  const open = () => !isOver(props.pair) && props.pair.status !== 'paused';
  return (
    <Section title="Your agreement" level={3}>
      <Show when={props.pair.agreed?.terms}>{(terms) => <ShortTerms terms={terms()} over={isOver(props.pair)} />}</Show>
      <Show when={!props.pair.agreed && !waiting()}>
        <p class="small muted">
          {open() ? 'No agreement yet. This is your trial period. Either of you can suggest an agreement.' : 'There was no agreement.'}
        </p>
      </Show>
      <Show when={waiting()}>
        {(proposal) => (
          <p class="small muted">
            {mine()
              ? `Waiting for ${within(props.otherName)} to sign. You suggested ${props.pair.agreed ? 'a new agreement' : 'it'} on ${sayDay(dayOf(proposal().proposedAt))}.`
              : `${props.otherName} suggested ${props.pair.agreed ? 'a new agreement' : 'an agreement'} on ${sayDay(dayOf(proposal().proposedAt))}. Read it, then sign it or suggest changes.`}
          </p>
        )}
      </Show>
      <Show when={waiting()?.replaces}>{(replaced) => <p class="small muted">{sayReplaced(replaced(), props.otherName)}</p>}</Show>
      <Show when={props.pair.agreed && !isOver(props.pair) && props.pair.review}>
        {(review) => (
          <p class="small muted">
            {review().by === me()
              ? `You carry on with it, and would review it again on ${sayDay(review().reviewOn)}. Waiting for ${within(props.otherName)} to say the same.`
              : `${props.otherName} would carry on with it, and review it again on ${sayDay(review().reviewOn)}.`}
          </p>
        )}
      </Show>
      <ul class="pair-ways" role="list">
        <Show when={waiting()?.terms ?? props.pair.agreed?.terms}>
          <li>
            <Button tone="plain" small onPress={props.onRead}>
              Read full agreement
            </Button>
          </li>
        </Show>
        <Show when={open() && !waiting() && props.pair.agreed?.terms}>
          <li>
            <Button tone="plain" small onPress={props.onReview}>
              Review agreement
            </Button>
          </li>
        </Show>
        <Show when={open()}>
          <li>
            <Button tone="plain" small onPress={props.onPropose}>
              {props.pair.agreed || waiting() ? 'Suggest changes' : 'Suggest an agreement'}
            </Button>
          </li>
        </Show>
      </ul>
    </Section>
  );
}

/** How they meet, and when they review it. What is over is reviewed no more. */
const ShortTerms = (props: { terms: Terms; over: boolean }) => (
  <dl class="pair-terms small">
    <dt class="unseen">How often and how long</dt>
    <dd>
      {FREQUENCY[props.terms.frequency]}, {sayMinutes(props.terms.minutes)}
    </dd>
    <dt class="unseen">Where</dt>
    <dd>{FORMAT[props.terms.format]}</dd>
    <Show when={!props.over}>
      <dt class="unseen">Review date</dt>
      <dd class="muted">
        {props.terms.reviewOn < dayOf() ? 'Review was due' : 'Review'} on {sayDay(props.terms.reviewOn)}
      </dd>
    </Show>
  </dl>
);

/** What a suggestion would take the place of. */
export const sayReplaced = ({ by, inForce }: NonNullable<Agreement['replaces']>, otherName: string): string =>
  inForce
    ? 'The agreement you both signed counts until you both sign the new one.'
    : by === me()
      ? 'It replaced the agreement you suggested.'
      : `It replaced the agreement ${within(otherName)} suggested.`;

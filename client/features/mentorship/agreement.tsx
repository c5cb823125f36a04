import { createEffect, createMemo, createSignal, on, Show, type JSX } from 'solid-js';
import { FORMAT } from '@alongside/domain/mentorships/changed-terms.js';
import { FREQUENCY } from '@alongside/domain/people/rhythm.js';
import { createSending, me } from '../../replica/index.js';
import { Refused } from '../../shared/forms.js';
import { isOver, type Mentorship } from '../../shared/pair/pair.js';
import { Button, dayOf, Dialog, Notice, sayDate, sayDay, saying, sayMinutes, Section } from '../../ui/index.js';
import { Differences, FullTerms, type Agreement, type Terms } from './terms.js';

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
              ? `Waiting for ${props.otherName} to sign. You suggested ${props.pair.agreed ? 'a new agreement' : 'it'} on ${sayDay(dayOf(proposal().proposedAt))}.`
              : `${props.otherName} suggested ${props.pair.agreed ? 'a new agreement' : 'an agreement'} on ${sayDay(dayOf(proposal().proposedAt))}. Read it, then sign it or suggest changes.`}
          </p>
        )}
      </Show>
      <Show when={waiting()?.replaces}>{(replaced) => <p class="small muted">{sayReplaced(replaced(), props.otherName)}</p>}</Show>
      <Show when={props.pair.agreed && !isOver(props.pair) && props.pair.review}>
        {(review) => (
          <p class="small muted">
            {review().by === me()
              ? `You carry on with it, and would review it again on ${sayDay(review().reviewOn)}. Waiting for ${props.otherName} to say the same.`
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
const sayReplaced = ({ by, inForce }: NonNullable<Agreement['replaces']>, otherName: string): string =>
  inForce
    ? 'The agreement you both signed counts until you both sign the new one.'
    : by === me()
      ? 'It replaced the agreement you suggested.'
      : `It replaced the agreement ${otherName} suggested.`;

/** A plain copy: a row changes under whoever holds it. */
const copyOf = (agreement: Agreement | null): Agreement | null =>
  agreement && { ...agreement, terms: agreement.terms && { ...agreement.terms }, signedBy: [...agreement.signedBy] };

/** What somebody signs is what they read: the terms in full, and the signature below them. */
export function AgreementDialog(props: {
  open: boolean;
  onClose: () => void;
  pair: Mentorship;
  otherName: string;
  onPropose: () => void;
}): JSX.Element {
  const sending = createSending();
  const latest = () => props.pair.proposed ?? props.pair.agreed;
  // What was opened stays before the reader's eyes, whatever the other suggests meanwhile.
  const [read, setRead] = createSignal(latest()?.agreement);
  createEffect(
    on(
      () => props.open,
      (open) => open && setRead(latest()?.agreement),
    ),
  );
  const kept = createMemo<Agreement | null>((before) => (latest()?.agreement === read() || !before ? copyOf(latest()) : before), null);
  const changed = () => kept()?.agreement !== latest()?.agreement;
  const shown = () => kept();
  const toSign = () => {
    const proposed = kept();
    const open = proposed?.agreement === props.pair.proposed?.agreement;
    return open && proposed?.terms && !proposed.signedBy.some((person) => person === me()) ? proposed : undefined;
  };
  const sign = async (agreement: string) => {
    // Signing changes it.
    const inForce = props.pair.agreed !== null;
    if (
      !(await sending.send(
        'SignAgreement',
        { mentorship: props.pair.mentorship, agreement },
        { saved: saying(`Agreement signed. ${inForce ? 'The changes apply from now on.' : 'Your mentorship is active.'}`) },
      ))
    )
      return;
    props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={toSign() ? `Agreement suggested by ${props.otherName}` : 'Your agreement'}
      lead={`Only you and ${props.otherName} can see this.`}
      foot={
        <Show
          when={toSign()}
          fallback={
            <Button tone="quiet" onPress={props.onClose}>
              Close
            </Button>
          }
        >
          {(agreement) => (
            <>
              <Button onPress={() => void sign(agreement().agreement)} pending={sending.pending()}>
                Sign agreement
              </Button>
              <Button tone="quiet" onPress={props.onPropose}>
                Suggest changes
              </Button>
            </>
          )}
        </Show>
      }
    >
      <Refused sending={sending} />
      <Show when={changed()}>
        <Notice
          title={`${props.otherName} changed this while you were reading`}
          foot={
            <Button small onPress={() => setRead(latest()?.agreement)}>
              Read new agreement
            </Button>
          }
        >
          You opened the agreement below. You can no longer sign it.
        </Notice>
      </Show>
      <Show when={shown()?.terms} fallback={<p class="muted">This was deleted with its author’s account.</p>}>
        {(terms) => (
          <>
            <Show when={shown()?.replaces}>
              {(replaced) => (
                <Notice title="What is different">
                  <p>{sayReplaced(replaced(), props.otherName)}</p>
                  <Show when={replaced().terms}>{(before) => <Differences before={before()} after={terms()} />}</Show>
                </Notice>
              )}
            </Show>
            <FullTerms terms={terms()} signed={signatures(shown(), props.otherName)} />
          </>
        )}
      </Show>
    </Dialog>
  );
}

function signatures(agreement: Agreement | null, otherName: string): string {
  if (!agreement) return '';
  if (agreement.agreedAt) return `Signed by you both on ${sayDate(dayOf(agreement.agreedAt))}.`;
  return agreement.signedBy.some((person) => person === me())
    ? `Signed by you. Waiting for ${otherName} to sign.`
    : `Signed by ${otherName}.`;
}

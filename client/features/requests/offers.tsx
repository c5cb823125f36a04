import { within } from '@alongside/domain/text/mid-sentence.js';
import { createSignal, Show, type JSX } from 'solid-js';
import { createAct } from '../../app/act.js';
import { me } from '../../replica/index.js';
import { focusHeading } from '../../shared/requests/focus.js';
import { sayOfferEnd, type HelpOffer } from '../../shared/requests/offers.js';
import { createWho, PersonAvatar } from '../../shared/people/person-name.js';
import { Button, calledName, dayOf, DueDate, List, Row, sayDate, Section } from '../../ui/index.js';

/** How much of what is over is shown at first. */
const OVER_SHOWN_ROWS = 4;

/** Offers that this mentor made and that wait for a reply. */
export const OffersMade = (props: { of: readonly HelpOffer[] }): JSX.Element => (
  <Section title="Your offers to help">
    <List each={props.of}>{(offer) => <Made offer={offer} />}</List>
  </Section>
);

function Made(props: { offer: HelpOffer }): JSX.Element {
  const who = createWho(() => props.offer.mentee);
  const withdrawing = createAct();
  const withdraw = async () => {
    const { mentor, helpOffer } = props.offer;
    const done = await withdrawing.run('WithdrawOffer', { mentor, helpOffer }, `You withdrew your offer to ${within(calledName(who()))}`);
    if (done) queueMicrotask(focusHeading);
  };
  return (
    <Row
      wrap
      start={<PersonAvatar of={props.offer.mentee} />}
      title={<strong>Waiting for {within(calledName(who()))} to reply</strong>}
      note={<DueDate day={props.offer.answerBy} verb={`${calledName(who()) || 'Your colleague'} has until`} />}
      end={
        <Button tone="plain" small pending={withdrawing.pending()} onPress={() => void withdraw()}>
          Withdraw offer<span class="unseen"> to {within(who().name)}</span>
        </Button>
      }
    >
      <p class="muted">“{props.offer.note}”</p>
    </Row>
  );
}

/** Offers that ended without a yes. */
export function EarlierOffers(props: { of: readonly HelpOffer[] }): JSX.Element {
  const [whole, setWhole] = createSignal(false);
  const shown = () => (whole() ? props.of : props.of.slice(0, OVER_SHOWN_ROWS));
  return (
    <Section title="Earlier offers">
      <List each={shown()}>{(offer) => <Over offer={offer} />}</List>
      <Show when={shown().length < props.of.length}>
        <div>
          <Button tone="plain" onPress={() => setWhole(true)}>
            Show all {props.of.length}
          </Button>
        </div>
      </Show>
    </Section>
  );
}

function Over(props: { offer: HelpOffer }): JSX.Element {
  const other = () => (props.offer.mentor === me() ? props.offer.mentee : props.offer.mentor);
  const who = createWho(other);
  return (
    <Row
      start={<PersonAvatar of={other()} />}
      title={<strong>{sayOfferEnd(props.offer, me(), calledName(who()))}</strong>}
      note={sayDate(dayOf(props.offer.closedAt ?? props.offer.offeredAt))}
    />
  );
}

import type { JSX } from 'solid-js';
import type { ViewRows } from '../../replica/index.js';
import { OfferToMe } from '../../shared/requests/offer-to-me.js';
import { ByKey } from '../../ui/index.js';

/** Mentors who offer to help: each is answered here. */
export default function Offered(props: { offers: readonly ViewRows['help-offer'][] }): JSX.Element {
  return (
    <ByKey each={props.offers} key={({ helpOffer }) => helpOffer}>
      {(offer) => <OfferToMe offer={offer()} brief />}
    </ByKey>
  );
}

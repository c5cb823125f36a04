import { Show, type JSX } from 'solid-js';
import type { PairingRow } from '@alongside/projections/views/pairing.view.js';
import { createRows, me } from '../../replica/index.js';
import { atStart, count, Link } from '../../ui/index.js';
import { createLooking } from '../../shared/programme/looking.js';
import { createLateMessages } from '../../shared/programme/late-messages.js';
import { pairsOnToday, sayOnToday } from './on-today.js';

/** What coordinators alone are told here: who looks for a mentor, and how these pairs and those on their Today fit. */
export function ForCoordinators(props: { pairs: readonly PairingRow[]; stuck: number; at: string; today: string }): JSX.Element {
  const handovers = createRows('handover', () => ({}));
  const messages = createLateMessages();
  const looking = createLooking(
    () => props.at,
    () => props.today,
  );
  const apart = () =>
    handovers.loading || messages.loading
      ? undefined
      : sayOnToday(
          props.stuck,
          pairsOnToday({ me: me(), today: props.today, pairs: props.pairs, handovers: handovers(), messages: messages() }),
        );
  return (
    <>
      <Show when={apart()}>{(said) => <p class="small muted">{said()}</p>}</Show>
      <Show when={looking()}>
        <p>
          {atStart(count(looking(), 'person is looking', 'people are looking'))} for a mentor, with no open request.{' '}
          <Link href={`/looking?at=${props.at}`}>See who is looking for a mentor</Link>
        </p>
      </Show>
    </>
  );
}

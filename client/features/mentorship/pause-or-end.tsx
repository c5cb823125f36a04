import { Show, type JSX } from 'solid-js';
import { isOver, type Mentorship } from '../../shared/pair/pair.js';
import { Button, ButtonLink, Section } from '../../ui/index.js';

export type Way = 'pause' | 'end';
/** What either of the two can do with the mentorship as a whole. */
export const PauseOrEnd = (props: { pair: Mentorship; onChoose: (way: Way) => void }): JSX.Element => (
  <Show when={!isOver(props.pair)}>
    <Section title="Pause or end" level={3}>
      <ul class="pair-ways" role="list">
        <Show when={props.pair.status !== 'paused'}>
          <li>
            <Button tone="plain" small onPress={() => props.onChoose('pause')}>
              Pause mentorship
            </Button>
          </li>
        </Show>
        <Show when={mayComplete(props.pair)}>
          <li>
            <ButtonLink tone="plain" small href={`/mentorships/${props.pair.mentorship}/complete`}>
              Complete mentorship
            </ButtonLink>
          </li>
        </Show>
        <li>
          <Button tone="plain" small onPress={() => props.onChoose('end')}>
            End mentorship early
          </Button>
        </li>
      </ul>
    </Section>
  </Show>
);

/** Agreed by both, not proposed yet, and not in a pause that one of the two chose. */

const mayComplete = ({ agreed, completion, status, pausedWhy }: Mentorship): boolean =>
  agreed !== null && completion === null && (status !== 'paused' || pausedWhy === 'reporting-line');

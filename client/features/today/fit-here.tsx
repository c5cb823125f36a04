import { createMemo, mapArray, Show, type JSX } from 'solid-js';
import { lazyPart } from '../../ui/lazy-part.js';
import { useNavigate } from '@solidjs/router';
import { isRunning } from '@alongside/domain/mentorships/whose-move.js';
import { createView, type ViewRows } from '../../replica/index.js';
import { calledName, WhenFetched } from '../../ui/index.js';
import { fitIsDue } from '../../shared/pair/next-action.js';
import { otherOf } from '../../shared/pair/pair.js';
import { createWho } from '../../shared/people/person-name.js';
import type { TodayRows } from './moves.js';

const FitCheck = lazyPart(() => import('../../shared/pair/fit-check.js').then((part) => ({ default: part.FitCheck })));

type Pair = ViewRows['mentorship'];

/** The private question after the first and third meeting, where it is due: about one mentorship at a time. */
export default function FitHere(props: { rows: TodayRows }): JSX.Element {
  const met = () => props.rows.mentorships.filter((pair) => isRunning(pair) && pair.meetingsHeld > 0);
  const asked = mapArray(met, (pair) => {
    const row = createView('fit', () => `${pair.mentorship}:${props.rows.me}`);
    return { pair, due: () => !row.loading && fitIsDue(pair.meetingsHeld, row()?.answers ?? []) };
  });
  // Once asked it stays: an answer of “not so good” leads to choices.
  const first = createMemo<Pair | undefined>((before) => {
    const still = before && met().find(({ mentorship }) => mentorship === before.mentorship);
    return still ?? asked().find(({ due }) => due())?.pair;
  });
  return <Show when={first()}>{(pair) => <Ask pair={pair()} />}</Show>;
}

function Ask(props: { pair: Pair }): JSX.Element {
  const navigate = useNavigate();
  const who = createWho(() => otherOf(props.pair));
  return (
    <WhenFetched>
      <FitCheck
        pair={props.pair}
        otherName={calledName(who())}
        onChoose={(choice) => navigate(`/mentorships/${props.pair.mentorship}?open=${choice}`)}
      />
    </WhenFetched>
  );
}

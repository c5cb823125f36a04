import { createMemo, lazy, mapArray, Show, Suspense, type JSX } from 'solid-js';
import { useNavigate } from '@solidjs/router';
import { isRunning } from '@alongside/domain/mentorships/whose-move.js';
import { createView, type ViewRows } from '../../replica/index.js';
import { calledName } from '../../ui/index.js';
import { fitIsDue } from '../mentorship/standing.js';
import { otherOf } from '../pair/pair.js';
import { createWho } from '../people/person-name.js';
import type { TodayRows } from './moves.js';

const FitCheck = lazy(() => import('../mentorship/fit-check.js').then((part) => ({ default: part.FitCheck })));

/** The private question after the first and third meeting, where it is due; no other place of Today asks it. */
export function FitHere(props: { rows: TodayRows }): JSX.Element {
  const asks = mapArray(
    () => props.rows.mentorships.filter((pair) => isRunning(pair) && pair.meetingsHeld > 0),
    (pair) => <Ask pair={pair} me={props.rows.me} />,
  );
  return <>{asks()}</>;
}

function Ask(props: { pair: ViewRows['mentorship']; me: string }): JSX.Element {
  const navigate = useNavigate();
  const row = createView('fit', () => `${props.pair.mentorship}:${props.me}`);
  const who = createWho(() => otherOf(props.pair, props.me));
  const answers = () => row()?.answers.length ?? 0;
  // Once asked it stays: an answer of “not so good” leads to choices.
  const due = createMemo<boolean>((before) => before || (!row.loading && fitIsDue(props.pair.meetingsHeld, answers())), false);
  return (
    <Show when={due()}>
      <Suspense>
        <FitCheck pair={props.pair} otherName={calledName(who())} onChoose={() => navigate(`/mentorships/${props.pair.mentorship}`)} />
      </Suspense>
    </Show>
  );
}

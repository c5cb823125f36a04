import { createMemo, createSignal, Show, type JSX } from 'solid-js';
import { AT_ONCE_LIMIT_PEOPLE } from '@alongside/domain/institutions/institution.events.js';
import { placeWithin } from '@alongside/domain/text/hub-name.js';
import type { PutBackRow } from '@alongside/projections/views/put-back.view.js';
import { createRows, createSending, createView } from '../../replica/index.js';
import { Button, List, Row, saying, sayDate } from '../../ui/index.js';
import { Refused } from '../forms.js';
import { createWho } from './person-name.js';

const STEP_ROWS = 25;

/** What comes back with a member who is added again, and what does not. */
export const WHAT_COMES_BACK = 'Their name, job and first day are as before. Set their roles, line manager and induction tutor again.';

/** Removed members whom an institution may add again without asking. `of`: of these people alone. */
export function createPutBack(at: () => string, of: () => readonly string[] | undefined) {
  const rows = createRows('put-back', () => ({ institution: at() }));
  const school = createView('institution', at);
  return createMemo((): readonly PutBackRow[] => {
    const wanted = of();
    // Nobody is added to a closed school.
    return school()?.closed ? [] : rows().filter(({ person }) => wanted === undefined || wanted.includes(person));
  });
}

const memberOf = ({ person, from }: PutBackRow) => ({ person, from });

/** Removed members, each with a button that adds them again. `all`: one more button for all of them. */
export function AddAgain(props: { at: string; where: string; of: readonly PutBackRow[]; all?: boolean }): JSX.Element {
  const [limit, setLimit] = createSignal(STEP_ROWS);
  const sending = createSending();
  let place: HTMLDivElement | undefined;
  // A row that is done is gone, and with it the button that the focus was on.
  const goOn = (at: number) =>
    requestAnimationFrame(() => {
      const buttons = place?.querySelectorAll<HTMLElement>('li button') ?? [];
      (buttons[Math.min(at, buttons.length - 1)] ?? document.querySelector<HTMLElement>('main h1'))?.focus();
    });
  const addAll = async () => {
    if (sending.pending()) return;
    const members = props.of.map(memberOf);
    const where = placeWithin(props.where);
    for (let from = 0; from < members.length; from += AT_ONCE_LIMIT_PEOPLE) {
      const some = members.slice(from, from + AT_ONCE_LIMIT_PEOPLE);
      const saved = saying(`${some.length.toLocaleString('en-GB')} people are members of ${where} again`);
      if (!(await sending.send('AddMembers', { institution: props.at, members: some }, { saved }))) return;
    }
    goOn(0);
  };
  return (
    <div class="stack" ref={(element) => (place = element)}>
      <Show when={props.all && props.of.length > 1}>
        <div class="line line--wrap">
          <Button tone="quiet" small pending={sending.pending()} onPress={() => void addAll()}>
            Add all {props.of.length.toLocaleString('en-GB')} again
          </Button>
        </div>
        <Refused sending={sending} />
      </Show>
      <List each={props.of.slice(0, limit())}>
        {(one, index) => <Removed of={one} at={props.at} where={props.where} onAdded={() => goOn(index())} />}
      </List>
      <Show when={props.of.length > limit()}>
        <div>
          <Button tone="quiet" small onPress={() => setLimit((now) => now + STEP_ROWS)}>
            Show {Math.min(STEP_ROWS, props.of.length - limit())} more
          </Button>
        </div>
      </Show>
    </div>
  );
}

function Removed(props: { of: PutBackRow; at: string; where: string; onAdded: () => void }): JSX.Element {
  const sending = createSending();
  const who = createWho(() => props.of.person);
  const add = async () => {
    const { name, where } = { name: who().name, where: placeWithin(props.where) };
    const saved = saying(`${name} is a member of ${where} again`);
    if (await sending.send('AddMember', { institution: props.at, ...memberOf(props.of) }, { saved })) props.onAdded();
  };
  return (
    <Row
      wrap
      title={<strong class="name">{who().name}</strong>}
      note={
        <>
          Member from {sayDate(props.of.from)}
          <Refused sending={sending} />
        </>
      }
      end={
        <Button tone="quiet" small pending={sending.pending()} onPress={() => void add()}>
          Add again<span class="unseen">: {who().name}</span>
        </Button>
      }
    />
  );
}

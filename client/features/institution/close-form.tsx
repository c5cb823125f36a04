import { createSignal, Show, type JSX } from 'solid-js';
import type { InstitutionRow } from '@alongside/projections/views/institution.view.js';
import { createRows, createSending } from '../../replica/index.js';
import { Refused, submitting } from '../../shared/forms.js';
import { count, DateField, DialogFoot, dayOf, Notice, sayDate, saying, together, WhenLoaded } from '../../ui/index.js';
import { createSuccessors, Successors, type Successor } from './successors.js';

/** What is said of a day; undefined for one from which a school can be closed. */
const dayProblem = (on: string): string | undefined =>
  on === ''
    ? 'Enter the day from which it is closed.'
    : on > dayOf()
      ? 'This day has not come yet. A school is closed from its day on.'
      : undefined;

/** Closes a school, or corrects how it was closed: its day, what follows it, and what that means for its members. */
export function CloseForm(props: { of: InstitutionRow; onSent: () => void; onCancel: () => void }): JSX.Element {
  const before = props.of.closed;
  const planned = props.of.details.proposedToClose?.on;
  const [on, setOn] = createSignal<string>(before?.on ?? (planned && planned <= dayOf() ? planned : dayOf()));
  const had = createSuccessors(before?.successors ?? []);
  const [chosen, setChosen] = createSignal<readonly Successor[]>();
  const successors = () => chosen() ?? had();
  const [problem, setProblem] = createSignal<string>();
  const sending = createSending();
  const name = () => props.of.details.name;
  const save = async () => {
    setProblem(dayProblem(on()));
    if (problem() || sending.pending()) return;
    const data = { institution: props.of.institution, on: on(), successors: successors().map(({ id }) => id) };
    const saved = saying(before ? 'Closing changed' : `${name()} is closed`);
    if (await sending.send('CloseInstitution', data, { needsHub: true, saved })) props.onSent();
  };
  return (
    <form class="stack" novalidate onSubmit={submitting(() => void save())}>
      <Refused sending={sending} beside={['on']} />
      <DateField
        label="Closed from"
        hint={
          planned && planned > dayOf()
            ? `The register proposes ${sayDate(planned)}. You can use that day once it has come.`
            : 'Today, or the earlier day in its register.'
        }
        max={dayOf()}
        value={on()}
        onInput={setOn}
        error={problem() ?? sending.problem('on')}
      />
      <Successors of={successors()} closing={props.of.institution} onChange={setChosen} />
      <Follows of={props.of} successors={successors()} />
      <DialogFoot
        does={before ? 'Save changes' : `Close ${name()}`}
        danger={!before}
        pending={sending.pending()}
        onClose={props.onCancel}
      />
    </form>
  );
}

/** What closing brings, before it is done. */
function Follows(props: { of: InstitutionRow; successors: readonly Successor[] }): JSX.Element {
  const members = createRows('member', () => ({ institution: props.of.institution }));
  const people = () => members().filter(({ left }) => left === null).length;
  const join = () => {
    const names = props.successors.map((one) => one.name);
    return names.length
      ? `A member who works there now can join ${names.length === 1 ? names[0] : `one of ${together(names)}`} at once. Coordinators there and of its trust see who was asked. Anywhere else, a coordinator confirms each colleague.`
      : 'Wherever they work now, a coordinator there confirms each colleague.';
  };
  return (
    <Show
      when={!props.of.closed}
      fallback={
        <Notice title="What follows">
          <div class="stack stack--tight">
            <p>{join()}</p>
            <p>Members who have said where they work stay there. We email no one twice.</p>
          </div>
        </Notice>
      }
    >
      <WhenLoaded of={[members]} lines={3} label="Loading members">
        <Notice title="What follows">
          <div class="stack stack--tight">
            <Show when={people() > 0} fallback={<p>It has no members to ask where they work now.</p>}>
              <p>
                We ask {count(people(), 'member')} on Today where they work now. After 7am tomorrow we email those who have not said so.
                Members who were never invited get no email.
              </p>
              <p>{join()}</p>
              <p>Mentorships go on, and people move only when they say so.</p>
            </Show>
            <p>
              No new members can be added or found here, and open invitations can no longer be accepted. If it was a mistake, you can reopen
              the school.
            </p>
          </div>
        </Notice>
      </WhenLoaded>
    </Show>
  );
}

import { createSignal, For, mapArray, Show, type JSX } from 'solid-js';
import type { InstitutionRow } from '@alongside/projections/views/institution.view.js';
import { createRows, createView } from '../../replica/index.js';
import { Button, Dialog, Link, Notice, sayDate, Section } from '../../ui/index.js';
import { rights } from '../../shared/institutions/rights.js';
import { CloseForm } from './close-form.js';
import { ReopenForm } from './reopen-form.js';

/** Closed, with what came after it; or proposed to close, which changes nothing. */
export function ClosingState(props: { of: InstitutionRow }): JSX.Element {
  const [open, setOpen] = createSignal<'correct' | 'reopen'>();
  const leave = () => setOpen(undefined);
  const successors = mapArray(
    () => props.of.closed?.successors ?? [],
    (id) => ({ id, row: createView('institution', () => id) }),
  );
  // The list is for those who keep it: nobody else knows that it is empty.
  const members = createRows('member', () =>
    props.of.closed && rights.coordinates(props.of) ? { institution: props.of.institution } : undefined,
  );
  const hasNoMembers = () => rights.coordinates(props.of) && !members.loading && members().every(({ left }) => left !== null);
  const planned = () => props.of.details.proposedToClose;
  return (
    <>
      <Show when={props.of.closed}>
        {(closed) => (
          <Notice kind="info" title={`Closed on ${sayDate(closed().on)}`}>
            <div class="stack stack--tight">
              <p>
                No new members can be added or found here.{' '}
                {hasNoMembers()
                  ? 'It has no members.'
                  : 'Mentorships go on. We ask members on Today where they work now, and by email if they were invited.'}
                <Show when={!closed().successors.length}> No school that follows it is known.</Show>
              </p>
              <For each={successors()}>
                {({ id, row }) => (
                  <Show when={row()}>
                    {(next) => (
                      <p>
                        Followed by <Link href={`/institutions/${id}`}>{next().details.name}</Link>.
                      </p>
                    )}
                  </Show>
                )}
              </For>
              <Show when={rights.runsHub()}>
                <div class="line line--wrap">
                  <Button tone="quiet" small onPress={() => setOpen('correct')}>
                    Change date or successors
                  </Button>
                  <Button tone="quiet" small onPress={() => setOpen('reopen')}>
                    Reopen school
                  </Button>
                </div>
              </Show>
            </div>{' '}
          </Notice>
        )}
      </Show>
      <Show when={!props.of.closed && planned()}>
        {(plan) => (
          <Notice kind="info" title="Proposed to close">
            The register says so{plan().on ? `, for ${sayDate(plan().on ?? '')}` : ''}. Nothing changes until it has closed.
          </Notice>
        )}
      </Show>
      <Dialog open={open() === 'correct'} onClose={leave} title="Change date or successors">
        <CloseForm of={props.of} onSent={leave} onCancel={leave} />
      </Dialog>
      <Dialog open={open() === 'reopen'} onClose={leave} title={`Reopen ${props.of.details.name}`}>
        <ReopenForm of={props.of} onSent={leave} onCancel={leave} />
      </Dialog>
    </>
  );
}

/** The way to close an open school, for those who may: what its register would do at its next import. */
export function CloseSection(props: { of: InstitutionRow }): JSX.Element {
  const [open, setOpen] = createSignal(false);
  const leave = () => setOpen(false);
  return (
    <Show when={!props.of.closed && rights.runsHub()}>
      <Section
        title="Closing"
        action={
          <Button tone="quiet" small onPress={() => setOpen(true)}>
            Close school
          </Button>
        }
      >
        <p class="muted">
          An import of the register closes a school once you have looked at it. Do it here where the register is late, or does not have this
          school.
        </p>
      </Section>
      <Dialog open={open()} onClose={leave} onward title={`Close ${props.of.details.name}`}>
        <CloseForm of={props.of} onSent={leave} onCancel={leave} />
      </Dialog>
    </Show>
  );
}

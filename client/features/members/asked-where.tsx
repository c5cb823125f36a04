import { createMemo, createSignal, For, Show, type JSX } from 'solid-js';
import type { AskedWhereRow } from '@alongside/projections/views/asked-where.view.js';
import { createRows, createView } from '../../replica/index.js';
import { atStart, Button, count, List, Notice, Row, sayDate, Section } from '../../ui/index.js';
import { PersonName } from '../../shared/people/person-name.js';

/** What closed here, and who was asked where they work now: of this school, or of those that it follows. */
export function AskedWhere(props: { institution: string }): JSX.Element {
  const school = createView('institution', () => props.institution);
  const here = createRows('asked-where', () => ({ institution: props.institution }));
  const before = createRows('asked-where', () => ({ successors: props.institution }));
  const all = createMemo(() => [...here(), ...before()]);
  const places = createMemo(() => [...new Set(all().map(({ institution }) => institution as string))]);
  return (
    <>
      <Show when={school()?.closed}>
        {(closed) => (
          <Notice kind="info" title={`${school()?.details.name ?? 'This school'} closed on ${sayDate(closed().on)}`}>
            No new members can be added or found here. Mentorships go on.
            <Show when={here().length}> We ask each member on Today where they work now. They stay members here until they answer.</Show>
          </Notice>
        )}
      </Show>
      <For each={places()}>{(at) => <Place institution={at} of={all().filter(({ institution }) => institution === at)} />}</For>
    </>
  );
}

function Place(props: { institution: string; of: readonly AskedWhereRow[] }): JSX.Element {
  const school = createView('institution', () => props.institution);
  const [open, setOpen] = createSignal(false);
  return (
    <Section title={`Where members work now: ${school()?.details.name ?? 'a closed school'}`}>
      <p class="muted">
        {atStart(count(props.of.length, 'person', 'people'))} {props.of.length === 1 ? 'has' : 'have'} not said so yet. We ask them on Today
        when they sign in, and by email if they were invited. We move people only when they say so.
      </p>
      <div>
        <Button tone="quiet" small aria-expanded={open()} onPress={() => setOpen((now) => !now)}>
          {open() ? 'Hide them' : 'See who has not said so'}
        </Button>
      </div>
      <Show when={open()}>
        <List each={props.of}>{({ person }) => <Row title={<PersonName of={person} />} />}</List>
      </Show>
    </Section>
  );
}

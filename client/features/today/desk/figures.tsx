import { createMemo, Show, type JSX } from 'solid-js';
import { halfTermOf } from '@alongside/domain/uk/half-term.js';
import type { Day } from '@alongside/domain/kernel/brand.js';
import { createRows, createView } from '../../../replica/index.js';
import type { ViewRows } from '../../../replica/view-rows.js';
import { ByKey, count, dayOf, Figures, Link, WhenLoaded, sayDay, sayOnDay, Section } from '../../../ui/index.js';
import { createInstitutions, holds } from '../../../shared/institutions/places.js';
import { createWho } from '../../../shared/people/person-name.js';
import { isEmpty, lookingLabel, NOTHING_COUNTED, pulseOf, WHERE_COUNTED } from './leader-words.js';
import { createLooking } from '../../../shared/programme/looking.js';
import { NotMet } from './not-met.js';
import { SinceThen } from './since.js';

/** The quiet part of a coordinator’s Today: how things are. */
export function DeskFoot(): JSX.Element {
  const at = createOwnPlace();
  return (
    <Show when={at()?.id} keyed>
      {(id) => <HowThingsAre at={id} name={at()?.name ?? ''} />}
    </Show>
  );
}

/** Beside it: what happened since the last school day, and what comes up. */
export default function DeskRail(): JSX.Element {
  const at = createOwnPlace();
  return (
    <>
      <Show when={at()?.id} keyed>
        {(id) => <SinceThen at={id} />}
      </Show>
      <ComingUp />
    </>
  );
}

/** Where a person coordinates: the widest where there are several. */
function createOwnPlace() {
  const all = createInstitutions({ roles: ['coordinator'], hub: false });
  return createMemo(() => all().find((one) => holds('coordinator', one)));
}

function HowThingsAre(props: { at: string; name: string }): JSX.Element {
  const row = createView('pulse', () => props.at);
  const institution = createView('institution', () => props.at);
  const term = createMemo(() => halfTermOf(institution() ?? { terms: [], closures: [] }, dayOf() as Day));
  // As many as the list names that their coordinator can open.
  const looking = createLooking(() => props.at, dayOf);
  const pulse = createMemo(() => ({ ...pulseOf(row(), props.at, props.name, term().from), looking: looking() }));
  return (
    <Section
      title={props.name ? `Mentoring at ${props.name}` : 'Mentoring'}
      action={<Link href={`/programme?at=${props.at}`}>Open programme</Link>}
    >
      <WhenLoaded of={[row, institution, looking]} lines={2} label="Loading figures">
        <Show when={!isEmpty(pulse())} fallback={<p class="muted">{NOTHING_COUNTED}</p>}>
          <Figures
            of={[
              { value: pulse().pairs, label: `${pulse().pairs === 1 ? 'pair' : 'pairs'} in a trial period or active` },
              { value: pulse().met, label: `of these met ${term().said}` },
              { value: pulse().looking, label: lookingLabel(pulse().looking) },
              { value: pulse().space, label: pulse().space === 1 ? 'more mentee could have a mentor' : 'more mentees could have a mentor' },
            ]}
          />
          <NotMet of={pulse()} term={term()} />
          <p class="small muted">{WHERE_COUNTED}</p>
        </Show>
      </WhenLoaded>
    </Section>
  );
}

/** What has its day: invitations, and pairs that were asked whether they continue. Who has not signed in is on the desk. */
function ComingUp(): JSX.Element {
  const rows = createRows('newcomers', () => ({}));
  const planned = createMemo(() => rows().filter(({ plannedOn, notInvited }) => plannedOn !== null && notInvited > 0));
  const trial = createRows('pairing', () => ({ status: 'trial' }));
  const active = createRows('pairing', () => ({ status: 'active' }));
  const closing = createMemo(() =>
    [...trial(), ...active()]
      .filter(({ closesAfter }) => closesAfter !== null)
      .toSorted((a, b) => ((a.closesAfter ?? '') < (b.closesAfter ?? '') ? -1 : 1)),
  );
  return (
    <Show when={planned().length || closing().length}>
      <Section title="Coming up" level={3}>
        {planned().map((row) => (
          <p class="small">
            We invite {count(row.notInvited, 'person', 'people')} {sayOnDay(row.plannedOn ?? '')}.{' '}
            <Link href={`/newcomers?at=${row.institution}`}>Change date</Link>
          </p>
        ))}
        <ByKey each={closing()} key={({ mentorship }) => mentorship}>
          {(pair) => <Ends pair={pair()} />}
        </ByKey>
      </Section>
    </Show>
  );
}

/** A pair that was asked whether it continues: both of them act next. */
function Ends(props: { pair: ViewRows['pairing'] }): JSX.Element {
  const mentor = createWho(() => props.pair.mentor);
  const mentee = createWho(() => props.pair.mentee);
  return (
    <Show when={mentor().name && mentee().name}>
      <p class="small">
        {mentee().name} and {mentor().name}’s mentorship ends after {sayDay(props.pair.closesAfter ?? '')}, unless one of them continues.
      </p>
    </Show>
  );
}

import { createSignal, For, Show, type JSX } from 'solid-js';
import { useParams } from '@solidjs/router';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import type { InstitutionRow } from '@alongside/projections/views/institution.view.js';
import { createView } from '../../replica/index.js';
import { evidenceNeeded } from '@alongside/domain/recognition/evidence.js';
import {
  atStart,
  Button,
  ButtonLink,
  count,
  Dialog,
  EmptyState,
  Facts,
  Link,
  PageHeader,
  sayDate,
  sayMinutes,
  Section,
  Skeleton,
} from '../../ui/index.js';
import { CalendarForm } from '../../shared/institutions/calendar-form.js';
import { CertificatesSection } from './certificates-section.js';
import { CloseSection, ClosingState } from './closing-section.js';
import { DetailsForm } from '../../shared/institutions/details-form.js';
import { PeopleSection } from './people-section.js';
import { rights } from '../../shared/institutions/rights.js';
import { SettingsForm } from './settings-form.js';
import { TrustSection } from './trust-section.js';
import { NATION_WORDS } from '@alongside/domain/uk/nations.js';
import { KIND_WORDS } from '../../shared/institutions/words.js';
import '../../shared/institutions/institution.css';

type Opened = 'details' | 'settings' | 'calendar';

/** One school, trust or college: what the signed-in person may see and change of it. */
export default function InstitutionPage(): JSX.Element {
  const params = useParams<{ id: string }>();
  const row = createView('institution', () => params.id);
  return (
    <div class="page page--wide">
      <div class="stack stack--loose">
        <Show
          when={row()}
          fallback={
            <Show when={row.loading} fallback={<Unknown />}>
              <Skeleton kind="page" label="Loading this school" />
            </Show>
          }
        >
          {(of) => (
            <Show when={rights.coordinates(of())} fallback={<Unknown />}>
              <Page of={of()} />
            </Show>
          )}
        </Show>
      </div>
    </div>
  );
}

const Unknown = () => (
  <>
    <PageHeader title="School or trust" />
    <EmptyState level={2} title="This page is not open to you" action={<ButtonLink href="/institutions">See your schools</ButtonLink>}>
      Coordinators and administrators see the details, settings and term dates of their own school or trust.
    </EmptyState>
  </>
);

function Page(props: { of: InstitutionRow }): JSX.Element {
  const [opened, setOpened] = createSignal<Opened>();
  const close = () => setOpened(undefined);
  const isHub = () => props.of.institution === HUB_INSTITUTION;
  const change = (what: Opened, words: string, allowed: boolean) => (
    <Show when={allowed}>
      <Button tone="quiet" small onPress={() => setOpened(what)}>
        {words}
      </Button>
    </Show>
  );
  const cancel = () => (
    <Button tone="quiet" onPress={close}>
      Cancel
    </Button>
  );
  return (
    <>
      <PageHeader
        context={<Link href="/institutions">Schools and trusts</Link>}
        title={props.of.details.name}
        end={
          <ButtonLink tone="quiet" href={`/members?at=${props.of.institution}`}>
            Members
          </ButtonLink>
        }
      />
      <ClosingState of={props.of} />
      <Section title="Details" action={change('details', 'Change details', rights.administers(props.of))}>
        <Details of={props.of} />
      </Section>
      <Show when={!isHub() && props.of.details.kind !== 'trust'}>
        <TrustSection of={props.of} />
      </Show>
      <PeopleSection of={props.of} />
      <Show when={!isHub()}>
        <Section title="Settings" action={change('settings', 'Change settings', rights.administers(props.of))}>
          <Facts
            of={[
              { label: 'Time to reply to a request', value: atStart(count(props.of.settings.requestWindowDays, 'school day')) },
              {
                label: 'People can be found by',
                value: props.of.settings.discoverableBeyond ? 'Everyone on this hub' : 'Only people of the same school or trust',
              },
              { label: 'A certificate needs', value: sayNeeded(props.of.settings) },
            ]}
          />
        </Section>
        <Section title="Term dates" action={change('calendar', 'Change term dates', rights.coordinates(props.of))}>
          <Calendar of={props.of} />
        </Section>
      </Show>
      <Show when={rights.administers(props.of)}>
        <CertificatesSection institution={props.of.institution} />
      </Show>
      <Show when={!isHub() && props.of.details.kind !== 'trust'}>
        <CloseSection of={props.of} />
      </Show>

      <Dialog open={opened() === 'details'} onClose={close} title="Change details">
        <DetailsForm of={props.of} submit="Save details" onSent={close} beside={cancel()} />
      </Dialog>
      <Dialog open={opened() === 'settings'} onClose={close} title="Change settings">
        <SettingsForm
          institution={props.of.institution}
          name={props.of.details.name}
          settings={props.of.settings}
          onSent={close}
          onCancel={close}
        />
      </Dialog>
      <Dialog wide open={opened() === 'calendar'} onClose={close} title="Change term dates">
        <CalendarForm
          institutions={[props.of.institution]}
          nation={props.of.details.nation}
          terms={props.of.terms}
          closures={props.of.closures}
          submit="Save term dates"
          onSent={close}
          beside={cancel()}
        />
      </Dialog>
    </>
  );
}

/** “3 meetings and 1 hour 30 minutes, confirmed by both people” */
const sayNeeded = (settings: InstitutionRow['settings']): string => {
  const { meetings, minutes } = evidenceNeeded(settings);
  return `${atStart(count(meetings, 'meeting'))} and ${sayMinutes(minutes)}, confirmed by both people`;
};

function Details(props: { of: InstitutionRow }): JSX.Element {
  const facts = () => {
    const { kind, nation, town, postcode, phase, reference, localAuthority } = props.of.details;
    return [
      { label: 'Kind', value: KIND_WORDS[kind] },
      { label: 'Nation', value: NATION_WORDS[nation] },
      { label: 'Town', value: town },
      { label: 'Postcode', value: postcode },
      { label: 'Phase', value: phase },
      { label: 'Local authority', value: localAuthority },
      { label: 'Number in the register', value: reference },
    ].filter((fact): fact is { label: string; value: string } => Boolean(fact.value));
  };
  return <Facts of={facts()} />;
}

/** Terms and closures as the year brings them. */
const inOrder = ({ terms, closures }: InstitutionRow) =>
  [...terms, ...closures.map(({ why, from, to }) => ({ name: why, from, to }))].sort((a, b) => (a.from < b.from ? -1 : 1));

const Calendar = (props: { of: InstitutionRow }): JSX.Element => (
  <Show
    when={props.of.terms.length > 0 || props.of.closures.length > 0}
    fallback={<p class="muted">No term dates are set. Until they are, every weekday that is not a bank holiday counts as a school day.</p>}
  >
    <ul class="list" role="list">
      <For each={inOrder(props.of)}>
        {({ name, from, to }) => (
          <li class="row">
            <div class="row__main">
              <p>{name}</p>
              <p class="row__note">{from === to ? sayDate(from) : `${sayDate(from)} to ${sayDate(to)}`}</p>
            </div>
          </li>
        )}
      </For>
    </ul>
  </Show>
);

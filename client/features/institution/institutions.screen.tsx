import { createSignal, Show, type JSX } from 'solid-js';
import { useNavigate } from '@solidjs/router';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import { DetailsForm } from '../../shared/institutions/details-form.js';
import { createInstitutions } from '../../shared/institutions/places.js';
import { Button, ButtonLink, Dialog, EmptyState, Link, List, PageHeader, Row, Section, Skeleton } from '../../ui/index.js';
import { EraseOnRequest } from './erase-on-request.js';
import { FindInstitution } from '../../shared/institutions/find-institution.js';
import { rights } from '../../shared/institutions/rights.js';
import '../../shared/institutions/institution.css';

/** Schools and trusts: one’s own for those who coordinate; any of the hub for its administrators. */
export default function Institutions(): JSX.Element {
  const [adding, setAdding] = createSignal(false);
  const navigate = useNavigate();
  return (
    <div class="page page--wide">
      <div class="stack stack--loose">
        <PageHeader
          title="Schools and trusts"
          end={
            <Show when={rights.runsHub()}>
              <ButtonLink tone="quiet" href="/import?kind=institutions">
                Import schools
              </ButtonLink>
              <Button onPress={() => setAdding(true)}>Add a school or trust</Button>
            </Show>
          }
        />
        <Show when={rights.runsHub()} fallback={<Own />}>
          <FindInstitution
            label="Find a school or trust"
            hint="By name, town, postcode or number."
            end={(hit) => (
              <Link href={`/institutions/${hit.institution}`} about={hit.name}>
                Open
              </Link>
            )}
          />
          <p class="small muted">
            Administrators of this hub are on the page of <Link href={`/institutions/${HUB_INSTITUTION}`}>this hub</Link>.
          </p>
          <EraseOnRequest />
        </Show>
        <Dialog open={adding()} onClose={() => setAdding(false)} title="Add a school or trust">
          <DetailsForm
            submit="Add"
            onSent={(institution) => {
              setAdding(false);
              navigate(`/institutions/${institution}`);
            }}
            beside={
              <Button tone="quiet" onPress={() => setAdding(false)}>
                Cancel
              </Button>
            }
          />
        </Dialog>
      </div>
    </div>
  );
}

function Own(): JSX.Element {
  const all = createInstitutions({ roles: ['coordinator', 'administrator'], schools: true });
  return (
    <Show when={!all.loading} fallback={<Skeleton kind="rows" label="Loading your schools" />}>
      <List
        each={all()}
        fallback={
          <EmptyState level={2} title="You do not run mentoring at a school" action={<ButtonLink href="/">Go to Today</ButtonLink>}>
            Coordinators and administrators see their school’s details, settings and term dates here.
          </EmptyState>
        }
      >
        {(one) => (
          <Row
            title={<strong>{one.name}</strong>}
            end={
              <Link href={`/institutions/${one.id}`} about={one.name}>
                Open
              </Link>
            }
          />
        )}
      </List>
      <Section title="Is a school missing?">
        <p class="muted">An administrator of this hub can add schools and make you a coordinator.</p>
      </Section>
    </Show>
  );
}

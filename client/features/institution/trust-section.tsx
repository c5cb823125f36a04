import { createSignal, Show, type JSX } from 'solid-js';
import { LEADERS_SEE } from '@alongside/domain/institutions/role-words.js';
import type { InstitutionRow } from '@alongside/projections/views/institution.view.js';
import { createSending, createView } from '../../replica/index.js';
import { Button, Dialog, Link, Notice, saying, Section, WhenLoaded } from '../../ui/index.js';
import { FindInstitution } from '../../shared/institutions/find-institution.js';
import { rights } from '../../shared/institutions/rights.js';

/** Which trust a school belongs to: joining one, and leaving it. */
export function TrustSection(props: { of: InstitutionRow }): JSX.Element {
  const trust = createView('institution', () => props.of.trust ?? undefined);
  const [open, setOpen] = createSignal<'join' | 'leave'>();
  const sending = createSending();
  const close = () => setOpen(undefined);
  const join = async (to: { institution: string; name: string }) => {
    const saved = saying(`${props.of.details.name} belongs to ${to.name}`);
    if (sending.pending()) return;
    if (await sending.send('JoinTrust', { institution: props.of.institution, trust: to.institution }, { saved })) close();
  };
  const leave = async () => {
    const saved = saying(`${props.of.details.name} left its trust`);
    if (await sending.send('LeaveTrust', { institution: props.of.institution }, { saved })) close();
  };
  return (
    <Section
      title="Trust"
      action={
        <Show
          when={props.of.trust}
          fallback={
            <Show when={rights.runsHub()}>
              <Button tone="quiet" small onPress={() => setOpen('join')}>
                Join a trust
              </Button>
            </Show>
          }
        >
          <Show when={rights.administers(props.of)}>
            <Button tone="quiet" small onPress={() => setOpen('leave')}>
              Leave trust
            </Button>
          </Show>
        </Show>
      }
    >
      <Show when={props.of.trust} fallback={<p class="muted">{props.of.details.name} does not belong to a trust.</p>}>
        {(id) => (
          <WhenLoaded of={[trust]} lines={1} label="Loading trust">
            <p>
              Belongs to <Link href={`/institutions/${id()}`}>{trust()?.details.name ?? 'a trust'}</Link>.
            </p>
          </WhenLoaded>
        )}
      </Show>
      <Dialog
        open={open() === 'join'}
        onClose={close}
        title="Join a trust"
        lead={`Coordinators and leaders of the trust then have the same role at ${props.of.details.name}. ${LEADERS_SEE} Coordinators see this too.`}
      >
        <Show when={sending.refusal()}>{(said) => <Notice kind="refusal">{said().message}</Notice>}</Show>
        <FindInstitution
          label="Find a trust"
          kind="trust"
          end={(hit) => (
            <Button small pending={sending.pending()} onPress={() => void join(hit)}>
              Join<span class="unseen"> {hit.name}</span>
            </Button>
          )}
        />
      </Dialog>
      <Dialog
        open={open() === 'leave'}
        onClose={close}
        title="Leave trust"
        lead={`People of the trust no longer see who is paired at ${props.of.details.name}. Mentorships go on.`}
      >
        <Show when={sending.refusal()}>{(said) => <Notice kind="refusal">{said().message}</Notice>}</Show>
        <div class="line line--wrap">
          <Button tone="danger" pending={sending.pending()} onPress={() => void leave()}>
            Leave trust
          </Button>
          <Button tone="quiet" onPress={close}>
            Cancel
          </Button>
        </div>
      </Dialog>
    </Section>
  );
}

import { createSignal, Show, type JSX } from 'solid-js';
import { placeWithin } from '@alongside/domain/text/hub-name.js';
import { createAct } from '../../app/act.js';
import { createView, me } from '../../replica/index.js';
import { Button, ButtonLink, List, Row, Section } from '../../ui/index.js';
import { InstitutionName } from '../../shared/people/institutions.js';

/** Taking one’s record away, and leaving a school: both at any time, without asking anybody. */
export function TakeAndLeave(): JSX.Element {
  const belonging = createView('membership', me);
  return (
    <>
      <Section title="Your record">
        <p class="muted">
          Download your profile, goals, reflections, meetings, professional development and certificates in one file. Other software can
          read it. It is your own record, at any school.
        </p>
        <div>
          <ButtonLink tone="quiet" away download href="/api/my-record.json">
            Download my record
          </ButtonLink>
        </div>
      </Section>
      <Show when={(belonging()?.memberships.length ?? 0) > 0}>
        <Section title="Your schools">
          <List each={belonging()?.memberships ?? []}>{(one) => <Belonging institution={one.institution} />}</List>
        </Section>
      </Show>
    </>
  );
}

/** “Leave Northfield School”, “Leave this hub” where the hub has no name of its own. */
export const sayLeave = (name: string): string => `Leave ${placeWithin(name)}`;

function Belonging(props: { institution: string }): JSX.Element {
  const [sure, setSure] = createSignal(false);
  const leaving = createAct();
  const row = createView('institution', () => props.institution);
  const leave = async () => {
    const left = await leaving.run(
      'RemoveMember',
      { institution: props.institution, person: me() },
      'You have left. You keep your account and your record.',
    );
    if (left !== undefined) setSure(false);
  };
  return (
    <Row
      title={<InstitutionName of={props.institution} />}
      wrap
      end={
        <Show
          when={sure()}
          fallback={
            <Button tone="plain" onPress={() => setSure(true)}>
              {sayLeave(row()?.details.name ?? '')}
            </Button>
          }
        >
          <div class="line line--wrap">
            <Button tone="quiet" pending={leaving.pending()} onPress={() => void leave()}>
              Leave
            </Button>
            <Button tone="plain" onPress={() => setSure(false)}>
              Cancel
            </Button>
          </div>
        </Show>
      }
    />
  );
}

import { createSignal, Show, type JSX } from 'solid-js';
import { createAct } from '../../app/act.js';
import { createView, me } from '../../replica/index.js';
import { Button, ButtonLink, List, Row, Section } from '../../ui/index.js';
import { InstitutionName } from '../people/institutions.js';

/** Taking one’s record away, and leaving a school: both at any time, without asking anybody. */
export function TakeAndLeave(): JSX.Element {
  const belonging = createView('membership', me);
  return (
    <>
      <Section title="Take your record with you">
        <p class="muted">
          Your profile, goals, reflections, meetings, professional development and certificates, in one file that other software can read.
          It is yours, and moves with you from school to school.
        </p>
        <div>
          <ButtonLink tone="quiet" away download href="/api/my-record.json">
            Download my record
          </ButtonLink>
        </div>
      </Section>
      <Show when={(belonging()?.memberships.length ?? 0) > 0}>
        <Section title="Where you belong">
          <List each={belonging()?.memberships ?? []}>{(one) => <Belonging institution={one.institution} />}</List>
        </Section>
      </Show>
    </>
  );
}

function Belonging(props: { institution: string }): JSX.Element {
  const [sure, setSure] = createSignal(false);
  const leaving = createAct();
  const leave = async () => {
    const left = await leaving.run(
      'RemoveMember',
      { institution: props.institution, person: me() },
      'You have left. Your account and your record are still yours.',
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
              Leave <InstitutionName of={props.institution} />
            </Button>
          }
        >
          <div class="line line--wrap">
            <Button tone="quiet" pending={leaving.pending()} onPress={() => void leave()}>
              Leave now
            </Button>
            <Button tone="plain" onPress={() => setSure(false)}>
              Stay
            </Button>
          </div>
        </Show>
      }
    />
  );
}

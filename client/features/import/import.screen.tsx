import { createSignal, Match, Show, Switch, type JSX } from 'solid-js';
import { isHubAdministrator } from '@alongside/domain/policies/actor.js';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { post, replica, session } from '../../replica/index.js';
import { ButtonLink, EmptyState, PageHeader, sayRefused, Skeleton } from '../../ui/index.js';
import { ChooseInstitution, createChosenInstitution } from '../institutions/choose-institution.js';
import { createInstitutions, type InstitutionChoice } from '../institutions/places.js';
import { ChooseFile, type ImportKind } from './choose-file.js';
import type { ImportPreview } from './import-answers.js';
import { Preview } from './preview.js';
import { Running } from './running.js';
import './import.css';

type Step = { readonly at: 'choose' } | { readonly at: 'preview' | 'running'; readonly preview: ImportPreview };

/** A file of schools or of staff: chosen, looked at row by row, and brought in only then. */
export default function Import(): JSX.Element {
  const all = createInstitutions({ roles: ['coordinator', 'administrator'], schools: true });
  const { chosen, choose } = createChosenInstitution(all, 'people');
  const runsHub = () => {
    const who = session();
    return who ? isHubAdministrator({ person: who.person as PersonId, memberships: who.memberships, mentorships: [] }) : false;
  };
  return (
    <div class="page page--wide">
      <div class="stack stack--loose import">
        <Show
          when={chosen()}
          fallback={
            <Show when={all.loading} fallback={<NotYours />}>
              <Skeleton kind="page" label="Finding your institutions" />
            </Show>
          }
        >
          {(at) => <Steps at={at()} all={all()} schools={runsHub()} onChoose={choose} />}
        </Show>
      </div>
    </div>
  );
}

const NotYours = () => (
  <>
    <PageHeader title="Bring in a list" />
    <EmptyState level={2} title="You do not look after a list of people" action={<ButtonLink href="/">Go to Today</ButtonLink>}>
      Coordinators and administrators bring in staff lists here; administrators of the hub bring in schools.
    </EmptyState>
  </>
);

function Steps(props: {
  at: InstitutionChoice;
  all: readonly InstitutionChoice[];
  schools: boolean;
  onChoose: (id: string) => void;
}): JSX.Element {
  const [step, setStep] = createSignal<Step>({ at: 'choose' });
  const [kind, setKind] = createSignal<ImportKind>('staff');
  const [starting, setStarting] = createSignal(false);
  const previewed = () => {
    const now = step();
    return now.at === 'preview' ? now.preview : undefined;
  };
  const running = () => {
    const now = step();
    return now.at === 'running' ? now.preview : undefined;
  };
  const where = () => props.at.name;
  const confirm = async (preview: ImportPreview) => {
    setStarting(true);
    const answer = await post(`/api/imports/${preview.id}/confirm`);
    setStarting(false);
    if (answer.ok) setStep({ at: 'running', preview });
    else sayRefused(answer.error.message);
  };
  const another = (preview: ImportPreview) => {
    // The hub holds what it read until it is told; where this does not reach it, it lets go in its own time.
    void replica().ask({ method: 'DELETE', path: `/api/imports/${preview.id}` });
    setStep({ at: 'choose' });
  };
  return (
    <Switch
      fallback={
        <>
          <PageHeader
            context={kind() === 'staff' ? where() : undefined}
            title="Bring in a list"
            lead="Choose a CSV file. You see what it would do, row by row, and nothing is written until you say so."
          />
          <ChooseFile
            kind={kind()}
            onKind={setKind}
            schools={props.schools}
            institution={props.at.id}
            where={
              <ChooseInstitution
                label="Whose staff are they?"
                all={props.all.filter(({ id, kind }) => kind !== 'hub' || id === props.at.id)}
                chosen={props.at}
                onChoose={props.onChoose}
              />
            }
            onRead={(preview) => setStep({ at: 'preview', preview })}
          />
        </>
      }
    >
      <Match when={previewed()} keyed>
        {(preview) => (
          <Preview
            preview={preview}
            where={where()}
            starting={starting()}
            onConfirm={() => void confirm(preview)}
            onBack={() => another(preview)}
          />
        )}
      </Match>
      <Match when={running()} keyed>
        {(preview) => <Running preview={preview} at={props.at} onAnother={() => setStep({ at: 'choose' })} />}
      </Match>
    </Switch>
  );
}

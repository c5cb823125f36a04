import { createSignal, Show, type JSX } from 'solid-js';
import { useSearchParams } from '@solidjs/router';
import { isHubAdministrator } from '@alongside/domain/policies/actor.js';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { session } from '../../replica/index.js';
import { lazyPart } from '../../ui/lazy-part.js';
import { ButtonLink, EmptyState, PageHeader, Skeleton, WhenFetched } from '../../ui/index.js';
import { AtChosen } from '../../shared/institutions/at-chosen.js';
import { ChooseAny } from '../../shared/institutions/choose-any.js';
import { ChooseInstitution, createChosenInstitution } from '../../shared/institutions/choose-institution.js';
import { createInstitutions, type InstitutionChoice } from '../../shared/institutions/places.js';
import { ChooseFile, type ImportKind } from './choose-file.js';
import { createOwnLists, OwnLists } from './own-lists.js';
import './import.css';

// Only once a file was chosen.
const Opened = lazyPart(() => import('./opened.js').then((part) => ({ default: part.Opened })));

/** A file of schools or of staff: chosen, looked at row by row, and brought in only then. */
export default function Import(): JSX.Element {
  const [search] = useSearchParams<{ at: string }>();
  const all = createInstitutions({ roles: ['coordinator', 'administrator'], schools: true, named: () => search.at });
  const runsHub = () => {
    const who = session();
    return who ? isHubAdministrator({ person: who.person as PersonId, memberships: who.memberships }) : false;
  };
  // A list of one school must not go to the hub itself because its administrator chose none.
  const { chosen, choose } = createChosenInstitution(all, 'people', runsHub);
  return (
    <div class="page page--wide">
      <div class="stack stack--loose import">
        <Show
          when={runsHub()}
          fallback={
            <AtChosen all={all} chosen={chosen()} notYours={<NotYours />}>
              {(at) => <Steps at={at()} all={all()} schools={false} loading={false} onChoose={choose} />}
            </AtChosen>
          }
        >
          <Steps at={chosen()} all={all()} schools loading={all.loading} onChoose={choose} />
        </Show>
      </div>
    </div>
  );
}

const WHICH = 'Which school or trust are they from?';

const NotYours = () => (
  <>
    <PageHeader title="Import a list" />
    <EmptyState level={2} title="You cannot import lists" action={<ButtonLink href="/">Go to Today</ButtonLink>}>
      Coordinators and administrators import staff lists here. Administrators of this hub import schools.
    </EmptyState>
  </>
);

function Steps(props: {
  at: InstitutionChoice | undefined;
  all: readonly InstitutionChoice[];
  /** Administrators of the hub, who find any school and import schools, too. */
  schools: boolean;
  loading: boolean;
  onChoose: (id: string) => void;
}): JSX.Element {
  // In the address, so that a reload, the way back and a link lead to the same list.
  const [search, setSearch] = useSearchParams<{ import?: string; kind?: string; at?: string }>();
  const [kind, setKind] = createSignal<ImportKind>(search.kind === 'institutions' && props.schools ? 'institutions' : 'staff');
  const offered = () => props.all.filter(({ id, kind }) => kind !== 'hub' || id === props.at?.id);
  return (
    <Show
      when={search.import}
      keyed
      fallback={
        <Choosing
          kind={kind()}
          onKind={setKind}
          at={props.at}
          schools={props.schools}
          onRead={(id) => setSearch({ import: id })}
          where={
            <Show
              when={props.schools}
              fallback={<ChooseInstitution label={WHICH} all={offered()} chosen={props.at} onChoose={props.onChoose} />}
            >
              <ChooseAny label={WHICH} all={offered()} chosen={props.at} loading={props.loading} mustChoose onChoose={props.onChoose} />
            </Show>
          }
        />
      }
    >
      {(id) => (
        <WhenFetched fallback={<Skeleton kind="page" label="Loading the import" />}>
          <Opened
            id={id}
            all={props.all}
            onAnother={() => setSearch({ import: undefined })}
            onAway={() => setSearch({ import: undefined }, { replace: true })}
            onMoved={(at) => setSearch({ at }, { replace: true })}
          />
        </WhenFetched>
      )}
    </Show>
  );
}

/** Which file; and the reader’s own lists, which are found again here. */
function Choosing(props: {
  kind: ImportKind;
  onKind: (kind: ImportKind) => void;
  at: InstitutionChoice | undefined;
  schools: boolean;
  where: JSX.Element;
  onRead: (id: string) => void;
}): JSX.Element {
  const own = createOwnLists();
  return (
    <>
      <PageHeader
        context={props.kind === 'staff' ? props.at?.name : undefined}
        title="Import a list"
        lead="Choose a spreadsheet or a CSV file. We show you what would change, row by row, before you import it."
      />
      <OwnLists title="Unfinished imports" of={own.open()} />
      <ChooseFile
        kind={props.kind}
        onKind={props.onKind}
        schools={props.schools}
        institution={props.at?.id}
        where={props.where}
        onRead={({ id }) => props.onRead(id)}
      />
      <OwnLists title="Your last imports" of={own.over()} />
    </>
  );
}

import { createMemo, createSignal, For, mapArray, Show, type JSX } from 'solid-js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import { wordMatcher } from '@alongside/domain/text/folding.js';
import { isolated } from '@alongside/domain/text/isolate.js';
import { createAnswer, createRows, createSending, createView, me, session } from '../../replica/index.js';
import { Refused } from '../../shared/forms.js';
import { createPeopleOf } from '../../shared/institutions/places.js';
import { ChoosePerson, type PersonChoice } from '../../shared/people/choose-person.js';
import { createWho, PersonAvatar } from '../../shared/people/person-name.js';
import { Button, saying, Section, WhenLoaded } from '../../ui/index.js';

interface DirectoryAnswer {
  readonly hits: readonly { readonly id: string; readonly name: string; readonly jobTitle: string }[];
}

const FOUND_LIMIT_PEOPLE = 12;

/** Those who are in no directory, for they mentor nobody: colleagues, and people who asked to be mentored. */
/** `looking`: nobody is read before a search. */
function createKnown(looking: () => boolean): () => DirectoryAnswer['hits'] {
  const houses = () =>
    !looking() ? [] : (session()?.memberships ?? []).map(({ institution }) => institution as string).filter((id) => id !== HUB_INSTITUTION);
  const colleagues = createPeopleOf(houses);
  const requests = createRows('request', () => ({ mentor: me() }));
  const askers = createMemo(
    mapArray(
      () => [...new Set(requests().map(({ mentee }) => mentee))],
      (mentee) => createView('person', () => mentee),
    ),
  );
  return () =>
    [...colleagues().values(), ...askers().flatMap((row) => row() ?? [])].map(({ person, name, jobTitle }) => ({
      id: person,
      name,
      jobTitle,
    }));
}

const named = wordMatcher<{ readonly name: string }>(({ name }) => name);

/** Whom one does not want to be matched with: said to the hub and to nobody else. */
export function Exclusions(props: { excluded: readonly string[] | undefined; loading: boolean }): JSX.Element {
  const [typed, setTyped] = createSignal('');
  const [chosen, setChosen] = createSignal<PersonChoice>();
  const sending = createSending();
  const found = createAnswer<DirectoryAnswer>(
    () => (typed().length > 1 ? `/api/directory?q=${encodeURIComponent(typed())}&words=1&limit=${FOUND_LIMIT_PEOPLE}` : undefined),
    { views: ['profile'], ofOthers: true },
  );
  const known = createKnown(() => typed().length > 1);
  const find = (): readonly PersonChoice[] => {
    if (typed().length < 2) return [];
    const near = known().filter(named(typed()));
    const all = new Map([...(found.data()?.hits ?? []), ...near].map((one) => [one.id, one]));
    return [...all.values()]
      .filter(({ id }) => id !== me() && !props.excluded?.includes(id))
      .map(({ id, name, jobTitle }) => ({ id, name, note: jobTitle || undefined }));
  };
  const add = async () => {
    const other = chosen();
    if (!other || sending.pending()) return;
    if (
      !(await sending.send(
        'ExcludePerson',
        { person: me(), other: other.id },
        { saved: saying(`We will not match you with ${isolated(other.name)}. We do not tell them.`) },
      ))
    )
      return;
    setChosen(undefined);
  };
  return (
    <Section title="People you do not want to be matched with">
      <p class="muted">
        We do not suggest you to each other, and you cannot send each other requests. They cannot find you in the directory. If you have
        asked them, we withdraw your request. You do not need a reason. Only you can see this list: we do not tell them or your coordinator.
      </p>
      <WhenLoaded of={[props]} lines={1} label="Loading your list">
        <Show when={props.excluded?.length} fallback={<p class="small muted">Your list is empty.</p>}>
          <ul class="list" role="list">
            <For each={props.excluded}>{(other) => <Excluded other={other} />}</For>
          </ul>
        </Show>
      </WhenLoaded>
      <Refused sending={sending} />
      <ChoosePerson
        label="Add a person"
        hint="Search by name. You can find mentors in the directory, people at your school or trust, and people who asked you."
        chosen={chosen()}
        onChoose={setChosen}
        onType={setTyped}
        waiting={found.loading() || found.refreshing() || typed().length < 2}
        find={find}
      />
      <Show when={chosen()}>
        {(other) => (
          <div>
            <Button pending={sending.pending()} onPress={() => void add()}>
              Do not match me with {other().name}
            </Button>
          </div>
        )}
      </Show>
    </Section>
  );
}

function Excluded(props: { other: string }): JSX.Element {
  const who = createWho(() => props.other);
  const sending = createSending();
  const lift = async () => {
    await sending.send(
      'LiftExclusion',
      { person: me(), other: props.other },
      { saved: saying(`We can suggest ${who().name} to you again.`) },
    );
  };
  return (
    <li class="row row--wrap">
      <PersonAvatar of={props.other} size="small" />
      <div class="row__main">
        <p class="name">{who().name}</p>
        <Show when={sending.refusal()}>
          {(said) => (
            <p class="small" role="alert">
              {said().message}
            </p>
          )}
        </Show>
      </div>
      <div class="row__end">
        <Button tone="plain" small pending={sending.pending()} onPress={() => void lift()}>
          Remove<span class="unseen"> {who().name} from your list</span>
        </Button>
      </div>
    </li>
  );
}

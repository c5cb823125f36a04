import { createMemo, Show, type JSX } from 'solid-js';
import { createSending, createView, me, newId } from '../../replica/index.js';
import { createDraft } from '../../app/draft.js';
import { calledName, Dialog, DialogFoot, RadioGroup, saying, TextArea, WhenLoaded } from '../../ui/index.js';
import { Refused, submitting } from '../forms.js';
import type { Mentorship } from '../pair/pair.js';
import { createWho } from '../people/person-name.js';
import { ASK_A_COORDINATOR } from './asking.js';

interface Asking {
  readonly coordinator: string;
  readonly text: string;
}

/** Writes to one coordinator, who alone can see it: about a pair, whose other is not told, or about anything else. */
export default function AskForHelp(props: { open: boolean; onClose: () => void; pair?: Mentorship | undefined }): JSX.Element {
  const sending = createSending();
  const people = createCoordinators(() => props.pair);
  const draft = createDraft<Asking>(
    () => `help:${props.pair?.mentorship ?? 'other'}`,
    () => ({ coordinator: '', text: '' }),
  );
  const chosen = () => {
    const { coordinator } = draft.value();
    const all = people.all();
    return (all.find(({ person }) => person === coordinator) ?? all[0])?.person ?? '';
  };
  const set = (change: Partial<Asking>) => draft.set({ ...draft.value(), ...change });
  const who = createWho(() => chosen() || undefined);
  const name = () => calledName(who());
  // The same message is sent once, however often it is tried.
  const message = newId();
  const ask = async () => {
    const { text } = draft.value();
    const going = { draft, saved: saying(`Sent to ${name()}.`) };
    const sent = props.pair
      ? await sending.send('AskForHelp', { mentorship: props.pair.mentorship, coordinator: chosen(), text }, going)
      : await sending.send('WriteMessage', { message, to: chosen(), text }, going);
    if (sent) props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={ASK_A_COORDINATOR}
      lead="They can help you change something, or find another mentor."
    >
      <WhenLoaded of={[people]} lines={2} label="Loading your coordinators">
        <Show
          when={people.all().length}
          fallback={<p>There is no coordinator who you can write to here. A line manager or induction tutor cannot be one.</p>}
        >
          <form class="stack" novalidate onSubmit={submitting(() => void ask())}>
            <Refused sending={sending} beside={['text', 'coordinator', 'to']} />
            <Show when={people.all().length > 1}>
              <RadioGroup
                label="Who to write to"
                value={chosen()}
                onChange={(coordinator) => set({ coordinator })}
                choices={people.all().map(({ person, name: label }) => ({ value: person, label }))}
                error={sending.problem('coordinator') ?? sending.problem('to')}
              />
            </Show>
            <TextArea
              label={`Message to ${name()}`}
              hint={`Only you and ${name()} can see this.`}
              limit={1_200}
              value={draft.value().text}
              onInput={(text) => set({ text })}
              error={sending.problem('text')}
            />
            <DialogFoot does="Send message" pending={sending.pending()} onClose={props.onClose} />
          </form>
        </Show>
      </WhenLoaded>
    </Dialog>
  );
}

/** Coordinators where this person belongs, each once, without themself, the two of the pair and those who manage or assess them. */
export function createCoordinators(pair: () => Mentorship | undefined) {
  const own = createView('membership', me);
  const places = createMemo(() => [
    ...new Set((own()?.memberships ?? []).flatMap(({ institution, trust }) => (trust ? [institution, trust] : [institution]))),
  ]);
  const rows = createMemo(() => places().map((place) => createView('coordinators', () => place)));
  const listed = createMemo(() => {
    const apart = new Set<string | null>(
      (own()?.memberships ?? []).flatMap(({ lineManager, inductionTutor }) => [lineManager, inductionTutor]),
    );
    const people = new Set(rows().flatMap((row) => row()?.coordinators ?? []));
    return [...people].filter((one) => one !== me() && one !== pair()?.mentor && one !== pair()?.mentee && !apart.has(one));
  });
  const named = createMemo(() => listed().map((person) => ({ person, who: createWho(() => person) })));
  return {
    get loading() {
      return own.loading || rows().some((row) => row.loading) || named().some(({ who }) => !who().name);
    },
    all: () => named().map(({ person, who }) => ({ person: person as string, name: who().name })),
  };
}

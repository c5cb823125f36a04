import { createSignal, For, Show, type JSX } from 'solid-js';
import { createAnswer, createSending, createView, me } from '../../replica/index.js';
import { Button, Notice, saying, TextField } from '../../ui/index.js';
import { Refused, submitting } from '../forms.js';
import { ownNow } from './own-now.js';

/** What `/api/certificate-name` answers: letters that no font has, of the name and of the name for print. */
interface CertificateName {
  readonly name: string;
  readonly missing: readonly string[];
  readonly printed: string | null;
  readonly missingInPrinted: readonly string[];
}

/** Shown only to people whose name a certificate cannot print: which letters, and what to print instead. */
export function CertificateNameNotice(): JSX.Element {
  const answer = createAnswer<CertificateName>(() => '/api/certificate-name', { views: ['profile'] });
  return <Show when={answer.data()?.missing.length ? answer.data() : undefined}>{(name) => <NameToPrint of={name()} />}</Show>;
}

function NameToPrint(props: { of: CertificateName }): JSX.Element {
  const own = createView('profile', () => me());
  const sending = createSending();
  const [changing, setChanging] = createSignal(false);
  const [missing, setMissing] = createSignal(false);
  const [typed, setTyped] = createSignal<string>();
  const value = () => typed() ?? props.of.printed ?? '';
  const settled = () => props.of.printed !== null && props.of.missingInPrinted.length === 0 && !changing();
  const unprintable = () => (props.of.missingInPrinted.length && value() === props.of.printed ? props.of.missingInPrinted : []);
  const save = async () => {
    setMissing(!value().trim());
    const row = own();
    if (missing() || !row) return;
    const { name, names } = ownNow(row);
    const data = { person: row.person, name, names: { ...names, printed: value().trim() } };
    if (!(await sending.send('RenamePerson', data, { saved: saying('Saved') }))) return;
    setTyped(undefined);
    setChanging(false);
  };
  return (
    <Notice>
      <Show
        when={!settled()}
        fallback={
          <div class="stack">
            <p>
              Your certificate prints <bdi>{props.of.printed}</bdi>. It cannot print <Letters of={props.of.missing} /> in your name.
            </p>
            <div>
              <Button tone="quiet" onPress={() => setChanging(true)}>
                Change name to print
              </Button>
            </div>
          </div>
        }
      >
        <form class="stack" novalidate onSubmit={submitting(() => void save())}>
          <p>
            Your certificate cannot print <Letters of={props.of.missing} /> in your name. Enter the name to print.
          </p>
          <TextField
            label="Name to print"
            hint="Only your certificate uses it. Your name stays the same everywhere else."
            value={value()}
            onInput={setTyped}
            error={
              (missing() ? 'Enter the name to print.' : undefined) ??
              sending.problem('names.printed') ??
              (unprintable().length ? `We cannot print ${lettersOf(unprintable())}. Enter the name without it.` : undefined)
            }
          />
          <Refused sending={sending} beside={['names.printed']} />
          <div>
            <Button type="submit" pending={sending.pending() || own.loading}>
              Save name to print
            </Button>
          </div>
        </form>
      </Show>
    </Notice>
  );
}

const lettersOf = (letters: readonly string[]): string =>
  `${letters.length === 1 ? 'the letter' : 'the letters'} ${letters.map((letter) => `‘${letter}’`).join(', ')}`;

function Letters(props: { of: readonly string[] }): JSX.Element {
  return (
    <>
      {props.of.length === 1 ? 'the letter ' : 'the letters '}
      <For each={props.of}>
        {(letter, index) => (
          <>
            {index() > 0 ? ', ' : ''}‘<bdi>{letter}</bdi>’
          </>
        )}
      </For>
    </>
  );
}

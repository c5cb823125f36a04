import { createSignal, Show, type JSX } from 'solid-js';
import { createAnswer, createSending } from '../../replica/index.js';
import { startsWords } from '@alongside/domain/text/folding.js';
import {
  Button,
  Dialog,
  List,
  NotFetched,
  Notice,
  RadioGroup,
  Row,
  say,
  sayDate,
  Section,
  Skeleton,
  Tag,
  TextField,
} from '../../ui/index.js';

interface Issued {
  readonly credential: string;
  readonly holder: string;
  readonly as: 'mentor' | 'mentee';
  readonly on: string;
  readonly revoked: { readonly on: string; readonly why: string } | null;
}
interface Answer {
  readonly certificates: readonly Issued[];
  readonly total: number;
}
type Why = 'issued-in-error' | 'record-corrected';
const WHY_WORDS: Readonly<Record<string, string>> = {
  'issued-in-error': 'issued by mistake',
  'record-corrected': 'the record was corrected',
  'asked-by-holder': 'the holder asked for it',
};

/** From so many on, a list is searched rather than read. */
const SEARCHED_FROM = 10;

const roleOf = ({ as }: Issued): string => (as === 'mentor' ? 'Mentor' : 'Mentee');

/** By the words that names, roles and dates begin with. */
const matching =
  (typed: string) =>
  (one: Issued): boolean =>
    startsWords(`${one.holder} ${roleOf(one)} ${sayDate(one.on)}`, typed);

/** The certificates that an institution issued, and withdrawing one with a reason. */
export function CertificatesSection(props: { institution: string }): JSX.Element {
  const issued = createAnswer<Answer>(() => `/api/institutions/${props.institution}/certificates`);
  const [opened, setOpened] = createSignal<Issued>();
  const [typed, setTyped] = createSignal('');
  const shown = () => (issued.data()?.certificates ?? []).filter(matching(typed()));
  return (
    <Section title="Certificates">
      <Show
        when={issued.data()}
        fallback={
          <Show when={issued.failed()} fallback={<Skeleton kind="rows" label="Loading certificates" />}>
            {(said) => <NotFetched onAgain={issued.again}>{said()}</NotFetched>}
          </Show>
        }
      >
        {(now) => (
          <>
            <Show when={now().total > now().certificates.length}>
              <p class="small muted">
                The newest {now().certificates.length} of {now().total.toLocaleString('en-GB')}
              </p>
            </Show>
            <Show when={now().certificates.length > SEARCHED_FROM || typed()}>
              <TextField label="Search by name or year" kind="search" autocomplete="off" value={typed()} onInput={setTyped} />
            </Show>
            <List
              each={shown()}
              fallback={
                <p class="muted">{now().certificates.length ? 'No certificates match.' : 'No certificates have been issued yet.'}</p>
              }
            >
              {(one) => (
                <Row
                  wrap
                  title={<bdi>{one.holder || 'A person who deleted their account'}</bdi>}
                  note={`${roleOf(one)}, ${sayDate(one.on)}`}
                  end={
                    <Show
                      when={one.revoked}
                      fallback={
                        <Button tone="plain" small onPress={() => setOpened(one)}>
                          Withdraw<span class="unseen"> the certificate of {one.holder}</span>
                        </Button>
                      }
                    >
                      {(gone) => <Tag kind="refused">Withdrawn: {WHY_WORDS[gone().why] ?? gone().why}</Tag>}
                    </Show>
                  }
                />
              )}
            </List>
          </>
        )}
      </Show>
      <Show when={opened()} keyed>
        {(one) => <Withdraw of={one} onClose={() => setOpened(undefined)} onSaved={issued.again} />}
      </Show>
    </Section>
  );
}

function Withdraw(props: { of: Issued; onClose: () => void; onSaved: () => void }): JSX.Element {
  const [why, setWhy] = createSignal<Why>();
  const [missing, setMissing] = createSignal(false);
  const sending = createSending();
  const withdraw = async (event: SubmitEvent) => {
    event.preventDefault();
    const reason = why();
    setMissing(reason === undefined);
    if (!reason || sending.pending()) return;
    const { onSaved } = props;
    const saved = () => {
      say('Certificate withdrawn');
      onSaved();
    };
    if (!(await sending.send('RevokeCredential', { credential: props.of.credential, why: reason }, { saved }))) return;
    props.onClose();
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      title="Withdraw certificate"
      lead={`Anyone who checks its code will see that it was withdrawn and when, but not why. ${props.of.holder ? `${props.of.holder} can see why. ` : ''}You cannot make it valid again.`}
    >
      <form class="stack" novalidate onSubmit={(event) => void withdraw(event)}>
        <Show when={sending.refusal()}>{(said) => <Notice kind="refusal">{said().message}</Notice>}</Show>
        <RadioGroup<Why>
          label="Why?"
          value={why()}
          onChange={setWhy}
          error={missing() ? 'Choose a reason.' : undefined}
          choices={[
            { value: 'issued-in-error', label: 'It was issued by mistake' },
            { value: 'record-corrected', label: 'The record was corrected' },
          ]}
        />
        <div class="line line--wrap">
          <Button tone="danger" type="submit" pending={sending.pending()}>
            Withdraw certificate
          </Button>
          <Button tone="quiet" onPress={props.onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

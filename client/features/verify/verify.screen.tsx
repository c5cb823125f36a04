import { createSignal, Match, Show, Switch, type JSX } from 'solid-js';
import { useNavigate, useParams } from '@solidjs/router';
import { isAway, replica, type Outcome } from '../../replica/index.js';
import { createFetched } from '../../ui/create-fetched.js';
import { atStart, Button, count, Facts, NotFetched, Notice, PageHeader, sayDate, sayMinutes, Skeleton, TextField } from '../../ui/index.js';
import { submitting } from '../../shared/forms.js';
import { isWholeCode, plainCode, sayCode } from '../../shared/certificates/code.js';
import './verify.css';

/** What the hub says of a code, to anybody. */
interface Verification {
  readonly name: string;
  /** `participation`: a record that the two took part, which certifies nothing. */
  readonly kind: 'certificate' | 'participation';
  readonly as: 'mentor' | 'mentee';
  readonly issuerName: string;
  readonly on: string;
  readonly from: string;
  readonly to: string;
  readonly meetings: number;
  readonly minutes: number;
  /** Of a valid certificate alone. */
  readonly goalsAchieved?: number;
  readonly status: 'valid' | 'revoked' | 'holder-erased';
  readonly withdrawnOn?: string | null;
}

/** Checks a certificate by its code: open to everybody, nothing to sign in to. */
export default function Verify(): JSX.Element {
  const params = useParams<{ code?: string }>();
  const code = () => plainCode(params.code ?? '');
  const answer = createFetched(
    () => (isWholeCode(code()) ? code() : undefined),
    (wanted): Promise<Outcome<Verification>> => replica().ask<Verification>({ method: 'GET', path: `/api/verify/${wanted}` }),
  );
  const failure = () => {
    const found = answer.value();
    return found && !found.ok ? found.error : undefined;
  };
  const found = () => {
    const latest = answer.value();
    return latest?.ok ? latest.value : undefined;
  };
  return (
    <div class="page page--narrow">
      <div class="stack stack--loose">
        <PageHeader title="Check certificate" lead="Enter the code on it to see what it says, and whether it is valid." />
        <CodeForm code={params.code ?? ''} />
        <div aria-live="polite">
          <Switch>
            <Match when={!isWholeCode(code())}>{null}</Match>
            <Match when={answer.loading()}>
              <Skeleton kind="card" label="Loading certificate" />
            </Match>
            <Match when={found()}>{(verification) => <Found code={code()} of={verification()} />}</Match>
            <Match when={failure()?.status === 404}>
              <Notice kind="refusal" title={`We do not have a certificate with the code ${sayCode(code())}`}>
                Check the code on the certificate. Codes do not use 0, 1, I or O.
              </Notice>
            </Match>
            <Match when={failure()}>
              {(why) => (
                <NotFetched title={isAway(why()) ? 'We could not check this certificate' : undefined} onAgain={answer.again}>
                  {why().message}
                </NotFetched>
              )}
            </Match>
          </Switch>
        </div>
      </div>
    </div>
  );
}

function CodeForm(props: { code: string }): JSX.Element {
  const navigate = useNavigate();
  const [typed, setTyped] = createSignal(isWholeCode(plainCode(props.code)) ? sayCode(plainCode(props.code)) : props.code);
  const [wrong, setWrong] = createSignal(props.code !== '' && !isWholeCode(plainCode(props.code)));
  const check = () => {
    setWrong(!isWholeCode(plainCode(typed())));
    if (!wrong()) navigate(`/verify/${plainCode(typed())}`);
  };
  return (
    <form class="stack" novalidate onSubmit={submitting(check)}>
      <TextField
        label="Code on the certificate"
        hint="10 letters and numbers. You do not need to enter the space."
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        maxlength={40}
        value={typed()}
        onInput={setTyped}
        error={wrong() ? 'Enter a code with 10 letters and numbers. Codes do not use 0, 1, I or O.' : undefined}
      />
      <div>
        <Button type="submit">Check certificate</Button>
      </div>
    </form>
  );
}

/** The certificate as the record has it. */
function Found(props: { code: string; of: Verification }): JSX.Element {
  const did = () => (props.of.as === 'mentor' ? 'mentored a colleague' : 'was mentored by a colleague');
  return (
    <article class={`certificate certificate--${props.of.status}`} aria-labelledby="certificate-title">
      <p class="certificate__status">
        {props.of.kind === 'certificate' ? 'This certificate' : 'This record of participation'}{' '}
        {props.of.status === 'revoked' ? 'was withdrawn' : 'is valid'}
      </p>
      <h2 id="certificate-title">
        <Show when={props.of.name} fallback={`A former member ${did()}`}>
          <bdi>{props.of.name}</bdi> {did()}
        </Show>
      </h2>
      <Show when={props.of.status === 'revoked'}>
        <p>
          {props.of.issuerName} withdrew it{props.of.withdrawnOn ? ` on ${sayDate(props.of.withdrawnOn)}` : ''}, so it is not valid any
          more.
        </p>
      </Show>
      <Show when={props.of.status === 'holder-erased'}>
        <p>Its holder deleted their account. We know only that it was issued.</p>
      </Show>
      <Show when={props.of.kind === 'participation'}>
        <p>It says that they took part, and how often they met. It does not certify an achievement.</p>
      </Show>
      <Facts
        of={[
          { label: 'From and to', value: `${sayDate(props.of.from)} to ${sayDate(props.of.to)}` },
          {
            label: 'Meetings',
            value: `${atStart(count(props.of.meetings, 'meeting'))}, ${sayMinutes(props.of.minutes)} confirmed by both`,
          },
          ...(props.of.goalsAchieved ? [{ label: 'Goals achieved', value: props.of.goalsAchieved }] : []),
          { label: 'Issued by', value: props.of.issuerName },
          { label: 'Issued on', value: sayDate(props.of.on) },
          { label: 'Code', value: sayCode(props.code) },
        ]}
      />
      <Show when={props.of.name && props.of.status === 'valid'}>
        <p class="small muted">
          If your copy says something else, trust this page. Only <bdi>{props.of.name}</bdi> and people with the code can see it.
        </p>
      </Show>
    </article>
  );
}

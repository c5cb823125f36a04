import { Show, type JSX } from 'solid-js';
import { isDay } from '@alongside/domain/kernel/moments.js';
import { isSchoolDay } from '@alongside/domain/uk/school-days.js';
import { createAnswer, createView } from '../../replica/index.js';
import { DateField, dayOf, Facts, NotFetched, RadioGroup, sayDay, Skeleton } from '../../ui/index.js';
import { createKept, sayNoEmail } from './kept-invitations.js';

/** When new colleagues are told that they can sign in. */
export interface WhenToInvite {
  readonly when: 'now' | 'on' | 'later';
  readonly on: string;
}
export const INVITE_LATER: WhenToInvite = { when: 'later', on: '' };

/** The day that was chosen: today, a later one, or null for later; undefined where a date is missing or past. */
export const dayOfChoice = ({ when, on }: WhenToInvite): string | null | undefined =>
  when === 'later' ? null : when === 'now' ? dayOf() : isDay(on) && on >= dayOf() ? on : undefined;

/** Whether the emails go at once: today is now, also where it was chosen as a date. */
export const isNow = (choice: WhenToInvite): boolean => dayOfChoice(choice) === dayOf();

/** What to do about a choice that is no day. */
export const CHOOSE_DAY = 'Choose today or a later date.';

/** Now, on a date or later, with the exact email. */
export function ChooseWhen(props: {
  label: string;
  value: WhenToInvite;
  onChange: (value: WhenToInvite) => void;
  error: string | undefined;
  /** Whose school days they are. */
  at?: string | undefined;
  /** What choosing “later” means here; without it there is no such choice. */
  later?: string;
  /** Who is invited now, and who on a date, where the choice is for some of them. */
  whom?: { readonly now: string; readonly on: string };
  /** A day is planned already, and is not changed here. */
  hasDay?: boolean;
}): JSX.Element {
  const institution = createView('institution', () => props.at);
  const closed = () => {
    const row = institution();
    const day = props.value.on;
    return row && isDay(day) && !isSchoolDay({ nation: row.details.nation, terms: row.terms, closures: row.closures }, day);
  };
  const kept = createKept(() => props.at);
  return (
    <div class="stack">
      <Show when={sayNoEmail(kept.data())}>
        {(said) => <p class="small">{said()} Until then we write the invitations and do not send them.</p>}
      </Show>
      <RadioGroup
        label={props.label}
        value={props.value.when}
        onChange={(when) => props.onChange({ ...props.value, when })}
        choices={[
          { value: 'now', label: 'Now', ...(props.whom && { hint: props.whom.now }) },
          ...(props.later === undefined ? [] : [{ value: 'later' as const, label: 'Later', hint: props.later }]),
          // Last: its date is right below it.
          ...(props.hasDay ? [] : [{ value: 'on' as const, label: 'On a date', ...(props.whom && { hint: props.whom.on }) }]),
        ]}
      />
      <Show when={props.value.when === 'on'}>
        <DateField
          label="Date"
          hint={
            isNow(props.value) ? `This date is today. ${props.whom?.now ?? 'We send the emails now.'}` : 'We send the emails that morning.'
          }
          min={dayOf()}
          value={props.value.on}
          onInput={(on) => props.onChange({ ...props.value, on })}
          error={props.error}
        />
        <p class="small" role="status">
          {closed() ? `${sayDay(props.value.on)} is not a school day. You can still choose it.` : ''}
        </p>
      </Show>
      <TheInvitation at={props.at} />
    </div>
  );
}

/** Where the hub tells the words of the invitation to a school. */
export const invitationPath = (at: string | undefined): string => `/api/mail/invitation${at ? `?at=${encodeURIComponent(at)}` : ''}`;

/** The email, word for word. */
function TheInvitation(props: { at: string | undefined }): JSX.Element {
  const invitation = createAnswer<{ readonly subject: string; readonly text: string }>(() => invitationPath(props.at));
  return (
    <details class="desk__letter">
      <summary>See the email</summary>
      <Show
        when={invitation.data()}
        fallback={
          <Show when={invitation.failed()} fallback={<Skeleton lines={5} label="Loading the email" />}>
            {(said) => <NotFetched onAgain={invitation.again}>{said()}</NotFetched>}
          </Show>
        }
      >
        {(letter) => (
          <div class="stack">
            <Facts of={[{ label: 'Subject', value: letter().subject }]} />
            <p class="desk__text">{letter().text}</p>
            <p class="small muted">It is addressed to you here. Your colleagues see their own names.</p>
          </div>
        )}
      </Show>
    </details>
  );
}

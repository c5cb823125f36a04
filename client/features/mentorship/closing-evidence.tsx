import { within } from '@alongside/domain/text/mid-sentence.js';
import { For, Show, type JSX } from 'solid-js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import { evidenceNeeded } from '@alongside/domain/recognition/evidence.js';
import { sayMinutes } from '@alongside/domain/uk/uk-time.js';
import { createView, me, session } from '../../replica/index.js';
import { atStart, count, dayOf, Link, sayDay, Section } from '../../ui/index.js';
import { createNow, type Meeting, type Mentorship } from '../../shared/pair/pair.js';
import { behindCertificate, type Uncounted } from './closing.js';

/** What the certificate will say, or what is missing for one and what would add to it. */
export function ClosingEvidence(props: { pair: Mentorship; meetings: readonly Meeting[]; otherName: string }): JSX.Element {
  const now = createNow();
  // The same school that issues it: the first that the person belongs to.
  const home = createView(
    'institution',
    () => session()?.memberships.find(({ institution }) => institution !== HUB_INSTITUTION)?.institution,
  );
  const behind = () => behindCertificate(props.pair, props.meetings, evidenceNeeded(home()?.settings), { me: me(), now: now() });
  const issuer = () => home()?.details.name ?? 'Alongside';
  return (
    <Section title={behind().enough ? 'Your certificate' : 'What a certificate needs'}>
      <Show when={!home.loading}>
        <Show when={behind().enough} fallback={<Missing behind={behind()} issuer={issuer()} otherName={props.otherName} />}>
          <p>
            {issuer()} certifies {meetingsOf(behind().found.meetings)} and {sayMinutes(behind().found.minutes)}, confirmed by you and{' '}
            {props.otherName}.
          </p>
          <Show when={behind().uncounted.length}>
            <Waiting of={behind().uncounted} otherName={props.otherName} />
            <p class="muted">
              A certificate counts what you both confirm before the mentorship is completed. What you confirm later counts in your CPD
              records, and not on the certificate.
            </p>
          </Show>
        </Show>
      </Show>
    </Section>
  );
}

const meetingsOf = (number: number): string => (number === 1 ? 'one meeting' : `${number} meetings`);

/** “80 of 90 minutes”, and “165 minutes” where it is enough. */
export const sayEvidence = (found: number, needed: number, what: string): string =>
  found < needed
    ? `${found} of ${count(needed, what)} confirmed by you both`
    : `${atStart(count(found, what))} confirmed by you both: enough`;

function Missing(props: { behind: ReturnType<typeof behindCertificate>; issuer: string; otherName: string }): JSX.Element {
  return (
    <>
      <ul class="stack stack--tight" role="list">
        <li>{sayEvidence(props.behind.found.meetings, props.behind.needed.meetings, 'meeting')}</li>
        <li>{sayEvidence(props.behind.found.minutes, props.behind.needed.minutes, 'minute')}</li>
      </ul>
      <Waiting of={props.behind.uncounted} otherName={props.otherName} />
      <p class="muted">
        If you complete now, {props.issuer} gives you a record of participation. It says how often you met, and is not a certificate.
        Meetings that you both confirm later still count.
      </p>
    </>
  );
}

/** Each meeting that does not count yet: whose confirmation is missing, and the way to confirm it. */
const Waiting = (props: { of: readonly Uncounted[]; otherName: string }): JSX.Element => (
  <For each={props.of}>
    {(one) => (
      <p>
        <Uncounting one={one} otherName={props.otherName} />
      </p>
    )}
  </For>
);

function Uncounting(props: { one: Uncounted; otherName: string }): JSX.Element {
  const on = () => sayDay(dayOf(props.one.startsAt));
  const href = () => `/meetings/${props.one.meeting}`;
  return (
    <Show
      when={props.one.waitsFor !== 'other'}
      fallback={
        <>
          Waiting for {within(props.otherName)} to confirm the meeting on {on()}.
        </>
      }
    >
      <Link href={href()}>
        {props.one.waitsFor === 'both' ? 'Record' : 'Confirm'} the meeting on {on()}
      </Link>{' '}
      and it counts.
    </Show>
  );
}

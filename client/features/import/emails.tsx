import { Show, type JSX } from 'solid-js';
import { placeWithin } from '@alongside/domain/text/hub-name.js';
import { atStart, count, Link, sayDay } from '../../ui/index.js';
import { whyNoEmail, type Kept } from '../../shared/people/kept-invitations.js';
import type { Choices } from './choices.js';
import type { ImportPreview, Told } from './import-answers.js';

type StaffPreview = Extract<ImportPreview, { kind: 'staff' }>;
const people = (many: number): string => count(many, 'person', 'people');

/** Who is emailed with these choices. `now`: if the invitations go now; `atOnce`: of these, whatever is chosen; `waiting`: asked with their first invitation. */
export function emailsWith(
  { emails, emailsAtOnce = 0, emailsWaiting = 0, comparison }: StaffPreview,
  { who, again, leftOut }: Choices,
): { readonly now: number; readonly atOnce: number; readonly waiting: number } {
  const fresh = [...who.values()].filter((one) => one === 'new').length;
  const uninvited = comparison.sameNames.of
    .flatMap(({ members }) => members)
    .filter(({ person, uninvited: isUninvited }) => isUninvited && [...who.values()].includes(`same:${person}`)).length;
  const back = comparison.returning.of.filter(({ row }) => again.has(row));
  return {
    now: Math.max(0, emails + fresh + uninvited + again.size - leftOut.size),
    atOnce: emailsAtOnce + back.filter(({ told }) => told).length,
    waiting: emailsWaiting + back.filter(({ asks, told }) => asks && !told).length,
  };
}

/** Where people who were asked and not emailed are invited from. */
const Asked = (props: { at: string }): JSX.Element => (
  <>
    <Link href={`/members?at=${props.at}`}>Members</Link>, under “Invited”
  </>
);

/** What is emailed beside the choice of a day: to those who know Alongside at once, to those who were never told with the invitations. */
export function EmailsBeside(props: { of: ReturnType<typeof emailsWith>; isNow: boolean; at: string }): JSX.Element {
  const one = (many: number) => many === 1;
  return (
    <Show when={!props.isNow}>
      <Show when={props.of.atOnce}>
        {(many) => (
          <p>
            {atStart(people(many()))} already {one(many()) ? 'knows' : 'know'} Alongside. We email {one(many()) ? 'them' : 'all of them'} as
            soon as you import.
          </p>
        )}
      </Show>
      <Show when={props.of.waiting}>
        {(many) => (
          <p>
            {atStart(people(many()))} {one(many()) ? 'has an account and was' : 'have accounts and were'} never invited to Alongside. We do
            not email {one(many()) ? 'them' : 'any of them'} now. Their first invitation, from you or from their own school, asks them to
            join. After the import you find {one(many()) ? 'them' : 'all of them'} on <Asked at={props.at} />.
          </p>
        )}
      </Show>
    </Show>
  );
}

/** Who invites the new people of a school: the reader, its coordinators or administrators, or nobody yet. */
export interface Inviting {
  readonly at: string;
  readonly where: string;
  readonly isReader: boolean;
  readonly desk: 'coordinator' | 'administrator' | null;
}

const DESKS = { coordinator: 'Coordinators', administrator: 'Administrators' } as const;

/** Who invites them later, and where. A day is chosen for new members: people who are asked to join are invited from Members. */
export const sayLater = ({ where, isReader, desk }: Inviting, { now, atOnce, waiting } = { now: 0, atOnce: 0, waiting: 0 }): string => {
  const does = waiting > 0 && now <= atOnce + waiting ? 'invite them from Members' : 'choose a day on their Today page';
  if (isReader) return `You ${does.replace('their', 'your')}.`;
  if (desk === null) return `${where} has no coordinator yet. Once it has one, they ${does}.`;
  return `${DESKS[desk]} of ${placeWithin(where)} ${does}.`;
};

/** Why an email that was asked for is not there yet, and what becomes of it; undefined where none is known to wait. */
function sayWaits(kept: Kept | undefined): string | undefined {
  if (kept?.waits === 'held')
    return `${whyNoEmail(kept)}. An administrator of the hub lets emails go on Hub status. What waits for more than 2 days is sent by hand.`;
  return kept?.waits === 'failing' ? 'the mail server takes no email at the moment. We keep trying.' : undefined;
}

/** Whether people of the list were told of Alongside. `kept`: whether emails leave this hub. */
export function SayTold(props: { told: Told | undefined; added: number; kept: Kept | undefined; inviting: Inviting }): JSX.Element {
  const told = () => props.told ?? { emailed: 0, planned: 0, on: null };
  const emailed = (): string => {
    const { emailed: many } = told();
    if (many === 0) return '';
    const waits = sayWaits(props.kept);
    if (waits) return `We have not emailed ${count(many, 'invitation')} yet: ${waits}`;
    return whyNoEmail(props.kept)
      ? `We could not email ${people(many)} their invitation: ${whyNoEmail(props.kept)}. You can send it once it has.`
      : `We are emailing ${people(many)} an invitation.`;
  };
  const planned = (): string => {
    const { on, planned: many } = told();
    return on === null ? '' : `We email ${people(many)} on ${sayDay(on)}.`;
  };
  const waiting = (): string => {
    const many = told().waiting ?? 0;
    if (many === 0) return '';
    return `${atStart(people(many))} ${many === 1 ? 'has an account and was' : 'have accounts and were'} never invited to Alongside. We have not emailed them: their first invitation asks them to join.`;
  };
  const said = () => [emailed(), planned(), waiting()].filter(Boolean).join(' ');
  /** New people who are neither emailed nor planned for: a day that was chosen is for all of them. */
  const areLeft = () => props.added > 0 && told().on === null && told().emailed === (told().atOnce ?? 0);
  return (
    <>
      <Show when={said()}>
        {(words) => (
          <p>
            {words()}
            <Show when={waiting()}>
              {' '}
              They are on <Asked at={props.inviting.at} />.
            </Show>
          </p>
        )}
      </Show>
      <Show when={areLeft()} fallback={<Show when={!said()}>{<p>We have not emailed any invitations.</p>}</Show>}>
        <p>
          We have not emailed the new people yet. <WhoInvites of={props.inviting} />
        </p>
      </Show>
    </>
  );
}

function WhoInvites(props: { of: Inviting }): JSX.Element {
  const other = () => (
    <Show
      when={props.of.desk}
      fallback={
        <>
          {props.of.where} has no coordinator to invite them. <Link href={`/members?at=${props.of.at}`}>Choose a coordinator</Link>: select
          “Change” beside a member.
        </>
      }
    >
      {(desk) => (
        <>
          {DESKS[desk()]} of <Link href={`/institutions/${props.of.at}`}>{placeWithin(props.of.where)}</Link> invite them when they are
          ready.
        </>
      )}
    </Show>
  );
  return (
    <Show when={props.of.isReader} fallback={other()}>
      <Link href={`/newcomers?at=${props.of.at}`}>Invite them</Link> when you are ready.
    </Show>
  );
}

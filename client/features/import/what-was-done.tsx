import { createMemo, For, mapArray, Show, type JSX } from 'solid-js';
import { createView } from '../../replica/index.js';
import { AddAgain, createPutBack, WHAT_COMES_BACK } from '../../shared/people/add-again.js';
import { atStart, count, Link, Section } from '../../ui/index.js';
import type { Done, ImportProgress, Named } from './import-answers.js';
import { sayBelow, sayNames } from './left-out-above.js';

/** Who it was: each name leads to its member, but for those who are none any more, or not yet. */
function Names(props: { of: readonly Named[]; total: number; at?: string | undefined }): JSX.Element {
  const more = () => props.total - props.of.length;
  return (
    <>
      <For each={props.of}>
        {({ person, name }, index) => (
          <>
            {index() === 0 ? '' : index() === props.of.length - 1 && more() <= 0 ? ' and ' : ', '}
            <Show when={props.at} fallback={<bdi>{name}</bdi>}>
              {(at) => (
                <Link href={`/members?${new URLSearchParams({ at: at(), person })}`}>
                  <bdi>{name}</bdi>
                </Link>
              )}
            </Show>
          </>
        )}
      </For>
      <Show when={more() > 0}> and {more().toLocaleString('en-GB')} more</Show>
    </>
  );
}

/** What an import did to whom, in sentences. Nothing where it did nothing that is told by name. */
export function WhatWasDone(props: { of: ImportProgress; did: Done; at: string; where: string }): JSX.Element {
  const people = (many: number) => atStart(count(many, 'person', 'people'));
  const members = createMemo(
    mapArray(
      () => props.did.gone ?? [],
      (one) => ({ one, row: createView('member', () => `${props.at}:${one.person}`) }),
    ),
  );
  /** Added again since, here or elsewhere. */
  const back = () => members().flatMap(({ one, row }) => (row()?.left === null ? [one] : []));
  const stayGone = () => (props.did.gone ?? []).filter((one) => !back().includes(one));
  const left = () => props.of.gone - back().length;
  const lines = () =>
    [
      {
        of: props.did.added,
        total: props.of.added,
        said: `${people(props.of.added)} ${props.of.added === 1 ? 'is' : 'are'} new at ${props.where}`,
        links: true,
      },
      {
        of: props.did.asked,
        total: props.of.asked,
        said: `${people(props.of.asked)} ${props.of.asked === 1 ? 'is' : 'are'} invited to ${props.where}`,
        links: false,
      },
      {
        of: props.did.updated,
        total: props.of.updated,
        said: `We updated ${count(props.of.updated, 'person', 'people')}`,
        links: true,
      },
      {
        of: props.did.readdressed,
        total: props.of.newAddresses ?? 0,
        said: `${people(props.of.newAddresses ?? 0)} ${props.of.newAddresses === 1 ? 'has' : 'have'} a new email address`,
        links: true,
      },
      { of: stayGone(), total: left(), said: `${people(left())} left ${props.where}`, links: false },
      {
        of: back(),
        total: back().length,
        said: `${people(back().length)} left and ${back().length === 1 ? 'is a member' : 'are members'} of ${props.where} again`,
        links: true,
      },
    ].filter(({ of }) => of !== undefined && of.length > 0);
  const putBack = createPutBack(
    () => props.at,
    () => (props.did.gone ?? []).map(({ person }) => person),
  );
  const below = () => (props.did.below ?? []).map(({ above, line, kept, none }) => `${above} was left out. ${sayBelow(line, kept, none)}`);
  return (
    <Show
      when={
        lines().length ||
        props.did.leftOut?.length ||
        props.did.undecided?.length ||
        props.did.leftBefore?.length ||
        props.did.stayed?.length
      }
    >
      <Section title="What was done">
        <For each={lines()}>
          {({ of = [], total, said, links }) => (
            <p>
              {said}: <Names of={of} total={total} at={links ? props.at : undefined} />.
            </p>
          )}
        </For>
        <Show when={props.did.leftOut}>{(names) => <p>You left out {sayNames(names(), props.did.leftOutTotal)}.</p>}</Show>
        <Show when={props.did.leftBefore}>
          {(names) => <p>We left out {sayNames(names(), props.did.leftBeforeTotal)}, who left before.</p>}
        </Show>
        <Show when={props.did.stayed}>
          {(names) => (
            <p>
              Your list says that {sayNames(names(), props.did.stayedTotal)} left. They are still{' '}
              {names().length === 1 ? 'a member' : 'members'} of {props.where}, because you did not tick them.
            </p>
          )}
        </Show>
        <Show when={props.did.undecided}>
          {(names) => (
            <p>
              We left out {sayNames(names(), props.did.undecidedTotal)}, because you did not choose if{' '}
              {names().length === 1 ? 'they are a member' : 'they are members'} here.
            </p>
          )}
        </Show>
        <For each={below()}>{(said) => <p>{said}</p>}</For>
      </Section>
      <Show when={left() > 0 && stayGone().length}>
        <Section title="Removed by mistake?">
          <Show when={putBack().length}>
            <p>
              {putBack().length === 1 ? 'This person has never signed in' : 'These people have never signed in'}. You can add them again
              without an invitation. {WHAT_COMES_BACK}
            </p>
            <AddAgain at={props.at} where={props.where} of={putBack()} all />
          </Show>
          <p class="small muted">
            To bring back a person who has signed in, invite them under{' '}
            <Link href={`/members?${new URLSearchParams({ at: props.at })}`}>Members</Link>. They accept the invitation themselves.
          </p>
        </Section>
      </Show>
    </Show>
  );
}

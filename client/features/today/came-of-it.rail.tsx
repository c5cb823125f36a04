import { createMemo, For, Show, type JSX } from 'solid-js';
import { calledName, Link, Section, WordToCome } from '../../ui/index.js';
import { createWho } from '../../shared/people/person-name.js';
import { cameOfIt, sayCameOfIt, type CameOfIt } from './came-of-it.js';
import type { TodayRows } from './moves.js';

/** To a mentor: what came of it for the people they mentor, and the way to others whom they could help. */
export default function WhatCameOfIt(props: { rows: TodayRows }): JSX.Element {
  const lines = createMemo(() => cameOfIt(props.rows));
  return (
    <>
      <Show when={lines().length}>
        <Section title="What came of it" level={3}>
          <For each={lines()}>{(line) => <Line of={line} now={props.rows.now} />}</For>
        </Section>
      </Show>
      <p class="small">
        <Link href="/mentees">Teachers you could help</Link>
      </p>
    </>
  );
}

function Line(props: { of: CameOfIt; now: string }): JSX.Element {
  const who = createWho(() => props.of.mentee);
  return (
    <p class="small muted">
      <Show when={who().name} fallback={<WordToCome />}>
        {sayCameOfIt(props.of, calledName(who()), props.now)}{' '}
        <Link href={`/mentorships/${props.of.mentorship}`} about={`: ${props.of.title || 'Deleted goal'}`}>
          See goal
        </Link>
      </Show>
    </p>
  );
}

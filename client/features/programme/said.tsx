import { createMemo, Show, type JSX } from 'solid-js';
import { RELEASED_FROM_PEOPLE } from '@alongside/domain/figures/release.js';
import { createRows } from '../../replica/index.js';
import { dayAfter, Section, Table, WhenLoaded } from '../../ui/index.js';
import { linesOf, type SaidLine } from './said-words.js';

/** How far back answers are counted, in days. */
export const YEAR_DAYS = 365;

/** They could work out the others’ answers from their own (0051). */
const NOT_COUNTED = 'We do not count answers from coordinators and leaders, or goals they share with their mentor or mentees.';

/** What people said of mentoring here, as far as figures tell it. */
export function WhatPeopleSaid(props: { at: string; today: string }): JSX.Element {
  const rows = createRows(
    'said',
    () => ({ institution: props.at }),
    () => ({ by: 'day', from: dayAfter(props.today, -YEAR_DAYS), to: props.today }),
  );
  const lines = createMemo(() => linesOf(rows()));
  return (
    <Section title="What people said">
      <WhenLoaded of={[rows]} lines={3} label="Loading what people said">
        <Show
          when={lines().length}
          fallback={
            <p class="muted">
              No figures yet. They show here when {RELEASED_FROM_PEOPLE} people have answered. {NOT_COUNTED}
            </p>
          }
        >
          <p class="small muted">
            We add answers only when {RELEASED_FROM_PEOPLE} people or more have given theirs, so that no one’s answer can be worked out.{' '}
            {NOT_COUNTED} Each line says how many people answered, and about how many of them said this, so the first number can be small.
            Numbers are rounded. A person who answers again is counted again.
          </p>
          <Table<SaidLine>
            caption="Answers in the last year"
            unseenCaption
            rows={lines()}
            columns={[
              { title: 'Figure', cell: ({ label }) => label },
              { title: 'In the last year', cell: ({ value }) => value, oneLine: true },
            ]}
          />
        </Show>
      </WhenLoaded>
    </Section>
  );
}

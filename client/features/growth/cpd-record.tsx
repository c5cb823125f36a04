import { For, Show, type JSX } from 'solid-js';
import { LEADERS_SEE } from '@alongside/domain/institutions/role-words.js';
import { CPD_ROUNDING } from '@alongside/domain/development/cpd.js';
import { createRows, createView, me, type ViewRows } from '../../replica/index.js';
import { ButtonLink, EmptyState, Link, WhenLoaded, sayDate, sayMinutes, Section, Table } from '../../ui/index.js';
import { PersonName } from '../../shared/people/person-name.js';
import { byYear, sayCredits } from './cpd.js';

/** Hours really spent, by school year. They come from meetings that both recorded; nobody types them. */
export default function CpdRecord(): JSX.Element {
  const rows = createRows('cpd', () => ({ person: me() }));
  const years = () => byYear(rows());
  return (
    <WhenLoaded of={[rows]} label="Loading CPD record">
      <Show
        when={years().length}
        fallback={
          <EmptyState
            level={2}
            title="No confirmed meetings yet"
            action={<ButtonLink href="/mentorships">See your mentorships</ButtonLink>}
          >
            When you both confirm a meeting, we add its minutes here. You do not need to type anything.
          </EmptyState>
        }
      >
        <div class="stack stack--loose">
          <p class="small muted">
            From meetings that you both confirmed. {CPD_ROUNDING} Only you can see this record. {LEADERS_SEE}
          </p>
          <For each={years()}>
            {(year) => (
              <Section
                title={year.name}
                action={
                  <p>
                    <strong>{sayMinutes(year.minutes)}</strong> <span class="muted">· {sayCredits(year.credits)}</span>
                  </p>
                }
              >
                <Table<ViewRows['cpd']>
                  caption={`Meetings in the school year ${year.name}`}
                  unseenCaption
                  rows={year.rows}
                  columns={[
                    { title: 'Date', cell: (row) => <Link href={`/meetings/${row.meeting}`}>{sayDate(row.on)}</Link> },
                    { title: 'With', cell: (row) => <With row={row} /> },
                    { title: 'As', cell: (row) => (row.as === 'mentor' ? 'Mentor' : 'Mentee') },
                    { title: 'Minutes', number: true, cell: (row) => row.minutes },
                  ]}
                />
              </Section>
            )}
          </For>
        </div>
      </Show>
    </WhenLoaded>
  );
}

function With(props: { row: ViewRows['cpd'] }): JSX.Element {
  const pair = createView('mentorship', () => props.row.mentorship);
  return <Show when={pair()}>{(row) => <PersonName of={props.row.as === 'mentor' ? row().mentee : row().mentor} />}</Show>;
}

import { For, type JSX } from 'solid-js';
import { Table } from '../../ui/index.js';
import type { OverviewRow } from '@alongside/projections/views/overview.view.js';
import {
  GROUPS,
  outsideGroups,
  said,
  sayPlaces,
  type FigureWords,
  type OutsideGroup,
  type ProgrammeFigures,
} from '../../shared/programme/figures.js';

const WITHHELD = () => (
  <span>
    <span aria-hidden="true">–</span>
    <span class="unseen">hidden, to protect small groups</span>
  </span>
);

/** Each group as a table of its own, so that a total stands beside what it is made of. */
export const AllFigures = (props: { figures: ProgrammeFigures; space: number | undefined }): JSX.Element => {
  const cell = (words: FigureWords) =>
    words.name === 'places' ? sayPlaces(said(words, props.figures), props.space) : said(words, props.figures);
  return (
    <Groups
      of={GROUPS.map(({ title, figures }) => ({ title, lines: figures.map((words) => ({ label: words.label, value: cell(words) })) }))}
    />
  );
};

/** The same of what may leave the hub. */
export const OutsideFigures = (props: { figures: ProgrammeFigures; outside: OverviewRow['outside'] }): JSX.Element => (
  <Groups of={outsideGroups(props.figures, props.outside)} />
);

const Groups = (props: { of: readonly OutsideGroup[] }): JSX.Element => (
  <div class="programme__groups">
    <For each={props.of}>
      {(group) => (
        <Table
          caption={group.title}
          rows={group.lines}
          columns={[
            { title: 'Figure', cell: ({ label }) => label },
            { title: 'Now', number: true, cell: ({ value }) => value ?? <WITHHELD /> },
          ]}
        />
      )}
    </For>
  </div>
);

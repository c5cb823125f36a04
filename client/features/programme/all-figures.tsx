import { For, type JSX } from 'solid-js';
import { Table } from '../../ui/index.js';
import { GROUPS, said, saidOutside, sayPlaces, type FigureWords, type ProgrammeFigures } from '../../shared/programme/figures.js';

const WITHHELD = () => (
  <span>
    <span aria-hidden="true">–</span>
    <span class="unseen">hidden, to protect small groups</span>
  </span>
);

/** Each group as a table of its own, so that a total stands beside what it is made of. */
export const AllFigures = (props: { figures: ProgrammeFigures; exact: boolean; space: number | undefined }): JSX.Element => {
  const one = (words: FigureWords) => (props.exact ? said(words, props.figures) : saidOutside(words, props.figures));
  const cell = (words: FigureWords) => (words.name === 'places' ? sayPlaces(one(words), props.space) : one(words));
  return (
    <div class="programme__groups">
      <For each={GROUPS}>
        {(group) => (
          <Table
            caption={group.title}
            rows={group.figures}
            columns={[
              { title: 'Figure', cell: (words) => words.label },
              { title: 'Now', number: true, cell: (words) => cell(words) ?? <WITHHELD /> },
            ]}
          />
        )}
      </For>
    </div>
  );
};

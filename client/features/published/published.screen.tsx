import { createMemo, mapArray, Show, type JSX } from 'solid-js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import { createRows, session } from '../../replica/index.js';
import { ButtonLink, EmptyState, WhenLoaded, PageHeader } from '../../ui/index.js';
import { SharedList } from '../../shared/reflections/shared-list.js';

/** What colleagues published, in one quiet place, newest first. */
export default function SharedByColleagues(): JSX.Element {
  const places = createMemo(() => {
    const own = (session()?.memberships ?? []).filter(({ institution }) => institution !== HUB_INSTITUTION);
    return [...new Set(own.flatMap(({ institution, trust }): string[] => (trust ? [institution, trust] : [institution])))];
  });
  const lists = createMemo(mapArray(places, (institution) => createRows('published', () => ({ institutions: institution }))));
  /** Each once, though it was published to a school and to its trust. */
  const published = createMemo(() => [...new Map(lists().flatMap((list) => list().map((row) => [row.reflection, row] as const))).values()]);
  const loading = () => lists().some((list) => list.loading);
  return (
    <div class="page page--narrow">
      <div class="stack stack--loose">
        <PageHeader title="Shared by colleagues" lead="Reflections that people chose to share with everyone at your school or trust." />
        <WhenLoaded of={[{ loading: loading() }]} label="Loading shared reflections">
          <Show when={published().length} fallback={<NothingYet />}>
            <SharedList of={published()} level={2} />
          </Show>
        </WhenLoaded>
      </div>
    </div>
  );
}

const NothingYet = () => (
  <EmptyState
    level={2}
    title="Nothing shared yet"
    action={
      <ButtonLink tone="quiet" href="/growth?part=reflections">
        See your reflections
      </ButtonLink>
    }
  >
    When a colleague shares a reflection with everyone at your school or trust, we show it here.
  </EmptyState>
);

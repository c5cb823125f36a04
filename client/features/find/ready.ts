import { createMemo, type Accessor } from 'solid-js';
import { fromReserves, type FromReserves, type Reserve, type Reserves } from '@alongside/ml/ranking/reserves.js';
import type { Moved } from '@alongside/ml/ranking/sliders.js';
import { createAnswer, replica, type ComputedAnswer } from '../../replica/index.js';
import { SUGGESTIONS_REST_ON, type MentorCard, type SuggestedMentor, type SuggestionsAnswer } from '../../shared/mentors/suggestions.js';

/** A mentor whom the hub sent along, to be shown where sliders are moved. */
export interface ReserveMentor extends MentorCard, Reserve {}
export type ReservesAnswer = Reserves<ReserveMentor>;

/** A list as it is shown: the hub’s, or one that was worked out here over the reserves until the hub’s comes. */
export interface Shown {
  readonly answer: SuggestionsAnswer;
  /** What it answers. */
  readonly path: string;
  /** Out of how many people it was worked out here; `null`: by the hub, out of all. */
  readonly outOf: number | null;
}

/** Plain copies: an answer changes in place, and reads of its store are slow. Answers are JSON. */
const copyOf = <Data>(data: Data): Data => JSON.parse(JSON.stringify(data)) as Data;

/** Follows the sliders at once over people whom the hub sent along, and gives way to the hub’s own list as it comes. */
export function createReady(asked: {
  readonly answer: ComputedAnswer<SuggestionsAnswer>;
  readonly moved: Accessor<Moved>;
  /** The question that the sliders stand for now. */
  readonly path: Accessor<string>;
  readonly reservesPath: Accessor<string>;
}) {
  const { answer } = asked;
  // The three come first: what is kept ready is asked for once they are there.
  const reserves = createAnswer<ReservesAnswer>(() => (answer.data() ? asked.reservesPath() : undefined), SUGGESTIONS_REST_ON);
  const ready = createMemo(() => {
    const data = reserves.data();
    return data && reserves.path() === asked.reservesPath() ? copyOf(data) : undefined;
  });
  const isBehind = () => answer.path() !== asked.path();
  const here = createMemo((): Shown | undefined => {
    const [hubs, kept] = [answer.data(), ready()];
    if (!hubs || !kept?.people.length || !isBehind()) return undefined;
    const people = fromReserves(kept, asked.moved()).map(suggestedBy);
    return { answer: { ...hubs, people }, path: asked.path(), outOf: kept.people.length };
  });
  const shown = (): Shown | undefined => {
    const data = answer.data();
    return here() ?? (data && { answer: data, path: answer.path() ?? asked.path(), outOf: null });
  };
  /** Out of how many people the list is, where the hub cannot look at all of them. */
  const onlyOutOf = () => (answer.failed() !== undefined || !replica().online() ? (here()?.outOf ?? null) : null);
  return { shown, onlyOutOf };
}

const suggestedBy = ({ reserve, forMentee, ...scored }: FromReserves<ReserveMentor>): SuggestedMentor => {
  const { compared: _compared, remarks: _remarks, ...card } = reserve;
  // Never noted: a list over some people is not one that the log can bring out again.
  return { ...card, ...scored, reasons: forMentee, propensity: 1 };
};

import { createAnswer, type ComputedAnswer } from '../../replica/index.js';

/** What the hub tells of a person's records: those that they are asked about, and further addresses. Rows say when it is another answer. */
export const createJoiningAnswer = <Data>(isWanted: () => boolean = () => true): ComputedAnswer<Data> =>
  createAnswer<Data>(() => (isWanted() ? '/api/joining' : undefined), { views: ['joining', 'profile'] });

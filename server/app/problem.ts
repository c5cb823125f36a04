import type { FieldProblem } from '@alongside/domain/protocol/messages.js';

/** An answer that is no success, in the shape that every endpoint gives it. Throw it from a controller; the exception filter writes it. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly problems?: readonly FieldProblem[],
  ) {
    super(message);
    this.name = 'Problem';
  }
}

export const notSignedIn = () => new Problem(401, 'SESSION.NONE', 'You are signed out. Sign in to continue.');
export const notThere = () => new Problem(404, 'QUERY.NOT_FOUND', 'We could not find this, or you cannot see it.');

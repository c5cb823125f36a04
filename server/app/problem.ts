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

export const notSignedIn = () => new Problem(401, 'SESSION.NONE', 'You are signed out. Sign in to carry on.');
export const notThere = () => new Problem(404, 'QUERY.NOT_FOUND', 'That is not here, or it is not yours to see.');

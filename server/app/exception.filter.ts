import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { sentenceOf } from '@alongside/domain/protocol/refusals.js';
import type { Request, Response } from 'express';
import { uuidv7 } from 'uuidv7';
import { errorCodeOf } from './error-code.js';
import { refusedByDisk } from './health/refused-by-disk.js';
import { isNotRead, writeFailureOf, type WriteFailure } from './health/write-failure.js';
import { failureFields, type Logger } from './logger.js';
import { Problem } from './problem.js';
import { malformed } from './read-body.js';

/** Whatever a request threw becomes a kind answer here; the unexpected gets a reference that stands in the log too, without anybody's data. */
@Catch()
export class ExceptionsAsAnswers implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const { status, body } = this.#answerTo(thrown, host.switchToHttp().getRequest<Request>());
    response.status(status).json(body);
  }

  #answerTo(thrown: unknown, request: Request): { status: number; body: object } {
    if (thrown instanceof Problem) return answerOf(thrown);
    const status = statusIn(thrown);
    if (status === 413) return { status, body: { code: 'COMMAND.TOO_LARGE', message: sentenceOf({ code: 'COMMAND.TOO_LARGE' }) } };
    if (status === 404) return { status, body: { code: 'QUERY.NOT_FOUND', message: 'We could not find this page.' } };
    if (status !== undefined && status < 500) {
      const { code, message } = malformed();
      return { status, body: { code, message } };
    }
    const why = writeFailureOf(thrown);
    if (why) {
      const refused = refusedAs(thrown, why, request);
      const said = refused.code === 'HUB.CANNOT_READ' ? 'What is saved cannot be read.' : 'Nothing can be saved.';
      this.logger.error(said, { why, method: request.method, route: routeOf(request), ...failureFields(thrown) });
      return answerOf(refused);
    }
    const reference = uuidv7();
    this.logger.error('A request failed.', { reference, method: request.method, route: routeOf(request), ...failureFields(thrown) });
    const message = 'Something went wrong on our side. Try again. If it happens again, give your administrator this reference.';
    return { status: 500, body: { code: 'HUB.FAILED', message, reference } };
  }
}

const answerOf = ({ status, code, message, problems }: Problem): { status: number; body: object } => ({
  status,
  body: { code, message, ...(problems && { problems }) },
});

function refusedAs(thrown: unknown, why: WriteFailure, { method }: Request): Problem {
  if (errorCodeOf(thrown) === 'EVENT_STORE.IN_DOUBT') return refusedByDisk('HUB.IN_DOUBT');
  return refusedByDisk(isNotRead(thrown) || method === 'GET' ? 'HUB.CANNOT_READ' : 'HUB.CANNOT_SAVE', why);
}

// The pattern, not the address: addresses hold ids and search words.
const routeOf = (request: Request): string => (request.route as { path?: string } | undefined)?.path ?? 'none';

function statusIn(thrown: unknown): number | undefined {
  if (thrown instanceof HttpException) return thrown.getStatus();
  // What the body parser throws carries its status as a plain field.
  return typeof thrown === 'object' && thrown !== null && 'status' in thrown && typeof thrown.status === 'number'
    ? thrown.status
    : undefined;
}

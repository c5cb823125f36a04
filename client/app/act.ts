import { dispatch, replica } from '../replica/index.js';
import { say, sayRefused } from '../ui/index.js';

/** For buttons outside forms: sends a command and says in passing what came of it. Resolves to whether it was accepted. */
export async function act(type: string, data: unknown, done?: string): Promise<boolean> {
  const answer = await dispatch(type, data);
  if (answer.outcome === 'accepted') {
    if (done) say(done);
    return true;
  }
  replica().outbox.seen(answer.commandId);
  sayRefused(answer.message);
  return false;
}

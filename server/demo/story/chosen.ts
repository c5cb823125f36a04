import type { Character } from '../cast.js';
import type { Stage } from '../stage.js';

/**
 * In demonstrations from before people had to choose who finds them, nobody has. People who had described themselves choose now (0057);
 * what a visitor chose stays.
 */
export function choose(stage: Stage, people: readonly Character[]): void {
  for (const { id: person } of people) {
    const profile = stage.look.row('profile', person);
    if (profile?.profile && profile.visibility === null) stage.give(person, 'SetVisibility', { person, visibility: 'everyone' });
  }
}

import type { CommandOf } from '../kernel/catalogue.js';
import { list } from './suggestions.events.js';

export const suggestionsCommands = { NoteSuggestionsShown: list };
export type SuggestionsCommand = CommandOf<typeof suggestionsCommands>;

import { z } from 'zod';
import { personId } from '../kernel/brand.js';
import type { CommandOf } from '../kernel/catalogue.js';
import { dismissed } from './notices.events.js';

export const noticesCommands = {
  DismissNotices: z.object({ person: personId, notices: dismissed }),
};
export type NoticesCommand = CommandOf<typeof noticesCommands>;

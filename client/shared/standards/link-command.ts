import type { CommandType, DataOf } from '@alongside/domain/protocol/registry.js';

/** What a thing is linked with, as a command: its type and the fields that name the thing. */
export type LinkCommand = LinkOf<'LinkGoal' | 'LinkFeedback' | 'LinkReflection' | 'LinkAction'>;
type LinkOf<Type extends CommandType> = Type extends unknown
  ? { readonly type: Type; readonly of: Omit<DataOf<Type>, 'statements'> }
  : never;

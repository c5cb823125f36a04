import type { DomainRefusalCode } from './registry.js';

/** Refusals of the command path itself, before or around the rules. */
export type GeneralRefusalCode = 'COMMAND.INVALID' | 'COMMAND.UNKNOWN' | 'COMMAND.NOT_ALLOWED' | 'COMMAND.BUSY' | 'COMMAND.TOO_LARGE';
/** Every code that a command can be refused with. */
export type RefusalCode = DomainRefusalCode | GeneralRefusalCode;

import type { DomainRefusalCode } from './registry.js';

/** Refusals of the command path itself, before or around the rules. */
export type GeneralRefusalCode =
  | 'COMMAND.RECORD_DAMAGED'
  | 'COMMAND.CLOCK_WRONG'
  | 'COMMAND.INVALID'
  | 'COMMAND.UNKNOWN'
  | 'COMMAND.NOT_ALLOWED'
  | 'COMMAND.BUSY'
  | 'COMMAND.BEHIND'
  | 'COMMAND.TOO_LARGE'
  | 'COMMAND.REPEATED_OTHERWISE';
/** Refusals at the door, before there is anybody who commands. */
export type DoorRefusalCode =
  | 'SIGN_IN.CODE_WRONG'
  | 'SIGN_IN.NOT_YET'
  | 'SIGN_IN.TOO_MANY_TRIES'
  | 'SIGN_IN.TOO_LONG_AGO'
  | 'SIGN_IN.ADDRESS_NEW'
  | 'SIGN_IN.CLOCK_WRONG'
  | 'JOINING.ADDRESS_NEW'
  | 'SET_UP.LINK_WRONG';
/** Every code that a command can be refused with. */
export type RefusalCode = DomainRefusalCode | GeneralRefusalCode | DoorRefusalCode;

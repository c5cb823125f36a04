/** Moved to where all features find it. */
export * from '../../app/draft.js';

/** What is said of a list from which a person was erased: it names no person, and stays when all other words of the list go. */
export const ERASED_BEFORE =
  'An account was deleted since this list was read. We stopped, so that it does not add that person again. Choose the file again.';
export const ERASED_MEANWHILE = 'A person in this list deleted their account meanwhile. We left them out.';

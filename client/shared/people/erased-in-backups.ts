/** What is true of backups (docs/operating.md): one from before holds the sealed words and their key. */
export const ERASED_IN_BACKUPS =
  'A backup made before then still holds them, encrypted. If one is restored, the hub deletes the account again.';

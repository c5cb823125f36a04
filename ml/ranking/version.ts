/** What ranked, as the log notes it with every list that was shown: counted up with each change that moves an order. */
export const RANKING = 'rules-2';

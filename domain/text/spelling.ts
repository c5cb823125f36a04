/** American spellings and the British ones. A rule that meets other words does no harm: both sides of a search are read alike. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/^(\w{3,})iz(e[sdr]?|ers|ing|ations?|ational)$/, '$1is$2'],
  // Still being typed: `organiz`.
  [/^(\w{4,})iz$/, '$1is'],
  [/^(\w{2,})yz(e[sdr]?|ers|ing)$/, '$1ys$2'],
  [
    /^((?:mis)?behavi|(?:dis)?col|(?:dis)?hon|neighb|fav|lab|harb|hum|rum|endeav|flav|vap|arm)or(s|ed|ing|al|able|ful|hood|hoods|ite|ites)?$/,
    '$1our$2',
  ],
  [/^(cent|theat|fib|lit|(?:kilo|centi|milli)?met)er(s)?$/, '$1re$2'],
  [/^(cent)er(ed|ing)$/, '$1r$2'],
  [/^(counsel|model|label|travel|cancel|level|signal|channel|total|initial)(ing|ings|ed|er|ers|or|ors)$/, '$1l$2'],
  [/^programs$/, 'programmes'],
  [/^(licen|practi)s(e[sd]?|ing)$/, '$1c$2'],
  [/^(defen|offen|preten)se(s)?$/, '$1ce$2'],
  [/^(enrol|fulfil|instil)l(s|ment|ments)?$/, '$1$2'],
  [/^(skil|wil)l(ful|fully)$/, '$1$2'],
  [/^(catal|dial|anal)og(s)?$/, '$1ogue$2'],
  [/^(judg|acknowledg)ment(s)?$/, '$1ement$2'],
  [/^aging$/, 'ageing'],
  [/^pediatr/, 'paediatr'],
  [/^(orthop|encyclop)edi/, '$1aedi'],
  [/^archeolog/, 'archaeolog'],
  [/^(kin)?esthetic/, '$1aesthetic'],
  [/^inquir/, 'enquir'],
  [/^sulf(ur|ate|ide)/, 'sulph$1'],
  [/^mold(s|ed|ing|y)?$/, 'mould$1'],
  [/^aluminum$/, 'aluminium'],
  [/^math$/, 'maths'],
];
/** Whether any rule may apply: of most words one look says that none does. */
const ANY = new RegExp(RULES.map(([american]) => `(?:${american.source})`).join('|'));
const WORD = /\p{L}+/gu;

/** A folded word as it is spelt in Britain; else as it is. `program` stays: `programming` begins with it. */
export function britishWord(word: string): string {
  if (!ANY.test(word)) return word;
  for (const [american, british] of RULES) if (american.test(word)) return word.replace(american, british);
  return word;
}

/** The text in British spelling, else as it was typed. */
export const britishSpelling = (text: string): string =>
  text.replace(WORD, (word) => {
    const [typed, british] = [word.toLowerCase(), britishWord(word.toLowerCase())];
    return british === typed ? word : british;
  });

/** A folded word and the other way to spell it: by either it is found. */
export function spellingsOf(word: string): readonly string[] {
  const british = word === 'program' ? 'programme' : britishWord(word);
  return british === word ? [word] : [word, british];
}

/** Given names with the short forms that go by them in Britain and Ireland. A short form may be of several. */
const FORMS = `
alexander alex al sandy alec, alexandra alex sandra lexi, alison ali, andrew andy drew, angela angie, anthony tony ant, antonia toni,
barbara barb babs, benjamin ben benny, bernard bernie, bernadette bernie, catherine cath cathy kate katie cat, katherine kath kathy cath cathy kate katie kat,
kathryn kath kathy cath cathy kate katie, kathleen kath kathy cath cathy, charles charlie chas, charlotte charlie lottie, christine chris chrissie tina,
christina chris chrissie tina, christopher chris kit, daniel dan danny, danielle dani, david dave davey dai, deborah deb debs debbie,
debra deb debbie, derek del, diana di, diane di, donald don, dorothy dot dottie, edward ed eddie ted ned, eleanor ellie nell nora,
elizabeth liz lizzie beth betty bess eliza libby lisa, emily em millie, emma em, francesca fran frankie, frances fran frankie, francis frank,
frederick fred freddie, gabrielle gabby, gareth gaz, geoffrey geoff, gerald gerry, gerard gerry, gillian gill jill, gregory greg,
harold harry hal, harriet hattie, helen nell, henry harry hal, hugh hughie, isabel izzy bel, isabella izzy bella, jacqueline jackie jacqui,
jack jackie, jacob jake, james jim jimmy jamie, jane janie, janet jan, janice jan, jeffrey jeff, jennifer jen jenny, jeremy jerry jez, jessica jess jessie,
joanna jo, joanne jo, john jack johnny, jonathan jon jonny, joseph joe joey, josephine jo josie, joshua josh, judith judy jude, julia jules,
julian jules, julie jules, karen kaz, kenneth ken kenny, kimberley kim, kirsten kirsty, laurence larry laurie, lawrence larry laurie,
leonard len lenny, leslie les, lesley les, louise lou, lucinda lucy cindy, madeleine maddie, malcolm mal, margaret maggie meg peggy marge madge rita,
maria ria, martin marty, mary molly polly, matthew matt matty, maureen mo, melanie mel, michael mike mick mickey, michelle shell, miriam mim,
mohammed mo, muhammad mo, natalie nat, natasha tasha, nathan nat nate, nathaniel nat nate, nicholas nick nicky, nicola nicky nic, oliver olly ollie,
olivia liv livvy, pamela pam, patricia pat patsy tricia trish, patrick pat paddy, penelope penny, peter pete, philip phil pip, phillip phil pip, philippa pippa pip,
rachel rach, raymond ray, rebecca becky becca beck, richard rich rick ricky dick, robert rob bob bobby robbie bert, roberta bobbie,
roderick rod, rodney rod, roger rog, ronald ron ronnie, rosemary rose rosie, russell russ, samantha sam, samuel sam sammy, sandra sandy, sarah sally sadie,
sharon shaz, sidney sid, simon si, stanley stan, stephanie steph, stephen steve, steven steve, stuart stu, susan sue suzie, susannah sue suzie, susanna sue suzie,
suzanne sue suzie, sylvia syl, teresa terry tess, terence terry, theodore theo ted, theresa terry tess, thomas tom tommy, timothy tim, tobias toby,
valerie val, veronica ronnie, victor vic, victoria vicky vikki tori, vincent vince vinny, vivienne viv, walter wally walt, wendy wend,
william bill billy will willie liam, winifred win winnie, yvonne von, zachary zac zach, zoe zo
`;

const WHOLE = new Map<string, Set<string>>();
for (const line of FORMS.split(',')) {
  const all = line.trim().split(/\s+/);
  for (const form of all) WHOLE.set(form, new Set([...(WHOLE.get(form) ?? []), all[0] ?? form]));
}
/** Whether one folded given name may be a short form of another, or both of the same: “bill” and “william”, “kate” and “katie”. */
export function mayBeSameGiven(one: string, other: string): boolean {
  if (one === other) return true;
  const [wholes, others] = [WHOLE.get(one), WHOLE.get(other)];
  if (!wholes || !others) return false;
  for (const whole of wholes) if (others.has(whole)) return true;
  return false;
}
